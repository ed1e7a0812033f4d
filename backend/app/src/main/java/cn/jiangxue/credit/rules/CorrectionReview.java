package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.ApprovalEdit;
import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.contract.CreditApi.EntryKind;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Corrections take two: one proposes with a reason, another one decides. Neither acts on their own account. */
public final class CorrectionReview {

    public static final int REASON_LEAST = 10;
    public static final int REASON_MOST = 2_000;

    private CorrectionReview() {}

    /** A person, as whoever acts and as whose account it is. */
    public record Acting(UUID personId, UUID learnerId) {}

    /**
     * A correction as a decision sees it.
     *
     * @param holder the learner whose account it is
     * @param causedBy the person who caused the entry; null for the system
     * @param decided null while nobody decided
     */
    public record Standing(
            CorrectionState state,
            UUID holder,
            UUID proposedBy,
            @Nullable UUID causedBy,
            @Nullable Decided decided) {}

    public record Decided(boolean approve, String reason, UUID by) {}

    /** The answer to a decision. */
    public sealed interface Answer {

        record Accepted(CorrectionState next) implements Answer {}

        /** The same decision of the same person again. */
        record Repeated() implements Answer {}

        record DecidedBefore(Decided first) implements Answer {}

        /** The proposer, the account's holder and whoever caused the entry do not decide. */
        record SecondPersonNeeded() implements Answer {}

        record ReasonNeeded(int least, int most) implements Answer {}
    }

    /** What used or gave credit can be taken back; a hold is released by its holder, and what took something back stays. */
    public static boolean isCorrectable(EntryKind kind) {
        return switch (kind) {
            case DEPOSIT, APPLY, DEBIT -> true;
            case HOLD, REVERSE, SUPERSEDE, EXPIRE -> false;
        };
    }

    public static boolean isReason(String text) {
        int length = text.strip().length();
        return length >= REASON_LEAST && length <= REASON_MOST;
    }

    /** Decides whether a decision stands; of two at once the store keeps one, and the other comes here again with the first in {@code standing}. */
    public static Answer decide(Standing standing, Acting who, ApprovalEdit edit) {
        if (who.personId().equals(standing.proposedBy())
                || who.personId().equals(standing.causedBy())
                || who.learnerId().equals(standing.holder())) {
            return new Answer.SecondPersonNeeded();
        }
        Decided first = standing.decided();
        if (first != null) {
            Decided again = new Decided(edit.approve(), edit.reason().strip(), who.personId());
            return first.equals(again) ? new Answer.Repeated() : new Answer.DecidedBefore(first);
        }
        boolean reasonFits =
                isReason(edit.reason()) || edit.approve() && edit.reason().isBlank();
        if (!reasonFits) {
            return new Answer.ReasonNeeded(REASON_LEAST, REASON_MOST);
        }
        return new Answer.Accepted(edit.approve() ? CorrectionState.APPROVED : CorrectionState.REFUSED);
    }
}
