package cn.jiangxue.credit.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.credit.rules.CourseCredit.Course;
import cn.jiangxue.credit.rules.CourseCredit.Worth;
import cn.jiangxue.frameworks.CreditUnit;
import cn.jiangxue.frameworks.FrameworkData;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.OutcomeType;
import cn.jiangxue.frameworks.Rounding;
import cn.jiangxue.frameworks.TransferRule;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CourseCreditTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final FrameworkData DATA = Frameworks.load();
    private final TransferRule rule = rule(TODAY);

    /** Worked example 1: 96 class hours are 6.0 by 16, 5.0 by 18 floored to 0.5, 19 by notional hours. */
    @Test
    void ninety_six_class_hours_are_six_five_or_nineteen_credits_by_the_unit() {
        assertThat(worth(96, "class-16")).isEqualTo(Credits.whole(6));
        assertThat(worth(96, "class-18")).isEqualTo(Credits.whole(5));
        assertThat(worth(96, "notional-10")).isEqualTo(Credits.whole(19));
    }

    @Test
    void the_rule_version_in_force_on_the_day_decides() {
        TransferRule before = rule(LocalDate.of(2025, 12, 31));
        TransferRule from = rule(LocalDate.of(2026, 1, 1));

        assertThat(before.version()).isEqualTo(1);
        assertThat(from.version()).isEqualTo(2);
        assertThat(CourseCredit.worth(new Course(96, 80, LocalDate.of(2025, 12, 31)), before)
                        .amount())
                .isEqualTo(Credits.whole(5));
        assertThat(CourseCredit.worth(new Course(96, 80, TODAY), before).amount())
                .isEqualTo(Credits.ZERO);
        assertThat(CourseCredit.worth(new Course(96, 80, TODAY), before)
                        .steps()
                        .getFirst()
                        .met())
                .isFalse();
    }

    @Test
    void a_score_below_the_least_earns_nothing_and_the_other_steps_are_still_shown() {
        Worth passed = CourseCredit.worth(new Course(96, 60, TODAY), rule);
        Worth failed = CourseCredit.worth(new Course(96, 59, TODAY), rule);

        assertThat(passed.isSomething()).isTrue();
        assertThat(failed.isSomething()).isFalse();
        assertThat(failed.steps()).extracting(Finding::met).containsExactly(true, false, true);
        assertThat(failed.steps().get(1).found().zh()).isEqualTo("59%");
        assertThat(failed.steps().get(1).asked().en()).isEqualTo("at least 60%");
    }

    @Test
    void a_course_without_a_quiz_is_decided_by_its_own_rules() {
        Worth worth = CourseCredit.worth(new Course(96, null, TODAY), rule);

        assertThat(worth.amount()).isEqualTo(Credits.whole(6));
        assertThat(worth.steps().get(1).found().zh()).contains("没有测验");
    }

    @Test
    void too_few_hours_earn_nothing() {
        Worth worth = CourseCredit.worth(new Course(7, 100, TODAY), rule);

        assertThat(worth.isSomething()).isFalse();
        assertThat(worth.steps()).extracting(Finding::met).containsExactly(true, true, false);
        assertThat(CourseCredit.worth(new Course(8, 100, TODAY), rule).amount()).isEqualTo(new Credits(500));
    }

    @Test
    void every_step_names_its_clause_and_source_and_says_how_it_was_worked_out() {
        Worth worth = CourseCredit.worth(new Course(100, 75, TODAY), rule);

        assertThat(worth.steps()).allSatisfy(step -> {
            assertThat(step.clause()).contains("第三条");
            assertThat(step.source()).isEqualTo("SAMPLE");
        });
        Finding inForce = worth.steps().getFirst();
        assertThat(inForce.asked().zh()).isEqualTo("第2版，自2026-01-01起 – 2027-01-01");
        assertThat(inForce.found().zh()).isEqualTo("2026-11-20");
        Finding hours = worth.steps().getLast();
        assertThat(hours.asked().zh()).isEqualTo("每16学时1学分；不足部分舍去，最小单位0.5学分");
        assertThat(hours.asked().en()).isEqualTo("1 credit for each 16 class hours, rounded down to 0.5 credit");
        assertThat(hours.found().zh()).isEqualTo("100学时 → 6学分");
        assertThat(hours.found().en()).isEqualTo("100 class hours → 6 credits");
        assertThat(CourseCredit.pin(rule).ruleId()).isEqualTo("course-to-credit");
        assertThat(CourseCredit.pin(rule).clause()).isEqualTo(rule.grounds().clause());
    }

    @Test
    void a_unit_of_notional_hours_and_each_way_of_rounding_is_put_in_words() {
        assertThat(hoursStep("notional-10", Rounding.FLOOR).asked().zh())
                .isEqualTo("每学时折合2学习时数，每10学习时数1学分；不足部分舍去，最小单位1学分");
        assertThat(hoursStep("notional-10", Rounding.HALF_UP).asked().en())
                .isEqualTo("2 notional hours for each class hour, 1 credit for each 10, rounded half up to 1 credit");
        assertThat(hoursStep("class-16", Rounding.CEILING).asked().zh()).contains("不足部分进一");
        assertThat(hoursStep("class-16", Rounding.CEILING).asked().en()).contains("rounded up");
        assertThat(hoursStep("class-16", Rounding.HALF_UP).asked().zh()).contains("四舍五入");
    }

    private Finding hoursStep(String unit, Rounding rounding) {
        CreditUnit u = unit(unit);
        CreditUnit rounded = new CreditUnit(
                u.id(),
                u.name(),
                u.basis(),
                u.minutesPerHour(),
                u.basisPerClassHour(),
                u.hoursPerCredit(),
                rounding,
                u.stepMilliCredits(),
                u.source());
        return CourseCredit.worth(new Course(96, 80, TODAY), withUnit(rounded))
                .steps()
                .getLast();
    }

    private Credits worth(int hours, String unit) {
        return CourseCredit.worth(new Course(hours, 80, TODAY), withUnit(unit(unit)))
                .amount();
    }

    private TransferRule withUnit(CreditUnit unit) {
        return new TransferRule(
                rule.id(),
                rule.version(),
                rule.from(),
                unit,
                rule.effectiveFrom(),
                rule.effectiveUntil(),
                rule.shelfLifeYears(),
                rule.leastScorePercent(),
                rule.review(),
                rule.grounds());
    }

    @Test
    void credit_under_a_rule_with_a_shelf_life_ends_full_years_after_the_course_and_says_so() {
        TransferRule ends = rule(LocalDate.of(2028, 2, 29));
        Course course = new Course(96, 80, LocalDate.of(2028, 2, 29));

        Worth worth = CourseCredit.worth(course, ends);

        assertThat(ends.shelfLifeYears()).hasValue(10);
        assertThat(CourseCredit.usableUntil(course, ends)).isEqualTo(LocalDate.of(2038, 3, 1));
        assertThat(worth.steps().getLast().found().zh()).contains("2038-02-28");
        assertThat(worth.amount()).isEqualTo(Credits.whole(6));
        assertThat(CourseCredit.usableUntil(course, rule(TODAY))).isNull();
    }

    private static CreditUnit unit(String id) {
        return DATA.creditUnits().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static TransferRule rule(LocalDate date) {
        return DATA.transferRule(OutcomeType.COURSE, date).orElseThrow();
    }
}
