package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.Scene.absolute;
import static cn.jiangxue.transfer.rules.Scene.cap;
import static cn.jiangxue.transfer.rules.Scene.course;
import static cn.jiangxue.transfer.rules.Scene.credits;
import static cn.jiangxue.transfer.rules.Scene.outcome;
import static cn.jiangxue.transfer.rules.Scene.rule;
import static cn.jiangxue.transfer.rules.Scene.target;
import static cn.jiangxue.transfer.rules.Scene.text;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Limit;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Programme.Target;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.transfer.RuleRef;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.SourceSlot;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Which whole targets are granted, and through which use, where caps and rules meet. */
class WholeTargetsTest {

    /** Three targets of 4, each with an outcome of its own; the category of two of them takes 4: 4 + 4 of 12. */
    @Test
    void targets_of_one_category_share_its_cap_and_leave_other_categories_alone() {
        Scene scene = three().with(in("a", "core"), in("b", "core"), in("c", "elective"))
                .with(cap(Scope.CATEGORY, "core", absolute("4")));

        assertThat(granted(scene)).containsExactly("a", "c");
    }

    @Test
    void all_targets_share_the_cap_in_total_whatever_their_category() {
        Scene scene = three().with(in("a", "core"), in("b", "core"), in("c", "elective"))
                .with(cap(Scope.PROGRAMME, null, absolute("8")));

        assertThat(granted(scene)).containsExactly("a", "b");
    }

    /** a and b come from school-a, which gives 4 at most; c comes from school-b. */
    @Test
    void targets_from_one_institution_share_its_cap_whatever_their_category() {
        Scene scene = three().with(in("a", "core"), in("b", "elective"), in("c", "core"))
                .with(cap(Scope.INSTITUTION, "school-a", absolute("4")));

        assertThat(granted(scene)).containsExactly("a", "c");
    }

    @Test
    void of_three_outcomes_two_may_count_toward_targets() {
        Scene scene = three().with(in("a", "core"), in("b", "core"), in("c", "core"))
                .with(cap(Scope.TYPE, "COURSE", new Limit.Count(2)));

        assertThat(granted(scene)).containsExactly("a", "b");
    }

    @Test
    void a_count_of_other_outcomes_does_not_bind() {
        Scene scene = three().with(in("a", "core"), in("b", "core"), in("c", "core"))
                .with(cap(Scope.TYPE, "TRAINING", new Limit.Count(0)));

        assertThat(granted(scene)).containsExactly("a", "b", "c");
    }

    /** 4 of 8 are used by an earlier award of the category: one target of 4 fits, not two. */
    @Test
    void earlier_awards_use_up_the_cap_that_targets_share() {
        Scene scene = three().with(in("a", "core"), in("b", "core"), in("c", "elective"))
                .with(cap(Scope.CATEGORY, "core", absolute("8")));
        scene.live.add(
                new LiveAward(new RuleRef("r", 1), List.of(course("old", "4")), null, "core", null, credits("4")));

        assertThat(granted(scene)).containsExactly("a", "c");
    }

    /** Both rules would do; the one that comes first by id makes the award, and the other says that it was not needed. */
    @Test
    void of_two_rules_for_one_outcome_and_one_target_the_first_by_id_makes_the_award() {
        Scene scene = new Scene()
                .with(course("c", "4"))
                .with(target("t", "4"))
                .with(ruleFor("second", "c", "t"), ruleFor("first", "c", "t"));

        assertThat(scene.judged().grants()).extracting(Answer::rule).containsExactly(new RuleRef("first", 1));
    }

    /** The outcome is worth 4 and two rules lead to two targets of 4: it satisfies the one the programme lists first. */
    @Test
    void an_outcome_that_two_rules_lead_to_two_targets_satisfies_the_first_of_the_programme() {
        Scene scene = new Scene()
                .with(course("c", "4"))
                .with(target("late", "4"), target("early", "4"))
                .with(ruleFor("1", "c", "early"), ruleFor("2", "c", "late"));

        assertThat(granted(scene)).containsExactly("late");
    }

    /** Pairs (a, b), (a, c) and (b, c) fill the rule; a comes first for the learner, and b before c. */
    @Test
    void of_several_pairs_the_one_that_comes_first_for_the_learner_is_used() {
        Outcome a = course("a", "2");
        Outcome b = course("b", "2");
        Outcome c = course("c", "2");
        Scene scene = new Scene().with(c, b, a).with(target("t", "4")).with(rule("pair", draft -> {
            draft.sources = List.of(SourceSlot.any(OutcomeKind.COURSE), SourceSlot.any(OutcomeKind.COURSE));
            draft.grant = new Grant.Whole(List.of("t"));
            draft.credit = new CreditBasis.CopyStated();
            return draft;
        }));
        scene.inOrder(a, b, c);

        assertThat(scene.judged().grants()).hasSize(1);
        assertThat(scene.judged().grants().getFirst().sources()).contains(a.id());
    }

    private static Scene three() {
        return new Scene()
                .with(from("a", "school-a"), from("b", "school-a"), from("c", "school-b"))
                .with(ruleFor("rule-a", "a", "a"), ruleFor("rule-b", "b", "b"), ruleFor("rule-c", "c", "c"));
    }

    private static Outcome from(String name, String issuer) {
        return outcome(name, draft -> {
            draft.issuer = issuer;
            draft.stated = credits("4");
            return draft;
        });
    }

    private static Target in(String id, String category) {
        return new Target(id, text(id), credits("4"), category, null, Map.of());
    }

    private static RuleVersion ruleFor(String id, String code, String target) {
        return rule(id, draft -> {
            draft.sources = List.of(SourceSlot.of(OutcomeKind.COURSE, code));
            draft.grant = new Grant.Whole(List.of(target));
            return draft;
        });
    }

    private static List<String> granted(Scene scene) {
        return scene.judged().grants().stream()
                .map(answer -> String.valueOf(answer.target()))
                .toList();
    }
}
