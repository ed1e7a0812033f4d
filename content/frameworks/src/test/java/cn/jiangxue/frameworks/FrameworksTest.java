package cn.jiangxue.frameworks;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Condition.CreditsInOccupation;
import cn.jiangxue.frameworks.Condition.HoldsGrade;
import cn.jiangxue.frameworks.Condition.WorkYears;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class FrameworksTest {
    private final FrameworkData data = Frameworks.load();

    @Test
    void six_occupations_have_a_standard_with_all_eight_grades() {
        assertThat(data.occupations())
                .extracting(Occupation::code)
                .containsExactly("4-12-01-01", "6-18-01-01", "6-18-02-04", "6-30-05-01", "6-30-99-00", "6-31-01-03");
        assertThat(data.standards())
                .allSatisfy(standard -> assertThat(standard.grades().keySet()).containsExactly(Grade.values()));
    }

    @Test
    void the_units_of_every_grade_weigh_100_percent() {
        assertThat(everyGrade())
                .allSatisfy(grade -> assertThat(grade.units().stream()
                                .mapToInt(CompetenceUnit::weightPercent)
                                .sum())
                        .isEqualTo(100));
    }

    @Test
    void every_condition_says_what_is_asked_and_by_which_clause_in_both_languages() {
        assertThat(everyGrade().flatMap(GradeRequirements::conditions))
                .isNotEmpty()
                .allSatisfy(condition -> {
                    assertThat(bothLanguages(condition.grounds().wording())).isTrue();
                    assertThat(bothLanguages(condition.grounds().clause())).isTrue();
                });
    }

    @Test
    void grade_four_is_open_after_five_years_of_work_or_with_grade_five_and_three_years() {
        GradeRequirements four = data.standard("6-18-01-01").orElseThrow().requirements(Grade.INTERMEDIATE);

        assertThat(four.anyOf()).extracting(Path::id).containsExactly("work-5", "junior-3", "diploma");
        assertThat(four.anyOf().getFirst().allOf())
                .singleElement()
                .isInstanceOfSatisfying(
                        WorkYears.class, asked -> assertThat(asked.years()).isEqualTo(5));
        assertThat(four.anyOf().get(1).allOf())
                .singleElement()
                .isInstanceOfSatisfying(
                        HoldsGrade.class,
                        asked -> assertThat(List.of(asked.grade(), asked.sinceYears()))
                                .isEqualTo(List.of(Grade.JUNIOR, 3)));
        assertThat(four.always())
                .singleElement()
                .isInstanceOfSatisfying(
                        CreditsInOccupation.class,
                        asked -> assertThat(asked.milliCredits()).isEqualTo(1000));
    }

    @Test
    void platform_credits_are_marked_as_a_sample_and_retold_conditions_as_secondary() {
        assertThat(everyGrade().flatMap(grade -> grade.always().stream()))
                .allSatisfy(asked -> assertThat(asked.grounds().source()).isEqualTo(Source.SAMPLE));
        assertThat(everyGrade().flatMap(GradeRequirements::conditions).filter(WorkYears.class::isInstance))
                .allSatisfy(asked -> assertThat(asked.grounds().source()).isEqualTo(Source.SECONDARY));
    }

    @Test
    void theory_and_practice_are_asked_from_grade_five_on_and_a_comprehensive_review_from_grade_two_on() {
        assertThat(data.standards()).allSatisfy(standard -> {
            assertThat(parts(standard, Grade.APPRENTICE)).isEmpty();
            assertThat(parts(standard, Grade.SENIOR)).containsExactly(ExamPart.THEORY, ExamPart.PRACTICE);
            assertThat(parts(standard, Grade.TECHNICIAN)).containsExactly(ExamPart.values());
            assertThat(parts(standard, Grade.CHIEF_TECHNICIAN)).containsExactly(ExamPart.REVIEW);
        });
    }

    @Test
    void every_part_of_a_sample_examination_is_passed_with_sixty_of_a_hundred() {
        assertThat(everyGrade().flatMap(grade -> grade.examination().stream())).allSatisfy(part -> {
            assertThat(part.passTenths()).isEqualTo(600);
            assertThat(part.grounds().source()).isEqualTo(Source.SAMPLE);
        });
    }

    private static List<ExamPart> parts(OccupationalStandard standard, Grade grade) {
        return standard.requirements(grade).examination().stream()
                .map(ExamRequirement::part)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Grade.class)
    void every_grade_stands_at_the_level_of_its_place_on_the_ladder(Grade grade) {
        assertThat(data.framework().levelOf(grade).number()).isEqualTo(grade.ordinal() + 1);
    }

    @Test
    void the_rule_in_force_on_a_day_is_the_version_of_that_day() {
        assertThat(version(LocalDate.of(2024, 12, 31))).isEqualTo(0);
        assertThat(version(LocalDate.of(2025, 12, 31))).isEqualTo(1);
        assertThat(version(LocalDate.of(2026, 1, 1))).isEqualTo(2);
    }

    @Test
    void ninety_six_class_hours_are_six_five_or_nineteen_credits_by_unit() {
        assertThat(unit("class-16").milliCredits(96)).isEqualTo(6_000);
        assertThat(unit("class-18").milliCredits(96)).isEqualTo(5_000);
        assertThat(unit("notional-10").milliCredits(96)).isEqualTo(19_000);
    }

    @Test
    void rounding_goes_to_a_multiple_of_the_step() {
        CreditUnit sixteen = unit("class-16");

        assertThat(sixteen.milliCredits(7)).isZero();
        assertThat(sixteen.milliCredits(8)).isEqualTo(500);
        assertThat(sixteen.milliCredits(15)).isEqualTo(500);
        assertThat(rounded(sixteen, Rounding.HALF_UP).milliCredits(11)).isEqualTo(500);
        assertThat(rounded(sixteen, Rounding.HALF_UP).milliCredits(12)).isEqualTo(1_000);
        assertThat(rounded(sixteen, Rounding.CEILING).milliCredits(9)).isEqualTo(1_000);
        assertThat(rounded(sixteen, Rounding.CEILING).milliCredits(0)).isZero();
    }

    private int version(LocalDate date) {
        return data.transferRule(OutcomeType.COURSE, date)
                .map(TransferRule::version)
                .orElse(0);
    }

    private CreditUnit unit(String id) {
        return data.creditUnits().stream()
                .filter(unit -> unit.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static CreditUnit rounded(CreditUnit unit, Rounding rounding) {
        return new CreditUnit(
                unit.id(),
                unit.name(),
                unit.basis(),
                unit.minutesPerHour(),
                unit.basisPerClassHour(),
                unit.hoursPerCredit(),
                rounding,
                unit.stepMilliCredits(),
                unit.source());
    }

    private Stream<GradeRequirements> everyGrade() {
        return data.standards().stream().flatMap(standard -> standard.grades().values().stream());
    }

    private static boolean bothLanguages(LocalText text) {
        return text.zh().codePoints().anyMatch(Character::isIdeographic)
                && !text.en().isBlank()
                && text.en().codePoints().noneMatch(Character::isIdeographic);
    }
}
