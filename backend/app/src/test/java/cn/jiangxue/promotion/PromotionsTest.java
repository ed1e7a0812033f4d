package cn.jiangxue.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.WorkRecord;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.framework.StandardsFixture;
import cn.jiangxue.frameworks.Condition;
import cn.jiangxue.frameworks.GradeRequirements;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.frameworks.Path;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

class PromotionsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TURNER = "6-18-01-01";
    private static final String REASON = "请补充近五年的工作证明材料。";

    private final Caller zhang = PromotionFixture.learner();
    private PromotionFixture all;
    private Promotions promotions;
    private Caller officer;

    @BeforeEach
    void open() {
        all = new PromotionFixture(fixture -> List.of());
        promotions = all.promotions;
        officer = all.officer();
        work(zhang, LocalDate.of(2020, 7, 1));
        all.credit.earn(zhang.learnerId(), 16);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void the_way_ahead_says_what_is_met_and_what_is_not() {
        List<Eligibility> paths = promotions.paths(zhang, null).block();

        assertThat(paths).extracting(Eligibility::grade).containsExactly(Grade.JUNIOR, Grade.INTERMEDIATE);
        assertThat(paths.getFirst().eligible()).as("no real name, so no age").isFalse();
        assertThat(paths.get(1).eligible()).isTrue();
        assertThat(paths.get(1).openCaseId()).isNull();
        UUID id = apply(zhang).id();
        assertThat(promotions.paths(zhang, TURNER).block().get(1).openCaseId()).isEqualTo(id);
    }

    @Test
    void an_application_keeps_the_edition_it_was_made_under() {
        UUID id = apply(zhang).id();
        OccupationalStandard first = all.standards.standard(TURNER).orElseThrow();
        StandardsFixture.follow(all.standards, asking99Years(first), LocalDate.of(2026, 11, 20));

        assertThat(promotions.paths(zhang, TURNER).block())
                .as("whoever applies now is judged by the newer edition")
                .noneMatch(way -> way.grade() == Grade.INTERMEDIATE && way.eligible());
        Case open = promotions.find(zhang, id).block(PATIENCE);
        assertThat(open.now().edition()).isEqualTo(first.edition());
        assertThat(open.now().eligible()).isTrue();
    }

    /** Grade four with 99 years of work as the only way. */
    private static OccupationalStandard asking99Years(OccupationalStandard first) {
        Map<Grade, GradeRequirements> grades = new EnumMap<>(first.grades());
        grades.computeIfPresent(Grade.INTERMEDIATE, (grade, asked) -> {
            Condition years = new Condition.WorkYears(
                    "work-99", 99, asked.conditions().findFirst().orElseThrow().grounds());
            Path only = new Path("only", new LocalText("工作99年", "99 years’ work"), List.of(years));
            return new GradeRequirements(grade, asked.always(), List.of(only), asked.units(), asked.examination());
        });
        return new OccupationalStandard(
                first.occupation(),
                "2027",
                first.title(),
                first.basis(),
                first.source(),
                first.effectiveFrom(),
                grades);
    }

    @Test
    void an_application_that_meets_nothing_is_refused_with_every_condition() {
        Caller novice = PromotionFixture.learner();

        ProblemException refusal = refusal(promotions.apply(novice, UUID.randomUUID(), application()));

        assertThat(refusal.code()).isEqualTo(ProblemCode.NOT_ELIGIBLE);
        assertThat(all.lists.mine(novice, null).block().items()).isEmpty();
    }

    @Test
    void the_same_application_again_is_the_same_case_and_another_body_is_refused() {
        UUID id = UUID.randomUUID();

        List<Case> answers = Flux.range(0, 20)
                .flatMap(i -> promotions.apply(zhang, id, application()), 20)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).extracting(Case::id).containsOnly(id);
        assertThat(all.lists.mine(zhang, null).block().items()).hasSize(1);
        Application other = Application.byExamination(TURNER, Grade.INTERMEDIATE, all.institution, "另一份说明");
        assertThat(refusal(promotions.apply(zhang, id, other)).code()).isEqualTo(ProblemCode.CONFLICTING_REPEAT);
        assertThat(refusal(promotions.apply(PromotionFixture.learner(), id, application()))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void a_second_open_application_for_the_same_grade_is_refused_until_the_first_is_closed() {
        Case first = apply(zhang);

        assertThat(refusal(promotions.apply(zhang, UUID.randomUUID(), application()))
                        .code())
                .isEqualTo(ProblemCode.CASE_ALREADY_OPEN);
        promotions.withdraw(zhang, first.id()).block();
        promotions.withdraw(zhang, first.id()).block();

        assertThat(apply(zhang).state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(all.lists.mine(zhang, null).block().items()).hasSize(2);
    }

    @Test
    void only_institutions_with_somebody_to_decide_are_offered() {
        assertThat(promotions.institutions(TURNER).collectList().block())
                .extracting(institution -> institution.name().zh())
                .containsExactly("临江市职业技能等级认定中心");
        assertThat(refusal(Mono.defer(() -> promotions.institutions("0-0").next()))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void an_application_goes_to_an_institution() {
        Application nowhere = Application.byExamination(TURNER, Grade.INTERMEDIATE, UUID.randomUUID(), "");

        assertThat(refusal(promotions.apply(zhang, UUID.randomUUID(), nowhere)).code())
                .isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    @Test
    void a_case_is_seen_by_its_applicant_and_the_officers_of_its_institution_only() {
        Case mine = apply(zhang);
        Caller elsewhere = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.RECOGNITION_OFFICER, UUID.randomUUID())));

        assertThat(promotions.find(zhang, mine.id()).block().now().eligible()).isTrue();
        assertThat(promotions.find(officer, mine.id()).block().learnerName()).isEqualTo("名" + zhang.personId());
        for (Caller foreign : List.of(PromotionFixture.learner(), elsewhere)) {
            assertThat(refusal(promotions.find(foreign, mine.id())).code()).isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(refusal(decide(foreign, mine, DecisionKind.APPROVE, "")).code())
                    .isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(refusal(promotions.withdraw(foreign, mine.id())).code()).isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(refusal(promotions.resubmit(foreign, mine.id())).code()).isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(refusal(promotions.attach(foreign, mine.id(), UUID.randomUUID(), file(foreign)))
                            .code())
                    .isEqualTo(ProblemCode.NOT_FOUND);
            assertThat(all.lists.inbox(foreign, null, null).block().items()).isEmpty();
        }
    }

    @Test
    void an_approval_sets_the_grade_on_record_once_and_confirms_the_work() {
        Case mine = apply(zhang);

        Case approved = all.approved(officer, mine).block();

        assertThat(approved.state()).isEqualTo(CaseState.APPROVED);
        assertThat(approved.credentialId()).isNotNull();
        assertThat(approved.decision().officerName()).isEqualTo("名" + officer.personId());
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                all.careers.grades(zhang.learnerId()).block())
                        .hasSize(1)
                        .allSatisfy(held -> {
                            assertThat(held.grade()).isEqualTo(Grade.INTERMEDIATE);
                            assertThat(held.since()).isEqualTo(LocalDate.of(2026, 11, 20));
                            assertThat(held.credentialId()).isEqualTo(approved.credentialId());
                        }));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(all.careers.work(zhang.learnerId()).block()).allMatch(WorkRecord::confirmed));
        assertThat(promotions.paths(zhang, TURNER).block().getFirst().current()).isEqualTo(Grade.INTERMEDIATE);
        assertThat(all.audited).extracting(AuditFact::action).contains("promotion.submitted", "promotion.decided");
    }

    @Test
    void a_grade_told_twice_is_on_record_and_among_the_outcomes_once() {
        Case approved = all.approved(officer, apply(zhang)).block();
        GradeDecided told = new GradeDecided(
                approved.id(),
                UUID.randomUUID(),
                zhang.learnerId(),
                zhang.personId(),
                TURNER,
                new LocalText("车工", "Turner"),
                "2026-样例1",
                Grade.INTERMEDIATE,
                new LocalText("中级工", "Intermediate"),
                new LocalText("工作满5年", "5 years"),
                all.institution,
                new LocalText("中心", "Centre"),
                officer.personId(),
                approved.credentialId(),
                LocalDate.of(2026, 11, 20),
                all.ground.clock.instant());

        promotions.record(told).block();
        promotions.record(told).block();

        assertThat(all.careers.grades(zhang.learnerId()).block()).hasSize(1);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.audited)
                        .filteredOn(fact -> fact.action().equals("grade.recorded"))
                        .hasSize(1));
        assertThat(OutcomeType.SKILL_GRADE).isNotNull();
    }

    @Test
    void of_two_officers_deciding_at_once_one_decides_and_the_other_is_told() {
        Case mine = apply(zhang);
        List<Caller> officers = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            officers.add(all.officer());
        }
        List<ProblemException> refused = new java.util.concurrent.CopyOnWriteArrayList<>();

        List<Case> decided = Flux.fromIterable(officers)
                .flatMap(
                        one -> decide(one, mine, DecisionKind.REFUSE, REASON)
                                .onErrorResume(ProblemException.class, e -> Mono.fromRunnable(() -> refused.add(e))),
                        20)
                .collectList()
                .block(PATIENCE);

        assertThat(decided).hasSize(1);
        assertThat(refused).hasSize(19).extracting(ProblemException::code).containsOnly(ProblemCode.ALREADY_DECIDED);
        assertThat(promotions.find(zhang, mine.id()).block().state()).isEqualTo(CaseState.REFUSED);
    }

    @Test
    void more_can_be_asked_for_and_answered_with_a_file() {
        Case mine = apply(zhang);
        assertThat(mine.actBy()).isEqualTo(LocalDate.of(2026, 12, 18));
        Case asked = decide(officer, mine, DecisionKind.ASK_FOR_MORE, REASON).block();
        assertThat(asked.actBy()).isEqualTo(LocalDate.of(2026, 12, 11));
        assertThat(asked.actOn().zh()).contains("申请人");
        EvidenceEdit edit = file(zhang);
        UUID evidence = UUID.randomUUID();

        promotions.attach(zhang, mine.id(), evidence, edit).block();
        Case attached = promotions.attach(zhang, mine.id(), evidence, edit).block();
        Case again = promotions.resubmit(zhang, mine.id()).block();
        promotions.resubmit(zhang, mine.id()).block();

        assertThat(attached.evidence()).hasSize(1);
        assertThat(again.state()).isEqualTo(CaseState.SUBMITTED);
        assertThat(refusal(decide(officer, asked, DecisionKind.APPROVE, "")).code())
                .isEqualTo(ProblemCode.CHANGED_MEANWHILE);
        Case approved = all.approved(officer, again).block();
        assertThat(approved.history())
                .extracting(event -> event.what().zh())
                .containsExactly(
                        "提交申请",
                        "要求补充材料",
                        "附上材料：工作证明",
                        "补充后重新提交",
                        "准予参加考核",
                        "理论知识考试（第1次）评分：80.0分",
                        "操作技能考核（第1次）评分：80.0分",
                        "批准");
        assertThat(refusal(promotions.attach(zhang, mine.id(), UUID.randomUUID(), edit))
                        .code())
                .isEqualTo(ProblemCode.CASE_CLOSED);
        assertThat(promotions.open(officer, mine.id(), evidence).block().url())
                .endsWith(edit.fileId().toString());
        assertThat(all.audited).extracting(AuditFact::action).contains("promotion.evidence-opened");
        assertThat(refusal(promotions.open(officer, mine.id(), UUID.randomUUID()))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void a_file_must_be_the_applicants_own_and_as_stated() {
        Case mine = apply(zhang);
        EvidenceEdit foreign = file(PromotionFixture.learner());
        EvidenceEdit own = file(zhang);
        EvidenceEdit lied = new EvidenceEdit(own.caption(), own.fileId(), own.fileName(), "application/pdf", 9);
        EvidenceEdit unknown =
                new EvidenceEdit(own.caption(), UUID.randomUUID(), own.fileName(), "image/jpeg", own.sizeBytes());

        for (EvidenceEdit edit : List.of(foreign, lied, unknown)) {
            assertThat(refusal(promotions.attach(zhang, mine.id(), UUID.randomUUID(), edit))
                            .code())
                    .isEqualTo(ProblemCode.EVIDENCE_NOT_READY);
        }
        UUID id = UUID.randomUUID();
        promotions.attach(zhang, mine.id(), id, own).block();
        assertThat(refusal(promotions.attach(zhang, mine.id(), id, file(zhang))).code())
                .isEqualTo(ProblemCode.CONFLICTING_REPEAT);
    }

    @Test
    void twenty_files_are_enough() {
        Case mine = apply(zhang);
        Flux.range(0, 20)
                .concatMap(i -> promotions.attach(zhang, mine.id(), UUID.randomUUID(), file(zhang)))
                .blockLast(PATIENCE);

        assertThat(refusal(promotions.attach(zhang, mine.id(), UUID.randomUUID(), file(zhang)))
                        .code())
                .isEqualTo(ProblemCode.EVIDENCE_LIMIT);
    }

    @Test
    void nobody_decides_on_themselves() {
        Caller both = new Caller(
                zhang.personId(),
                zhang.learnerId(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.RECOGNITION_OFFICER, all.institution)));

        assertThat(refusal(decide(both, apply(zhang), DecisionKind.APPROVE, "")).code())
                .isEqualTo(ProblemCode.OWN_CASE);
    }

    @Test
    void a_colleague_of_the_applicant_neither_admits_marks_nor_approves_and_is_told_why() {
        UUID works = UUID.randomUUID();
        all.employers.put(zhang.personId(), Set.of(works, all.institution));
        Caller colleague = with(Role.RECOGNITION_OFFICER, works);
        Caller assessor = with(Role.ASSESSOR, works);
        Case mine = apply(zhang);

        ProblemException refused = refusal(decide(colleague, mine, DecisionKind.ADMIT, ""));
        assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT_OF_INTEREST);
        assertThat(refused.inWords().zh()).contains("同一单位");
        assertThat(promotions.find(colleague, mine.id()).block().possible()).isEmpty();
        Case admitted = decide(officer, mine, DecisionKind.ADMIT, "").block();
        MarkEdit mark = new MarkEdit(admitted.examination().parts().getFirst().part(), 1, 800, null, "");
        assertThat(refusal(promotions.mark(assessor, mine.id(), UUID.randomUUID(), mark))
                        .code())
                .isEqualTo(ProblemCode.CONFLICT_OF_INTEREST);
        Case passed = all.passed(admitted).block();
        for (DecisionKind kind : List.of(DecisionKind.APPROVE, DecisionKind.REFUSE)) {
            assertThat(refusal(decide(colleague, passed, kind, REASON)).code())
                    .isEqualTo(ProblemCode.CONFLICT_OF_INTEREST);
        }
        assertThat(promotions.find(officer, mine.id()).block().possible()).isNotEmpty();
        assertThat(decide(officer, passed, DecisionKind.APPROVE, "").block().state())
                .as("the institution itself does not count, though both are on record there")
                .isEqualTo(CaseState.APPROVED);
    }

    private Caller with(Role role, UUID works) {
        return new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(role, all.institution), new RoleIn(Role.TRAINER, works)));
    }

    @Test
    void the_inbox_holds_open_cases_oldest_first_in_pages() {
        List<UUID> expected = new ArrayList<>();
        for (int i = 0; i < 25; i++) {
            Caller learner = PromotionFixture.learner();
            work(learner, LocalDate.of(2020, 7, 1));
            all.credit.earn(learner.learnerId(), 16);
            all.ground.clock.advanceSeconds(1);
            expected.add(apply(learner).id());
        }

        Page<CaseSummary> first = all.lists.inbox(officer, null, null).block();
        Page<CaseSummary> second = all.lists.inbox(officer, null, first.next()).block();

        assertThat(first.items()).hasSize(20);
        assertThat(second.next()).isNull();
        List<UUID> seen = new ArrayList<>();
        first.items().forEach(one -> seen.add(one.id()));
        second.items().forEach(one -> seen.add(one.id()));
        assertThat(seen).isEqualTo(expected);
        assertThat(all.lists.inbox(officer, CaseState.APPROVED, null).block().items())
                .isEmpty();
    }

    @Test
    void a_confirmed_stretch_of_work_is_fixed_and_a_declared_one_is_not() {
        UUID id = UUID.randomUUID();
        WorkRecordEdit edit = new WorkRecordEdit(TURNER, "匠心精工", LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1));
        WorkRecordEdit corrected =
                new WorkRecordEdit(TURNER, "匠心精工有限公司", LocalDate.of(2019, 1, 1), LocalDate.of(2020, 1, 1));
        all.careers.save(zhang.learnerId(), zhang.personId(), id, edit).block();
        all.careers.save(zhang.learnerId(), zhang.personId(), id, corrected).block();
        all.approved(officer, apply(zhang)).block();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(all.careers.work(zhang.learnerId()).block())
                                .hasSize(2)
                                .allMatch(WorkRecord::confirmed));

        assertThat(refusal(all.careers.save(zhang.learnerId(), zhang.personId(), id, edit))
                        .code())
                .isEqualTo(ProblemCode.WORK_RECORD_CONFIRMED);
        assertThat(refusal(all.careers.remove(zhang.learnerId(), zhang.personId(), id))
                        .code())
                .isEqualTo(ProblemCode.WORK_RECORD_CONFIRMED);
        all.careers.save(zhang.learnerId(), zhang.personId(), id, corrected).block();
    }

    @Test
    void work_that_cannot_be_is_refused() {
        LocalDate tomorrow = LocalDate.of(2026, 11, 21);
        List<WorkRecordEdit> wrong = List.of(
                new WorkRecordEdit("0-0", "单位", LocalDate.of(2020, 1, 1), null),
                new WorkRecordEdit(TURNER, " ", LocalDate.of(2020, 1, 1), null),
                new WorkRecordEdit(TURNER, "单位", tomorrow, null),
                new WorkRecordEdit(TURNER, "单位", LocalDate.of(2020, 1, 1), tomorrow),
                new WorkRecordEdit(TURNER, "单位", LocalDate.of(2020, 1, 2), LocalDate.of(2020, 1, 1)));

        for (WorkRecordEdit edit : wrong) {
            assertThat(refusal(Mono.defer(() ->
                                    all.careers.save(zhang.learnerId(), zhang.personId(), UUID.randomUUID(), edit)))
                            .code())
                    .isEqualTo(ProblemCode.INVALID_FIELDS);
        }
    }

    @Test
    void fifty_stretches_saved_at_once_are_all_there_and_one_more_is_refused() {
        Caller busy = PromotionFixture.learner();
        Flux.range(0, 50)
                .flatMap(i -> all.careers.save(busy.learnerId(), busy.personId(), UUID.randomUUID(), edit()), 5)
                .blockLast(PATIENCE);

        assertThat(all.careers.work(busy.learnerId()).block()).hasSize(50);
        assertThat(refusal(all.careers.save(busy.learnerId(), busy.personId(), UUID.randomUUID(), edit()))
                        .code())
                .isEqualTo(ProblemCode.WORK_RECORD_LIMIT);
    }

    private static WorkRecordEdit edit() {
        return new WorkRecordEdit(TURNER, "匠心精工", LocalDate.of(2020, 7, 1), null);
    }

    private void work(Caller who, LocalDate since) {
        all.careers
                .save(
                        who.learnerId(),
                        who.personId(),
                        UUID.randomUUID(),
                        new WorkRecordEdit(TURNER, "匠心精工", since, null))
                .block();
    }

    private Application application() {
        return Application.byExamination(TURNER, Grade.INTERMEDIATE, all.institution, "从事车工六年。");
    }

    private Case apply(Caller who) {
        return promotions.apply(who, UUID.randomUUID(), application()).block(PATIENCE);
    }

    private Mono<Case> decide(Caller who, Case seen, DecisionKind kind, String reason) {
        return promotions.decide(who, seen.id(), UUID.randomUUID(), new DecisionEdit(kind, reason, seen.revision()));
    }

    private EvidenceEdit file(Caller owner) {
        UUID id = UUID.randomUUID();
        all.files.put(id, new StoredFile(id, owner.personId(), "证明.jpg", "image/jpeg", 1_234, "00"));
        return new EvidenceEdit(new LocalText("工作证明", "Proof of work"), id, "证明.jpg", "image/jpeg", 1_234);
    }

    private static ProblemException refusal(Mono<?> call) {
        try {
            Object answer = call.block(PATIENCE);
            throw new AssertionError("was not refused but answered " + answer);
        } catch (ProblemException e) {
            return e;
        }
    }
}
