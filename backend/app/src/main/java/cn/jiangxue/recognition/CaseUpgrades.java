package cn.jiangxue.recognition;

import cn.jiangxue.platform.SchemaUpgrade;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt32;

/** Lifts cases of earlier releases. */
final class CaseUpgrades {

    /** Schema 1 knew no outcomes of elsewhere. */
    static final SchemaUpgrade DECLARED = new SchemaUpgrade(1, CaseUpgrades::withDeclared);

    private CaseUpgrades() {}

    private static BsonDocument withDeclared(BsonDocument old) {
        BsonDocument lifted = old.clone();
        lifted.getDocument("proceeding").append("declared", new BsonArray());
        return lifted.append("schema", new BsonInt32(2));
    }
}
