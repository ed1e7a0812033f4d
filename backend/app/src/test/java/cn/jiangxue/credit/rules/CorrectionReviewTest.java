package cn.jiangxue.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.EntryKind;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class CorrectionReviewTest {

    @Test
    void what_gave_or_used_credit_can_be_corrected_and_nothing_else() {
        assertThat(Arrays.stream(EntryKind.values()).filter(CorrectionReview::isCorrectable))
                .containsExactly(EntryKind.DEPOSIT, EntryKind.APPLY, EntryKind.DEBIT);
    }
}
