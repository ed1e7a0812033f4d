package cn.jiangxue.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.ExaminationApi.ConfirmationEdit;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.ExaminationApi.Part;
import cn.jiangxue.contract.ExaminationApi.PartState;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.evaluation.EvaluationFixture;
import cn.jiangxue.ground.Heard;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Promotion by the own enterprise's examination, under an approved plan and outside supervision, over a real store. */
class EnterpriseEvaluationTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TURNER = EvaluationFixture.TURNER;
    private static final String REASON = "核对方案与现场考核记录，情况属实。";

    private final List<GradeDecided> decided = new CopyOnWriteArrayList<>();
    private PromotionFixture all;
    private EvaluationFixture enterprise;
    private Caller zhang;
    private Caller administrator;
    private Caller chen;
    private Caller officer;
    private Caller sun;
    private Plan plan;

    @BeforeEach
    void open() {
        all = new PromotionFixture(fixture -> List.of(Heard.by(GradeDecided.class, "test-decided", decided)));
        enterprise = all.enterprise;
        zhang = enterprise.person(enterprise.employer, Role.LEARNER);
        administrator = enterprise.person(enterprise.employer, Role.ADMINISTRATOR);
        chen = enterprise.person(enterprise.employer, Role.ASSESSOR);
        officer = enterprise.person(all.institution, Role.RECOGNITION_OFFICER);
        sun = enterprise.person(all.institution, Role.ASSESSOR);
        plan = enterprise.approved(administrator, officer, sun, enterprise.content(chen));
        WorkRecordEdit work = new WorkRecordEdit(TURNER, "匠心精工", LocalDate.of(2020, 7, 1), null);
        all.careers
                .save(zhang.learnerId(), zhang.personId(), UUID.randomUUID(), work)
                .block();
        all.credit.earn(zhang.learnerId(), 16);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void a_worker_is_examined_by_the_enterprise_and_every_sitting_is_confirmed_from_outside() {
        Case applied = apply(zhang, Grade.INTERMEDIATE);
        assertThat(applied.plan().planId()).isEqualTo(plan.id());
        assertThat(applied.examination().parts())
                .as("as the plan asks")
                .extracting(Part::passTenths)
                .containsExactly(700, 700);
        Case admitted = decide(officer, applied, DecisionKind.ADMIT).block(PATIENCE);
        assertThat(all.lists.examinations(chen, null).block().items())
                .extracting(CaseSummary::id)
                .containsExactly(applied.id());
        assertThat(all.lists.examinations(sun, null).block().items())
                .as("not for the institution's assessors")
                .isEmpty();

        Case marked = mark(chen, admitted, ExamPart.THEORY, 1, 800).block(PATIENCE);
        assertThat(marked.actOn().zh()).contains("等待外部督导员确认");
        assertThat(refusal(decide(officer, marked, DecisionKind.APPROVE))).isEqualTo(ProblemCode.SUPERVISOR_AWAITED);
        assertThat(all.lists.supervised(sun, null).block().items()).hasSize(1);
        Case half = confirm(sun, marked, ExamPart.THEORY, 1).block(PATIENCE);
        assertThat(all.lists.supervised(sun, null).block().items()).isEmpty();
        assertThat(refusal(decide(officer, half, DecisionKind.APPROVE))).isEqualTo(ProblemCode.MARKS_MISSING);
        mark(chen, admitted, ExamPart.PRACTICE, 1, 700).block(PATIENCE);
        Case passed = confirm(sun, admitted, ExamPart.PRACTICE, 1).block(PATIENCE);

        assertThat(passed.examination().passed()).isTrue();
        assertThat(passed.examination().confirmations()).hasSize(2).allMatch(one -> one.counts());
        assertThat(decide(officer, passed, DecisionKind.APPROVE).block(PATIENCE).state())
                .isEqualTo(CaseState.APPROVED);
        Awaitility.await().atMost(PATIENCE).until(() -> !decided.isEmpty());
        assertThat(decided.getFirst().metPath().zh())
                .as("can be traced")
                .contains("匠心精工有限公司", plan.id().toString(), "第1版");
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.audited)
                        .filteredOn(fact -> fact.action().equals("promotion.sitting-confirmed"))
                        .hasSize(2));
    }

    @Test
    void a_sitting_to_which_the_supervisor_objects_is_void_and_uses_none_up() {
        Case admitted = admitted();
        mark(chen, admitted, ExamPart.THEORY, 1, 950).block(PATIENCE);
        assertThat(refusal(object(sun, admitted, ExamPart.THEORY, 1, "太短"))).isEqualTo(ProblemCode.INVALID_FIELDS);

        Case voided =
                object(sun, admitted, ExamPart.THEORY, 1, "考场监控中断，试卷疑似泄露。").block(PATIENCE);

        Part theory = voided.examination().parts().getFirst();
        assertThat(theory.state()).isEqualTo(PartState.OPEN);
        assertThat(theory.sitting()).isEqualTo(2);
        assertThat(voided.examination().confirmations().getFirst().counts()).isFalse();
        assertThat(refusal(confirm(sun, admitted, ExamPart.THEORY, 1))).isEqualTo(ProblemCode.SITTING_CONFIRMED);
        UUID void1 = voided.examination().marks().getFirst().id();
        assertThat(refusal(all.promotions.mark(
                        chen, admitted.id(), UUID.randomUUID(), new MarkEdit(ExamPart.THEORY, 1, 100, void1, REASON))))
                .as("nor corrected")
                .isEqualTo(ProblemCode.MARK_NOT_CORRECTABLE);
        mark(chen, admitted, ExamPart.THEORY, 2, 800).block(PATIENCE);
        Case again = confirm(sun, admitted, ExamPart.THEORY, 2).block(PATIENCE);
        assertThat(again.examination().parts().getFirst().state()).isEqualTo(PartState.PASSED);
    }

    @Test
    void only_a_named_supervisor_who_was_there_confirms_what_is_marked() {
        Case admitted = admitted();
        assertThat(refusal(confirm(sun, admitted, ExamPart.THEORY, 1))).isEqualTo(ProblemCode.SITTING_NOT_COMPLETE);
        mark(chen, admitted, ExamPart.THEORY, 1, 800).block(PATIENCE);
        assertThat(refusal(mark(chen, admitted, ExamPart.THEORY, 2, 800))).isEqualTo(ProblemCode.SUPERVISOR_AWAITED);

        assertThat(refusal(confirm(officer, admitted, ExamPart.THEORY, 1))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(confirm(chen, admitted, ExamPart.THEORY, 1))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(all.promotions.find(all.assessor(), admitted.id()))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(all.promotions.find(sun, admitted.id()).block().id()).isEqualTo(admitted.id());
        ConfirmationEdit absent = new ConfirmationEdit(ExamPart.THEORY, 1, false, true, "");
        assertThat(refusal(all.promotions.confirm(sun, admitted.id(), UUID.randomUUID(), absent)))
                .isEqualTo(ProblemCode.INVALID_FIELDS);
        Caller hired = new Caller(
                sun.personId(),
                sun.learnerId(),
                sun.sessionId(),
                Set.of(new RoleIn(Role.LEARNER, enterprise.employer)));
        assertThat(refusal(confirm(hired, admitted, ExamPart.THEORY, 1))).isEqualTo(ProblemCode.PLAN_INTEREST);
    }

    @Test
    void a_confirmation_repeated_twenty_times_at_once_is_one_and_another_is_told() {
        Case admitted = admitted();
        mark(chen, admitted, ExamPart.THEORY, 1, 800).block(PATIENCE);
        UUID id = UUID.randomUUID();
        ConfirmationEdit edit = new ConfirmationEdit(ExamPart.THEORY, 1, true, true, "");

        List<Case> answers = Flux.range(0, 20)
                .flatMap(i -> all.promotions.confirm(sun, admitted.id(), id, edit), 20)
                .collectList()
                .block(PATIENCE);

        assertThat(answers)
                .hasSize(20)
                .allSatisfy(one -> assertThat(one.examination().confirmations()).hasSize(1));
        ConfirmationEdit other = new ConfirmationEdit(ExamPart.THEORY, 1, true, true, "有一人迟到");
        assertThat(refusal(all.promotions.confirm(sun, admitted.id(), id, other)))
                .isEqualTo(ProblemCode.CONFLICTING_REPEAT);
        assertThat(refusal(all.promotions.confirm(sun, admitted.id(), UUID.randomUUID(), edit)))
                .isEqualTo(ProblemCode.SITTING_CONFIRMED);
    }

    @Test
    void assessors_of_the_plan_mark_and_nobody_else() {
        Case admitted = admitted();
        Caller unnamed = enterprise.person(enterprise.employer, Role.ASSESSOR);

        assertThat(refusal(mark(unnamed, admitted, ExamPart.THEORY, 1, 800))).isEqualTo(ProblemCode.NOT_IN_PLAN);
        assertThat(refusal(mark(sun, admitted, ExamPart.THEORY, 1, 800)))
                .as("an assessor of the institution")
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void whoever_supervises_or_belongs_to_the_enterprise_does_not_decide() {
        Caller both = enterprise.person(all.institution, Role.RECOGNITION_OFFICER);
        Plan renamed = named(List.of(sun.personId(), both.personId()));
        Case applied = apply(zhang, Grade.INTERMEDIATE);
        Caller interested = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(
                        new RoleIn(Role.RECOGNITION_OFFICER, all.institution),
                        new RoleIn(Role.TRAINER, enterprise.employer)));

        assertThat(renamed.supervisors()).hasSize(2);
        assertThat(refusal(decide(both, applied, DecisionKind.ADMIT))).isEqualTo(ProblemCode.SUPERVISES_HERE);
        assertThat(refusal(decide(interested, applied, DecisionKind.ADMIT))).isEqualTo(ProblemCode.PLAN_INTEREST);
        assertThat(all.promotions.find(both, applied.id()).block().possible()).isEmpty();
        assertThat(all.promotions.find(interested, applied.id()).block().possible())
                .isEmpty();
    }

    @Test
    void under_a_suspended_plan_no_sitting_begins_and_one_that_began_is_finished() {
        Case admitted = admitted();
        mark(chen, admitted, ExamPart.THEORY, 1, 800).block(PATIENCE);
        Plan now = enterprise.plan(officer, plan.id()).block();
        enterprise.decided(officer, now, PlanDecisionKind.SUSPEND, REASON).block(PATIENCE);

        assertThat(refusal(mark(chen, admitted, ExamPart.PRACTICE, 1, 800))).isEqualTo(ProblemCode.PLAN_NOT_IN_FORCE);
        assertThat(confirm(sun, admitted, ExamPart.THEORY, 1)
                        .block(PATIENCE)
                        .examination()
                        .parts()
                        .getFirst()
                        .state())
                .isEqualTo(PartState.PASSED);
        assertThat(refusal(Mono.fromCallable(
                        () -> apply(enterprise.person(enterprise.employer, Role.LEARNER), Grade.JUNIOR))))
                .isEqualTo(ProblemCode.NOT_ELIGIBLE);
    }

    @Test
    void the_way_is_for_workers_of_the_enterprise_and_for_grades_of_the_plan() {
        Caller stranger = enterprise.person(all.institution, Role.LEARNER);

        assertThat(refusal(Mono.fromCallable(() -> apply(stranger, Grade.INTERMEDIATE))))
                .isEqualTo(ProblemCode.NOT_ELIGIBLE);
        assertThat(refusal(Mono.fromCallable(() -> apply(zhang, Grade.SENIOR)))).isEqualTo(ProblemCode.NOT_ELIGIBLE);
        for (Application wrong : List.of(
                application(Grade.INTERMEDIATE, PromotionPath.ENTERPRISE, null),
                application(Grade.INTERMEDIATE, PromotionPath.EXAMINATION, plan.id()),
                application(Grade.INTERMEDIATE, PromotionPath.ENTERPRISE, UUID.randomUUID()))) {
            assertThat(refusal(Mono.defer(() -> all.promotions.apply(zhang, UUID.randomUUID(), wrong))))
                    .isEqualTo(ProblemCode.INVALID_FIELDS);
        }
        assertThat(enterprise.choices(zhang, Grade.INTERMEDIATE).block()).hasSize(1);
        assertThat(enterprise.choices(zhang, Grade.SENIOR).block()).isEmpty();
        assertThat(enterprise.choices(stranger, Grade.INTERMEDIATE).block()).isEmpty();
    }

    private Plan named(List<UUID> supervisors) {
        Plan now = enterprise.plan(officer, plan.id()).block();
        return enterprise.supervisors(officer, now, supervisors).block(PATIENCE);
    }

    private Case admitted() {
        return decide(officer, apply(zhang, Grade.INTERMEDIATE), DecisionKind.ADMIT)
                .block(PATIENCE);
    }

    private Case apply(Caller who, Grade grade) {
        Application application = application(grade, PromotionPath.ENTERPRISE, plan.id());
        return all.promotions.apply(who, UUID.randomUUID(), application).block(PATIENCE);
    }

    private Application application(Grade grade, PromotionPath path, @Nullable UUID planId) {
        return new Application(TURNER, grade, all.institution, "", path, null, null, planId);
    }

    private Mono<Case> mark(Caller who, Case seen, ExamPart part, int sitting, int tenths) {
        return all.promotions.mark(who, seen.id(), UUID.randomUUID(), new MarkEdit(part, sitting, tenths, null, ""));
    }

    private Mono<Case> confirm(Caller who, Case seen, ExamPart part, int sitting) {
        ConfirmationEdit edit = new ConfirmationEdit(part, sitting, true, true, "");
        return all.promotions.confirm(who, seen.id(), UUID.randomUUID(), edit);
    }

    private Mono<Case> object(Caller who, Case seen, ExamPart part, int sitting, String words) {
        ConfirmationEdit edit = new ConfirmationEdit(part, sitting, true, false, words);
        return all.promotions.confirm(who, seen.id(), UUID.randomUUID(), edit);
    }

    private Mono<Case> decide(Caller who, Case seen, DecisionKind kind) {
        return all.promotions.decide(who, seen.id(), UUID.randomUUID(), new DecisionEdit(kind, "", seen.revision()));
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
