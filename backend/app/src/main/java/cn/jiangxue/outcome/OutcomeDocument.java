package cn.jiangxue.outcome;

import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.learning.StudyEvidence;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One learning outcome. It never changes but for what it has yet to tell.
 *
 * @param study the lessons and seconds of a course, as they stood when it was passed; null for a skill grade
 */
record OutcomeDocument(
        @BsonId UUID id,
        int schema,
        UUID learnerId,
        OutcomeType type,
        UUID sourceId,
        LocalText title,
        UUID issuerId,
        LocalText issuer,
        String occupationCode,
        @Nullable Grade grade,
        int classHours,
        @Nullable Integer scorePercent,
        LocalDate attainedOn,
        @Nullable StudyEvidence study,
        String evidenceHash,
        Instant recordedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "outcomes";
    static final int SCHEMA = 1;

    OutcomeAttained attained() {
        return new OutcomeAttained(
                id,
                learnerId,
                type,
                sourceId,
                title,
                occupationCode,
                grade,
                classHours,
                scorePercent,
                attainedOn,
                evidenceHash);
    }

    OutcomeDocument telling(StoredEvent event) {
        return new OutcomeDocument(
                id,
                schema,
                learnerId,
                type,
                sourceId,
                title,
                issuerId,
                issuer,
                occupationCode,
                grade,
                classHours,
                scorePercent,
                attainedOn,
                study,
                evidenceHash,
                recordedAt,
                List.of(event),
                recordedAt);
    }

    Outcome view() {
        return new Outcome(
                id,
                type,
                title,
                issuer,
                occupationCode,
                grade,
                classHours,
                scorePercent,
                attainedOn,
                sourceId,
                evidenceHash,
                recordedAt);
    }
}
