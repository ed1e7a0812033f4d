package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.Scene.TODAY;
import static cn.jiangxue.transfer.rules.Scene.absolute;
import static cn.jiangxue.transfer.rules.Scene.cap;
import static cn.jiangxue.transfer.rules.Scene.condition;
import static cn.jiangxue.transfer.rules.Scene.credits;
import static cn.jiangxue.transfer.rules.Scene.decimal;
import static cn.jiangxue.transfer.rules.Scene.outcome;
import static cn.jiangxue.transfer.rules.Scene.rule;
import static cn.jiangxue.transfer.rules.Scene.target;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.frameworks.CreditUnit;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Answer.Verdict;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.CreditBasis.Row;
import cn.jiangxue.transfer.Demands;
import cn.jiangxue.transfer.Demands.BelowOverlap;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Recording;
import cn.jiangxue.transfer.Recording.Band;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.SourceSlot;
import cn.jiangxue.transfer.Validity;
import cn.jiangxue.transfer.Validity.Decay;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What outcomes are worth, what time takes away from it, and which version of a rule says so. */
class WorthMeetsValidityTest {

    /** 26 + 26 = 52 hours; 52 ÷ 18 = 2.88…, down to a half: 2.5. One by one it would be 1.0 + 1.0. */
    @Test
    void hours_of_several_sources_are_added_before_they_are_rounded() {
        CreditUnit unit = Frameworks.load().creditUnits().stream()
                .filter(one -> one.id().equals("class-18"))
                .findFirst()
                .orElseThrow();
        Scene scene = new Scene().with(hours("a"), hours("b")).with(pair(draft -> {
            draft.credit = new CreditBasis.ByHours(unit);
            return draft;
        }));

        assertThat(scene.judged().granted()).isEqualTo(credits("2.5"));
        assertThat(condition(scene.judged().answers().getFirst(), "折算学分").met()).isTrue();
    }

    @Test
    void one_certificate_covers_as_many_targets_as_it_is_worth() {
        assertThat(threeThreeFour("10", new CreditBasis.CopyStated())).isEqualTo(credits("10"));
        // Of 3, 3 and 4 no choice makes 9; 3 + 4 does not exceed it.
        assertThat(threeThreeFour("9", new CreditBasis.CopyStated())).isEqualTo(credits("7"));
        assertThat(threeThreeFour("2.999", new CreditBasis.CopyStated())).isEqualTo(Credits.ZERO);
    }

    @Test
    void credit_copied_from_the_targets_looks_at_nothing_the_outcome_states() {
        assertThat(threeThreeFour("1", new CreditBasis.CopyTarget())).isEqualTo(credits("10"));
        assertThat(threeThreeFour("99", new CreditBasis.Fixed(credits("6")))).isEqualTo(credits("6"));
    }

    @Test
    void a_table_by_level_gives_its_row_from_the_very_level_on() {
        assertThat(byLevel(3)).isEqualTo(Credits.ZERO);
        assertThat(byLevel(4)).isEqualTo(credits("2"));
        assertThat(byLevel(5)).isEqualTo(credits("2"));
        assertThat(byLevel(6)).isEqualTo(credits("5"));
        assertThat(byLevel(null)).isEqualTo(Credits.ZERO);
    }

    /** 92 and 74: the table and the bands read the 74. */
    @Test
    void with_several_sources_the_lowest_score_is_read() {
        RuleVersion rule = pair(draft -> {
            draft.credit = new CreditBasis.Table(
                    CreditBasis.Key.SCORE,
                    List.of(new Row(decimal("60"), credits("2")), new Row(decimal("90"), credits("4"))));
            draft.recording = new Recording.Converted(List.of(
                    new Band(decimal("60"), Scene.text("C")),
                    new Band(decimal("74"), Scene.text("B")),
                    new Band(decimal("90"), Scene.text("A"))));
            return draft;
        });
        Answer both = new Scene()
                .with(scored("a", "92"), scored("b", "74"), scored("a", "92"))
                .with(rule)
                .judged()
                .answers()
                .getFirst();

        assertThat(both.granted()).isEqualTo(credits("2"));
        assertThat(both.mark()).isEqualTo(Scene.text("B"));
        assertThat(new Scene()
                        .with(scored("a", "92"), scored("b", null))
                        .with(rule)
                        .judged()
                        .granted())
                .isEqualTo(Credits.ZERO);
    }

    @Test
    void a_converted_mark_without_a_score_is_a_pass() {
        Answer answer = new Scene()
                .with(scored("a", null))
                .with(rule("r", draft -> {
                    draft.recording = new Recording.Converted(List.of(new Band(decimal("0"), Scene.text("D"))));
                    return draft;
                }))
                .judged()
                .answers()
                .getFirst();

        assertThat(answer.granted()).isEqualTo(credits("4"));
        assertThat(answer.mark()).isNotNull();
        assertThat(answer.mark().en()).isEqualTo("Pass");
    }

    @Test
    void the_least_score_is_asked_of_each_source() {
        RuleVersion rule = pair(draft -> {
            draft.demands = new Demands(null, BelowOverlap.REFUSE, decimal("60"), null, null);
            return draft;
        });
        Scene scene = new Scene().with(scored("a", "60"), scored("b", "59.5")).with(rule);

        Answer answer = scene.judged().answers().getFirst();

        assertThat(answer.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(answer.unmet()).hasSize(1);
        assertThat(answer.unmet().getFirst().toFinding().found().zh()).isEqualTo("59.5%（差0.5个百分点）");
    }

    /** 10 stated, half of it kept after three years: worth 5; 4 fit under the cap, and 1 stays banked, not 6. */
    @Test
    void credit_decays_before_it_meets_a_cap() {
        Outcome old = attained("old", "10", TODAY.minusYears(3));
        Scene scene =
                new Scene().with(old).with(decaying(new Decay(3, 50))).with(cap(Scope.PROGRAMME, null, absolute("4")));

        assertThat(scene.judged().granted()).isEqualTo(credits("4"));
        assertThat(scene.judged().banked()).isEqualTo(credits("1"));
        assertThat(condition(scene.answer(old), "折算学分").asked().en()).endsWith(", of which 50% is kept at this age");
        assertThat(condition(scene.answer(old), "折算学分").found().zh()).isEqualTo("5学分");
    }

    /** 4 stated, 75 % kept: 3. A target of 3 is granted, one of 4 is not. */
    @Test
    void credit_that_decayed_below_a_whole_target_does_not_reach_it() {
        Scene scene = new Scene()
                .with(attained("old", "4", TODAY.minusYears(1)))
                .with(target("three", "3"), target("four", "4"))
                .with(rule("r", draft -> {
                    draft.grant = new Grant.Whole(List.of("three", "four"));
                    draft.validity = new Validity(null, List.of(new Decay(1, 75)));
                    return draft;
                }));

        assertThat(scene.judged().grants()).extracting(Answer::target).containsExactly("three");
        assertThat(condition(scene.judged().answers().get(1), "折算学分之内")
                        .toFinding()
                        .found()
                        .zh())
                .isEqualTo("7学分（差4学分）");
    }

    /** (2 + 2) × 50 %, because one of the two is three years old. */
    @Test
    void the_oldest_of_several_sources_decides_what_is_kept() {
        RuleVersion rule = pair(draft -> {
            draft.validity = new Validity(null, List.of(new Decay(3, 50)));
            return draft;
        });
        Outcome fresh = attained("a", "2", TODAY);

        assertThat(new Scene()
                        .with(fresh, attained("b", "2", TODAY.minusYears(3)))
                        .with(rule)
                        .judged()
                        .granted())
                .isEqualTo(credits("2"));
        assertThat(new Scene()
                        .with(fresh, attained("b", "2", TODAY.minusYears(3).plusDays(1)))
                        .with(rule)
                        .judged()
                        .granted())
                .isEqualTo(credits("4"));
    }

    /** Half of 0.001 is 0.0005, which is no milli-credit: worth nothing, so refused. */
    @Test
    void what_decays_to_less_than_a_thousandth_is_worth_nothing() {
        Outcome grain = attained("grain", "0.001", TODAY.minusYears(3));
        Scene scene = new Scene().with(grain).with(decaying(new Decay(3, 50)));

        assertThat(scene.answer(grain).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(scene.answer(grain), "折算学分").found().zh()).isEqualTo("0学分");
    }

    /** The step after two years takes the place of the step after one: 80 % of 80 % is nobody's rule. */
    @Test
    void a_later_step_of_decay_takes_the_place_of_the_earlier_one() {
        RuleVersion rule = decaying(new Decay(1, 80), new Decay(2, 50));

        assertThat(new Scene()
                        .with(attained("a", "10", TODAY.minusYears(1)))
                        .with(rule)
                        .judged()
                        .granted())
                .isEqualTo(credits("8"));
        assertThat(new Scene()
                        .with(attained("a", "10", TODAY.minusYears(2)))
                        .with(rule)
                        .judged()
                        .granted())
                .isEqualTo(credits("5"));
    }

    /** One year from 29 February 2024 is over on 1 March 2025, not on 28 February. */
    @Test
    void decay_from_a_leap_day_begins_after_the_last_of_february() {
        Scene scene = new Scene()
                .with(attained("leap", "10", LocalDate.of(2024, 2, 29)))
                .with(decaying(new Decay(1, 40)));

        scene.asOf = LocalDate.of(2025, 2, 28);
        assertThat(scene.judged().granted()).isEqualTo(credits("10"));
        scene.asOf = LocalDate.of(2025, 3, 1);
        assertThat(scene.judged().granted()).isEqualTo(credits("4"));
    }

    @Test
    void shelf_life_and_greatest_age_are_two_conditions_and_the_shorter_one_decides() {
        Outcome old = attained("old", "4", TODAY.minusYears(4));
        Answer answer = new Scene()
                .with(old)
                .with(rule("r", draft -> {
                    draft.validity = new Validity(5, List.of());
                    draft.demands = new Demands(null, BelowOverlap.REFUSE, null, null, Period.ofMonths(36));
                    return draft;
                }))
                .answer(old);

        assertThat(condition(answer, "学分有效期").met()).isTrue();
        assertThat(condition(answer, "学分有效期").step()).isEqualTo(Step.VALIDITY);
        assertThat(condition(answer, "取得时间不过久").met()).isFalse();
        assertThat(condition(answer, "取得时间不过久").step()).isEqualTo(Step.MAPPING);
        // 36 months from 2022-11-20 end before 2025-11-20: the last good day is the 19th, and a year and a day lie
        // between it and today.
        assertThat(condition(answer, "取得时间不过久").toFinding().found().zh()).isEqualTo("2026-11-20（差366天）");
        assertThat(answer.verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void a_certificate_may_run_out_before_the_shelf_life_of_its_credit() {
        Outcome old = outcome("old", draft -> {
            draft.stated = credits("4");
            draft.validUntil = LocalDate.of(2026, 11, 10);
            return draft;
        });
        Answer answer = new Scene()
                .with(old)
                .with(rule("r", draft -> {
                    draft.validity = new Validity(5, List.of());
                    return draft;
                }))
                .answer(old);

        assertThat(answer.unmet()).extracting(one -> one.what().zh()).containsExactly("成果本身有效");
        // The last good day was the 9th; the 20th is 11 days after it.
        assertThat(answer.unmet().getFirst().toFinding().found().zh()).isEqualTo("2026-11-20（差11天）");
    }

    @Test
    void on_the_day_of_the_change_the_new_version_decides() {
        assertThat(changedOver(TODAY.plusDays(1))).isEqualTo(credits("1"));
        assertThat(changedOver(TODAY)).isEqualTo(credits("2"));
    }

    @Test
    void when_a_newer_version_has_ended_the_older_one_that_still_holds_decides() {
        Outcome one = attained("c", "4", TODAY);
        Scene scene = new Scene()
                .with(one)
                .with(fixed(1, "1", LocalDate.of(2020, 1, 1), null))
                .with(fixed(2, "2", LocalDate.of(2021, 1, 1), TODAY));

        assertThat(scene.judged().granted()).isEqualTo(credits("1"));
    }

    @Test
    void where_no_version_holds_the_newest_is_explained() {
        Outcome one = attained("c", "4", TODAY);
        Answer answer = new Scene()
                .with(one)
                .with(fixed(1, "1", LocalDate.of(2020, 1, 1), LocalDate.of(2021, 1, 1)))
                .with(fixed(2, "2", LocalDate.of(2021, 1, 1), LocalDate.of(2026, 11, 18)))
                .answer(one);

        Condition inForce = condition(answer, "规则版本");
        assertThat(inForce.asked().zh()).isEqualTo("第2版，自2021-01-01起，2026-11-18前");
        assertThat(inForce.asked().en()).isEqualTo("version 2, from 2021-01-01, before 2026-11-18");
        // Its last day was the 17th; the 20th is 3 days after it.
        assertThat(inForce.toFinding().found().zh()).isEqualTo("2026-11-20（差3天）");
    }

    private static Outcome hours(String name) {
        return outcome(name, draft -> {
            draft.hours = 26;
            return draft;
        });
    }

    private static Outcome scored(String name, @Nullable String score) {
        return outcome(name, draft -> {
            draft.stated = credits("4");
            draft.score = score == null ? null : decimal(score);
            return draft;
        });
    }

    private static Outcome attained(String name, String stated, LocalDate day) {
        return outcome(name, draft -> {
            draft.stated = credits(stated);
            draft.attainedOn = day;
            return draft;
        });
    }

    private static RuleVersion decaying(Decay... steps) {
        return rule("r", draft -> {
            draft.validity = new Validity(null, List.of(steps));
            return draft;
        });
    }

    private static RuleVersion pair(UnaryOperator<Scene.RuleDraft> change) {
        return rule("pair", draft -> {
            draft.sources = List.of(SourceSlot.of(OutcomeKind.COURSE, "a"), SourceSlot.of(OutcomeKind.COURSE, "b"));
            return change.apply(draft);
        });
    }

    private static RuleVersion fixed(int version, String amount, LocalDate from, @Nullable LocalDate until) {
        return rule("r", draft -> {
            draft.version = version;
            draft.credit = new CreditBasis.Fixed(credits(amount));
            draft.from = from;
            draft.until = until;
            return draft;
        });
    }

    private static Credits changedOver(LocalDate day) {
        return new Scene()
                .with(attained("c", "4", TODAY))
                .with(fixed(1, "1", LocalDate.of(2020, 1, 1), day))
                .with(fixed(2, "2", day, null))
                .judged()
                .granted();
    }

    private static Credits byLevel(@Nullable Integer level) {
        return new Scene()
                .with(outcome("c", draft -> {
                    draft.level = level;
                    return draft;
                }))
                .with(rule("r", draft -> {
                    draft.credit = new CreditBasis.Table(
                            CreditBasis.Key.LEVEL,
                            List.of(new Row(decimal("4"), credits("2")), new Row(decimal("6"), credits("5"))));
                    return draft;
                }))
                .judged()
                .granted();
    }

    private static Credits threeThreeFour(String stated, CreditBasis basis) {
        return new Scene()
                .with(attained("c", stated, TODAY))
                .with(target("x", "3"), target("y", "3"), target("z", "4"))
                .with(rule("r", draft -> {
                    draft.grant = new Grant.Whole(List.of("x", "y", "z"));
                    draft.credit = basis;
                    return draft;
                }))
                .judged()
                .granted();
    }
}
