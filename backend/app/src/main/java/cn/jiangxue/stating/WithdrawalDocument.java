package cn.jiangxue.stating;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StatingApi.WithdrawalState;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.vocabulary.SecondPerson.Decided;
import cn.jiangxue.vocabulary.SecondPerson.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * A proposal to take back what an institution stated by mistake, with its one decision.
 *
 * @param openKey {@code open} while it waits, its own id afterwards: a unique index keeps a second open one of the outcome away
 * @param queueKey instant of the proposal and id in one word, the order of every list
 */
record WithdrawalDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID institutionId,
        UUID outcomeId,
        UUID learnerId,
        String number,
        LocalText title,
        WithdrawalState state,
        String openKey,
        String queueKey,
        String reason,
        UUID proposedBy,
        Instant proposedAt,
        @Nullable Made decision,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "outcome_withdrawals";
    static final int SCHEMA = 1;
    static final String OPEN = "open";

    record Made(boolean approve, String reason, UUID by, Instant at) {}

    WithdrawalDocument decided(Decided made, Instant now) {
        return new WithdrawalDocument(
                id,
                schema,
                revision + 1,
                institutionId,
                outcomeId,
                learnerId,
                number,
                title,
                made.approve() ? WithdrawalState.APPROVED : WithdrawalState.REFUSED,
                id.toString(),
                queueKey,
                reason,
                proposedBy,
                proposedAt,
                new Made(made.approve(), made.reason(), made.by(), now),
                outbox,
                outboxAt);
    }

    WithdrawalDocument telling(List<StoredEvent> events, Instant now) {
        return new WithdrawalDocument(
                id,
                schema,
                revision,
                institutionId,
                outcomeId,
                learnerId,
                number,
                title,
                state,
                openKey,
                queueKey,
                reason,
                proposedBy,
                proposedAt,
                decision,
                events,
                events.isEmpty() ? null : now);
    }

    Standing standing() {
        return new Standing(
                learnerId,
                Set.of(proposedBy),
                decision == null ? null : new Decided(decision.approve(), decision.reason(), decision.by()));
    }
}
