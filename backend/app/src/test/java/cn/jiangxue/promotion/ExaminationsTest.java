package cn.jiangxue.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.ExaminationApi.Mark;
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
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.AuditFact;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Promotion by examination over a real store. */
class ExaminationsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TURNER = "6-18-01-01";
    private static final String REASON = "登分时看错了一行，以原始评分表为准。";

    private final Caller zhang = PromotionFixture.learner();
    private PromotionFixture all;
    private Caller officer;
    private Caller chen;

    @BeforeEach
    void open() {
        all = new PromotionFixture(fixture -> List.of());
        officer = all.officer();
        chen = all.assessor();
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
    void an_application_is_admitted_marked_and_then_approved() {
        Case applied = apply();
        assertThat(applied.possible())
                .containsExactly(DecisionKind.ADMIT, DecisionKind.ASK_FOR_MORE, DecisionKind.REFUSE);
        assertThat(refusal(decide(officer, applied, DecisionKind.APPROVE))).isEqualTo(ProblemCode.MARKS_MISSING);

        Case admitted = decide(officer, applied, DecisionKind.ADMIT).block(PATIENCE);
        assertThat(admitted.state()).isEqualTo(CaseState.IN_EXAMINATION);
        assertThat(admitted.actOn().zh()).isEqualTo("等待考评员评分：理论知识考试、操作技能考核");
        assertThat(refusal(decide(officer, admitted, DecisionKind.APPROVE))).isEqualTo(ProblemCode.MARKS_MISSING);
        Case half = mark(chen, admitted, ExamPart.THEORY, 1, 855).block(PATIENCE);
        assertThat(refusal(decide(officer, half, DecisionKind.APPROVE))).isEqualTo(ProblemCode.MARKS_MISSING);
        Case passed = mark(chen, admitted, ExamPart.PRACTICE, 1, 600).block(PATIENCE);

        assertThat(passed.examination().passed()).isTrue();
        assertThat(passed.examination().marks()).extracting(Mark::tenths).containsExactly(855, 600);
        assertThat(passed.actOn().zh()).contains("各科均已合格");
        Case approved = decide(officer, passed, DecisionKind.APPROVE).block(PATIENCE);
        assertThat(approved.state()).isEqualTo(CaseState.APPROVED);
        assertThat(all.promotions
                        .find(zhang, applied.id())
                        .block()
                        .examination()
                        .marks())
                .as("the applicant sees them too")
                .hasSize(2);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.audited)
                        .filteredOn(fact -> fact.action().equals("promotion.marked"))
                        .extracting(AuditFact::actorId)
                        .containsExactly(chen.personId(), chen.personId()));
    }

    @Test
    void of_two_assessors_at_once_one_marks_the_sitting_and_the_other_is_told() {
        Case admitted = admitted();
        List<ProblemException> refused = new CopyOnWriteArrayList<>();

        List<Case> marked = Flux.range(0, 20)
                .flatMap(
                        i -> mark(all.assessor(), admitted, ExamPart.THEORY, 1, 500)
                                .onErrorResume(ProblemException.class, e -> Mono.fromRunnable(() -> refused.add(e))),
                        20)
                .collectList()
                .block(PATIENCE);

        assertThat(marked).hasSize(1);
        assertThat(refused).hasSize(19).extracting(ProblemException::code).containsOnly(ProblemCode.SITTING_NOT_OPEN);
        assertThat(all.promotions
                        .find(chen, admitted.id())
                        .block()
                        .examination()
                        .marks())
                .hasSize(1);
    }

    @Test
    void a_mark_repeated_twenty_times_at_once_is_one_mark() {
        Case admitted = admitted();
        UUID id = UUID.randomUUID();
        MarkEdit edit = new MarkEdit(ExamPart.THEORY, 1, 700, null, "");

        List<Case> answers = Flux.range(0, 20)
                .flatMap(i -> all.promotions.mark(chen, admitted.id(), id, edit), 20)
                .collectList()
                .block(PATIENCE);

        assertThat(answers)
                .hasSize(20)
                .allSatisfy(one -> assertThat(one.examination().marks()).hasSize(1));
        MarkEdit other = new MarkEdit(ExamPart.THEORY, 1, 710, null, "");
        assertThat(refusal(all.promotions.mark(chen, admitted.id(), id, other)))
                .isEqualTo(ProblemCode.CONFLICTING_REPEAT);
    }

    @Test
    void a_part_failed_is_taken_again_and_a_wrong_mark_is_corrected_with_a_reason() {
        Case admitted = admitted();
        Case failed = mark(chen, admitted, ExamPart.THEORY, 1, 599).block(PATIENCE);
        assertThat(failed.examination().parts().getFirst())
                .extracting(Part::state, Part::sitting)
                .containsExactly(PartState.OPEN, 2);
        UUID wrong = failed.examination().marks().getFirst().id();
        MarkEdit silent = new MarkEdit(ExamPart.THEORY, 1, 601, wrong, "");
        assertThat(refusal(all.promotions.mark(chen, admitted.id(), UUID.randomUUID(), silent)))
                .isEqualTo(ProblemCode.INVALID_FIELDS);

        MarkEdit right = new MarkEdit(ExamPart.THEORY, 1, 601, wrong, REASON);
        Case corrected = all.promotions
                .mark(chen, admitted.id(), UUID.randomUUID(), right)
                .block(PATIENCE);

        assertThat(corrected.examination().marks()).extracting(Mark::inForce).containsExactly(false, true);
        assertThat(corrected.examination().marks().getLast().reason()).isEqualTo(REASON);
        assertThat(corrected.examination().parts().getFirst().state()).isEqualTo(PartState.PASSED);
        assertThat(refusal(mark(chen, admitted, ExamPart.THEORY, 2, 700))).isEqualTo(ProblemCode.PART_PASSED);
        assertThat(refusal(mark(chen, admitted, ExamPart.REVIEW, 1, 700))).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(refusal(mark(chen, admitted, ExamPart.PRACTICE, 1, 1_001))).isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    @Test
    void when_no_sitting_is_left_the_officer_can_only_refuse() {
        Case seen = admitted();
        for (int sitting = 1; sitting <= 3; sitting++) {
            seen = mark(chen, seen, ExamPart.THEORY, sitting, 400).block(PATIENCE);
        }

        assertThat(seen.examination().parts().getFirst().state()).isEqualTo(PartState.USED_UP);
        assertThat(seen.possible()).as("who assessed decides nothing").isEmpty();
        assertThat(all.promotions.find(officer, seen.id()).block().possible()).containsExactly(DecisionKind.REFUSE);
        assertThat(refusal(mark(chen, seen, ExamPart.THEORY, 4, 900))).isEqualTo(ProblemCode.SITTINGS_USED_UP);
        DecisionEdit no = new DecisionEdit(DecisionKind.REFUSE, "理论考试三次均未达到合格分数线。", seen.revision());
        assertThat(all.promotions
                        .decide(officer, seen.id(), UUID.randomUUID(), no)
                        .block(PATIENCE)
                        .state())
                .isEqualTo(CaseState.REFUSED);
    }

    @Test
    void who_assessed_does_not_decide_who_decided_does_not_assess_and_nobody_assesses_themselves() {
        Case admitted = admitted();
        Caller both = as(chen, Role.RECOGNITION_OFFICER, Role.ASSESSOR);
        Case half = mark(both, admitted, ExamPart.THEORY, 1, 700).block(PATIENCE);
        Case passed = mark(chen, half, ExamPart.PRACTICE, 1, 700).block(PATIENCE);

        assertThat(refusal(decide(both, passed, DecisionKind.APPROVE))).isEqualTo(ProblemCode.ASSESSED_HERE);
        Caller decider = as(officer, Role.RECOGNITION_OFFICER, Role.ASSESSOR);
        assertThat(refusal(mark(decider, passed, ExamPart.PRACTICE, 1, 700))).isEqualTo(ProblemCode.DECIDED_HERE);
        Caller self = as(zhang, Role.ASSESSOR);
        assertThat(refusal(mark(self, passed, ExamPart.PRACTICE, 1, 700))).isEqualTo(ProblemCode.OWN_CASE);
    }

    @Test
    void assessors_see_what_is_examined_at_their_institution_and_nothing_else() {
        Case applied = apply();
        Caller elsewhere = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.ASSESSOR, UUID.randomUUID())));
        assertThat(waiting(chen)).isEmpty();
        assertThat(refusal(all.promotions.find(chen, applied.id()))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(mark(chen, applied, ExamPart.THEORY, 1, 700))).isEqualTo(ProblemCode.NOT_FOUND);

        Case admitted = decide(officer, applied, DecisionKind.ADMIT).block(PATIENCE);

        assertThat(waiting(chen)).extracting(CaseSummary::id).containsExactly(applied.id());
        assertThat(waiting(elsewhere)).isEmpty();
        assertThat(refusal(all.promotions.find(elsewhere, applied.id()))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(mark(elsewhere, admitted, ExamPart.THEORY, 1, 700))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(mark(officer, admitted, ExamPart.THEORY, 1, 700)))
                .as("no assessor")
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void an_application_names_its_path() {
        Application nameless = new Application(TURNER, Grade.INTERMEDIATE, all.institution, "", null, null, null, null);

        assertThat(refusal(Mono.defer(() -> all.promotions.apply(zhang, UUID.randomUUID(), nameless))))
                .isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    @Test
    void it_may_be_withdrawn_while_it_is_examined_and_marks_stay_on_it() {
        Case admitted = admitted();
        mark(chen, admitted, ExamPart.THEORY, 1, 700).block(PATIENCE);

        assertThat(all.promotions.resubmit(zhang, admitted.id()).block().state())
                .as("nothing was asked")
                .isEqualTo(CaseState.IN_EXAMINATION);
        Case withdrawn = all.promotions.withdraw(zhang, admitted.id()).block(PATIENCE);

        assertThat(withdrawn.state()).isEqualTo(CaseState.WITHDRAWN);
        assertThat(withdrawn.examination().marks()).hasSize(1);
        assertThat(refusal(mark(chen, admitted, ExamPart.PRACTICE, 1, 700))).isEqualTo(ProblemCode.NOT_AT_THIS_STEP);
        assertThat(refusal(decide(officer, withdrawn, DecisionKind.APPROVE))).isEqualTo(ProblemCode.CASE_CLOSED);
    }

    private Case apply() {
        Application application = Application.byExamination(TURNER, Grade.INTERMEDIATE, all.institution, "从事车工六年。");
        return all.promotions.apply(zhang, UUID.randomUUID(), application).block(PATIENCE);
    }

    private Case admitted() {
        return decide(officer, apply(), DecisionKind.ADMIT).block(PATIENCE);
    }

    private Mono<Case> decide(Caller who, Case seen, DecisionKind kind) {
        return all.promotions.decide(who, seen.id(), UUID.randomUUID(), new DecisionEdit(kind, "", seen.revision()));
    }

    private Mono<Case> mark(Caller who, Case seen, ExamPart part, int sitting, int tenths) {
        return all.promotions.mark(who, seen.id(), UUID.randomUUID(), new MarkEdit(part, sitting, tenths, null, ""));
    }

    private List<CaseSummary> waiting(Caller who) {
        return all.lists.examinations(who, null).block(PATIENCE).items();
    }

    private Caller as(Caller who, Role... roles) {
        Set<RoleIn> held = java.util.Arrays.stream(roles)
                .map(role -> new RoleIn(role, all.institution))
                .collect(java.util.stream.Collectors.toSet());
        return new Caller(who.personId(), who.learnerId(), UUID.randomUUID(), held);
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
