package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent.CapOver;
import cn.jiangxue.contract.ProgrammeContent.FloorOver;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeSentence;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.transfer.WrittenProgramme;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PlainProgrammeTest {

    private static final UUID COLLEGE = new UUID(1, 1);
    private static final LocalText COLLEGE_NAME = new LocalText("江东学院", "Jiangdong College");
    private static final RuleGrounds GROUNDS =
            new RuleGrounds(new LocalText("约定", "Agreed"), new LocalText("第一条", "Article 1"), TrustedAs.SAMPLE);
    private static final RuleGrounds NONE =
            new RuleGrounds(new LocalText("", ""), new LocalText("", ""), TrustedAs.SAMPLE);

    private final WrittenProgramme programme = new WrittenProgramme();

    @Test
    void who_awards_at_which_level_and_for_how_long() {
        programme.institution = COLLEGE;
        programme.from = LocalDate.of(2027, 9, 1);
        assertThat(said("institution")).isEqualTo(COLLEGE_NAME);
        assertThat(said("level").en()).isEqualTo("Level 4");
        assertThat(said("time").en()).isEqualTo("From 2027-09-01");
        programme.level = null;
        programme.until = LocalDate.of(2030, 9, 1);
        assertThat(said("level").zh()).isEqualTo("不定等级");
        assertThat(said("time").zh()).isEqualTo("2027-09-01起，2030-09-01前有效");
    }

    @Test
    void a_cap_says_of_what_it_is_the_most_and_why() {
        programme.caps = List.of(
                cap("a", CapOver.TYPE, "SKILL_GRADE", null, null, 2, GROUNDS),
                cap("b", CapOver.INSTITUTION, COLLEGE.toString(), 8_000L, null, null, GROUNDS),
                cap("c", CapOver.INSTITUTION, "nobody", 8_000L, null, null, NONE),
                cap("d", CapOver.TYPE, "SWIMMING", null, BigDecimal.TEN, null, NONE),
                cap("e", CapOver.YEAR, "2026-2027", null, null, null, NONE),
                cap("f", CapOver.SOURCE, null, 500L, null, null, NONE));

        assertThat(place("cap/a").zh()).isEqualTo("成果类型：职业技能等级");
        assertThat(said("cap/a")).isEqualTo(new LocalText("至多2项成果。约定（第一条）", "At most 2 outcomes. Agreed (Article 1)"));
        assertThat(place("cap/b").en()).isEqualTo("Institution: Jiangdong College");
        assertThat(place("cap/c").en()).isEqualTo("Institution: nobody");
        assertThat(place("cap/d").en()).isEqualTo("Kind of outcome: SWIMMING");
        assertThat(said("cap/d").zh()).isEqualTo("至多总学分的10%。（依据未填）");
        assertThat(place("cap/e").zh()).isEqualTo("学年：2026-2027");
        assertThat(said("cap/e").zh()).startsWith("至多（未填）。");
        assertThat(place("cap/f").zh()).isEqualTo("单项来源");
        assertThat(said("cap/f").en()).startsWith("At most 0.5 credits.");
    }

    @Test
    void a_floor_says_of_what_it_is_the_least() {
        programme.floors = List.of(
                floor("a", FloorOver.LEVELS, null, 5, 8),
                floor("b", FloorOver.LEVELS, null, null, 8),
                floor("c", FloorOver.CATEGORY, "core", null, null),
                floor("d", FloorOver.CATEGORY, null, null, null),
                floor("e", FloorOver.RESIDENCY, null, null, null));

        assertThat(place("floor/a").en()).isEqualTo("Levels 5 to 8");
        assertThat(place("floor/b").zh()).isEqualTo("资历?至8级");
        assertThat(place("floor/c").zh()).isEqualTo("类别：专业核心");
        assertThat(place("floor/d").zh()).isEqualTo("类别：?");
        assertThat(place("floor/e").zh()).isEqualTo("本机构修读");
    }

    @Test
    void what_has_no_name_yet_is_called_by_its_id_and_one_target_has_no_order() {
        programme.targets = List.of(new ProgrammeTarget(
                "robots",
                new LocalText("机器人", ""),
                3_000,
                "nowhere",
                null,
                Map.of("turn-4-2", new BigDecimal("0.50"), "turn-4-1", BigDecimal.ONE)));
        programme.never = List.of("robots", "swimming");

        assertThat(place("target/robots")).isEqualTo(new LocalText("机器人", "robots"));
        assertThat(said("target/robots").en())
                .isEqualTo("3 credits, category nowhere; competence units turn-4-1 × 1, turn-4-2 × 0.5.");
        assertThat(said("never").en()).startsWith("robots, swimming. ");
        assertThat(keys()).doesNotContain("order");
    }

    @Test
    void what_is_not_excluded_is_not_spoken_of() {
        programme.highestOnly = null;
        programme.neverGrounds = null;

        assertThat(keys()).doesNotContain("highest", "never");
    }

    private List<String> keys() {
        return sentences().stream().map(ProgrammeSentence::key).toList();
    }

    private LocalText said(String key) {
        return sentence(key).text();
    }

    private LocalText place(String key) {
        return sentence(key).place();
    }

    private ProgrammeSentence sentence(String key) {
        return sentences().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private List<ProgrammeSentence> sentences() {
        return PlainProgramme.of(programme.content(), Map.of(COLLEGE, COLLEGE_NAME));
    }

    private static ProgrammeCap cap(
            String id,
            CapOver over,
            @Nullable String key,
            @Nullable Long milli,
            @Nullable BigDecimal percent,
            @Nullable Integer outcomes,
            RuleGrounds grounds) {
        return new ProgrammeCap(id, over, key, milli, percent, outcomes, grounds);
    }

    private static ProgrammeFloor floor(
            String id, FloorOver over, @Nullable String category, @Nullable Integer first, @Nullable Integer last) {
        return new ProgrammeFloor(id, over, category, first, last, 1_000L, null, GROUNDS);
    }
}
