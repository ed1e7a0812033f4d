package cn.jiangxue.evaluation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.evaluation.rules.Approval.Answer;
import cn.jiangxue.evaluation.rules.Approval.Hindrance;
import cn.jiangxue.evaluation.rules.Approval.Made;
import cn.jiangxue.evaluation.rules.Approval.Officer;
import cn.jiangxue.evaluation.rules.Approval.Standing;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalTest {

    private static final UUID FILER = new UUID(0, 1);
    private static final UUID DECISION = new UUID(0, 2);
    private static final Officer OFFICER = new Officer(new UUID(0, 3), false);
    private static final String REASON = "考核场地与方案所列不一致。";
    private static final LocalDate FROM = LocalDate.of(2026, 12, 1);
    private static final LocalDate UNTIL = LocalDate.of(2027, 12, 1);

    @Test
    void what_is_possible_is_what_is_accepted() {
        for (PlanState state : PlanState.values()) {
            for (boolean pending : List.of(true, false)) {
                Standing standing = standing(state, pending);
                for (PlanDecisionKind kind : PlanDecisionKind.values()) {
                    assertThat(decide(standing, kind, REASON) instanceof Answer.Accepted)
                            .as("%s of %s", kind, standing)
                            .isEqualTo(Approval.possible(standing).contains(kind));
                }
            }
        }
        assertThat(Approval.possible(standing(PlanState.FILED, true)))
                .containsExactly(PlanDecisionKind.APPROVE, PlanDecisionKind.RETURN);
        assertThat(Approval.possible(standing(PlanState.APPROVED, true))).hasSize(4);
        assertThat(Approval.possible(standing(PlanState.SUSPENDED, false)))
                .containsExactly(PlanDecisionKind.RESUME, PlanDecisionKind.WITHDRAW);
        assertThat(Approval.possible(standing(PlanState.WITHDRAWN, true))).isEmpty();
    }

    @Test
    void who_filed_and_who_belongs_to_the_enterprise_keep_out() {
        Standing filed = standing(PlanState.FILED, true);
        Officer filer = new Officer(FILER, false);
        Officer interested = new Officer(OFFICER.person(), true);

        assertThat(Approval.decide(filed, filer, DECISION, edit(PlanDecisionKind.APPROVE, "", 4)))
                .isInstanceOf(Answer.FiledByOfficer.class);
        assertThat(Approval.decide(filed, interested, DECISION, edit(PlanDecisionKind.APPROVE, "", 4)))
                .isInstanceOf(Answer.Interested.class);
        assertThat(Approval.possible(filed, filer)).isEmpty();
        assertThat(Approval.possible(filed, interested)).isEmpty();
        assertThat(Approval.possible(filed, OFFICER)).isEqualTo(Approval.possible(filed));
    }

    @Test
    void a_plan_without_a_supervisor_is_not_approved_but_may_be_given_back() {
        Standing bare = new Standing(PlanState.FILED, true, 4, Set.of(FILER), 0, List.of());

        assertThat(decide(bare, PlanDecisionKind.APPROVE, "")).isInstanceOf(Answer.SupervisorNeeded.class);
        assertThat(decide(bare, PlanDecisionKind.RETURN, REASON)).isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void whatever_is_not_an_approval_has_a_reason() {
        Standing filed = standing(PlanState.FILED, true);
        String least = "字".repeat(EvaluationApi.REASON_LEAST);
        String most = "字".repeat(EvaluationApi.REASON_MOST);

        assertThat(decide(filed, PlanDecisionKind.APPROVE, "")).isInstanceOf(Answer.Accepted.class);
        assertThat(decide(filed, PlanDecisionKind.APPROVE, most + "字")).isInstanceOf(Answer.ReasonNeeded.class);
        assertThat(decide(filed, PlanDecisionKind.RETURN, least)).isInstanceOf(Answer.Accepted.class);
        assertThat(decide(filed, PlanDecisionKind.RETURN, most)).isInstanceOf(Answer.Accepted.class);
        assertThat(decide(filed, PlanDecisionKind.RETURN, least.substring(1) + " "))
                .isEqualTo(new Answer.ReasonNeeded(EvaluationApi.REASON_LEAST, EvaluationApi.REASON_MOST));
        assertThat(decide(filed, PlanDecisionKind.RETURN, most + "字")).isInstanceOf(Answer.ReasonNeeded.class);
    }

    @Test
    void the_same_decision_again_is_the_same_and_another_under_its_id_is_not() {
        Made made = new Made(DECISION, PlanDecisionKind.RETURN, REASON, OFFICER.person(), 4);
        Standing decided = new Standing(PlanState.RETURNED, false, 4, Set.of(FILER), 1, List.of(made));

        assertThat(decide(decided, PlanDecisionKind.RETURN, " " + REASON)).isInstanceOf(Answer.Repeated.class);
        assertThat(decide(decided, PlanDecisionKind.APPROVE, REASON)).isInstanceOf(Answer.Conflicting.class);
        assertThat(decide(decided, PlanDecisionKind.RETURN, REASON + "另")).isInstanceOf(Answer.Conflicting.class);
        Officer other = new Officer(new UUID(0, 8), false);
        assertThat(Approval.decide(decided, other, DECISION, edit(PlanDecisionKind.RETURN, REASON, 4)))
                .isInstanceOf(Answer.Conflicting.class);
    }

    @Test
    void whoever_read_an_older_plan_is_told_who_decided_or_that_it_changed() {
        Made made = new Made(new UUID(0, 7), PlanDecisionKind.APPROVE, "", new UUID(0, 8), 4);
        Standing decided = new Standing(PlanState.APPROVED, false, 5, Set.of(FILER), 1, List.of(made));

        assertThat(Approval.decide(decided, OFFICER, DECISION, edit(PlanDecisionKind.APPROVE, "", 3)))
                .isEqualTo(new Answer.DecidedBefore(made));
        assertThat(Approval.decide(decided, OFFICER, DECISION, edit(PlanDecisionKind.SUSPEND, REASON, 4)))
                .isInstanceOf(Answer.ChangedMeanwhile.class);
        assertThat(Approval.decide(
                        standing(PlanState.FILED, true), OFFICER, DECISION, edit(PlanDecisionKind.RETURN, REASON, 3)))
                .isInstanceOf(Answer.ChangedMeanwhile.class);
        assertThat(Approval.decide(decided, OFFICER, DECISION, edit(PlanDecisionKind.SUSPEND, REASON, 5)))
                .isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void decisions_on_one_plan_have_a_limit() {
        Made made = new Made(new UUID(0, 7), PlanDecisionKind.SUSPEND, REASON, new UUID(0, 8), 4);
        List<Made> most = Collections.nCopies(EvaluationApi.DECISIONS_MOST, made);

        assertThat(decide(
                        new Standing(PlanState.SUSPENDED, false, 4, Set.of(FILER), 1, most),
                        PlanDecisionKind.RESUME,
                        REASON))
                .isEqualTo(new Answer.AtLimit(EvaluationApi.DECISIONS_MOST));
        assertThat(decide(
                        new Standing(PlanState.SUSPENDED, false, 4, Set.of(FILER), 1, most.subList(1, most.size())),
                        PlanDecisionKind.RESUME,
                        REASON))
                .isInstanceOf(Answer.Accepted.class);
    }

    @Test
    void a_newer_version_does_not_end_a_suspension_and_one_given_back_does_not_end_what_holds() {
        assertThat(Approval.next(PlanState.FILED, PlanDecisionKind.APPROVE)).isEqualTo(PlanState.APPROVED);
        assertThat(Approval.next(PlanState.SUSPENDED, PlanDecisionKind.APPROVE)).isEqualTo(PlanState.SUSPENDED);
        assertThat(Approval.next(PlanState.FILED, PlanDecisionKind.RETURN)).isEqualTo(PlanState.RETURNED);
        assertThat(Approval.next(PlanState.APPROVED, PlanDecisionKind.RETURN)).isEqualTo(PlanState.APPROVED);
        assertThat(Approval.next(PlanState.APPROVED, PlanDecisionKind.SUSPEND)).isEqualTo(PlanState.SUSPENDED);
        assertThat(Approval.next(PlanState.SUSPENDED, PlanDecisionKind.RESUME)).isEqualTo(PlanState.APPROVED);
        assertThat(Approval.next(PlanState.SUSPENDED, PlanDecisionKind.WITHDRAW))
                .isEqualTo(PlanState.WITHDRAWN);
    }

    @Test
    void a_sitting_begins_only_while_an_approved_plan_holds() {
        assertThat(Approval.hindrance(PlanState.APPROVED, FROM, UNTIL, FROM)).isNull();
        assertThat(Approval.hindrance(PlanState.APPROVED, FROM, UNTIL, UNTIL.minusDays(1)))
                .isNull();
        assertThat(Approval.hindrance(PlanState.APPROVED, FROM, UNTIL, FROM.minusDays(1)))
                .isEqualTo(Hindrance.NOT_YET);
        assertThat(Approval.hindrance(PlanState.APPROVED, FROM, UNTIL, UNTIL)).isEqualTo(Hindrance.ENDED);
        assertThat(Approval.hindrance(PlanState.SUSPENDED, FROM, UNTIL, FROM)).isEqualTo(Hindrance.SUSPENDED);
        assertThat(Approval.hindrance(PlanState.WITHDRAWN, FROM, UNTIL, FROM)).isEqualTo(Hindrance.WITHDRAWN);
        assertThat(Approval.hindrance(PlanState.FILED, FROM, UNTIL, FROM)).isEqualTo(Hindrance.NOT_APPROVED);
        assertThat(Approval.hindrance(PlanState.RETURNED, FROM, UNTIL, FROM)).isEqualTo(Hindrance.NOT_APPROVED);
        assertThat(Approval.hindrance(PlanState.APPROVED, null, UNTIL, FROM)).isEqualTo(Hindrance.NOT_APPROVED);
        assertThat(Approval.hindrance(PlanState.APPROVED, FROM, null, FROM)).isEqualTo(Hindrance.NOT_APPROVED);
    }

    @Test
    void versions_follow_each_other_and_wait_for_each_other() {
        VersionEdit first = content("一号车间");
        VersionEdit other = content("二号车间");

        assertThat(file(PlanState.RETURNED, false, List.of(first), 2, other))
                .isInstanceOf(Versions.Answer.Accepted.class);
        assertThat(file(PlanState.RETURNED, false, List.of(first), 1, first))
                .isInstanceOf(Versions.Answer.Repeated.class);
        assertThat(file(PlanState.RETURNED, false, List.of(first), 1, other))
                .isInstanceOf(Versions.Answer.Conflicting.class);
        assertThat(file(PlanState.RETURNED, false, List.of(first), 3, other)).isEqualTo(new Versions.Answer.NotNext(2));
        assertThat(file(PlanState.RETURNED, false, List.of(first), 0, other)).isEqualTo(new Versions.Answer.NotNext(2));
        assertThat(file(PlanState.APPROVED, true, List.of(first), 2, other)).isEqualTo(new Versions.Answer.Open(1));
        assertThat(file(PlanState.WITHDRAWN, false, List.of(first), 2, other))
                .isInstanceOf(Versions.Answer.Withdrawn.class);
        assertThat(file(
                        PlanState.APPROVED,
                        false,
                        Collections.nCopies(EvaluationApi.VERSIONS_MOST, first),
                        EvaluationApi.VERSIONS_MOST + 1,
                        other))
                .isEqualTo(new Versions.Answer.AtLimit(EvaluationApi.VERSIONS_MOST));
        assertThat(file(
                        PlanState.APPROVED,
                        false,
                        Collections.nCopies(EvaluationApi.VERSIONS_MOST - 1, first),
                        EvaluationApi.VERSIONS_MOST,
                        other))
                .isInstanceOf(Versions.Answer.Accepted.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void however_it_is_decided_nothing_follows_a_withdrawal_and_only_an_approval_brings_a_plan_to_hold(long seed) {
        Random random = new Random(seed);
        PlanState state = PlanState.FILED;
        boolean approved = false;
        for (int i = 0; i < 60; i++) {
            boolean pending = random.nextBoolean();
            List<PlanDecisionKind> possible = Approval.possible(standing(state, pending));
            if (possible.isEmpty()) {
                assertThat(state == PlanState.WITHDRAWN || !pending)
                        .as("seed %d", seed)
                        .isTrue();
                continue;
            }
            PlanDecisionKind kind = possible.get(random.nextInt(possible.size()));
            approved |= kind == PlanDecisionKind.APPROVE;
            state = Approval.next(state, kind);
            boolean holds = Approval.hindrance(state, FROM, UNTIL, FROM) == null;
            assertThat(!holds || approved).as("seed %d, round %d", seed, i).isTrue();
        }
    }

    private static Versions.Answer file(
            PlanState state, boolean pending, List<VersionEdit> filed, int version, VersionEdit edit) {
        return Versions.file(state, pending, filed, version, edit);
    }

    private static VersionEdit content(String place) {
        return new VersionEdit(List.of(), FROM, UNTIL, List.of(place), List.of(), List.of());
    }

    private static Answer decide(Standing standing, PlanDecisionKind kind, String reason) {
        return Approval.decide(standing, OFFICER, DECISION, edit(kind, reason, 4));
    }

    private static PlanDecisionEdit edit(PlanDecisionKind kind, String reason, long revision) {
        return new PlanDecisionEdit(kind, reason, revision);
    }

    private static Standing standing(PlanState state, boolean pending) {
        return new Standing(state, pending, 4, Set.of(FILER), 1, List.of());
    }
}
