package cn.jiangxue.credit;

import cn.jiangxue.credit.StoredAccount.Earned;
import cn.jiangxue.credit.StoredAccount.StoredHold;
import cn.jiangxue.credit.StoredAccount.StoredLot;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/**
 * An account as earlier releases kept it, in a document of its own.
 *
 * @param id of the learner
 * @param pending its newest entries, which may not be in their own collection yet
 */
record EarlierAccount(
        @BsonId UUID id,
        int schema,
        long seq,
        List<Earned> earned,
        List<StoredLot> lots,
        List<StoredHold> holds,
        List<EntryDocument> pending) {

    StoredAccount account() {
        return new StoredAccount(earned, lots, holds);
    }
}
