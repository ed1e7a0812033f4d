package cn.jiangxue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.PlanSummary;
import cn.jiangxue.contract.EvaluationApi.PlanVersionState;
import cn.jiangxue.contract.EvaluationApi.Version;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.ground.Heard;
import cn.jiangxue.organisation.OrganisationFixture;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Plans of enterprises over a real store. */
class EvaluationPlansTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REASON = "考核地点的设备不符合标准的要求，请更换。";

    private final List<AuditFact> audited = new CopyOnWriteArrayList<>();
    private Ground ground;
    private EvaluationFixture all;
    private Caller administrator;
    private Caller chen;
    private Caller officer;
    private Caller sun;

    @BeforeEach
    void open() {
        ground = new Ground();
        Organisations organisations = OrganisationFixture.over(ground);
        UUID institution = OrganisationFixture.institution(ground, organisations, "临江市职业技能等级认定中心");
        Outbox silent = ground.outbox(List.of(), List.of());
        all = new EvaluationFixture(ground, silent, organisations, Standards.of(Frameworks.load()), institution);
        ground.run(
                ground.outbox(List.of(EvaluationFixture.SOURCE), List.of(Heard.by(AuditFact.class, "test", audited))));
        administrator = all.person(all.employer, Role.ADMINISTRATOR);
        chen = all.person(all.employer, Role.ASSESSOR);
        officer = all.person(institution, Role.RECOGNITION_OFFICER);
        sun = all.person(institution, Role.ASSESSOR);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    @Test
    void a_plan_is_filed_given_a_supervisor_and_approved() {
        Plan filed = file(UUID.randomUUID(), all.content(chen)).block(PATIENCE);
        assertThat(filed.state()).isEqualTo(PlanState.FILED);
        assertThat(filed.inForce()).isFalse();
        assertThat(all.plans.inbox(officer, null, null).block().items())
                .extracting(PlanSummary::id)
                .containsExactly(filed.id());
        assertThat(refusal(all.decided(officer, filed, PlanDecisionKind.APPROVE, "")))
                .isEqualTo(ProblemCode.PLAN_SUPERVISOR_NEEDED);

        assertThat(all.plans.candidates(officer, filed.id()).block())
                .extracting(PersonName::personId)
                .containsExactlyInAnyOrder(officer.personId(), sun.personId());
        Plan named = all.supervisors(officer, filed, List.of(sun.personId())).block(PATIENCE);
        Plan approved =
                all.decided(officer, named, PlanDecisionKind.APPROVE, "").block(PATIENCE);

        assertThat(approved.state()).isEqualTo(PlanState.APPROVED);
        assertThat(approved.inForce()).isTrue();
        assertThat(approved.approvedVersion()).isEqualTo(1);
        assertThat(all.plans.inbox(officer, null, null).block().items()).isEmpty();
        assertThat(all.plans
                        .ofEmployer(administrator, all.employer, null)
                        .block()
                        .items())
                .hasSize(1);
        assertThat(all.plan(sun, filed.id()).block().possible()).isEmpty();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(audited)
                        .extracting(AuditFact::action)
                        .containsExactly("evaluation.filed", "evaluation.supervisors-named", "evaluation.decided"));
    }

    @Test
    void a_plan_that_was_given_back_is_filed_again_as_its_next_version() {
        UUID id = UUID.randomUUID();
        Plan filed = file(id, all.content(chen)).block(PATIENCE);
        assertThat(refusal(next(id, 2))).isEqualTo(ProblemCode.PLAN_VERSION_OPEN);
        assertThat(refusal(all.decided(officer, filed, PlanDecisionKind.RETURN, "不行")))
                .isEqualTo(ProblemCode.INVALID_FIELDS);

        Plan returned =
                all.decided(officer, filed, PlanDecisionKind.RETURN, REASON).block(PATIENCE);

        assertThat(returned.state()).isEqualTo(PlanState.RETURNED);
        assertThat(returned.versions().getFirst().reason()).isEqualTo(REASON);
        assertThat(refusal(next(id, 3))).isEqualTo(ProblemCode.PLAN_VERSION_NOT_NEXT);
        assertThat(next(id, 2).block(PATIENCE).state()).isEqualTo(PlanState.FILED);
        assertThat(next(id, 2).block(PATIENCE).versions()).as("a repeat").hasSize(2);
    }

    @Test
    void a_newer_version_takes_the_older_ones_place_when_it_is_approved() {
        Plan plan = all.approved(administrator, officer, sun, all.content(chen));
        Caller zhou = all.person(all.employer, Role.ASSESSOR);

        Plan waits = all.plans
                .file(administrator, plan.id(), 2, all.content(chen, zhou))
                .block(PATIENCE);
        assertThat(waits.inForce()).as("the older one holds meanwhile").isTrue();
        assertThat(all.plans.atWork(plan.id()).block().assessors()).containsExactly(chen.personId());
        Plan newer = all.decided(officer, waits, PlanDecisionKind.APPROVE, "").block(PATIENCE);

        assertThat(newer.versions())
                .extracting(Version::state)
                .containsExactly(PlanVersionState.APPROVED, PlanVersionState.SUPERSEDED);
        assertThat(all.plans.atWork(plan.id()).block().version()).isEqualTo(2);
        assertThat(all.plans.atWork(plan.id()).block().assessors()).hasSize(2);
    }

    @Test
    void a_plan_is_suspended_resumed_and_withdrawn_with_reasons() {
        Plan plan = all.approved(administrator, officer, sun, all.content(chen));
        Plan suspended =
                all.decided(officer, plan, PlanDecisionKind.SUSPEND, REASON).block(PATIENCE);
        assertThat(suspended.inForce()).isFalse();
        assertThat(all.choices(chen, Grade.JUNIOR).block()).isEmpty();

        Plan resumed =
                all.decided(officer, suspended, PlanDecisionKind.RESUME, REASON).block(PATIENCE);
        assertThat(resumed.inForce()).isTrue();
        assertThat(all.choices(chen, Grade.JUNIOR).block()).hasSize(1);
        Plan withdrawn =
                all.decided(officer, resumed, PlanDecisionKind.WITHDRAW, REASON).block(PATIENCE);

        assertThat(withdrawn.state()).isEqualTo(PlanState.WITHDRAWN);
        assertThat(withdrawn.possible()).isEmpty();
        assertThat(refusal(next(plan.id(), 2))).isEqualTo(ProblemCode.PLAN_NOT_OPEN);
        assertThat(refusal(all.decided(officer, withdrawn, PlanDecisionKind.RESUME, REASON)))
                .isEqualTo(ProblemCode.PLAN_NOT_OPEN);
    }

    @Test
    void a_version_that_waits_is_given_back_with_the_plan_that_is_withdrawn() {
        Plan plan = all.approved(administrator, officer, sun, all.content(chen));
        Plan waits = next(plan.id(), 2).block(PATIENCE);

        Plan withdrawn =
                all.decided(officer, waits, PlanDecisionKind.WITHDRAW, REASON).block(PATIENCE);

        assertThat(withdrawn.pending()).isFalse();
        assertThat(withdrawn.versions())
                .extracting(Version::state)
                .containsExactly(PlanVersionState.RETURNED, PlanVersionState.APPROVED);
        assertThat(all.plans.inbox(officer, null, null).block().items()).isEmpty();
    }

    @Test
    void a_plan_ends_by_itself_on_its_day() {
        Plan plan = all.approved(administrator, officer, sun, all.content(chen));
        assertThat(all.plans.atWork(plan.id()).block().hindrance()).isEmpty();

        ground.clock.advanceSeconds(Duration.ofDays(366).toSeconds());

        assertThat(all.plans.atWork(plan.id()).block().hindrance().orElseThrow().en())
                .isEqualTo("ended");
    }

    @Test
    void of_two_officers_at_once_one_decides_and_the_other_is_told() {
        Plan filed = file(UUID.randomUUID(), all.content(chen))
                .flatMap(one -> all.supervisors(officer, one, List.of(sun.personId())))
                .block(PATIENCE);
        List<ProblemException> refused = new CopyOnWriteArrayList<>();

        List<Plan> decided = Flux.range(0, 20)
                .flatMap(
                        i -> all.decided(
                                        all.person(all.institution, Role.RECOGNITION_OFFICER),
                                        filed,
                                        i % 2 == 0 ? PlanDecisionKind.APPROVE : PlanDecisionKind.RETURN,
                                        REASON)
                                .onErrorResume(ProblemException.class, e -> Mono.fromRunnable(() -> refused.add(e))),
                        20)
                .collectList()
                .block(PATIENCE);

        assertThat(decided).hasSize(1);
        assertThat(refused).hasSize(19).extracting(ProblemException::code).containsOnly(ProblemCode.ALREADY_DECIDED);
    }

    @Test
    void the_same_again_is_the_same_and_anything_else_under_its_id_is_refused() {
        UUID id = UUID.randomUUID();
        List<Plan> answers = Flux.range(0, 10)
                .flatMap(i -> file(id, all.content(chen)), 10)
                .collectList()
                .block(PATIENCE);
        assertThat(answers).hasSize(10).extracting(Plan::revision).containsOnly(1L);
        assertThat(refusal(file(id, all.content(chen, all.person(all.employer, Role.ASSESSOR)))))
                .isEqualTo(ProblemCode.CONFLICTING_REPEAT);

        Plan returned = all.supervisors(officer, answers.getFirst(), List.of(sun.personId()))
                .block(PATIENCE);
        UUID decision = UUID.randomUUID();
        PlanDecisionEdit edit = new PlanDecisionEdit(PlanDecisionKind.APPROVE, "", returned.revision());
        Plan once = all.plans.decide(officer, id, decision, edit).block(PATIENCE);
        assertThat(all.plans.decide(officer, id, decision, edit).block(PATIENCE).revision())
                .isEqualTo(once.revision());
        PlanDecisionEdit other = new PlanDecisionEdit(PlanDecisionKind.RETURN, REASON, returned.revision());
        assertThat(refusal(all.plans.decide(officer, id, decision, other))).isEqualTo(ProblemCode.CONFLICTING_REPEAT);
    }

    @Test
    void nobody_decides_or_supervises_who_belongs_to_the_enterprise() {
        Plan filed = file(UUID.randomUUID(), all.content(chen)).block(PATIENCE);
        Caller both = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.RECOGNITION_OFFICER, all.institution), new RoleIn(Role.LEARNER, all.employer)));

        assertThat(refusal(all.decided(both, filed, PlanDecisionKind.RETURN, REASON)))
                .isEqualTo(ProblemCode.PLAN_INTEREST);
        assertThat(refusal(all.supervisors(both, filed, List.of(sun.personId()))))
                .isEqualTo(ProblemCode.PLAN_INTEREST);
        assertThat(refusal(all.supervisors(officer, filed, List.of(chen.personId()))))
                .isEqualTo(ProblemCode.INVALID_FIELDS);
        Caller learner = all.person(all.institution, Role.LEARNER);
        assertThat(refusal(all.supervisors(officer, filed, List.of(learner.personId()))))
                .as("neither assessor nor officer")
                .isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(refusal(all.supervisors(officer, filed, List.of()))).isEqualTo(ProblemCode.PLAN_SUPERVISOR_NEEDED);
        assertThat(all.plan(both, filed.id()).block().possible()).isEmpty();
    }

    @Test
    void plans_of_others_are_not_found() {
        Plan filed = file(UUID.randomUUID(), all.content(chen)).block(PATIENCE);
        Caller elsewhere = all.person(UUID.randomUUID(), Role.ADMINISTRATOR, Role.RECOGNITION_OFFICER);

        assertThat(refusal(all.plan(elsewhere, filed.id()))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.plan(chen, filed.id()))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.decided(elsewhere, filed, PlanDecisionKind.APPROVE, "")))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.plans.file(elsewhere, filed.id(), all.edit(all.content(chen)))))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.plans.file(elsewhere, UUID.randomUUID(), all.edit(all.content(chen)))))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.plans.ofEmployer(elsewhere, all.employer, null))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.plans.candidates(elsewhere, filed.id()))).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void an_assessor_who_is_not_one_of_the_enterprise_cannot_be_named() {
        assertThat(refusal(file(UUID.randomUUID(), all.content(sun)))).isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    private Mono<Plan> file(UUID id, VersionEdit content) {
        return all.plans.file(administrator, id, all.edit(content));
    }

    private Mono<Plan> next(UUID id, int version) {
        return all.plans.file(administrator, id, version, all.content(chen));
    }

    private static ProblemCode refusal(Mono<?> call) {
        try {
            Object answer = call.block(PATIENCE);
            throw new AssertionError("was not refused but answered " + answer);
        } catch (ProblemException e) {
            return e.code();
        }
    }
}
