package cn.jiangxue.transfer.rules;

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

import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Answer.Verdict;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.Demands;
import cn.jiangxue.transfer.Demands.BelowOverlap;
import cn.jiangxue.transfer.Demands.LevelGap;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Exclusion;
import cn.jiangxue.transfer.Floor;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Optimality;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Standing;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.Request.HomeCredit;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.transfer.RuleRef;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.SourceSlot;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Overlap and levels toward targets, the choice among targets, and the floors that look at everything together. */
class TargetsAndFloorsTest {

    /** Two units of three alike are 66.666… %: more than 66.66 %, less than 66.67 %. Nothing is rounded to decide. */
    @Test
    void overlap_of_two_thirds_is_compared_exactly() {
        assertThat(thirds("66.66")).isEqualTo(Verdict.GRANTED);
        assertThat(thirds("66.67")).isEqualTo(Verdict.REFUSED);
    }

    /** 0.5 of u1, covered twice, is 50 % and not 100 %. */
    @Test
    void a_unit_that_two_sources_cover_counts_once() {
        Answer answer = new Scene()
                .with(covering("a", "u1"), covering("b", "u1"))
                .with(unitTarget(Map.of("u1", decimal("0.5"), "u2", decimal("0.5"))))
                .with(pair(overlap("50.01", BelowOverlap.REFUSE)))
                .judged()
                .answers()
                .getFirst();

        assertThat(condition(answer, "重合度").toFinding().found().zh()).isEqualTo("50%（差0.01个百分点）");
    }

    @Test
    void a_target_without_units_is_overlapped_by_nothing() {
        Answer answer = new Scene()
                .with(covering("a", "u1"))
                .with(unitTarget(Map.of()))
                .with(whole(overlap("0", BelowOverlap.REFUSE)))
                .judged()
                .answers()
                .getFirst();

        assertThat(condition(answer, "重合度").found().zh()).isEqualTo("0%");
        // 0 % is not short of 0 %: a rule that asks for no overlap is not stopped by it.
        assertThat(answer.verdict()).isEqualTo(Verdict.GRANTED);
    }

    /** Prior learning may mend an overlap, but not a score; so with both short the answer is no. */
    @Test
    void prior_learning_is_offered_only_where_the_overlap_alone_falls_short() {
        Scene scene = new Scene()
                .with(covering("a", "u1"))
                .with(unitTarget(Map.of("u1", decimal("0.5"), "u2", decimal("0.5"))));
        Demands both = new Demands(decimal("80"), BelowOverlap.PRIOR_LEARNING, decimal("60"), null, null);

        scene.rules.add(whole(overlap("80", BelowOverlap.PRIOR_LEARNING)));
        assertThat(scene.judged().answers().getFirst().verdict()).isEqualTo(Verdict.PRIOR_LEARNING);
        scene.rules.set(0, whole(both));
        assertThat(scene.judged().answers().getFirst().verdict()).isEqualTo(Verdict.REFUSED);
    }

    @Test
    void the_level_gap_is_asked_of_each_source() {
        Demands same = new Demands(null, BelowOverlap.REFUSE, null, new LevelGap(0, 0), null);
        Answer answer = new Scene()
                .with(levelled("a", 5), levelled("b", 4))
                .with(new Target("t", text("t"), credits("4"), "core", 5, Map.of()))
                .with(pair(same))
                .judged()
                .answers()
                .getFirst();

        assertThat(answer.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(answer.unmet()).hasSize(1);
        assertThat(answer.unmet().getFirst().toFinding().found().zh()).isEqualTo("成果4级，目标5级（差1级）");
    }

    @Test
    void a_target_without_a_level_is_judged_by_that_of_the_programme() {
        Demands same = new Demands(null, BelowOverlap.REFUSE, null, new LevelGap(0, 0), null);
        Scene scene = new Scene().with(levelled("a", 5)).with(target("t", "4")).with(whole(same));

        scene.level = 5;
        assertThat(scene.judged().answers().getFirst().verdict()).isEqualTo(Verdict.GRANTED);
        scene.level = 6;
        assertThat(scene.judged().answers().getFirst().verdict()).isEqualTo(Verdict.REFUSED);
        scene.level = null;
        assertThat(condition(scene.judged().answers().getFirst(), "资历等级差")
                        .found()
                        .en())
                .isEqualTo("level unknown");
    }

    /** "flexible" may go to x or y, "bound" only to x. Taken one by one in order, flexible would take x and bound nothing. */
    @Test
    void an_outcome_with_a_choice_makes_room_for_one_without() {
        Outcome flexible = course("flexible", "4");
        Outcome bound = course("bound", "4");
        Scene scene = new Scene()
                .with(flexible, bound)
                .inOrder(flexible, bound)
                .with(target("x", "4"), target("y", "4"))
                .with(toTargets("flexible", "x", "y"), toTargets("bound", "x"));

        assertThat(scene.judged().granted()).isEqualTo(credits("8"));
        assertThat(scene.judged().optimality()).isEqualTo(new Optimality.Proven());
        assertThat(grantedTo(scene, bound)).containsExactly("x");
        assertThat(grantedTo(scene, flexible)).containsExactly("y");
    }

    @Test
    void of_two_outcomes_for_one_target_the_learners_first_is_used() {
        Outcome one = course("one", "4");
        Outcome other = course("other", "4");
        Scene scene = new Scene()
                .with(one, other)
                .with(target("x", "4"))
                .with(toTargets("one", "x"), toTargets("other", "x"));

        scene.inOrder(other, one);
        assertThat(grantedTo(scene, other)).containsExactly("x");
        scene.priority.clear();
        scene.inOrder(one, other);
        assertThat(grantedTo(scene, one)).containsExactly("x");
    }

    /** Room for 6: 2 + 4 and 3 + 3 are both 6; the programme lists a (2) first. */
    @Test
    void of_equal_sums_the_targets_that_the_programme_lists_first_are_granted() {
        Scene scene = new Scene()
                .with(course("c", "6"))
                .with(target("a", "2"), target("b", "3"), target("c", "3"), target("d", "4"))
                .with(toTargets("c", "a", "b", "c", "d"));

        assertThat(scene.judged().grants()).extracting(Answer::target).containsExactly("a", "d");
    }

    /** 6 by the target or 6 by the pool: of equal sums the target is satisfied, and the pool gets nothing of the same outcome. */
    @Test
    void an_outcome_that_satisfies_a_target_does_not_also_fill_a_pool() {
        Outcome one = course("c", "6");
        Scene scene = new Scene()
                .with(one)
                .with(target("x", "6"))
                .with(toTargets("c", "x"), WorkedExamplesTest.pool("pool", OutcomeKind.COURSE, "free"));

        assertThat(scene.judged().granted()).isEqualTo(credits("6"));
        assertThat(scene.judged().banked()).isEqualTo(credits("0"));
        assertThat(grantedTo(scene, one)).containsExactly("x");
        assertThat(scene.answers(one)).extracting(Answer::verdict).contains(Verdict.NO_ROOM, Verdict.GRANTED);
    }

    /** 3 by the target or 10 by the pool. */
    @Test
    void an_outcome_is_not_spent_on_a_target_that_grants_less_than_the_pool() {
        Scene scene = new Scene()
                .with(course("c", "10"))
                .with(target("x", "3"))
                .with(toTargets("c", "x"), WorkedExamplesTest.pool("pool", OutcomeKind.COURSE, "free"));

        assertThat(scene.judged().granted()).isEqualTo(credits("10"));
        assertThat(scene.judged().optimality()).isEqualTo(new Optimality.Proven());
    }

    /** Two courses of 5; the first may fill either category, the second only core; each category takes 5. */
    @Test
    void divisible_credit_leaves_the_room_that_only_another_outcome_can_use() {
        Outcome first = course("first", "5");
        Outcome second = course("second", "5");
        Scene scene = new Scene()
                .with(first, second)
                .with(poolOf("both-core", "first", "core"), poolOf("both-free", "first", "free"))
                .with(poolOf("core", "second", "core"))
                .with(cap(Scope.CATEGORY, "core", absolute("5")), cap(Scope.CATEGORY, "free", absolute("5")));
        scene.inOrder(first, second);

        assertThat(scene.judged().granted()).isEqualTo(credits("10"));
        assertThat(scene.judged().optimality()).isEqualTo(new Optimality.Proven());
    }

    /** With one course 10 go into the pool. A second one opens a rule for both that satisfies a target of 3: the pool stays. */
    @Test
    void an_outcome_that_opens_a_smaller_way_takes_nothing_from_what_was_granted() {
        Scene scene = new Scene()
                .with(course("b", "10"))
                .with(target("x", "3"))
                .with(rule("pair", draft -> {
                    draft.sources =
                            List.of(SourceSlot.of(OutcomeKind.COURSE, "a"), SourceSlot.of(OutcomeKind.COURSE, "b"));
                    draft.grant = new Grant.Whole(List.of("x"));
                    return draft;
                }))
                .with(poolOf("pool", "b", "free"));
        assertThat(scene.judged().granted()).isEqualTo(credits("10"));

        scene.with(course("a", "1"));

        assertThat(scene.judged().granted()).isEqualTo(credits("10"));
    }

    private static RuleVersion poolOf(String id, String code, String category) {
        return rule(id, draft -> {
            draft.sources = List.of(SourceSlot.of(OutcomeKind.COURSE, code));
            draft.grant = new Grant.Pool(category);
            draft.credit = new CreditBasis.CopyStated();
            return draft;
        });
    }

    /** 21 targets of 2 under 41: 20 of them are 40, and 41 cannot be made of twos. Beyond 20 targets the answer comes with a bound that holds. */
    @Test
    void beyond_twenty_targets_the_answer_never_claims_more_than_it_proves() {
        Scene scene = new Scene().with(cap(Scope.PROGRAMME, null, absolute("41")));
        IntStream.range(0, 21)
                .forEach(i -> scene.with(target("t" + i, "2"))
                        .with(course("c" + i, "2"))
                        .with(toTargets("c" + i, "t" + i)));

        Evaluation judged = scene.judged();

        assertThat(judged.granted()).isEqualTo(credits("40"));
        if (judged.optimality() instanceof Optimality.Bounded bounded) {
            assertThat(bounded.best()).isEqualTo(credits("40"));
            assertThat(bounded.bound()).isBetween(credits("40"), credits("41"));
        }
    }

    @Test
    void a_rule_that_names_a_target_the_programme_does_not_have_grants_the_others() {
        Scene scene = new Scene().with(course("c", "9")).with(target("x", "4")).with(toTargets("c", "gone", "x"));

        assertThat(scene.judged().grants()).extracting(Answer::target).containsExactly("x");
    }

    @Test
    void a_rule_none_of_whose_targets_the_programme_has_speaks_of_nothing() {
        Outcome one = course("c", "9");
        Scene scene = new Scene().with(one).with(toTargets("c", "gone"));

        assertThat(scene.answer(one).rule()).isNull();
        assertThat(scene.answer(one).verdict()).isEqualTo(Verdict.REFUSED);
    }

    /** Levels 4 and 6 in one use count at 4; with one level unknown they count at none. */
    @Test
    void credit_of_several_sources_counts_for_floors_at_the_lowest_of_their_levels() {
        Floor atSix = floor("six", new Floor.AtLevels(6, 10), "4");
        Floor atFour = floor("four", new Floor.AtLevels(4, 4), "4");

        assertThat(pooledPair(6, 4, atSix, atFour)).containsExactly(false, true);
        assertThat(pooledPair(6, 6, atSix, atFour)).containsExactly(true, false);
        assertThat(pooledPair(6, null, atSix, atFour)).containsExactly(false, false);
    }

    @Test
    void the_levels_of_a_floor_are_both_inclusive() {
        assertThat(atHome(7)).containsExactly(false);
        assertThat(atHome(8)).containsExactly(true);
        assertThat(atHome(9)).containsExactly(true);
        assertThat(atHome(10)).containsExactly(false);
        assertThat(atHome(null)).containsExactly(false);
    }

    /** 3 at home, 2 by an earlier award and 4 now are 9 in the category; 5 elsewhere do not help. */
    @Test
    void a_floor_of_a_category_adds_up_home_earlier_and_new_credit_of_that_category() {
        Scene scene = new Scene()
                .with(course("now", "4"))
                .with(rule("r", draft -> draft))
                .with(floor("nine", new Floor.InCategory("course"), "9"))
                .with(floor("more", new Floor.InCategory("course"), "9.001"));
        scene.home.add(new HomeCredit("course", null, credits("3")));
        scene.home.add(new HomeCredit("other", null, credits("5")));
        scene.live.add(live(course("before", "2"), "course", "2"));

        Evaluation judged = scene.judged();

        assertThat(judged.floors()).extracting(Condition::met).containsExactly(true, false);
        assertThat(judged.floors().get(1).toFinding().found().zh()).isEqualTo("9学分（差0.001学分）");
        assertThat(judged.floors().get(1).step()).isEqualTo(Step.FLOORS);
    }

    /** A third of 10 is 3.333… and asks for 3.334. */
    @Test
    void a_floor_by_percentage_asks_for_the_next_thousandth() {
        Floor third = new Floor("third", new Floor.InTotal(), share("33.3333333333", "10"), Scene.GROUNDS);

        assertThat(total("3.333", third)).containsExactly(false);
        assertThat(total("3.334", third)).containsExactly(true);
    }

    /** 10 stated, 6 fit: the 4 that stay banked do not help toward 7. */
    @Test
    void what_stays_banked_does_not_count_toward_a_floor() {
        Scene scene = new Scene()
                .with(course("c", "10"))
                .with(rule("r", draft -> draft))
                .with(cap(Scope.PROGRAMME, null, absolute("6")))
                .with(floor("six", new Floor.InTotal(), "6"), floor("seven", new Floor.InTotal(), "7"));

        assertThat(scene.judged().floors()).extracting(Condition::met).containsExactly(true, false);
        assertThat(scene.judged().eligible()).isFalse();
    }

    /** 8 are taken back and 12 granted: 12 in total, not 20. */
    @Test
    void what_gives_way_does_not_count_toward_a_floor() {
        Scene scene = new Scene()
                .with(grade("higher", 5, "12"))
                .with(WorkedExamplesTest.pool("grades", OutcomeKind.SKILL_GRADE, "grade"))
                .with(new Exclusion.HighestOfGroup(null, Scene.GROUNDS))
                .with(floor("12", new Floor.InTotal(), "12"), floor("13", new Floor.InTotal(), "13"));
        scene.live.add(live(grade("lower", 4, "8"), "grade", "8"));

        assertThat(scene.judged().floors()).extracting(Condition::met).containsExactly(true, false);
    }

    @Test
    void transferred_credit_never_helps_toward_residency() {
        Scene scene = new Scene()
                .with(course("c", "30"))
                .with(rule("r", draft -> draft))
                .with(floor("home", new Floor.Residency(), "18"));
        scene.home.add(new HomeCredit("core", null, credits("18")));
        assertThat(scene.judged().eligible()).isTrue();

        scene.home.set(0, new HomeCredit("core", null, credits("17.999")));
        assertThat(scene.judged().eligible()).isFalse();
    }

    private static Verdict thirds(String least) {
        Outcome two = outcome("c", draft -> {
            draft.stated = credits("4");
            draft.units = Set.of("u1", "u2");
            return draft;
        });
        return new Scene()
                .with(two)
                .with(unitTarget(Map.of("u1", BigDecimal.ONE, "u2", BigDecimal.ONE, "u3", BigDecimal.ONE)))
                .with(whole(overlap(least, BelowOverlap.REFUSE)))
                .answer(two)
                .verdict();
    }

    private static Demands overlap(String least, BelowOverlap below) {
        return new Demands(decimal(least), below, null, null, null);
    }

    private static Target unitTarget(Map<String, BigDecimal> units) {
        return new Target("t", text("t"), credits("4"), "core", null, units);
    }

    private static Outcome covering(String name, String unit) {
        return outcome(name, draft -> {
            draft.stated = credits("4");
            draft.units = Set.of(unit);
            return draft;
        });
    }

    private static Outcome levelled(String name, @Nullable Integer level) {
        return outcome(name, draft -> {
            draft.stated = credits("4");
            draft.level = level;
            return draft;
        });
    }

    private static Outcome grade(String name, int rank, String stated) {
        return outcome(name, draft -> {
            draft.kind = OutcomeKind.SKILL_GRADE;
            draft.stated = credits(stated);
            draft.standing = new Standing("turner", rank);
            return draft;
        });
    }

    private static RuleVersion whole(Demands demands) {
        return rule("r", draft -> {
            draft.grant = new Grant.Whole(List.of("t"));
            draft.demands = demands;
            return draft;
        });
    }

    private static RuleVersion pair(Demands demands) {
        return rule("pair", draft -> {
            draft.sources = List.of(SourceSlot.of(OutcomeKind.COURSE, "a"), SourceSlot.of(OutcomeKind.COURSE, "b"));
            draft.grant = new Grant.Whole(List.of("t"));
            draft.credit = new CreditBasis.CopyTarget();
            draft.demands = demands;
            return draft;
        });
    }

    private static RuleVersion toTargets(String code, String... targets) {
        return rule("rule-" + code, draft -> {
            draft.sources = List.of(SourceSlot.of(OutcomeKind.COURSE, code));
            draft.grant = new Grant.Whole(List.of(targets));
            return draft;
        });
    }

    private static List<String> grantedTo(Scene scene, Outcome one) {
        return scene.answers(one).stream()
                .filter(Answer::isGranted)
                .map(answer -> String.valueOf(answer.target()))
                .toList();
    }

    private static Floor floor(String id, Floor.Where where, String least) {
        return new Floor(id, where, absolute(least), Scene.GROUNDS);
    }

    private static LiveAward live(Outcome one, String category, String amount) {
        return new LiveAward(new RuleRef("r", 1), List.of(one), null, category, null, credits(amount));
    }

    private static List<Boolean> pooledPair(@Nullable Integer first, @Nullable Integer second, Floor... floors) {
        return new Scene()
                        .with(levelled("a", first), levelled("b", second))
                        .with(rule("pair", draft -> {
                            draft.sources = List.of(
                                    SourceSlot.of(OutcomeKind.COURSE, "a"), SourceSlot.of(OutcomeKind.COURSE, "b"));
                            return draft;
                        }))
                        .with(floors)
                        .judged()
                        .floors()
                        .stream()
                        .map(Condition::met)
                        .toList();
    }

    /** One credit at this level, held against a floor of one at 8 to 9. */
    private static List<Boolean> atHome(@Nullable Integer level) {
        Scene scene = new Scene().with(floor("f", new Floor.AtLevels(8, 9), "1"));
        scene.home.add(new HomeCredit("core", level, credits("1")));
        return scene.judged().floors().stream().map(Condition::met).toList();
    }

    private static List<Boolean> total(String amount, Floor floor) {
        Scene scene = new Scene().with(floor);
        scene.home.add(new HomeCredit("core", null, credits(amount)));
        return scene.judged().floors().stream().map(Condition::met).toList();
    }
}
