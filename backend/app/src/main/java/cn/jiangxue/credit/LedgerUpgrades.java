package cn.jiangxue.credit;

import cn.jiangxue.platform.SchemaUpgrade;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.BsonValue;

/**
 * Lifts what was written before credit could end: all of it never does, and whatever was set aside is one hold. What the third form of an entry adds, the account,
 * is brought by {@link EarlierAccounts}.
 */
final class LedgerUpgrades {

    static final SchemaUpgrade ACCOUNT = new SchemaUpgrade(1, LedgerUpgrades::account);
    static final SchemaUpgrade[] ENTRY = {
        new SchemaUpgrade(1, LedgerUpgrades::entry), new SchemaUpgrade(2, LedgerUpgrades::thirdForm)
    };

    /** The key of what earlier accounts had set aside in one sum. */
    static final String EARLIER = "earlier";

    private LedgerUpgrades() {}

    private static BsonDocument account(BsonDocument stored) {
        BsonDocument next = stored.clone();
        next.put("schema", new BsonInt32(2));
        next.put("lots", lots(stored.getNumber("availableMilli").longValue()));
        long held = stored.getNumber("heldMilli").longValue();
        next.put(
                "holds",
                held == 0
                        ? new BsonArray()
                        : array(new BsonDocument("key", new BsonString(EARLIER))
                                .append("counter", new BsonString(EARLIER))
                                .append("lots", lots(held))));
        BsonArray pending = new BsonArray();
        stored.getArray("pending", new BsonArray()).forEach(entry -> pending.add(lifted(entry.asDocument())));
        next.put("pending", pending);
        return next;
    }

    private static BsonDocument lifted(BsonDocument entry) {
        return entry.getInt32("schema").getValue() == 1 ? entry(entry) : entry;
    }

    private static BsonDocument thirdForm(BsonDocument stored) {
        BsonDocument next = stored.clone();
        next.put("schema", new BsonInt32(3));
        return next;
    }

    private static BsonDocument entry(BsonDocument stored) {
        BsonDocument next = stored.clone();
        next.put("schema", new BsonInt32(2));
        next.put(
                "parts",
                array(new BsonDocument(
                                "availableMilli",
                                new BsonInt64(
                                        stored.getNumber("availableChangeMilli").longValue()))
                        .append(
                                "heldMilli",
                                new BsonInt64(
                                        stored.getNumber("heldChangeMilli").longValue()))));
        return next;
    }

    private static BsonArray lots(long milli) {
        return milli == 0 ? new BsonArray() : array(new BsonDocument("milli", new BsonInt64(milli)));
    }

    private static BsonArray array(BsonValue only) {
        BsonArray array = new BsonArray();
        array.add(only);
        return array;
    }
}
