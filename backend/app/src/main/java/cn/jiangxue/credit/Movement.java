package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.CreditApi.RuleRef;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What may be asked of a learning account. Whoever asks makes the id: the same id with the same content answers the same entry, with another content a conflict.
 * What takes an entry back has the id of that entry, for it happens once.
 */
public sealed interface Movement {

    LearnerId learner();

    LocalText reason();

    Mandate mandate();

    /**
     * For whom it is asked.
     *
     * @param organisationId the institution that answers for the entry; null when none does
     * @param by the person who asked; null for the system itself
     */
    record Mandate(@Nullable UUID organisationId, @Nullable UUID by) {

        public static final Mandate SYSTEM = new Mandate(null, null);
    }

    /**
     * Credit for an outcome toward a target, under a rule.
     *
     * @param occupationCode where it counts as earned toward promotion; null for credit that was earned elsewhere before
     * @param usableUntil first civil date on which it can no longer be used; null for credit without an end
     */
    record Deposit(
            UUID id,
            LearnerId learner,
            OutcomeId outcome,
            String target,
            Credits amount,
            @Nullable String occupationCode,
            RuleRef rule,
            @Nullable LocalDate usableUntil,
            LocalText reason,
            List<Finding> findings,
            Mandate mandate)
            implements Movement {}

    /** Sets credit aside for an application; what ends first is set aside first. */
    record Hold(UUID id, LearnerId learner, UUID applicationId, Credits amount, LocalText reason, Mandate mandate)
            implements Movement {}

    /** Lets an application use what was set aside for it, as a whole. */
    record Apply(
            UUID id,
            LearnerId learner,
            UUID applicationId,
            UUID holdId,
            Credits amount,
            LocalText reason,
            Mandate mandate)
            implements Movement {}

    /** Spends credit for an application at once; what ends first is spent first. */
    record Debit(UUID id, LearnerId learner, UUID applicationId, Credits amount, LocalText reason, Mandate mandate)
            implements Movement {}

    /** Takes an entry back in full: releases a hold, gives back what was used or spent, withdraws an award. */
    record Reverse(LearnerId learner, UUID entryId, LocalText reason, Mandate mandate) implements Movement {}

    /** Withdraws an award because a higher one takes its place; deposit that next. */
    record Supersede(LearnerId learner, UUID entryId, LocalText reason, Mandate mandate) implements Movement {}

    /** Takes out what is left of the credit that ended on that day. Nothing left is no refusal but nothing to do. */
    record Expire(LearnerId learner, LocalDate until) implements Movement {

        @Override
        public LocalText reason() {
            return new LocalText("学分于%s到期".formatted(until), "Credit that ended on %s".formatted(until));
        }

        @Override
        public Mandate mandate() {
            return Mandate.SYSTEM;
        }
    }
}
