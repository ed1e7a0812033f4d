package cn.jiangxue.priorlearning.rules;

import static cn.jiangxue.priorlearning.rules.SupportTest.interview;
import static cn.jiangxue.priorlearning.rules.SupportTest.portfolio;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.ClaimAct;
import cn.jiangxue.contract.PriorLearningApi.ClaimDecisionEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.Criterion;
import cn.jiangxue.contract.PriorLearningApi.UnitDecision;
import cn.jiangxue.priorlearning.rules.Claims.Actor;
import cn.jiangxue.priorlearning.rules.Claims.Answer;
import cn.jiangxue.priorlearning.rules.Claims.Made;
import cn.jiangxue.priorlearning.rules.Claims.Standing;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who may do what with a claim, and whether a decision stands. */
class ClaimsTest {

    private static final UUID CLAIMANT = new UUID(1, 1);
    private static final UUID OFFICER = new UUID(1, 2);
    private static final UUID ASSESSOR = new UUID(9, 9);
    private static final UUID DECISION = new UUID(3, 1);
    private static final String SHOWN = "turn-5-1";
    private static final String BARE = "turn-5-2";
    private static final String WHY = "面谈中未能说明装夹步骤。";
    private static final List<Assessed> RECORDS = List.of(portfolio(EnumSet.allOf(Criterion.class)), interview(true));

    @Test
    void what_the_assessment_carries_is_awarded_and_the_rest_is_refused_with_a_reason() {
        assertThat(decide(OFFICER, unit(SHOWN, true, ""), unit(BARE, false, WHY)))
                .isEqualTo(new Answer.Accepted());
        assertThat(Claims.awarded(List.of(unit(SHOWN, true, ""), unit(BARE, false, WHY))))
                .containsExactly(SHOWN);
    }

    @Test
    void what_the_assessment_does_not_carry_cannot_be_awarded() {
        assertThat(decide(OFFICER, unit(SHOWN, true, ""), unit(BARE, true, "")))
                .isEqualTo(new Answer.NotCarried(List.of(BARE)));
    }

    @Test
    void even_what_is_carried_may_be_refused_with_a_reason() {
        assertThat(decide(OFFICER, unit(SHOWN, false, WHY), unit(BARE, false, WHY)))
                .isEqualTo(new Answer.Accepted());
    }

    @Test
    void a_refusal_without_a_reason_is_none() {
        assertThat(decide(OFFICER, unit(SHOWN, true, ""), unit(BARE, false, " 不够 ")))
                .isEqualTo(new Answer.ReasonNeeded(List.of(BARE)));
        String long_ = "长".repeat(PriorLearningApi.WORDS_MOST + 1);
        assertThat(decide(OFFICER, unit(SHOWN, true, long_), unit(BARE, false, long_)))
                .isEqualTo(new Answer.ReasonNeeded(List.of(SHOWN, BARE)));
        assertThat(Claims.isReason("一".repeat(PriorLearningApi.WORDS_LEAST - 1)))
                .isFalse();
        assertThat(Claims.isReason("一".repeat(PriorLearningApi.WORDS_LEAST))).isTrue();
        assertThat(Claims.isReason("一".repeat(PriorLearningApi.WORDS_MOST))).isTrue();
    }

    @Test
    void every_claimed_unit_is_named_once() {
        assertThat(decide(OFFICER, unit(SHOWN, true, ""))).isEqualTo(new Answer.UnitsWrong());
        assertThat(decide(OFFICER, unit(SHOWN, true, ""), unit("turn-5-9", false, WHY)))
                .isEqualTo(new Answer.UnitsWrong());
        assertThat(decide(OFFICER, unit(SHOWN, true, ""), unit(SHOWN, true, "")))
                .isEqualTo(new Answer.UnitsWrong());
    }

    @Test
    void nobody_decides_on_themselves_and_whoever_assessed_does_not_decide() {
        assertThat(decide(CLAIMANT, unit(SHOWN, true, ""), unit(BARE, false, WHY)))
                .isEqualTo(new Answer.OwnClaim());
        assertThat(decide(ASSESSOR, unit(SHOWN, true, ""), unit(BARE, false, WHY)))
                .isEqualTo(new Answer.AssessedIt());
    }

    @Test
    void a_unit_is_awarded_once() {
        Standing before = new Standing(ClaimState.SUBMITTED, 4, CLAIMANT, List.of(SHOWN), Set.of(SHOWN), RECORDS, null);

        assertThat(Claims.decide(before, OFFICER, DECISION, edit(4, unit(SHOWN, true, ""))))
                .isEqualTo(new Answer.AwardedBefore(List.of(SHOWN)));
        assertThat(Claims.decide(before, OFFICER, DECISION, edit(4, unit(SHOWN, false, WHY))))
                .isEqualTo(new Answer.Accepted());
    }

    @Test
    void a_decision_is_about_the_claim_as_it_was_read() {
        ClaimDecisionEdit older = edit(3, unit(SHOWN, true, ""), unit(BARE, false, WHY));

        assertThat(Claims.decide(standing(ClaimState.SUBMITTED, null), OFFICER, DECISION, older))
                .isEqualTo(new Answer.ChangedMeanwhile());
    }

    @Test
    void what_waits_for_the_claimant_or_is_closed_is_not_decided() {
        ClaimDecisionEdit edit = edit(4, unit(SHOWN, true, ""), unit(BARE, false, WHY));
        for (ClaimState state : List.of(ClaimState.MORE_ASKED, ClaimState.WITHDRAWN)) {
            assertThat(Claims.decide(standing(state, null), OFFICER, DECISION, edit))
                    .isEqualTo(new Answer.NotOpen(state));
        }
    }

    @Test
    void the_first_decision_stands_and_its_repeat_is_the_same() {
        List<UnitDecision> units = List.of(unit(SHOWN, true, ""), unit(BARE, false, WHY));
        Standing decided = standing(ClaimState.DECIDED, new Made(DECISION, units, OFFICER));

        assertThat(Claims.decide(decided, OFFICER, DECISION, new ClaimDecisionEdit(units, 4)))
                .isEqualTo(new Answer.Repeated());
        assertThat(Claims.decide(decided, OFFICER, DECISION, edit(4, unit(SHOWN, false, WHY), unit(BARE, false, WHY))))
                .isEqualTo(new Answer.Conflicting());
        assertThat(Claims.decide(decided, new UUID(1, 3), new UUID(3, 2), new ClaimDecisionEdit(units, 4)))
                .isInstanceOf(Answer.DecidedBefore.class);
    }

    @Test
    void the_claimant_adds_and_withdraws_while_it_is_open_and_answers_when_asked() {
        Actor claimant = new Actor(CLAIMANT, true, true, false);

        assertThat(menu(ClaimState.SUBMITTED, claimant)).containsExactlyInAnyOrder(ClaimAct.ATTACH, ClaimAct.WITHDRAW);
        assertThat(menu(ClaimState.MORE_ASKED, claimant))
                .containsExactlyInAnyOrder(ClaimAct.ATTACH, ClaimAct.WITHDRAW, ClaimAct.RESUBMIT);
        assertThat(menu(ClaimState.DECIDED, claimant)).isEmpty();
        assertThat(menu(ClaimState.WITHDRAWN, claimant)).isEmpty();
    }

    @Test
    void assessors_assess_and_officers_decide_unless_they_assessed() {
        assertThat(menu(ClaimState.SUBMITTED, new Actor(ASSESSOR, true, false, false)))
                .containsExactlyInAnyOrder(ClaimAct.APPOINT, ClaimAct.ASSESS, ClaimAct.ASK_FOR_MORE);
        assertThat(menu(ClaimState.SUBMITTED, new Actor(OFFICER, false, true, false)))
                .containsExactlyInAnyOrder(ClaimAct.ASK_FOR_MORE, ClaimAct.DECIDE);
        assertThat(menu(ClaimState.SUBMITTED, new Actor(ASSESSOR, true, true, false)))
                .doesNotContain(ClaimAct.DECIDE);
        assertThat(menu(ClaimState.SUBMITTED, new Actor(OFFICER, false, false, false)))
                .isEmpty();
        assertThat(menu(ClaimState.SUBMITTED, new Actor(OFFICER, true, true, true)))
                .as("a colleague of the claimant")
                .isEmpty();
        for (ClaimState state : List.of(ClaimState.MORE_ASKED, ClaimState.DECIDED, ClaimState.WITHDRAWN)) {
            assertThat(menu(state, new Actor(OFFICER, true, true, false))).isEmpty();
        }
    }

    @Test
    void how_far_the_assessment_has_come_is_counted_by_unit() {
        assertThat(Claims.carried(List.of(SHOWN, BARE), RECORDS)).isEqualTo(1);
        assertThat(Claims.carried(List.of(SHOWN, BARE), List.of())).isZero();
    }

    private static Set<ClaimAct> menu(ClaimState state, Actor actor) {
        return Claims.menu(standing(state, null), actor);
    }

    private static Answer decide(UUID officer, UnitDecision... units) {
        return Claims.decide(standing(ClaimState.SUBMITTED, null), officer, DECISION, edit(4, units));
    }

    private static Standing standing(ClaimState state, @Nullable Made made) {
        return new Standing(state, 4, CLAIMANT, List.of(SHOWN, BARE), Set.of(), RECORDS, made);
    }

    private static ClaimDecisionEdit edit(long revision, UnitDecision... units) {
        return new ClaimDecisionEdit(List.of(units), revision);
    }

    private static UnitDecision unit(String id, boolean award, String reason) {
        return new UnitDecision(id, award, reason);
    }
}
