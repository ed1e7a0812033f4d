package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.Scene.TODAY;
import static cn.jiangxue.transfer.rules.Scene.absolute;
import static cn.jiangxue.transfer.rules.Scene.cap;
import static cn.jiangxue.transfer.rules.Scene.condition;
import static cn.jiangxue.transfer.rules.Scene.course;
import static cn.jiangxue.transfer.rules.Scene.credits;
import static cn.jiangxue.transfer.rules.Scene.outcome;
import static cn.jiangxue.transfer.rules.Scene.rule;
import static cn.jiangxue.transfer.rules.Scene.target;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Answer.Verdict;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Condition.Step;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Exclusion;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Outcome.Standing;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.transfer.RuleRef;
import cn.jiangxue.transfer.SourceSlot;
import cn.jiangxue.vocabulary.Credits;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What does not count, where it meets what does: groups, live awards, evidence used twice, targets never exempted. */
class ExclusionsMeetTest {

    private static final UnaryOperator<Scene.Draft> AS_IT_IS = draft -> draft;

    @Test
    void of_two_equal_ranks_the_one_the_learner_names_first_counts() {
        Outcome six = grade("six", 4, "6", AS_IT_IS);
        Outcome nine = grade("nine", 4, "9", AS_IT_IS);

        assertThat(grades().with(six, nine).inOrder(six, nine).judged().granted())
                .isEqualTo(credits("6"));
        assertThat(grades().with(six, nine).inOrder(nine, six).judged().granted())
                .isEqualTo(credits("9"));
    }

    @Test
    void a_rank_that_equals_what_counts_already_takes_no_place() {
        Outcome old = grade("old", 4, "8", AS_IT_IS);
        Outcome same = grade("same", 4, "9", AS_IT_IS);
        Scene scene = grades().with(same);
        scene.live.add(live(old, null, "8"));

        assertThat(scene.judged().reversals()).isEmpty();
        assertThat(scene.answer(same).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(scene.answer(same), "同组成果只计最高").found().zh()).isEqualTo("已计：old");
    }

    @Test
    void a_higher_grade_whose_evidence_is_not_verified_pushes_nothing_aside() {
        Outcome higher = grade("higher", 5, "12", draft -> {
            draft.authenticity = Authenticity.PENDING;
            return draft;
        });

        assertLowerStays(higher);
    }

    @Test
    void a_higher_grade_that_has_run_out_pushes_nothing_aside() {
        Outcome higher = grade("higher", 5, "12", draft -> {
            draft.validUntil = TODAY;
            return draft;
        });

        assertLowerStays(higher);
    }

    @Test
    void a_higher_grade_that_no_rule_credits_pushes_nothing_aside() {
        Outcome higher = grade("higher", 5, "12", draft -> {
            draft.kind = OutcomeKind.VOCATIONAL_QUALIFICATION;
            return draft;
        });

        assertLowerStays(higher);
    }

    /** Without room for the higher grade's 12 at its institution the 8 of the lower one stay: 8 is more than nothing. */
    @Test
    void a_higher_grade_for_which_there_is_no_room_leaves_the_live_award_in_its_place() {
        Outcome lower = grade("lower", 4, "8", AS_IT_IS);
        Outcome higher = grade("higher", 5, "12", draft -> {
            draft.issuer = "school-b";
            return draft;
        });
        Scene scene = grades().with(higher).with(cap(Scope.INSTITUTION, "school-b", absolute("0")));
        scene.live.add(live(lower, null, "8"));

        assertThat(scene.judged().reversals()).isEmpty();
        assertThat(scene.answer(higher).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(scene.answer(higher), "同组成果只计最高").found().zh()).isEqualTo("取代已计成果后反而不得学分");
    }

    /** Both are new: the higher one has no room, so the lower one counts. */
    @Test
    void a_higher_grade_for_which_there_is_no_room_lets_the_lower_one_count() {
        Outcome lower = grade("lower", 4, "8", AS_IT_IS);
        Outcome higher = grade("higher", 5, "12", draft -> {
            draft.issuer = "school-b";
            return draft;
        });
        Scene scene = grades().with(lower, higher).with(cap(Scope.INSTITUTION, "school-b", absolute("0")));

        assertThat(scene.answer(lower).granted()).isEqualTo(credits("8"));
        assertThat(condition(scene.answer(lower), "同组成果只计最高").found().en()).isEqualTo("it is");
        assertThat(condition(scene.answer(higher), "同组成果只计最高").found().en())
                .isEqualTo("would take another's place and earn nothing");
    }

    /** 12 in total, 8 used by the lower grade: it gives way first, so all 12 of the higher one fit, not 4. */
    @Test
    void what_gives_way_leaves_its_room_to_the_higher_grade() {
        Outcome higher = grade("higher", 5, "12", AS_IT_IS);
        Scene scene = grades().with(higher).with(cap(Scope.PROGRAMME, null, absolute("12")));
        scene.live.add(live(grade("lower", 4, "8", AS_IT_IS), null, "8"));

        assertThat(scene.judged().reversals()).hasSize(1);
        assertThat(scene.answer(higher).granted()).isEqualTo(credits("12"));
    }

    @Test
    void what_gives_way_leaves_its_target_to_the_higher_grade() {
        Outcome higher = grade("higher", 5, "4", AS_IT_IS);
        Scene scene = new Scene()
                .with(higher)
                .with(target("t", "4"))
                .with(rule("grades", draft -> {
                    draft.sources = List.of(SourceSlot.any(OutcomeKind.SKILL_GRADE));
                    draft.grant = new Grant.Whole(List.of("t"));
                    return draft;
                }))
                .with(new Exclusion.HighestOfGroup(null, Scene.GROUNDS));
        scene.live.add(live(grade("lower", 4, "4", AS_IT_IS), "t", "4"));

        Evaluation judged = scene.judged();

        assertThat(judged.reversals()).extracting(one -> one.award().target()).containsExactly("t");
        assertThat(judged.grants()).extracting(Answer::target).containsExactly("t");
    }

    /** 5 + 8 go back for 12: a loss of 1, which the exclusion asks for. */
    @Test
    void every_lower_award_of_the_group_gives_way_to_one_higher_grade() {
        Outcome higher = grade("higher", 5, "12", AS_IT_IS);
        Scene scene = grades().with(higher);
        scene.live.add(live(grade("five", 3, "5", AS_IT_IS), null, "5"));
        scene.live.add(live(grade("four", 4, "8", AS_IT_IS), null, "8"));

        Evaluation judged = scene.judged();

        assertThat(judged.reversals())
                .extracting(one -> one.award().amount())
                .containsExactlyInAnyOrder(credits("5"), credits("8"));
        assertThat(judged.reversals()).allMatch(one -> one.by().equals(higher.id()));
        assertThat(judged.granted()).isEqualTo(credits("12"));
    }

    @Test
    void an_exclusion_of_one_group_leaves_other_groups_alone() {
        Outcome lower = inGroup("lower", "turner", 4, "8");
        Outcome higher = inGroup("higher", "turner", 5, "12");

        assertThat(gradesOf("welder").with(lower, higher).judged().granted()).isEqualTo(credits("20"));
        assertThat(gradesOf("turner").with(lower, higher).judged().granted()).isEqualTo(credits("12"));
    }

    @Test
    void grades_of_two_occupations_do_not_stand_for_each_other() {
        Scene scene = grades().with(inGroup("turner", "turner", 4, "8"), inGroup("welder", "welder", 5, "12"));

        assertThat(scene.judged().granted()).isEqualTo(credits("20"));
    }

    @Test
    void an_outcome_that_stands_in_no_group_is_under_no_exclusion_of_groups() {
        Outcome free = outcome("free", draft -> {
            draft.kind = OutcomeKind.SKILL_GRADE;
            draft.stated = credits("8");
            return draft;
        });
        Scene scene = grades().with(free, grade("higher", 5, "12", AS_IT_IS));

        assertThat(scene.judged().granted()).isEqualTo(credits("20"));
        assertThat(scene.answer(free).conditions())
                .noneMatch(one -> one.what().zh().contains("同组成果"));
    }

    @Test
    void evidence_of_a_live_award_earns_nothing_under_another_id() {
        Outcome again = outcome("again", draft -> {
            draft.stated = credits("8");
            draft.evidence = "sha256:first";
            return draft;
        });
        Scene scene = new Scene().with(again).with(rule("r", draft -> draft));
        scene.live.add(
                new LiveAward(new RuleRef("r", 1), List.of(course("first", "3")), null, "course", null, credits("3")));

        assertThat(scene.answer(again).verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(scene.answer(again), "同一证明材料").found().en()).isEqualTo("used for another outcome");
        assertThat(scene.judged().granted()).isEqualTo(Credits.ZERO);
    }

    /** The first of the two cannot count, so the same evidence is free for the second. */
    @Test
    void evidence_shared_with_an_outcome_that_cannot_count_is_not_used_up() {
        Outcome expired = outcome("expired", draft -> {
            draft.stated = credits("8");
            draft.validUntil = TODAY;
            draft.evidence = "sha256:shared";
            return draft;
        });
        Outcome sound = outcome("sound", draft -> {
            draft.stated = credits("3");
            draft.evidence = "sha256:shared";
            return draft;
        });
        Scene scene = new Scene().with(expired, sound).inOrder(expired, sound).with(rule("r", draft -> draft));

        assertThat(scene.answer(sound).granted()).isEqualTo(credits("3"));
        assertThat(condition(scene.answer(expired), "同一证明材料").met()).isFalse();
    }

    @Test
    void what_is_never_exempted_leaves_the_other_targets_of_the_rule_open() {
        Scene scene = new Scene()
                .with(course("c", "10"))
                .with(target("thesis", "6"), target("drawing", "4"))
                .with(rule("r", draft -> {
                    draft.grant = new Grant.Whole(List.of("thesis", "drawing"));
                    return draft;
                }))
                .with(new Exclusion.NeverExemptible(Set.of("thesis"), Scene.GROUNDS));

        assertThat(scene.judged().grants()).extracting(Answer::target).containsExactly("drawing");
        assertThat(scene.judged().answers().getFirst().verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(condition(scene.judged().answers().getFirst(), "可以转换免修").step())
                .isEqualTo(Step.DUPLICATES);
    }

    @Test
    void a_target_that_counts_already_is_not_granted_again_and_says_so() {
        Outcome fresh = course("fresh", "4");
        Scene scene = new Scene().with(fresh).with(target("t", "4")).with(rule("r", draft -> {
            draft.grant = new Grant.Whole(List.of("t"));
            return draft;
        }));
        scene.live.add(
                new LiveAward(new RuleRef("r", 1), List.of(course("old", "4")), "t", "core", null, credits("4")));

        assertThat(scene.answer(fresh).verdict()).isEqualTo(Verdict.NO_ROOM);
        assertThat(condition(scene.answer(fresh), "同一目标只满足一次").found().en()).isEqualTo("satisfied by another outcome");
    }

    /** Worth 8, so both would fit; but one of the two counts already through another outcome. */
    @Test
    void a_target_that_counts_already_is_not_granted_again_beside_one_that_is_still_open() {
        Scene scene = new Scene()
                .with(course("fresh", "8"))
                .with(target("taken", "4"), target("open", "4"))
                .with(rule("r", draft -> {
                    draft.grant = new Grant.Whole(List.of("taken", "open"));
                    return draft;
                }));
        scene.live.add(
                new LiveAward(new RuleRef("r", 1), List.of(course("old", "4")), "taken", "core", null, credits("4")));

        assertThat(scene.judged().grants()).extracting(Answer::target).containsExactly("open");
    }

    private static void assertLowerStays(Outcome higher) {
        Outcome lower = grade("lower", 4, "8", AS_IT_IS);
        Scene scene = grades().with(higher);
        scene.live.add(live(lower, null, "8"));
        assertThat(scene.judged().reversals()).isEmpty();
        assertThat(scene.judged().granted()).isEqualTo(Credits.ZERO);

        Scene both = grades().with(lower, higher);
        assertThat(both.answer(lower).granted()).isEqualTo(credits("8"));
        assertThat(both.judged().granted()).isEqualTo(credits("8"));
    }

    private static Scene grades() {
        return gradesOf(null);
    }

    private static Scene gradesOf(@Nullable String group) {
        return new Scene()
                .with(WorkedExamplesTest.pool("grades", OutcomeKind.SKILL_GRADE, "grade"))
                .with(new Exclusion.HighestOfGroup(group, Scene.GROUNDS));
    }

    private static Outcome inGroup(String name, String group, int rank, String stated) {
        return grade(name, rank, stated, draft -> {
            draft.standing = new Standing(group, rank);
            return draft;
        });
    }

    private static Outcome grade(String name, int rank, String stated, UnaryOperator<Scene.Draft> change) {
        return outcome(name, draft -> {
            draft.kind = OutcomeKind.SKILL_GRADE;
            draft.stated = credits(stated);
            draft.standing = new Standing("turner", rank);
            return change.apply(draft);
        });
    }

    private static LiveAward live(Outcome one, @Nullable String target, String amount) {
        Standing standing = Objects.requireNonNull(one.standing());
        return new LiveAward(new RuleRef("grades", 1), List.of(one), target, "grade", standing.rank(), credits(amount));
    }
}
