package cn.jiangxue.ui.parts;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.ClaimSummary;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationSummary;
import com.vaadin.flow.component.UI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A line of a late matter says who is late since when and who must act. */
class LatenessTest {

    private static final LocalText TURNER = new LocalText("车工", "Turner");
    private static final LocalText CENTRE = new LocalText("临江中心", "Linjiang centre");
    private static final LocalText ACT = new LocalText("等待评审员审核", "The assessors have to look");
    private static final LocalDate LAST = LocalDate.of(2026, 12, 18);
    private static final Instant THEN = Instant.parse("2026-11-20T04:00:00Z");

    @AfterEach
    void noPage() {
        UI.setCurrent(null);
    }

    @Test
    void a_claim_and_a_reexamination_say_it_in_the_language_of_the_reader() {
        assertThat(claim(LAST.plusDays(2))).contains("临江中心自2026年12月19日起逾期，2026年12月20日已提请上级督办 · 等待评审员审核");
        assertThat(reexamination(LAST.plusDays(2))).contains("自2026年12月19日起逾期").contains(ACT.zh());

        UI english = new UI();
        english.setLocale(Locale.ENGLISH);
        UI.setCurrent(english);
        assertThat(claim(LAST.plusDays(2)))
                .contains("Linjiang centre is late since 19 Dec 2026")
                .contains(ACT.en());
    }

    @Test
    void what_is_in_time_says_nothing_of_it() {
        assertThat(claim(null)).doesNotContain("逾期").doesNotContain(ACT.zh());
        assertThat(reexamination(null)).doesNotContain("督办").doesNotContain(ACT.zh());
    }

    private static String claim(@Nullable LocalDate escalatedOn) {
        var summary = new ClaimSummary(
                new UUID(1, 1),
                "张",
                ClaimState.SUBMITTED,
                TURNER,
                TURNER,
                CENTRE,
                2,
                1,
                0,
                THEN,
                LAST,
                escalatedOn,
                ACT);
        return ClaimDossier.line("/x", "张", summary).getElement().getTextRecursively();
    }

    private static String reexamination(@Nullable LocalDate escalatedOn) {
        var summary = new ReexaminationSummary(
                new UUID(1, 1),
                ReexaminationState.DRAWN,
                "张",
                TURNER,
                TURNER,
                CENTRE,
                null,
                THEN,
                LAST,
                true,
                escalatedOn,
                ACT);
        return ReexaminationDossier.line("/x", summary).getElement().getTextRecursively();
    }
}
