package cn.jiangxue.recognition.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredFile;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcomeEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DeclaringTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 27);
    private static final String TURNER = "6-18-01-01";
    private static final DeclaredFile FILE = new DeclaredFile(
            UUID.randomUUID(),
            new EvidenceEdit(new LocalText("证书", "Certificate"), UUID.randomUUID(), "a.pdf", "application/pdf", 9));

    private OutcomeType type = OutcomeType.TRAINING;
    private String title = "可编程控制器培训";
    private String issuer = "省机械工程学会";
    private String number = "PX-2024-0001";
    private String code = "plc-1";
    private String occupation;
    private Grade grade;
    private Integer level;
    private int hours = 40;
    private Long credit = 2_500L;
    private Integer score = 8_850;
    private LocalDate on = LocalDate.of(2024, 5, 6);
    private LocalDate through;
    private int files = 1;

    @Test
    void what_a_certificate_says_may_be_declared() {
        assertThat(faulty()).isEmpty();
        number = null;
        code = null;
        credit = null;
        score = null;
        assertThat(faulty()).isEmpty();
        type = OutcomeType.SKILL_GRADE;
        occupation = TURNER;
        grade = Grade.SENIOR;
        assertThat(faulty()).isEmpty();
    }

    @Test
    void every_fault_is_told_at_once() {
        title = " ";
        issuer = "省";
        number = "x".repeat(65);
        code = "代号";
        level = 11;
        hours = -1;
        credit = 1_000_001L;
        score = 10_001;
        on = TODAY.plusDays(1);
        files = 0;

        assertThat(faulty())
                .containsExactlyInAnyOrder(
                        "title",
                        "issuer",
                        "number",
                        "code",
                        "level",
                        "classHours",
                        "creditMilli",
                        "scoreHundredths",
                        "attainedOn",
                        "files");
    }

    @Test
    void what_was_not_sent_at_all_is_told_like_any_other_fault() {
        DeclaredOutcomeEdit nothing = new DeclaredOutcomeEdit(
                null, null, null, null, null, null, null, null, 0, null, null, null, null, null);

        assertThat(Declaring.faults(Declaring.tidied(nothing), Set.of(TURNER), TODAY))
                .extracting(Declaring.Fault::field)
                .containsExactlyInAnyOrder("type", "title", "issuer", "attainedOn", "files");
    }

    @Test
    void the_limits_themselves_are_within() {
        title = "名".repeat(200);
        issuer = "省会";
        number = "9".repeat(64);
        level = 10;
        hours = 10_000;
        credit = 1_000_000L;
        score = 10_000;
        on = TODAY;
        through = TODAY;
        files = 5;

        assertThat(faulty()).isEmpty();
        files = 6;
        assertThat(faulty()).containsExactly("files");
    }

    @Test
    void it_was_attained_after_1949_and_does_not_end_before() {
        on = LocalDate.of(1949, 12, 31);
        assertThat(faulty()).containsExactly("attainedOn");
        on = LocalDate.of(1950, 1, 1);
        through = LocalDate.of(1949, 12, 31);
        assertThat(faulty()).containsExactly("validThrough");
    }

    @Test
    void a_skill_grade_has_an_occupation_and_a_grade_and_nothing_else_has_a_grade() {
        type = OutcomeType.SKILL_GRADE;
        assertThat(faulty()).containsExactlyInAnyOrder("occupationCode", "grade");
        type = OutcomeType.TRAINING;
        grade = Grade.SENIOR;
        assertThat(faulty()).containsExactly("grade");
        grade = null;
        occupation = "9-99-99-99";
        assertThat(faulty()).containsExactly("occupationCode");
    }

    @Test
    void prior_learning_is_claimed_unit_by_unit_and_not_here() {
        type = OutcomeType.PRIOR_LEARNING;

        assertThat(faulty()).containsExactly("type");
    }

    @Test
    void blanks_around_and_empty_words_are_nothing() {
        title = "  可编程控制器培训 ";
        number = " ";

        DeclaredOutcomeEdit tidied = Declaring.tidied(said());

        assertThat(tidied.title()).isEqualTo("可编程控制器培训");
        assertThat(tidied.number()).isNull();
        assertThat(tidied.code()).isEqualTo("plc-1");
    }

    @Test
    void the_same_number_or_the_same_name_and_day_of_one_issuer_are_the_same_however_they_are_typed() {
        UUID school = UUID.randomUUID();
        List<String> first = Declaring.samenesses(school, type, "PLC 培训", "px-001", on);

        assertThat(Declaring.samenesses(school, type, "ＰＬＣ培训", null, on)).containsAnyElementsOf(first);
        assertThat(Declaring.samenesses(school, OutcomeType.COURSE, "别的", " PX-001", on.plusDays(1)))
                .containsAnyElementsOf(first);
        assertThat(Declaring.samenesses(UUID.randomUUID(), type, "PLC 培训", "px-001", on))
                .doesNotContainAnyElementsOf(first);
        assertThat(Declaring.samenesses(school, type, "PLC 培训", "px-002", on.plusDays(1)))
                .doesNotContainAnyElementsOf(first);
    }

    private List<String> faulty() {
        return Declaring.faults(Declaring.tidied(said()), Set.of(TURNER), TODAY).stream()
                .map(Declaring.Fault::field)
                .toList();
    }

    private DeclaredOutcomeEdit said() {
        return new DeclaredOutcomeEdit(
                type,
                title,
                issuer,
                number,
                code,
                occupation,
                grade,
                level,
                hours,
                credit,
                score,
                on,
                through,
                Collections.nCopies(files, FILE));
    }
}
