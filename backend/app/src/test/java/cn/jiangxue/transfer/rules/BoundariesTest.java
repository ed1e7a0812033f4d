package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.Scene.TODAY;
import static cn.jiangxue.transfer.rules.Scene.absolute;
import static cn.jiangxue.transfer.rules.Scene.cap;
import static cn.jiangxue.transfer.rules.Scene.condition;
import static cn.jiangxue.transfer.rules.Scene.course;
import static cn.jiangxue.transfer.rules.Scene.credits;
import static cn.jiangxue.transfer.rules.Scene.decimal;
import static cn.jiangxue.transfer.rules.Scene.outcome;
import static cn.jiangxue.transfer.rules.Scene.rule;
import static cn.jiangxue.transfer.rules.Scene.share;
import static cn.jiangxue.transfer.rules.Scene.target;
import static cn.jiangxue.transfer.rules.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.frameworks.Review;
import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Answer.Verdict;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.Demands;
import cn.jiangxue.transfer.Demands.BelowOverlap;
import cn.jiangxue.transfer.Demands.LevelGap;
import cn.jiangxue.transfer.Exclusion;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.Recording;
import cn.jiangxue.transfer.Recording.Band;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.transfer.RuleRef;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.SourceSlot;
import cn.jiangxue.transfer.Validity;
import cn.jiangxue.transfer.Validity.Decay;
import cn.jiangxue.vocabulary.Credits;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Each rule at its edge: just enough, and just not. */
class BoundariesTest {

    @Test
    void a_score_just_enough_is_enough() {
        assertThat(scored("60").verdict()).isEqualTo(Verdict.GRANTED);
        assertThat(scored("59.9").verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(scored("59.9"), "成绩").toFinding().found().en())
                .isEqualTo("59.9% (off by 0.1 percentage points)");
        assertThat(condition(scored("59.9"), "成绩").asked().zh()).isEqualTo("不低于60%");
    }

    @Test
    void an_outcome_without_a_score_meets_no_least_score_not_even_zero() {
        Outcome none = course("c", "3");

        assertThat(single(none, draft -> leastScore(draft, "60")).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(single(none, draft -> leastScore(draft, "0")).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(single(none, draft -> leastScore(draft, "60")), "成绩")
                        .toFinding()
                        .found()
                        .zh())
                .isEqualTo("无（差60个百分点）");
    }

    @Test
    void a_level_gap_is_judged_in_both_directions_apart() {
        assertThat(levels(4, 5, new LevelGap(1, 0))).isEqualTo(Verdict.GRANTED);
        assertThat(levels(3, 5, new LevelGap(1, 0))).isEqualTo(Verdict.REFUSED);
        assertThat(levels(6, 5, new LevelGap(1, 0))).isEqualTo(Verdict.REFUSED);
        assertThat(levels(7, 5, new LevelGap(0, 2))).isEqualTo(Verdict.GRANTED);
        assertThat(levels(8, 5, new LevelGap(0, 2))).isEqualTo(Verdict.REFUSED);
        assertThat(levels(5, 5, new LevelGap(0, 0))).isEqualTo(Verdict.GRANTED);
        assertThat(levels(null, 5, new LevelGap(9, 9))).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void a_level_gap_says_by_how_many_levels_it_is_exceeded() {
        Outcome low = levelled(2);
        Answer answer = whole(low, 5, new LevelGap(1, 0));

        assertThat(condition(answer, "资历等级差").toFinding().found().zh()).isEqualTo("成果2级，目标5级（差2级）");
        assertThat(condition(answer, "资历等级差").asked().en()).isEqualTo("at most 1 below and 0 above");
    }

    @Test
    void the_greatest_age_ends_before_the_anniversary() {
        Period years = Period.ofYears(5);

        assertThat(aged(TODAY.minusYears(5).plusDays(1), years)).isEqualTo(Verdict.GRANTED);
        assertThat(aged(TODAY.minusYears(5), years)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void what_begins_on_a_leap_day_ends_after_the_last_of_february() {
        LocalDate leap = LocalDate.of(2024, 2, 29);

        assertThat(CivilPeriod.end(leap, Period.ofYears(1))).isEqualTo(LocalDate.of(2025, 3, 1));
        assertThat(CivilPeriod.end(leap, Period.ofYears(4))).isEqualTo(LocalDate.of(2028, 2, 29));
        assertThat(CivilPeriod.within(leap, Period.ofYears(1), LocalDate.of(2025, 2, 28)))
                .isTrue();
        assertThat(CivilPeriod.within(leap, Period.ofYears(1), LocalDate.of(2025, 3, 1)))
                .isFalse();
        assertThat(CivilPeriod.end(LocalDate.of(2023, 2, 28), Period.ofYears(1)))
                .isEqualTo(LocalDate.of(2024, 2, 28));
        assertThat(CivilPeriod.end(LocalDate.of(2026, 8, 31), Period.ofMonths(1)))
                .isEqualTo(LocalDate.of(2026, 10, 1));
    }

    @Test
    void a_shelf_life_from_a_leap_day_lasts_through_the_last_of_february() {
        assertThat(leapRedeemed(LocalDate.of(2027, 2, 28))).isEqualTo(Verdict.GRANTED);
        assertThat(leapRedeemed(LocalDate.of(2027, 3, 1))).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void a_certificate_that_has_run_out_of_itself_counts_no_longer() {
        assertThat(validUntil(TODAY.plusDays(1))).isEqualTo(Verdict.GRANTED);
        assertThat(validUntil(TODAY)).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void what_is_attained_tomorrow_does_not_count_today() {
        assertThat(attained(TODAY)).isEqualTo(Verdict.GRANTED);
        assertThat(attained(TODAY.plusDays(1))).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void only_verified_evidence_counts_and_all_else_is_still_explained() {
        Outcome pending = outcome("p", draft -> {
            draft.stated = credits("3");
            draft.authenticity = Authenticity.PENDING;
            return draft;
        });
        Answer answer = single(pending, draft -> draft);

        assertThat(answer.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(answer.unmet()).hasSize(1);
        assertThat(answer.unmet().getFirst().found().zh()).isEqualTo("待核验");
        assertThat(answer.conditions()).extracting(Condition::step).isSorted().contains(Step.MAPPING);
    }

    @Test
    void a_rule_holds_from_its_first_day_to_the_day_before_its_last() {
        assertThat(inForce(TODAY, null)).isTrue();
        assertThat(inForce(TODAY.plusDays(1), null)).isFalse();
        assertThat(inForce(TODAY.minusDays(1), TODAY.plusDays(1))).isTrue();
        assertThat(inForce(TODAY.minusDays(1), TODAY)).isFalse();
    }

    @Test
    void a_rule_that_is_not_in_force_says_how_many_days_are_missing() {
        Answer early = single(course("c", "3"), draft -> {
            draft.from = TODAY.plusDays(10);
            return draft;
        });

        Condition inForce = condition(early, "规则版本");
        assertThat(inForce.toFinding().found().zh()).isEqualTo("2026-11-20（差10天）");
        assertThat(inForce.asked().zh()).isEqualTo("第1版，自2026-11-30起");
    }

    @Test
    void a_rule_between_two_institutions_takes_part_when_both_have_signed() {
        UnaryOperator<Scene.RuleDraft> one = draft -> {
            draft.parties = Set.of("school-a", "school-b");
            draft.signedBy = Set.of("school-a");
            draft.review = Review.BOTH_INSTITUTIONS;
            return draft;
        };
        Answer unsigned = single(course("c", "3"), one);
        Answer signed = single(course("c", "3"), draft -> {
            one.apply(draft).signedBy = Set.of("school-b", "school-a", "school-c");
            return draft;
        });

        assertThat(unsigned.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(unsigned, "规则版本").toFinding().found().zh()).isEqualTo("尚未签署：school-b（差1方签署）");
        assertThat(signed.verdict()).isEqualTo(Verdict.GRANTED);
        assertThat(signed.review()).isEqualTo(Review.BOTH_INSTITUTIONS);
    }

    @Test
    void the_newest_version_in_force_decides_and_an_unsigned_newer_one_does_not() {
        Outcome one = course("c", "3");
        Scene scene = new Scene().with(one).with(version(1, "1", true), version(2, "2", true), version(3, "3", false));

        assertThat(scene.answer(one).rule()).isEqualTo(new RuleRef("r", 2));
        assertThat(scene.answer(one).granted()).isEqualTo(credits("2"));
        assertThat(scene.answers(one)).hasSize(1);
    }

    @Test
    void the_same_version_twice_is_a_mistake() {
        Scene scene = new Scene().with(course("c", "3")).with(version(1, "1", true), version(1, "2", true));

        assertThatThrownBy(scene::judged).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void one_id_with_two_contents_is_a_mistake() {
        Scene scene = new Scene().with(course("c", "3"), course("c", "4"));

        assertThatThrownBy(scene::judged).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void the_same_evidence_counts_once() {
        Outcome first = course("first", "3");
        Outcome copy = outcome("copy", draft -> {
            draft.stated = credits("5");
            draft.evidence = "sha256:first";
            return draft;
        });
        Scene scene = new Scene().with(copy, first).inOrder(first).with(rule("r", draft -> draft));

        assertThat(scene.judged().granted()).isEqualTo(credits("3"));
        assertThat(condition(scene.answer(copy), "同一证明材料").met()).isFalse();
        assertThat(condition(scene.answer(first), "同一证明材料").met()).isTrue();
    }

    @Test
    void several_sources_together_cover_what_none_covers_alone() {
        Outcome half = covering("half", "u1");
        Outcome rest = covering("rest", "u2");
        Scene scene = new Scene()
                .with(half, rest)
                .with(units("t", "4", Map.of("u1", decimal("0.5"), "u2", decimal("0.5"))))
                .with(rule("pair", draft -> {
                    draft.sources = List.of(
                            SourceSlot.of(OutcomeKind.COURSE, "half"), SourceSlot.of(OutcomeKind.COURSE, "rest"));
                    draft.grant = new Grant.Whole(List.of("t"));
                    draft.credit = new CreditBasis.CopyTarget();
                    draft.demands = new Demands(decimal("100"), BelowOverlap.REFUSE, null, null, null);
                    return draft;
                }));

        assertThat(scene.answer(half).verdict()).isEqualTo(Verdict.GRANTED);
        assertThat(scene.answer(half).sources()).containsExactly(half.id(), rest.id());
        scene.outcomes.remove(rest);
        assertThat(scene.answer(half).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(scene.answer(half), "所需成果齐备").toFinding().found().zh())
                .isEqualTo("1项（差1项）");
    }

    @Test
    void several_sources_give_several_targets_and_no_more_than_they_are_worth() {
        Scene scene = new Scene()
                .with(course("a", "3"), course("b", "4"))
                .with(target("x", "3"), target("y", "4"), target("z", "5"))
                .with(rule("many", draft -> {
                    draft.sources =
                            List.of(SourceSlot.of(OutcomeKind.COURSE, "a"), SourceSlot.of(OutcomeKind.COURSE, "b"));
                    draft.grant = new Grant.Whole(List.of("x", "y", "z"));
                    return draft;
                }));

        assertThat(scene.judged().grants()).extracting(Answer::target).containsExactly("x", "y");
        assertThat(scene.judged().granted()).isEqualTo(credits("7"));
    }

    @Test
    void two_slots_of_one_kind_are_filled_once_by_each_pair() {
        Scene scene = new Scene()
                .with(course("a", "3"), course("b", "3"), course("c", "3"))
                .with(rule("pair", draft -> {
                    draft.sources = List.of(SourceSlot.any(OutcomeKind.COURSE), SourceSlot.any(OutcomeKind.COURSE));
                    return draft;
                }));

        assertThat(scene.judged().answers()).hasSize(3);
        assertThat(scene.judged().granted()).isEqualTo(credits("6"));
    }

    @Test
    void a_rule_that_can_be_filled_in_too_many_ways_asks_which_outcomes_are_meant() {
        Scene scene = new Scene().with(rule("vague", draft -> {
            draft.sources = List.of(SourceSlot.any(OutcomeKind.COURSE), SourceSlot.any(OutcomeKind.COURSE));
            return draft;
        }));
        for (int i = 0; i < 24; i++) {
            scene.with(course("c" + i, "1"));
        }
        assertThat(scene.judged().granted()).isEqualTo(Credits.ZERO);
        assertThat(scene.judged().answers().getFirst().unmet())
                .anyMatch(one -> one.found().zh().equals("可行组合过多，请指明成果"));
        scene.outcomes.removeLast();
        assertThat(scene.judged().granted()).isEqualTo(credits("22"));
    }

    @Test
    void a_table_of_scores_gives_the_row_that_is_reached() {
        assertThat(tabled("59.9")).isEqualTo(Credits.ZERO);
        assertThat(tabled("60")).isEqualTo(credits("2"));
        assertThat(tabled("84.9")).isEqualTo(credits("2"));
        assertThat(tabled("85")).isEqualTo(credits("3"));
    }

    @Test
    void a_table_of_levels_reads_the_lowest_of_several_sources() {
        RuleVersion pair = rule("pair", draft -> {
            draft.sources =
                    List.of(SourceSlot.of(OutcomeKind.COURSE, "low"), SourceSlot.of(OutcomeKind.COURSE, "high"));
            draft.credit = new CreditBasis.Table(
                    CreditBasis.Key.LEVEL,
                    List.of(
                            new CreditBasis.Row(decimal("3"), credits("1")),
                            new CreditBasis.Row(decimal("5"), credits("9"))));
            return draft;
        });
        Scene scene = new Scene().with(named("low", 4), named("high", 6)).with(pair);

        assertThat(scene.judged().granted()).isEqualTo(credits("1"));
        assertThat(scene.judged().grants().getFirst().level()).isEqualTo(4);
        assertThat(new Scene()
                        .with(named("low", null), named("high", 6))
                        .with(pair)
                        .judged()
                        .granted())
                .isEqualTo(Credits.ZERO);
    }

    @Test
    void fixed_credit_is_the_same_whatever_the_outcome_states() {
        assertThat(single(course("c", "9"), draft -> {
                            draft.credit = new CreditBasis.Fixed(credits("2.5"));
                            return draft;
                        })
                        .granted())
                .isEqualTo(credits("2.5"));
    }

    @Test
    void what_states_no_credit_leaves_nothing_to_copy() {
        Answer answer = single(outcome("c", draft -> draft), draft -> draft);

        assertThat(answer.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(answer, "折算学分").met()).isFalse();
    }

    @Test
    void decay_keeps_less_from_the_anniversary_on() {
        assertThat(decayed(TODAY.minusYears(3).plusDays(1))).isEqualTo(credits("3.333"));
        assertThat(decayed(TODAY.minusYears(3))).isEqualTo(credits("1.666"));
        assertThat(decayed(TODAY.minusYears(6))).isEqualTo(Credits.ZERO);
    }

    @Test
    void the_mark_is_recorded_as_the_rule_says() {
        assertThat(mark(new Recording.Exempt(), "90")).isEqualTo(new LocalText("免修", "Exempt"));
        assertThat(mark(new Recording.Pass(), "90")).isEqualTo(new LocalText("合格", "Pass"));
        assertThat(mark(bands(), "90")).isEqualTo(text("A"));
        assertThat(mark(bands(), "89.99")).isEqualTo(text("B"));
        assertThat(mark(bands(), "59")).isEqualTo(new LocalText("合格", "Pass"));
    }

    @Test
    void a_target_that_is_never_exemptible_is_refused() {
        Outcome one = course("c", "3");
        Scene scene = new Scene().with(one).with(target("thesis", "3")).with(toTarget("thesis"));
        assertThat(scene.answer(one).verdict()).isEqualTo(Verdict.GRANTED);

        scene.with(new Exclusion.NeverExemptible(Set.of("thesis"), Scene.GROUNDS));

        assertThat(scene.answer(one).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(scene.answer(one), "可以转换免修").found()).isEqualTo(new LocalText("否", "no"));
    }

    @Test
    void an_outcome_no_rule_speaks_of_is_answered_all_the_same() {
        Outcome one = course("c", "3");
        Answer answer = new Scene().with(one).answer(one);

        assertThat(answer.rule()).isNull();
        assertThat(answer.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(answer.conditions()).hasSizeGreaterThan(3);
        assertThat(answer.unmet()).hasSize(1);
        assertThat(answer.unmet().getFirst().found().zh()).isEqualTo("没有规则适用于该成果");
    }

    @Test
    void a_percentage_cap_is_rounded_down_and_a_percentage_floor_up() {
        assertThat(share("33.3333", "10").most()).isEqualTo(credits("3.333"));
        assertThat(share("33.3333", "10").least()).isEqualTo(credits("3.334"));
        assertThat(share("25", "120").most()).isEqualTo(share("25", "120").least());
    }

    @Test
    void credit_goes_through_the_rule_that_grants_most_under_the_caps() {
        Outcome one = course("c", "6");
        Scene scene = new Scene()
                .with(one)
                .with(
                        WorkedExamplesTest.pool("a", OutcomeKind.COURSE, "full"),
                        WorkedExamplesTest.pool("b", OutcomeKind.COURSE, "free"))
                .with(cap(Scope.CATEGORY, "full", absolute("2")));

        assertThat(scene.judged().grants()).hasSize(1);
        assertThat(scene.judged().grants().getFirst().category()).isEqualTo("free");
        assertThat(condition(scene.answers(one).getFirst(), "只经一条规则").met()).isFalse();
        assertThat(scene.judged().banked()).isEqualTo(Credits.ZERO);
    }

    @Test
    void a_cap_that_was_lowered_below_what_counts_already_leaves_no_room_and_takes_nothing_back() {
        Outcome old = course("old", "9");
        Outcome fresh = course("fresh", "3");
        Scene scene =
                new Scene().with(fresh).with(rule("r", draft -> draft)).with(cap(Scope.PROGRAMME, null, absolute("6")));
        scene.live.add(new LiveAward(new RuleRef("r", 1), List.of(old), null, "course", null, credits("9")));

        assertThat(scene.answer(fresh).verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(scene.answer(fresh).banked()).isEqualTo(credits("3"));
        assertThat(condition(scene.answer(fresh), "总量").toFinding().found().zh())
                .isEqualTo("12学分（差6学分）");
        assertThat(scene.judged().reversals()).isEmpty();
    }

    private static Answer single(Outcome one, UnaryOperator<Scene.RuleDraft> change) {
        return new Scene().with(one).with(rule("r", change)).answer(one);
    }

    private static Scene.RuleDraft leastScore(Scene.RuleDraft draft, String least) {
        draft.demands = new Demands(null, BelowOverlap.REFUSE, decimal(least), null, null);
        return draft;
    }

    private static Outcome scoredCourse(String score) {
        return outcome("c", draft -> {
            draft.stated = credits("3");
            draft.score = decimal(score);
            return draft;
        });
    }

    private static Answer scored(String score) {
        return single(scoredCourse(score), draft -> leastScore(draft, "60"));
    }

    private static Outcome levelled(@Nullable Integer level) {
        return named("c", level);
    }

    private static Outcome named(String name, @Nullable Integer level) {
        return outcome(name, draft -> {
            draft.stated = credits("3");
            draft.level = level;
            return draft;
        });
    }

    private static Verdict levels(@Nullable Integer from, int to, LevelGap gap) {
        Answer whole = whole(levelled(from), to, gap);
        Scene pooled = new Scene().with(levelled(from)).with(rule("r", draft -> gap(draft, gap)));
        pooled.level = to;
        assertThat(pooled.answer(levelled(from)).verdict()).isEqualTo(whole.verdict());
        return whole.verdict();
    }

    private static Answer whole(Outcome one, int to, LevelGap gap) {
        return new Scene()
                .with(one)
                .with(new Target("t", text("t"), credits("3"), "core", to, Map.of()))
                .with(rule("r", draft -> {
                    draft.grant = new Grant.Whole(List.of("t"));
                    return gap(draft, gap);
                }))
                .answer(one);
    }

    private static Scene.RuleDraft gap(Scene.RuleDraft draft, LevelGap gap) {
        draft.demands = new Demands(null, BelowOverlap.REFUSE, null, gap, null);
        return draft;
    }

    private static Outcome on(LocalDate day) {
        return outcome("c", draft -> {
            draft.stated = credits("3");
            draft.attainedOn = day;
            return draft;
        });
    }

    private static Verdict aged(LocalDate day, Period greatest) {
        return single(on(day), draft -> {
                    draft.demands = new Demands(null, BelowOverlap.REFUSE, null, null, greatest);
                    return draft;
                })
                .verdict();
    }

    private static Verdict attained(LocalDate day) {
        return single(on(day), draft -> draft).verdict();
    }

    private static Verdict leapRedeemed(LocalDate day) {
        Outcome one = on(LocalDate.of(2020, 2, 29));
        Scene scene = new Scene().with(one).with(rule("r", draft -> {
            draft.validity = new Validity(7, List.of());
            return draft;
        }));
        scene.asOf = day;
        return scene.answer(one).verdict();
    }

    private static Verdict validUntil(LocalDate day) {
        return single(
                        outcome("c", draft -> {
                            draft.stated = credits("3");
                            draft.validUntil = day;
                            return draft;
                        }),
                        draft -> draft)
                .verdict();
    }

    private static boolean inForce(LocalDate from, @Nullable LocalDate until) {
        return single(course("c", "3"), draft -> {
                    draft.from = from;
                    draft.until = until;
                    return draft;
                })
                .isGranted();
    }

    private static RuleVersion version(int number, String amount, boolean signed) {
        return rule("r", draft -> {
            draft.version = number;
            draft.parties = Set.of("school-a");
            draft.signedBy = signed ? Set.of("school-a") : Set.of();
            draft.credit = new CreditBasis.Fixed(credits(amount));
            return draft;
        });
    }

    private static Outcome covering(String name, String unit) {
        return outcome(name, draft -> {
            draft.stated = credits("2");
            draft.units = Set.of(unit);
            return draft;
        });
    }

    private static Target units(String id, String amount, Map<String, BigDecimal> units) {
        return new Target(id, text(id), credits(amount), "core", null, units);
    }

    private static RuleVersion toTarget(String target) {
        return rule("r", draft -> {
            draft.grant = new Grant.Whole(List.of(target));
            return draft;
        });
    }

    private static Credits tabled(String score) {
        return single(scoredCourse(score), draft -> {
                    draft.credit = new CreditBasis.Table(
                            CreditBasis.Key.SCORE,
                            List.of(
                                    new CreditBasis.Row(decimal("60"), credits("2")),
                                    new CreditBasis.Row(decimal("85"), credits("3"))));
                    return draft;
                })
                .granted();
    }

    private static Credits decayed(LocalDate day) {
        Outcome one = outcome("c", draft -> {
            draft.stated = credits("3.333");
            draft.attainedOn = day;
            return draft;
        });
        return single(one, draft -> {
                    draft.validity = new Validity(null, List.of(new Decay(3, 50), new Decay(6, 0)));
                    return draft;
                })
                .granted();
    }

    private static Recording bands() {
        return new Recording.Converted(List.of(new Band(decimal("60"), text("B")), new Band(decimal("90"), text("A"))));
    }

    private static @Nullable LocalText mark(Recording recording, String score) {
        return single(scoredCourse(score), draft -> {
                    draft.recording = recording;
                    return draft;
                })
                .mark();
    }
}
