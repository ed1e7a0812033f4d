package cn.jiangxue.promotion;

import cn.jiangxue.contract.SupervisionApi.ActKind;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** One mark or approval in the order of time, so that a stretch of it is one index range. */
record ActDocument(
        @BsonId UUID id, int schema, UUID institutionId, UUID personId, UUID caseId, ActKind kind, Instant at) {

    static final String COLLECTION = "promotion_acts";
    static final int SCHEMA = 1;

    static ActDocument of(ActTaken act) {
        return new ActDocument(
                act.actId(), SCHEMA, act.institutionId(), act.personId(), act.caseId(), act.kind(), act.at());
    }
}
