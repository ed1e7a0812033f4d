package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.Scene.absolute;
import static cn.jiangxue.transfer.rules.Scene.cap;
import static cn.jiangxue.transfer.rules.Scene.condition;
import static cn.jiangxue.transfer.rules.Scene.course;
import static cn.jiangxue.transfer.rules.Scene.credits;
import static cn.jiangxue.transfer.rules.Scene.outcome;
import static cn.jiangxue.transfer.rules.Scene.rule;
import static cn.jiangxue.transfer.rules.Scene.share;
import static cn.jiangxue.transfer.rules.Scene.target;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.transfer.AcademicCalendar;
import cn.jiangxue.transfer.AcademicCalendar.Span;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Answer.Verdict;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Limit;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.transfer.RuleRef;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.SourceSlot;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Caps at their edge, and where several caps meet. */
class CapEdgesTest {

    @Test
    void credit_that_equals_the_cap_counts_in_full_and_a_thousandth_more_stays_banked() {
        Scene full = pooled(course("c", "10")).with(cap(Scope.PROGRAMME, null, absolute("10")));
        Scene over = pooled(course("c", "10.001")).with(cap(Scope.PROGRAMME, null, absolute("10")));

        assertThat(full.judged().answers().getFirst().verdict()).isEqualTo(Verdict.GRANTED);
        assertThat(over.judged().answers().getFirst().verdict()).isEqualTo(Verdict.PARTLY_GRANTED);
        assertThat(over.judged().granted()).isEqualTo(credits("10"));
        assertThat(over.judged().banked()).isEqualTo(credits("0.001"));
    }

    @Test
    void under_a_cap_of_nothing_everything_stays_banked() {
        Scene scene = pooled(course("c", "4")).with(cap(Scope.CATEGORY, "course", absolute("0")));

        Answer answer = scene.judged().answers().getFirst();

        assertThat(answer.verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(answer.banked()).isEqualTo(credits("4"));
        assertThat(answer.mark()).isNull();
    }

    /** 10 stated; the rule allows 6, the programme 4 a source: 4 count, 6 stay. */
    @Test
    void of_the_rules_own_cap_and_the_programmes_cap_of_one_source_the_smaller_holds() {
        Outcome ten = course("c", "10");
        Scene scene = new Scene()
                .with(ten)
                .with(rule("r", draft -> {
                    draft.mostPerSource = credits("6");
                    return draft;
                }))
                .with(cap(Scope.SOURCE, null, absolute("4")));

        assertThat(scene.judged().granted()).isEqualTo(credits("4"));
        assertThat(scene.judged().banked()).isEqualTo(credits("6"));
        assertThat(condition(scene.answer(ten), "规则单次上限").toFinding().found().zh())
                .isEqualTo("10学分（差4学分）");
        assertThat(condition(scene.answer(ten), "单项来源").toFinding().found().zh())
                .isEqualTo("10学分（差6学分）");
    }

    @Test
    void the_rules_own_cap_holds_where_the_programmes_is_wider() {
        Scene scene = new Scene()
                .with(course("c", "10"))
                .with(rule("r", draft -> {
                    draft.mostPerSource = credits("6");
                    return draft;
                }))
                .with(cap(Scope.SOURCE, null, share("50", "18")));

        // 50 % of 18 is 9, wider than 6.
        assertThat(scene.judged().granted()).isEqualTo(credits("6"));
    }

    /** 8 from each of two schools: 5 + 5 when the cap speaks of every institution, 5 + 8 when it speaks of one. */
    @Test
    void a_cap_without_a_name_holds_for_each_institution_by_itself() {
        Outcome here = from("here", "school-a", "8");
        Outcome there = from("there", "school-b", "8");

        assertThat(pooled(here, there)
                        .with(cap(Scope.INSTITUTION, null, absolute("5")))
                        .judged()
                        .granted())
                .isEqualTo(credits("10"));
        assertThat(pooled(here, there)
                        .with(cap(Scope.INSTITUTION, "school-a", absolute("5")))
                        .judged()
                        .granted())
                .isEqualTo(credits("13"));
    }

    @Test
    void a_cap_on_one_kind_leaves_the_other_kinds_alone() {
        Outcome training = outcome("training", draft -> {
            draft.kind = OutcomeKind.TRAINING;
            draft.stated = credits("10");
            return draft;
        });
        Scene scene = pooled(course("c", "10"))
                .with(training)
                .with(WorkedExamplesTest.pool("t", OutcomeKind.TRAINING, "training"))
                .with(cap(Scope.TYPE, "COURSE", absolute("4")));

        // 4 of the course, 10 of the training.
        assertThat(scene.judged().granted()).isEqualTo(credits("14"));
    }

    /** 3 + 3 from two schools count as 6 at each of them; with 5 allowed at each, 5 count, and neither has room for more. */
    @Test
    void credit_from_two_institutions_counts_in_full_for_each() {
        Outcome more = from("more", "school-b", "2");
        Scene scene = new Scene()
                .with(from("a", "school-a", "3"), from("b", "school-b", "3"), more)
                .with(pair("a", "b"), only("more"))
                .inOrder(from("a", "school-a", "3"), from("b", "school-b", "3"), more)
                .with(cap(Scope.INSTITUTION, null, absolute("5")));

        assertThat(scene.judged().granted()).isEqualTo(credits("5"));
        assertThat(scene.answer(more).verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(condition(scene.answer(more), "上限：机构").toFinding().found().zh())
                .isEqualTo("7学分（差2学分）");
    }

    @Test
    void credit_from_two_outcomes_of_one_institution_counts_there_once() {
        Scene scene = new Scene()
                .with(from("a", "school-a", "3"), from("b", "school-a", "3"))
                .with(pair("a", "b"))
                .with(cap(Scope.INSTITUTION, null, absolute("6")));

        assertThat(scene.judged().granted()).isEqualTo(credits("6"));
    }

    /** The academic year begins on 1 September: the day before belongs to the year that ends. */
    @Test
    void the_first_day_of_an_academic_year_counts_in_it_and_the_day_before_does_not() {
        assertThat(twoIn(LocalDate.of(2025, 8, 31), LocalDate.of(2025, 9, 1))).isEqualTo(credits("10"));
        assertThat(twoIn(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 8, 31))).isEqualTo(credits("5"));
    }

    /** 2024-01-10 is in no named year and counts in the civil year 2024, apart from every named one. */
    @Test
    void a_date_outside_every_named_year_counts_in_its_civil_year() {
        assertThat(twoIn(LocalDate.of(2024, 1, 10), LocalDate.of(2024, 12, 31))).isEqualTo(credits("5"));
        assertThat(twoIn(LocalDate.of(2024, 1, 10), LocalDate.of(2025, 9, 1))).isEqualTo(credits("10"));
    }

    @Test
    void a_date_outside_every_term_is_under_no_cap_of_a_term() {
        Scene scene = pooled(on("holiday", "9", LocalDate.of(2026, 7, 15)))
                .with(on("last-day", "9", LocalDate.of(2026, 6, 30)))
                .with(cap(Scope.TERM, null, absolute("4")));
        scene.calendar = new AcademicCalendar(
                List.of(), List.of(new Span("spring", LocalDate.of(2026, 2, 1), LocalDate.of(2026, 7, 1))));

        // 9 in the holidays, 4 of the 9 in the term.
        assertThat(scene.judged().granted()).isEqualTo(credits("13"));
    }

    /** 25 % of 50 is 12.5: a target of exactly that fits, one of 12.501 does not, and no part of it either. */
    @Test
    void a_whole_target_that_fills_a_percentage_cap_exactly_is_granted() {
        assertThat(wholeUnderQuarterOfFifty("12.5").verdict()).isEqualTo(Verdict.GRANTED);
        Answer over = wholeUnderQuarterOfFifty("12.501");
        assertThat(over.verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(over.granted()).isEqualTo(Credits.ZERO);
        assertThat(over.banked()).isEqualTo(Credits.ZERO);
        assertThat(condition(over, "上限：类别").toFinding().found().zh()).isEqualTo("12.501学分（差0.001学分）");
    }

    @Test
    void outcomes_of_earlier_decisions_count_toward_a_count() {
        Outcome third = course("third", "2");
        Outcome fourth = course("fourth", "2");
        Scene scene = pooled(third, fourth)
                .inOrder(third, fourth)
                .with(cap(Scope.INSTITUTION, "school-a", new Limit.Count(3)));
        scene.live.add(live(course("first", "2")));
        scene.live.add(live(course("second", "2")));

        assertThat(scene.answer(third).verdict()).isEqualTo(Verdict.GRANTED);
        assertThat(scene.answer(fourth).verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(condition(scene.answer(fourth), "机构").toFinding().found().zh())
                .isEqualTo("4项（差1项）");
    }

    @Test
    void where_one_more_outcome_may_count_a_rule_that_needs_two_grants_nothing() {
        Scene scene = new Scene()
                .with(course("a", "3"), course("b", "3"))
                .with(pair("a", "b"))
                .with(cap(Scope.PROGRAMME, null, new Limit.Count(1)));
        assertThat(scene.judged().granted()).isEqualTo(Credits.ZERO);

        scene.caps.clear();
        scene.with(cap(Scope.PROGRAMME, null, new Limit.Count(2)));
        assertThat(scene.judged().granted()).isEqualTo(credits("6"));
    }

    @Test
    void a_count_of_nothing_lets_no_outcome_count_toward_whole_targets_either() {
        Scene scene = new Scene()
                .with(course("a", "3"))
                .with(target("t", "3"))
                .with(whole("w", "a", "t"))
                .with(cap(Scope.TYPE, "COURSE", new Limit.Count(0)));

        assertThat(scene.judged().granted()).isEqualTo(Credits.ZERO);
        assertThat(scene.judged().answers().getFirst().verdict()).isEqualTo(Verdict.NO_ROOM);
    }

    /** 10 in total: the target of 6 first, then 4 of the 8 divisible credits, though the learner named these first. */
    @Test
    void whole_targets_take_their_room_before_divisible_credit() {
        Outcome divisible = course("divisible", "8");
        Outcome exempt = course("exempt", "6");
        Scene scene = new Scene()
                .with(divisible, exempt)
                .inOrder(divisible, exempt)
                .with(target("t", "6"))
                .with(only("divisible"), whole("w", "exempt", "t"))
                .with(cap(Scope.PROGRAMME, null, absolute("10")));

        assertThat(scene.answer(exempt).granted()).isEqualTo(credits("6"));
        assertThat(scene.answer(divisible).granted()).isEqualTo(credits("4"));
        assertThat(scene.answer(divisible).banked()).isEqualTo(credits("4"));
    }

    /** Where three caps meet the narrowest decides: 12 in total, 9 in the category, 7 at the school. */
    @Test
    void of_several_caps_the_narrowest_decides_and_each_says_by_how_much_it_is_exceeded() {
        Outcome one = course("c", "10");
        Scene scene = pooled(one)
                .with(cap(Scope.PROGRAMME, null, absolute("12")))
                .with(cap(Scope.CATEGORY, "course", absolute("9")))
                .with(cap(Scope.INSTITUTION, null, absolute("7")));

        Answer answer = scene.answer(one);

        assertThat(answer.granted()).isEqualTo(credits("7"));
        assertThat(condition(answer, "总量").met()).isTrue();
        assertThat(condition(answer, "总量").step()).isEqualTo(Step.CAP_IN_TOTAL);
        assertThat(condition(answer, "类别").toFinding().found().zh()).isEqualTo("10学分（差1学分）");
        assertThat(condition(answer, "机构").toFinding().found().zh()).isEqualTo("10学分（差3学分）");
        assertThat(condition(answer, "机构").step()).isEqualTo(Step.CAP_PER_SOURCE);
    }

    /** 4 of an earlier decision and 6 now are 10 under a cap of 9: 5 count. */
    @Test
    void live_awards_of_the_category_use_its_cap_up() {
        Scene scene = pooled(course("now", "6")).with(cap(Scope.CATEGORY, "course", absolute("9")));
        scene.live.add(live(course("before", "4")));

        assertThat(scene.judged().granted()).isEqualTo(credits("5"));
        assertThat(scene.judged().banked()).isEqualTo(credits("1"));
    }

    private static Scene pooled(Outcome... outcomes) {
        return new Scene().with(outcomes).with(rule("r", draft -> draft));
    }

    private static LiveAward live(Outcome one) {
        return new LiveAward(
                new RuleRef("r", 1), List.of(one), null, "course", null, Objects.requireNonNull(one.stated()));
    }

    private static Outcome from(String name, String issuer, String stated) {
        return outcome(name, draft -> {
            draft.issuer = issuer;
            draft.stated = credits(stated);
            return draft;
        });
    }

    private static Outcome on(String name, String stated, LocalDate day) {
        return outcome(name, draft -> {
            draft.stated = credits(stated);
            draft.attainedOn = day;
            return draft;
        });
    }

    private static RuleVersion pair(String first, String second) {
        return rule("pair", draft -> {
            draft.sources =
                    List.of(SourceSlot.of(OutcomeKind.COURSE, first), SourceSlot.of(OutcomeKind.COURSE, second));
            return draft;
        });
    }

    private static RuleVersion only(String code) {
        return rule("only-" + code, draft -> {
            draft.sources = List.of(SourceSlot.of(OutcomeKind.COURSE, code));
            return draft;
        });
    }

    private static RuleVersion whole(String id, String code, String target) {
        return rule(id, draft -> {
            draft.sources = List.of(SourceSlot.of(OutcomeKind.COURSE, code));
            draft.grant = new Grant.Whole(List.of(target));
            return draft;
        });
    }

    /** Two outcomes of 5 on these days under a cap of 5 a year, with one academic year from 2025-09-01. */
    private static Credits twoIn(LocalDate first, LocalDate second) {
        Scene scene =
                pooled(on("first", "5", first), on("second", "5", second)).with(cap(Scope.YEAR, null, absolute("5")));
        scene.calendar = new AcademicCalendar(
                List.of(new Span("2025/26", LocalDate.of(2025, 9, 1), LocalDate.of(2026, 9, 1))), List.of());
        return scene.judged().granted();
    }

    private static Answer wholeUnderQuarterOfFifty(String amount) {
        return new Scene()
                .with(course("a", "20"))
                .with(target("t", amount))
                .with(rule("w", draft -> {
                    draft.grant = new Grant.Whole(List.of("t"));
                    draft.credit = new CreditBasis.CopyTarget();
                    return draft;
                }))
                .with(cap(Scope.CATEGORY, "core", share("25", "50")))
                .judged()
                .answers()
                .getFirst();
    }
}
