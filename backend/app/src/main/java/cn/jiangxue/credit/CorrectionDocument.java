package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.outcome.OutcomeWithdrawn;
import cn.jiangxue.outcome.Withdrawal;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.vocabulary.SecondPerson.Decided;
import cn.jiangxue.vocabulary.SecondPerson.Standing;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One correction with its one decision.
 *
 * @param organisationId the institution that answers for the entry; null when only the national union does
 * @param reach every organisation whose officers see it
 * @param openKey {@code open} while it waits or is being posted, its own id afterwards: a unique index keeps a second open one of the entry away
 * @param proposedBy null where an outcome was withdrawn and nobody remembers by whom
 * @param withdrawal the cause of the withdrawal of the outcome that the entry rests on; null when officers proposed the correction
 * @param againAt when the ledger is asked again; null unless it refused because the credit was spent
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
        @Nullable UUID proposedBy,
        Instant proposedAt,
        @Nullable StoredDecision decision,
        @Nullable Outcome outcome,
        @Nullable UUID withdrawal,
        @Nullable Instant againAt,
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
            @Nullable UUID by,
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
                null,
                null,
                List.of(),
                null);
    }

    /** What follows from a withdrawn outcome: approved with it, and beside any correction that is open. */
    static CorrectionDocument following(
            UUID id, EntryDocument entry, UUID organisationId, List<UUID> reach, OutcomeWithdrawn told) {
        Withdrawal made = told.withdrawal();
        UUID second = made.approvedBy() == null ? made.by() : made.approvedBy();
        CorrectionDocument proposed = proposed(id, entry, organisationId, reach, made.reason(), made.by(), made.at());
        return proposed.next(
                CorrectionState.APPROVED,
                id.toString(),
                second == null ? null : new StoredDecision(true, "", second, made.at()),
                null,
                made.cause(),
                null);
    }

    /** Refused because the credit was spent: asked again then. */
    CorrectionDocument waiting(LocalText hindrance, Instant again) {
        return next(state, openKey, decision, new Outcome(null, hindrance), withdrawal, again);
    }

    CorrectionDocument decided(CorrectionState next, StoredDecision made) {
        return next(next, made, null);
    }

    CorrectionDocument ended(Outcome became) {
        return next(
                became.reversalSeq() == null ? CorrectionState.NOT_POSSIBLE : CorrectionState.POSTED, decision, became);
    }

    private CorrectionDocument next(CorrectionState next, @Nullable StoredDecision made, @Nullable Outcome became) {
        boolean open = next == CorrectionState.APPROVED && withdrawal == null;
        return next(next, open ? OPEN : id.toString(), made, became, withdrawal, null);
    }

    private CorrectionDocument next(
            CorrectionState next,
            String key,
            @Nullable StoredDecision made,
            @Nullable Outcome became,
            @Nullable UUID follows,
            @Nullable Instant again) {
        return new CorrectionDocument(
                id,
                schema,
                revision + 1,
                entry,
                organisationId,
                reach,
                next,
                key,
                queueKey,
                learnerId,
                entryId,
                reason,
                proposedBy,
                proposedAt,
                made,
                became,
                follows,
                again,
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
                withdrawal,
                againAt,
                events,
                events.isEmpty() ? null : now);
    }

    Standing standing() {
        return new Standing(
                learnerId,
                Stream.concat(Stream.ofNullable(proposedBy), Stream.ofNullable(entry.causedBy()))
                        .collect(Collectors.toUnmodifiableSet()),
                decision == null ? null : decision.decided());
    }
}
