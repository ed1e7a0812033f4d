// Makes the replica set and the users of the two services. Run again, it changes nothing but the passwords.
const members = ['mongo1', 'mongo2', 'mongo3'].map((name, i) => ({ _id: i, host: `${name}:27017`, priority: i === 0 ? 2 : 1 }));

try {
  rs.status();
} catch (notYet) {
  rs.initiate({ _id: 'jiangxue', members });
}
while (!db.hello().isWritablePrimary) {
  sleep(500);
}
for (const [user, database] of [['backend', 'jiangxue'], ['content', 'jiangxue_content']]) {
  const target = db.getSiblingDB(database);
  const pwd = process.env.MONGO_APP_PASSWORD;
  if (target.getUser(user) === null) {
    target.createUser({ user, pwd, roles: [{ role: 'readWrite', db: database }] });
  } else {
    target.updateUser(user, { pwd });
  }
}
