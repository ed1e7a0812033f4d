package cn.jiangxue.outcome;

import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.learning.StudyEvidence;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One learning outcome. It never changes but for what it has yet to tell, and for being taken back, once.
 *
 * @param sourceId the enrolment or the case it comes from; of what an institution stated, its own id
 * @param study the lessons and seconds of a course, as they stood when it was passed; null for all else
 * @param statement set when an institution stated it; null when it was attained here
 * @param verification set when its learner declared it and an officer verified it; null for all else
 * @param withdrawal set once it was taken back
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
        @Nullable String occupationCode,
        @Nullable Grade grade,
        int classHours,
        @Nullable Integer scorePercent,
        LocalDate attainedOn,
        @Nullable StudyEvidence study,
        String evidenceHash,
        Instant recordedAt,
        Particulars particulars,
        @Nullable Statement statement,
        @Nullable Verification verification,
        @Nullable Withdrawal withdrawal,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "outcomes";
    static final int SCHEMA = 2;

    /** Set for what was attained here, which always serves an occupation. */
    OutcomeAttained attained() {
        if (occupationCode == null) {
            throw new IllegalStateException("outcome " + id + " serves no occupation");
        }
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
        return with(withdrawal, List.of(event), recordedAt);
    }

    OutcomeDocument withdrawn(Withdrawal made, List<StoredEvent> events, Instant now) {
        return with(made, events, now);
    }

    private OutcomeDocument with(@Nullable Withdrawal made, List<StoredEvent> events, Instant tellAt) {
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
                particulars,
                statement,
                verification,
                made,
                events,
                tellAt);
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
                recordedAt,
                particulars.view(number()),
                withdrawal == null ? null : withdrawal.view());
    }

    /** The institution's own, or that of the certificate; null when it was attained here. */
    @Nullable
    String number() {
        if (statement != null) {
            return statement.number();
        }
        return verification == null ? null : verification.number();
    }

    /** The institution that answers for it here: its issuer, or whoever verified it. */
    UUID answeredForBy() {
        return verification == null ? issuerId : verification.institutionId();
    }

    /** Null while it counts. */
    @Nullable
    OutcomeWithdrawn asWithdrawn() {
        return withdrawal == null ? null : new OutcomeWithdrawn(id, learnerId, answeredForBy(), title, withdrawal);
    }

    StatedOutcomes.Known known() {
        return new StatedOutcomes.Known(
                new OutcomeId(id),
                learnerId,
                answeredForBy(),
                number(),
                title,
                attainedOn,
                withdrawal == null ? null : withdrawal.view());
    }

    StatedOutcome stated() {
        return new StatedOutcome(
                new OutcomeId(id),
                type,
                title,
                issuerId,
                issuer,
                occupationCode,
                grade,
                classHours,
                attainedOn,
                evidenceHash,
                particulars,
                number());
    }
}
