package cn.jiangxue.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.ApprovalEdit;
import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.credit.rules.CorrectionReview.Acting;
import cn.jiangxue.credit.rules.CorrectionReview.Answer;
import cn.jiangxue.credit.rules.CorrectionReview.Decided;
import cn.jiangxue.credit.rules.CorrectionReview.Standing;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CorrectionReviewTest {

    private static final UUID PROPOSER = new UUID(1, 1);
    private static final UUID CAUSER = new UUID(1, 2);
    private static final UUID HOLDER = new UUID(2, 1);
    private static final Acting ANOTHER = new Acting(new UUID(1, 3), new UUID(2, 3));
    private static final ApprovalEdit YES = new ApprovalEdit(true, "");
    private static final ApprovalEdit NO = new ApprovalEdit(false, "the entry is right as it is");

    private final Standing open = new Standing(CorrectionState.PROPOSED, HOLDER, PROPOSER, CAUSER, null);

    @Test
    void another_officer_approves_or_refuses() {
        assertThat(CorrectionReview.decide(open, ANOTHER, YES))
                .isEqualTo(new Answer.Accepted(CorrectionState.APPROVED));
        assertThat(CorrectionReview.decide(open, ANOTHER, NO)).isEqualTo(new Answer.Accepted(CorrectionState.REFUSED));
    }

    @Test
    void neither_the_proposer_nor_the_holder_nor_whoever_caused_it_decides() {
        UUID learner = new UUID(2, 9);

        assertThat(CorrectionReview.decide(open, new Acting(PROPOSER, learner), YES))
                .isEqualTo(new Answer.SecondPersonNeeded());
        assertThat(CorrectionReview.decide(open, new Acting(CAUSER, learner), YES))
                .isEqualTo(new Answer.SecondPersonNeeded());
        assertThat(CorrectionReview.decide(open, new Acting(new UUID(1, 9), HOLDER), YES))
                .isEqualTo(new Answer.SecondPersonNeeded());
    }

    @Test
    void one_decision_stands_and_its_repeat_changes_nothing() {
        Decided first = new Decided(true, "", ANOTHER.personId());
        Standing decided = new Standing(CorrectionState.POSTED, HOLDER, PROPOSER, null, first);

        assertThat(CorrectionReview.decide(decided, ANOTHER, YES)).isEqualTo(new Answer.Repeated());
        assertThat(CorrectionReview.decide(decided, ANOTHER, NO)).isEqualTo(new Answer.DecidedBefore(first));
        assertThat(CorrectionReview.decide(decided, new Acting(CAUSER, CAUSER), YES))
                .isEqualTo(new Answer.DecidedBefore(first));
    }

    @Test
    void a_refusal_needs_a_reason_of_some_length() {
        Answer needed = new Answer.ReasonNeeded(10, 2_000);

        assertThat(CorrectionReview.decide(open, ANOTHER, new ApprovalEdit(false, " 123456789 ")))
                .isEqualTo(needed);
        assertThat(CorrectionReview.decide(open, ANOTHER, new ApprovalEdit(false, "x".repeat(2_001))))
                .isEqualTo(needed);
        assertThat(CorrectionReview.decide(open, ANOTHER, new ApprovalEdit(true, "too short")))
                .isEqualTo(needed);
        assertThat(CorrectionReview.isReason("1234567890")).isTrue();
        assertThat(CorrectionReview.isReason("x".repeat(2_000))).isTrue();
    }

    @Test
    void what_gave_or_used_credit_can_be_corrected_and_nothing_else() {
        assertThat(Arrays.stream(EntryKind.values()).filter(CorrectionReview::isCorrectable))
                .containsExactly(EntryKind.DEPOSIT, EntryKind.APPLY, EntryKind.DEBIT);
    }
}
