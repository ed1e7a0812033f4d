package cn.jiangxue.promotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.PromotionApi.QualificationType;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.promotion.rules.Facts.HeldGrade;
import cn.jiangxue.promotion.rules.Facts.HeldQualification;
import cn.jiangxue.promotion.rules.Facts.WorkSpan;
import cn.jiangxue.promotion.rules.Ladder.Check;
import cn.jiangxue.promotion.rules.Ladder.PathCheck;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LadderTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final OccupationalStandard TURNER =
            Frameworks.load().standard("6-18-01-01").orElseThrow();

    /** Worked example 11: 四级 for the uncertified at 4 years 11 months no, at 5 years yes. */
    @Test
    void five_years_of_work_open_the_way_to_grade_four() {
        assertThat(eligible(Grade.INTERMEDIATE, since(2021, 12, 20))).isFalse();
        assertThat(eligible(Grade.INTERMEDIATE, since(2021, 11, 21))).isFalse();
        assertThat(eligible(Grade.INTERMEDIATE, since(2021, 11, 20))).isTrue();
    }

    /** Worked example 11: with 五级 and 2 years 11 months no, 3 years yes. */
    @Test
    void grade_five_and_three_years_open_the_way_to_grade_four() {
        assertThat(eligible(Grade.INTERMEDIATE, holding(Grade.JUNIOR, LocalDate.of(2023, 12, 20))))
                .isFalse();
        assertThat(eligible(Grade.INTERMEDIATE, holding(Grade.JUNIOR, LocalDate.of(2023, 11, 20))))
                .isTrue();
    }

    @Test
    void years_count_from_the_grade_on_and_only_while_at_work() {
        WorkSpan left = new WorkSpan(LocalDate.of(2015, 1, 1), LocalDate.of(2025, 11, 19), true);
        Facts facts = facts(List.of(left), List.of(new HeldGrade(Grade.JUNIOR, LocalDate.of(2022, 11, 20))), 9_000);

        Check check = Ladder.check(TURNER, Grade.INTERMEDIATE, facts);

        Finding years = path(check, "五级后满3年").findings().getFirst();
        assertThat(years.met()).isTrue();
        assertThat(years.found().zh()).isEqualTo("3年0个月");
    }

    @Test
    void a_higher_grade_stands_for_a_lower_one() {
        Facts facts = facts(
                List.of(new WorkSpan(LocalDate.of(2020, 1, 1), null, true)),
                List.of(new HeldGrade(Grade.SENIOR, LocalDate.of(2026, 1, 1))),
                9_000);

        assertThat(path(Ladder.check(TURNER, Grade.SENIOR, facts), "四级后满4年")
                        .findings()
                        .getFirst()
                        .found()
                        .zh())
                .isEqualTo("0年10个月");
    }

    @Test
    void every_condition_is_reported_with_value_found_value_asked_and_clause() {
        Check check = Ladder.check(TURNER, Grade.INTERMEDIATE, facts(List.of(), List.of(), 400));

        assertThat(check.eligible()).isFalse();
        assertThat(check.paths()).hasSize(3);
        PathCheck work = path(check, "工作满5年");
        assertThat(work.findings()).extracting(Finding::met).containsExactly(false, false, true);
        Finding years = work.findings().getFirst();
        assertThat(years.what().zh()).isEqualTo("累计从业年限");
        assertThat(years.asked().zh()).isEqualTo("累计从事本职业或相关职业工作满5年");
        assertThat(years.found().zh()).isEqualTo("0年0个月");
        assertThat(years.clause()).isEqualTo("《国家职业标准编制技术规程（2023年版）》申报条件");
        assertThat(years.source()).isEqualTo("SECONDARY");
        Finding credit = work.findings().get(1);
        assertThat(credit.found().zh()).isEqualTo("0.4学分");
        assertThat(credit.found().en()).isEqualTo("0.4 credits");
        assertThat(credit.asked().zh()).contains("不少于1学分");
        assertThat(credit.source()).isEqualTo("SAMPLE");
    }

    @Test
    void credit_just_enough_is_enough() {
        assertThat(path(Ladder.check(TURNER, Grade.INTERMEDIATE, facts(years(6), List.of(), 1_000)), "工作满5年")
                        .met())
                .isTrue();
        assertThat(path(Ladder.check(TURNER, Grade.INTERMEDIATE, facts(years(6), List.of(), 999)), "工作满5年")
                        .met())
                .isFalse();
    }

    @Test
    void a_grade_that_is_held_is_not_given_again() {
        Facts facts = facts(years(20), List.of(new HeldGrade(Grade.INTERMEDIATE, LocalDate.of(2020, 1, 1))), 9_000);

        Check again = Ladder.check(TURNER, Grade.INTERMEDIATE, facts);
        Check lower = Ladder.check(TURNER, Grade.JUNIOR, facts);

        assertThat(again.eligible()).isFalse();
        assertThat(lower.eligible()).isFalse();
        Finding held = again.paths().getFirst().findings().getLast();
        assertThat(held.met()).isFalse();
        assertThat(held.found().zh()).isEqualTo("已于2020-01-01取得");
        assertThat(Ladder.check(TURNER, Grade.SENIOR, facts).eligible()).isTrue();
    }

    @Test
    void the_age_is_counted_to_the_day_and_needs_a_real_name() {
        assertThat(age(LocalDate.of(2010, 11, 20)).met()).isTrue();
        assertThat(age(LocalDate.of(2010, 11, 20)).found().zh()).isEqualTo("16周岁");
        assertThat(age(LocalDate.of(2010, 11, 21)).met()).isFalse();
        assertThat(age(LocalDate.of(2010, 11, 21)).found().en()).isEqualTo("15 years old");
        assertThat(age(null).met()).isFalse();
        assertThat(age(null).found().zh()).isEqualTo("尚未实名登记");
    }

    @Test
    void who_works_or_studies_in_the_occupation_is_in_it() {
        assertThat(inTrade(years(1), 0).met()).isTrue();
        assertThat(inTrade(List.of(), 500).met()).isTrue();
        assertThat(inTrade(List.of(), 500).found().zh()).contains("拟从事");
        assertThat(inTrade(List.of(), 0).met()).isFalse();
        assertThat(inTrade(List.of(), 0).found().zh()).isEqualTo("未登记从业经历");
    }

    @Test
    void what_the_platform_has_no_record_of_is_not_met_and_says_so() {
        Check senior = Ladder.check(TURNER, Grade.SENIOR, facts(List.of(), List.of(), 0));

        assertThat(path(senior, "初级职称后满1年").findings().getFirst().found().zh()).isEqualTo("没有登记");
        assertThat(path(senior, "高级工班毕业").findings().getFirst().what().zh()).isEqualTo("学历证书");
        assertThat(Ladder.check(TURNER, Grade.CHIEF_TECHNICIAN, facts(List.of(), List.of(), 0))
                        .paths()
                        .getFirst()
                        .findings())
                .extracting(finding -> finding.what().zh())
                .containsExactly("已有技能等级", "企业评聘", "尚未取得该等级");
    }

    @Test
    void to_hold_a_grade_may_be_enough() {
        Facts facts = facts(List.of(), List.of(new HeldGrade(Grade.INTERMEDIATE, LocalDate.of(2025, 3, 1))), 0);

        Finding holds = path(Ladder.check(TURNER, Grade.SENIOR, facts), "四级加相关专业大专毕业")
                .findings()
                .getFirst();

        assertThat(holds.met()).isTrue();
        assertThat(holds.found().zh()).isEqualTo("已于2025-03-01取得");
    }

    @Test
    void work_as_declared_is_marked_until_it_is_confirmed() {
        WorkSpan declared = new WorkSpan(LocalDate.of(2020, 11, 20), null, false);

        Check check = Ladder.check(TURNER, Grade.INTERMEDIATE, facts(List.of(declared), List.of(), 1_000));

        assertThat(check.eligible()).isTrue();
        assertThat(path(check, "工作满5年").findings().getFirst().found().zh()).isEqualTo("6年0个月（含自报，待核实）");
        assertThat(path(check, "工作满5年").findings().getFirst().found().en())
                .endsWith("(some as declared, to be confirmed)");
    }

    @Test
    void the_next_step_comes_first_and_steps_that_may_be_skipped_are_shown_too() {
        assertThat(Ladder.ahead(TURNER, facts(List.of(), List.of(), 0)))
                .extracting(Check::grade)
                .containsExactly(Grade.JUNIOR);
        assertThat(Ladder.ahead(TURNER, facts(years(11), List.of(), 9_000)))
                .extracting(Check::grade)
                .containsExactly(Grade.JUNIOR, Grade.INTERMEDIATE, Grade.SENIOR);
        assertThat(Ladder.ahead(
                        TURNER,
                        facts(years(11), List.of(new HeldGrade(Grade.JUNIOR, LocalDate.of(2026, 1, 1))), 9_000)))
                .extracting(Check::grade)
                .containsExactly(Grade.INTERMEDIATE, Grade.SENIOR);
    }

    @Test
    void above_the_top_there_is_no_step() {
        assertThat(Ladder.next(Optional.empty())).isEqualTo(Grade.JUNIOR);
        assertThat(Ladder.next(Optional.of(Grade.APPRENTICE))).isEqualTo(Grade.JUNIOR);
        assertThat(Ladder.next(Optional.of(Grade.SPECIAL_TECHNICIAN))).isEqualTo(Grade.CHIEF_TECHNICIAN);
        assertThat(Ladder.next(Optional.of(Grade.CHIEF_TECHNICIAN))).isNull();
        assertThat(Ladder.ahead(TURNER, facts(List.of(), List.of(new HeldGrade(Grade.CHIEF_TECHNICIAN, TODAY)), 0)))
                .isEmpty();
    }

    /** 初级职称 + 1年 → 三级; 员级 is 初级 as much as 助理级, and a higher title stands for a lower one. */
    @Test
    void a_title_and_years_of_work_since_open_the_way_to_grade_three() {
        for (QualificationType title : List.of(
                QualificationType.TITLE_TECHNICIAN_LEVEL,
                QualificationType.TITLE_ASSISTANT,
                QualificationType.TITLE_DEPUTY_SENIOR)) {
            assertThat(eligible(Grade.SENIOR, with(years(2), List.of(), held(title, TODAY.minusYears(1)))))
                    .isTrue();
            assertThat(eligible(
                            Grade.SENIOR,
                            with(
                                    years(2),
                                    List.of(),
                                    held(title, TODAY.minusYears(1).plusDays(1)))))
                    .isFalse();
        }
        assertThat(eligible(
                        Grade.SENIOR,
                        with(List.of(), List.of(), held(QualificationType.TITLE_SENIOR, TODAY.minusYears(9)))))
                .as("nine years of title without work")
                .isFalse();
    }

    /** 初级职称满5年且三级后满1年 or 中级职称满1年 → 二级; 高级职称满1年 → 一级. */
    @Test
    void titles_open_the_way_to_grades_two_and_one() {
        var senior = List.of(new HeldGrade(Grade.SENIOR, TODAY.minusYears(1)));
        var junior = held(QualificationType.TITLE_ASSISTANT, TODAY.minusYears(5));
        assertThat(eligible(Grade.TECHNICIAN, with(years(6), senior, junior))).isTrue();
        assertThat(eligible(Grade.TECHNICIAN, with(years(6), List.of(), junior)))
                .isFalse();
        assertThat(eligible(
                        Grade.TECHNICIAN,
                        with(years(2), List.of(), held(QualificationType.TITLE_INTERMEDIATE, TODAY.minusYears(1)))))
                .isTrue();
        assertThat(eligible(
                        Grade.SENIOR_TECHNICIAN,
                        with(years(2), List.of(), held(QualificationType.TITLE_INTERMEDIATE, TODAY.minusYears(1)))))
                .isFalse();
        assertThat(eligible(
                        Grade.SENIOR_TECHNICIAN,
                        with(years(2), List.of(), held(QualificationType.TITLE_DEPUTY_SENIOR, TODAY.minusYears(1)))))
                .isTrue();
    }

    @Test
    void a_diploma_counts_from_its_day_and_only_of_a_kind_that_was_asked() {
        assertThat(eligible(
                        Grade.SENIOR,
                        with(List.of(), List.of(), held(QualificationType.DIPLOMA_ADVANCED_SKILLED_CLASS, TODAY))))
                .isTrue();
        assertThat(eligible(
                        Grade.SENIOR,
                        with(
                                List.of(),
                                List.of(),
                                held(QualificationType.DIPLOMA_ADVANCED_SKILLED_CLASS, TODAY.plusDays(1)))))
                .isFalse();
        assertThat(eligible(Grade.SENIOR, with(List.of(), List.of(), held(QualificationType.DIPLOMA_COLLEGE, TODAY))))
                .as("college alone, without 四级")
                .isFalse();
        assertThat(eligible(
                        Grade.SENIOR,
                        with(
                                List.of(),
                                List.of(new HeldGrade(Grade.INTERMEDIATE, TODAY)),
                                held(QualificationType.DIPLOMA_BACHELOR, TODAY))))
                .isTrue();
    }

    @Test
    void the_enterprise_appoints_to_the_grade_it_names_and_to_no_other() {
        var top = List.of(new HeldGrade(Grade.SENIOR_TECHNICIAN, TODAY.minusYears(1)));

        assertThat(eligible(
                        Grade.SPECIAL_TECHNICIAN,
                        with(years(20), top, held(QualificationType.APPOINTED_SPECIAL_TECHNICIAN, TODAY))))
                .isTrue();
        assertThat(eligible(
                        Grade.SPECIAL_TECHNICIAN,
                        with(years(20), top, held(QualificationType.APPOINTED_CHIEF_TECHNICIAN, TODAY))))
                .isFalse();
        assertThat(eligible(Grade.SPECIAL_TECHNICIAN, with(years(20), top))).isFalse();
    }

    @Test
    void what_is_only_declared_says_so_where_it_is_found() {
        var declared = new HeldQualification(
                QualificationType.DIPLOMA_ADVANCED_SKILLED_CLASS, LocalDate.of(2019, 7, 1), false);

        PathCheck path = path(Ladder.check(TURNER, Grade.SENIOR, with(List.of(), List.of(), declared)), "高级工班毕业");

        assertThat(path.findings().getFirst().met()).isTrue();
        assertThat(path.findings().getFirst().found().zh()).isEqualTo("技工院校高级工班毕业证书，2019-07-01取得（自报，待核实）");
        assertThat(path.findings().getFirst().found().en()).endsWith("(as declared, to be confirmed)");
    }

    private static boolean eligible(Grade grade, Facts facts) {
        return Ladder.check(TURNER, grade, facts).eligible();
    }

    private static PathCheck path(Check check, String name) {
        return check.paths().stream()
                .filter(path -> path.name().zh().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Finding age(@Nullable LocalDate bornOn) {
        Facts facts = new Facts(bornOn, List.of(), List.of(), List.of(), Credits.ZERO, TODAY);
        return Ladder.check(TURNER, Grade.JUNIOR, facts)
                .paths()
                .getFirst()
                .findings()
                .getFirst();
    }

    private static Finding inTrade(List<WorkSpan> work, long earned) {
        return Ladder.check(TURNER, Grade.JUNIOR, facts(work, List.of(), earned))
                .paths()
                .getFirst()
                .findings()
                .get(1);
    }

    private static Facts since(int year, int month, int day) {
        return facts(List.of(new WorkSpan(LocalDate.of(year, month, day), null, true)), List.of(), 1_000);
    }

    private static Facts holding(Grade grade, LocalDate since) {
        return facts(List.of(new WorkSpan(since, null, true)), List.of(new HeldGrade(grade, since)), 1_000);
    }

    private static List<WorkSpan> years(int years) {
        return List.of(new WorkSpan(TODAY.minusYears(years), null, true));
    }

    private static Facts facts(List<WorkSpan> work, List<HeldGrade> grades, long earned) {
        return new Facts(LocalDate.of(1990, 1, 1), work, grades, List.of(), new Credits(earned), TODAY);
    }

    private static Facts with(List<WorkSpan> work, List<HeldGrade> grades, HeldQualification... held) {
        return new Facts(LocalDate.of(1980, 1, 1), work, grades, List.of(held), new Credits(9_000), TODAY);
    }

    private static HeldQualification held(QualificationType type, LocalDate since) {
        return new HeldQualification(type, since, true);
    }
}
