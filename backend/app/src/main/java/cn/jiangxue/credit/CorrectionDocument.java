package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.credit.rules.CorrectionReview.Decided;
import cn.jiangxue.credit.rules.CorrectionReview.Standing;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One correction with its one decision.
 *
 * @param organisationId the institution that answers for the entry; null when only the national union does
 * @param reach every organisation whose officers see it
 * @param openKey {@code open} while it waits or is being posted, its own id afterwards: a unique index keeps a second open one of the entry away
 * @param queueKey instant of the proposal and id in one word, the order of every list
 */
record CorrectionDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        Corrected entry,
        @Nullable UUID organisationId,
        List<UUID> reach,
        CorrectionState state,
        String openKey,
        String queueKey,
        UUID learnerId,
        UUID entryId,
        String reason,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable StoredDecision decision,
        @Nullable Outcome outcome,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "credit_corrections";
    static final int SCHEMA = 1;
    private static final String OPEN = "open";

    /** The entry as it read when the correction was proposed; entries never change. */
    record Corrected(
            long seq,
            EntryKind kind,
            long availableChangeMilli,
            long heldChangeMilli,
            LocalText reason,
            @Nullable UUID causedBy) {}

    record StoredDecision(boolean approve, String reason, UUID by, Instant at) {
        Decided decided() {
            return new Decided(approve, reason, by);
        }
    }

    /** What became of an approved one: the entry that took it back, or why there is none. */
    record Outcome(@Nullable Long reversalSeq, @Nullable LocalText hindrance) {}

    static CorrectionDocument proposed(
            UUID id,
            EntryDocument entry,
            @Nullable UUID organisationId,
            List<UUID> reach,
            String reason,
            UUID by,
            Instant now) {
        return new CorrectionDocument(
                id,
                SCHEMA,
                1,
                new Corrected(
                        entry.seq(),
                        entry.kind(),
                        entry.availableChangeMilli(),
                        entry.heldChangeMilli(),
                        entry.reason(),
                        entry.by()),
                organisationId,
                reach,
                CorrectionState.PROPOSED,
                OPEN,
                now + "/" + id,
                entry.learnerId(),
                entry.id(),
                reason,
                by,
                now,
                null,
                null,
                List.of(),
                null);
    }

    CorrectionDocument decided(CorrectionState next, StoredDecision made) {
        return next(next, made, null);
    }

    CorrectionDocument ended(Outcome became) {
        return next(
                became.reversalSeq() == null ? CorrectionState.NOT_POSSIBLE : CorrectionState.POSTED, decision, became);
    }

    private CorrectionDocument next(CorrectionState next, @Nullable StoredDecision made, @Nullable Outcome became) {
        return new CorrectionDocument(
                id,
                schema,
                revision + 1,
                entry,
                organisationId,
                reach,
                next,
                next == CorrectionState.APPROVED ? OPEN : id.toString(),
                queueKey,
                learnerId,
                entryId,
                reason,
                proposedBy,
                proposedAt,
                made,
                became,
                outbox,
                outboxAt);
    }

    CorrectionDocument telling(List<StoredEvent> events, Instant now) {
        return new CorrectionDocument(
                id,
                schema,
                revision,
                entry,
                organisationId,
                reach,
                state,
                openKey,
                queueKey,
                learnerId,
                entryId,
                reason,
                proposedBy,
                proposedAt,
                decision,
                outcome,
                events,
                events.isEmpty() ? null : now);
    }

    Standing standing() {
        return new Standing(
                state, learnerId, proposedBy, entry.causedBy(), decision == null ? null : decision.decided());
    }
}
