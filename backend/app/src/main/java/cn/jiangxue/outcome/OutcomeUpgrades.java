package cn.jiangxue.outcome;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.outcome.rules.Codes;
import cn.jiangxue.platform.SchemaUpgrade;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;

/** Lifts outcomes of earlier releases. */
final class OutcomeUpgrades {

    /** Schema 1 knew no particulars: what they are follows from the course or the grade. */
    static final SchemaUpgrade PARTICULARS = new SchemaUpgrade(1, OutcomeUpgrades::withParticulars);

    private OutcomeUpgrades() {}

    private static BsonDocument withParticulars(BsonDocument old) {
        BsonDocument particulars = new BsonDocument("units", new BsonArray());
        BsonValue grade = old.get("grade");
        String occupation = old.getString("occupationCode").getValue();
        if (old.getString("type").getValue().equals(OutcomeType.SKILL_GRADE.name()) && grade != null) {
            Grade attained = Grade.valueOf(grade.asString().getValue());
            particulars
                    .append("code", new BsonString(Codes.ofGrade(occupation, attained)))
                    .append(
                            "standing",
                            new BsonDocument("group", new BsonString(Codes.gradesOf(occupation)))
                                    .append("rank", new BsonInt32(attained.ordinal() + 1)));
        } else {
            BsonValue course = old.getDocument("study", new BsonDocument()).get("courseId");
            particulars.append(
                    "code",
                    new BsonString(
                            course == null
                                    ? occupation
                                    : course.asBinary().asUuid().toString()));
        }
        BsonValue score = old.get("scorePercent");
        if (score != null && score.isInt32()) {
            particulars.append("scoreHundredths", new BsonInt32(score.asInt32().getValue() * 100));
        }
        BsonDocument lifted = old.clone();
        return lifted.append("particulars", particulars).append("schema", new BsonInt32(2));
    }
}
