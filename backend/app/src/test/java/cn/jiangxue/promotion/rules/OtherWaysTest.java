package cn.jiangxue.promotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.PromotionApi.Achievement;
import cn.jiangxue.contract.PromotionApi.ContestRank;
import cn.jiangxue.contract.PromotionApi.ContestResult;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.PromotionPaths;
import cn.jiangxue.promotion.rules.Facts.HeldGrade;
import cn.jiangxue.promotion.rules.Facts.WorkSpan;
import cn.jiangxue.promotion.rules.Ladder.Check;
import cn.jiangxue.promotion.rules.Ladder.PathCheck;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class OtherWaysTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final PromotionPaths PATHS = Frameworks.promotionPaths();

    @Test
    void who_holds_no_grade_is_recognised_directly_after_a_year_of_work() {
        assertThat(OtherWays.direct(PATHS, Grade.INTERMEDIATE, worker(null, TODAY.minusYears(1)))
                        .eligible())
                .isTrue();
        assertThat(OtherWays.direct(
                                PATHS,
                                Grade.INTERMEDIATE,
                                worker(null, TODAY.minusYears(1).plusDays(1)))
                        .eligible())
                .isFalse();
        assertThat(OtherWays.direct(PATHS, Grade.INTERMEDIATE, worker(Grade.JUNIOR, TODAY.minusYears(9)))
                        .eligible())
                .as("graded already")
                .isFalse();
    }

    @Test
    void front_line_workers_of_outstanding_skill_are_recognised_from_grade_three_on_whatever_they_hold() {
        Facts graded = worker(Grade.JUNIOR, TODAY.minusYears(2));

        assertThat(OtherWays.direct(PATHS, Grade.SENIOR, graded).eligible()).isTrue();
        assertThat(OtherWays.direct(PATHS, Grade.SENIOR_TECHNICIAN, graded).eligible())
                .isTrue();
        assertThat(OtherWays.direct(PATHS, Grade.CHIEF_TECHNICIAN, graded).eligible())
                .isFalse();
        assertThat(OtherWays.direct(PATHS, Grade.SENIOR, worker(Grade.TECHNICIAN, TODAY.minusYears(2)))
                        .eligible())
                .as("held already")
                .isFalse();
    }

    @ParameterizedTest
    @EnumSource(Achievement.class)
    void any_one_achievement_opens_the_exceptional_way_for_the_highly_skilled(Achievement achievement) {
        Facts senior = worker(Grade.SENIOR, TODAY.minusMonths(3));

        assertThat(OtherWays.exceptional(PATHS, Grade.TECHNICIAN, senior, achievement)
                        .eligible())
                .isTrue();
        assertThat(OtherWays.exceptional(
                                PATHS, Grade.TECHNICIAN, worker(Grade.INTERMEDIATE, TODAY.minusYears(9)), achievement)
                        .eligible())
                .isFalse();
        assertThat(OtherWays.exceptional(PATHS, Grade.SENIOR, senior, achievement)
                        .eligible())
                .isFalse();
    }

    @Test
    void without_an_achievement_the_exceptional_way_says_what_is_missing() {
        Check check = OtherWays.exceptional(PATHS, Grade.TECHNICIAN, worker(Grade.SENIOR, TODAY), null);

        assertThat(check.paths().getFirst().findings())
                .filteredOn(finding -> !finding.met())
                .extracting(finding -> finding.what().zh())
                .containsExactly("破格事由");
    }

    @Test
    void a_contest_leads_to_the_grade_its_rule_names_and_to_no_other() {
        Facts senior = worker(Grade.SENIOR, TODAY.minusYears(1));

        assertThat(contest(Grade.TECHNICIAN, senior, 10, false).eligible()).isTrue();
        assertThat(contest(Grade.TECHNICIAN, senior, 11, false).eligible()).isFalse();
        assertThat(contest(Grade.SENIOR_TECHNICIAN, senior, 1, false).eligible())
                .isFalse();
        assertThat(contest(Grade.TECHNICIAN, senior, 1, true).eligible())
                .as("promoted in the year already")
                .isFalse();
    }

    @Test
    void a_contest_of_a_rank_without_a_rule_leads_nowhere_and_says_so() {
        PromotionPaths none = new PromotionPaths("x", PATHS.direct(), PATHS.exceptional(), List.of());
        ContestResult won = new ContestResult(ContestRank.NATION, "大赛", 1, false, TODAY);

        Check check = OtherWays.contest(none, Grade.TECHNICIAN, worker(Grade.SENIOR, TODAY), won, false);

        assertThat(check.eligible()).isFalse();
        assertThat(check.paths().getFirst().findings())
                .extracting(finding -> finding.found().zh())
                .containsExactly("国家级竞赛");
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 2026, 77_777})
    void every_answer_explains_itself_and_no_way_leads_to_a_grade_that_is_held(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Grade held = random.nextInt(4) == 0 ? null : any(random, Grade.values());
            Grade asked = any(random, Grade.values());
            Facts facts = worker(held, TODAY.minusDays(random.nextInt(4_000)));
            for (Check check : List.of(
                    OtherWays.direct(PATHS, asked, facts),
                    OtherWays.exceptional(PATHS, asked, facts, any(random, Achievement.values())),
                    contest(asked, facts, 1 + random.nextInt(12), random.nextBoolean()))) {
                assertThat(check.paths()).as("seed %d", seed).isNotEmpty().allSatisfy(OtherWaysTest::explained);
                assertThat(check.eligible() && held != null && held.compareTo(asked) >= 0)
                        .as("seed %d: %s asked by a holder of %s", seed, asked, held)
                        .isFalse();
            }
        }
    }

    private static void explained(PathCheck path) {
        assertThat(path.findings()).isNotEmpty();
        for (Finding finding : path.findings()) {
            assertThat(finding.clause()).isNotBlank();
            assertThat(finding.asked().zh()).isNotBlank();
            assertThat(finding.found().en()).isNotBlank();
        }
    }

    private static <T> T any(Random random, T[] from) {
        return from[random.nextInt(from.length)];
    }

    private static Check contest(Grade asked, Facts facts, int place, boolean promoted) {
        ContestResult result = new ContestResult(ContestRank.CITY, "临江市职工技能大赛", place, false, TODAY);
        return OtherWays.contest(PATHS, asked, facts, result, promoted);
    }

    private static Facts worker(@Nullable Grade held, LocalDate since) {
        return new Facts(
                null,
                List.of(new WorkSpan(since, null, false)),
                held == null ? List.of() : List.of(new HeldGrade(held, since)),
                List.of(),
                Credits.ZERO,
                TODAY);
    }
}
