package cn.jiangxue.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.RecognitionApi.AnswerVerdict;
import cn.jiangxue.contract.RecognitionApi.Attachment;
import cn.jiangxue.contract.RecognitionApi.BulkDecision;
import cn.jiangxue.contract.RecognitionApi.BulkItem;
import cn.jiangxue.contract.RecognitionApi.BulkResult;
import cn.jiangxue.contract.RecognitionApi.CaseAct;
import cn.jiangxue.contract.RecognitionApi.PostedEntry;
import cn.jiangxue.contract.RecognitionApi.Preview;
import cn.jiangxue.contract.RecognitionApi.PreviewEdit;
import cn.jiangxue.contract.RecognitionApi.ProgrammeChoice;
import cn.jiangxue.contract.RecognitionApi.PublicNotice;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.contract.RecognitionApi.RecognitionEdit;
import cn.jiangxue.contract.RecognitionApi.RecognitionSummary;
import cn.jiangxue.contract.RecognitionApi.ReviewMode;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.contract.RecognitionApi.StandInEdit;
import cn.jiangxue.contract.RecognitionApi.TextEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.recognition.rules.Act;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** From what would count to the ledger and the appeal, over a real store. */
class RecognitionFlowTest extends RecognitionCast {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REASON = "课程内容与学时相符，证明材料齐全。";

    @BeforeEach
    void aCourse() {
        all.course(zhang);
    }

    // ── before applying ──

    @Test
    void programmes_say_whether_their_institution_takes_applications_here() {
        assertThat(all.recognitions.programmes().block())
                .extracting(ProgrammeChoice::id, ProgrammeChoice::open)
                .contains(
                        org.assertj.core.groups.Tuple.tuple(SampleBook.AUTOMATIC, true),
                        org.assertj.core.groups.Tuple.tuple(SampleBook.ELSEWHERE, false));
    }

    @Test
    void a_preview_shows_every_condition_and_stores_nothing() {
        Preview preview = preview(SampleBook.PANEL);

        assertThat(preview.evaluation().grantedMilli()).isEqualTo(3_000);
        assertThat(preview.review()).isEqualTo(ReviewMode.PANEL);
        assertThat(preview.publicityDays()).isEqualTo(5);
        assertThat(preview.evaluation().answers().getFirst().verdict()).isEqualTo(AnswerVerdict.GRANTED);
        assertThat(preview.evaluation().answers().getFirst().findings())
                .isNotEmpty()
                .allSatisfy(finding -> assertThat(finding.clause()).isNotBlank());
        assertThat(preview.offered()).hasSize(1);
        assertThat(all.queues.mine(zhang, null).block().items()).isEmpty();
    }

    @Test
    void outcomes_of_somebody_else_are_refused() {
        assertThat(code(all.recognitions.preview(zhang, new PreviewEdit(SampleBook.PANEL, List.of(UUID.randomUUID())))))
                .isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    @Test
    void an_application_that_would_be_granted_nothing_is_refused() {
        assertThat(code(all.applying.apply(RecognitionFixture.learner(), UUID.randomUUID(), edit(SampleBook.PANEL))))
                .isEqualTo(ProblemCode.RECOGNITION_GRANTS_NOTHING);
        assertThat(code(all.applying.apply(zhang, UUID.randomUUID(), edit(SampleBook.ELSEWHERE))))
                .isEqualTo(ProblemCode.PROGRAMME_NOT_OPEN);
        assertThat(code(all.applying.apply(zhang, UUID.randomUUID(), edit("p-unknown"))))
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    // ── the three ways to review ──

    @Test
    void outcomes_that_prove_themselves_go_from_publicity_to_the_ledger() {
        RecognitionCase made = applied(SampleBook.AUTOMATIC);
        assertThat(made.stage()).isEqualTo(Stage.PUBLICISED);
        assertThat(made.actBy()).isEqualTo(all.in(5));

        all.afterTheDay(made.id());
        assertThat(seen(zhang, made.id()).stage()).as("without any sweep").isEqualTo(Stage.DECIDING);
        decide(wang, made.id(), true);

        RecognitionCase done = registered(made.id());
        assertThat(done.posted()).singleElement().satisfies(entry -> {
            assertThat(entry.kind()).isEqualTo(EntryKind.DEPOSIT);
            assertThat(entry.milli()).isEqualTo(2_000);
            assertThat(entry.takenBack()).isFalse();
        });
        assertThat(all.credit.entries(zhang.learnerId())).containsExactly("DEPOSIT 2000");
        assertThat(done.appealUntil()).isEqualTo(all.in(15));
        assertThat(all.credit
                        .accounts
                        .earned(new cn.jiangxue.vocabulary.LearnerId(zhang.learnerId()))
                        .block())
                .as("it was earned in the course already")
                .isEmpty();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.audited)
                        .extracting(AuditFact::action)
                        .contains("recognition.submitted", "recognition.decided", "recognition.posted"));
    }

    @Test
    void a_panel_votes_the_case_is_publicised_and_decided() {
        RecognitionCase made = applied(SampleBook.PANEL);
        assertThat(seen(wang, made.id()).acts()).contains(CaseAct.VOTE, CaseAct.ASK_FOR_MORE, CaseAct.TAKE);

        vote(wang, made.id(), all.institution, true);
        vote(li, made.id(), all.institution, true);
        all.afterTheDay(made.id());
        decide(wang, made.id(), true);

        RecognitionCase done = registered(made.id());
        assertThat(done.opinions()).hasSize(2);
        assertThat(done.rulings())
                .singleElement()
                .satisfies(ruling -> assertThat(ruling.granted()).isTrue());
        assertThat(all.credit.entries(zhang.learnerId())).containsExactly("DEPOSIT 3000");
    }

    @Test
    void both_institutions_agree_before_it_is_publicised() {
        RecognitionCase made = applied(SampleBook.JOINT);
        assertThat(made.parties()).extracting(LocalText::zh).containsExactly("临江职业技术学院");

        vote(wang, made.id(), all.institution, true);
        assertThat(seen(chen, made.id()).offices())
                .singleElement()
                .satisfies(office -> assertThat(office.organisationId()).isEqualTo(all.partner));
        vote(chen, made.id(), all.partner, true);

        assertThat(seen(zhang, made.id()).stage()).isEqualTo(Stage.PUBLICISED);
    }

    @Test
    void what_was_pinned_stays_when_the_rules_change() {
        RecognitionCase made = applied(SampleBook.AUTOMATIC);
        all.book.raise("5");
        assertThat(preview(SampleBook.AUTOMATIC).evaluation().grantedMilli()).isEqualTo(5_000);

        RecognitionCase later = seen(zhang, made.id());

        assertThat(later.evaluation()).isEqualTo(made.evaluation());
        assertThat(later.evaluation().answers().getFirst().target()).isEqualTo(new LocalText("选修", "Electives"));
        assertThat(later.evaluation().answers().getFirst().rule()).isEqualTo("auto@1");
        all.afterTheDay(made.id());
        decide(wang, made.id(), true);
        registered(made.id());
        assertThat(all.credit.entries(zhang.learnerId())).containsExactly("DEPOSIT 2000");
    }

    // ── ids, files, lists ──

    @Test
    void the_same_application_again_is_the_same_case_and_a_second_one_waits() {
        UUID id = UUID.randomUUID();
        List<UUID> answers = Flux.range(0, 20)
                .flatMap(i -> all.applying.apply(zhang, id, edit(SampleBook.PANEL)), 20)
                .map(CaseDocument::id)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).containsOnly(id).hasSize(20);
        assertThat(code(all.applying.apply(zhang, id, edit(SampleBook.AUTOMATIC))))
                .isEqualTo(ProblemCode.CONFLICTING_REPEAT);
        assertThat(code(all.applying.apply(RecognitionFixture.learner(), id, edit(SampleBook.PANEL))))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(code(all.applying.apply(zhang, UUID.randomUUID(), edit(SampleBook.PANEL))))
                .isEqualTo(ProblemCode.CASE_ALREADY_OPEN);
        assertThat(preview(SampleBook.PANEL).openCaseId()).isEqualTo(id);
        assertThat(all.queues.mine(zhang, null).block().items()).hasSize(1);
    }

    @Test
    void evidence_is_attached_with_the_application_and_later_and_what_officers_open_is_recorded() {
        UUID file = uploaded(zhang);
        EvidenceEdit stated = new EvidenceEdit(new LocalText("成绩单", ""), file, "a.pdf", "application/pdf", 9);
        RecognitionEdit edit = new RecognitionEdit(
                SampleBook.PANEL,
                all.outcomesOf(zhang),
                "",
                List.of(new Attachment(file, all.outcomesOf(zhang).getFirst(), stated)));
        UUID id = UUID.randomUUID();
        all.applying.apply(zhang, id, edit).block();
        UUID second = uploaded(zhang);
        EvidenceEdit more = new EvidenceEdit(new LocalText("证书", ""), second, "a.pdf", "application/pdf", 9);
        all.applying.attach(zhang, id, second, more).block();
        all.applying.attach(zhang, id, second, more).block();

        assertThat(seen(zhang, id).evidence()).hasSize(2);
        all.recognitions.open(wang, id, file).block();
        assertThat(all.audited).extracting(AuditFact::action).contains("recognition.evidence-opened");
        assertThat(code(all.applying.attach(wang, id, second, more))).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void a_case_is_seen_by_its_applicant_and_by_whoever_sits_at_its_desks() {
        RecognitionCase made = applied(SampleBook.PANEL);

        assertThat(seen(wang, made.id()).learnerName()).isEqualTo("名" + zhang.personId());
        assertThat(code(all.recognitions.find(chen, made.id()))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(code(all.recognitions.find(above, made.id()))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(code(all.recognitions.find(RecognitionFixture.learner(), made.id())))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(code(all.acting.act(chen, made.id(), new Act.Take()))).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void the_inbox_has_what_is_open_mine_and_overdue() {
        RecognitionCase first = applied(SampleBook.PANEL);
        all.ground.clock.advanceSeconds(1);
        RecognitionCase second = applied(SampleBook.AUTOMATIC);
        all.acting.act(wang, first.id(), new Act.Take()).block();

        assertThat(inbox(wang, null, false, false)).containsExactly(first.id(), second.id());
        assertThat(inbox(wang, null, true, false)).containsExactly(first.id());
        assertThat(inbox(wang, Stage.PUBLICISED, false, false)).containsExactly(second.id());
        assertThat(inbox(wang, null, false, true)).isEmpty();
        assertThat(inbox(chen, null, false, false)).isEmpty();
        all.on(all.in(18));
        assertThat(all.queues.waiting(wang).block().dueSoon()).isEqualTo(1);
        all.afterTheDay(first.id());
        assertThat(inbox(wang, null, false, true)).contains(first.id());
        assertThat(all.queues.waiting(wang).block().overdue()).isPositive();
    }

    // ── publicity ──

    @Test
    void the_public_sees_a_masked_name_and_objects_and_the_objection_is_answered_first() {
        RecognitionCase made = applied(SampleBook.AUTOMATIC);
        Caller neighbour = RecognitionFixture.learner();

        PublicNotice notice = all.notices.page(null).block().items().getFirst();
        assertThat(notice.by()).startsWith("名*").doesNotContain(zhang.personId().toString());
        assertThat(notice.outcomes()).extracting(LocalText::zh).containsExactly("车工基础");
        UUID objection = UUID.randomUUID();
        all.notices
                .object(neighbour, made.id(), objection, new TextEdit("该课程与目标专业课程并不一致。"))
                .block();
        all.afterTheDay(made.id());
        assertThat(all.notices.page(null).block().items()).isEmpty();

        assertThat(code(all.acting.act(
                        wang, made.id(), new Act.Decide(UUID.randomUUID(), true, ""), revision(made.id()))))
                .isEqualTo(ProblemCode.OBJECTIONS_UNANSWERED);
        all.acting
                .act(wang, made.id(), new Act.Reply(objection, "经核对课程大纲，两者一致。"))
                .block();
        decide(wang, made.id(), true);
        assertThat(registered(made.id()).objections())
                .singleElement()
                .satisfies(one -> assertThat(one.by()).startsWith("名*"));
    }

    @Test
    void a_case_that_nobody_publicised_is_not_there_for_the_public() {
        RecognitionCase made = applied(SampleBook.PANEL);

        assertThat(all.notices.page(null).block().items()).isEmpty();
        assertThat(code(all.notices.object(
                        RecognitionFixture.learner(), made.id(), UUID.randomUUID(), new TextEdit(REASON))))
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    // ── conflicts of interest ──

    @Test
    void a_colleague_of_the_applicant_is_refused_and_told_why() {
        UUID works = UUID.randomUUID();
        all.employers.put(zhang.personId(), Set.of(works));
        Caller colleague = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.RECOGNITION_OFFICER, all.institution), new RoleIn(Role.TRAINER, works)));
        RecognitionCase made = applied(SampleBook.PANEL);

        assertThat(code(all.acting.act(colleague, made.id(), aVote(all.institution, true))))
                .isEqualTo(ProblemCode.CONFLICT_OF_INTEREST);
        assertThat(seen(colleague, made.id()).acts()).isEmpty();
    }

    // ── the ledger ──

    @Test
    void a_higher_grade_takes_back_the_lower_one() {
        Caller wu = RecognitionFixture.learner();
        all.grade(wu, Grade.INTERMEDIATE);
        grantedBy(wu, SampleBook.GRADES);
        all.grade(wu, Grade.SENIOR);

        RecognitionCase second = grantedBy(wu, SampleBook.GRADES);

        assertThat(second.posted())
                .extracting(PostedEntry::kind)
                .containsExactly(EntryKind.SUPERSEDE, EntryKind.DEPOSIT);
        assertThat(all.credit
                        .accounts
                        .balance(new cn.jiangxue.vocabulary.LearnerId(wu.learnerId()))
                        .block()
                        .availableMilli())
                .isEqualTo(second.evaluation().grantedMilli());
        assertThat(all.credit.entries(wu.learnerId())).hasSize(3);
    }

    @Test
    void hearing_of_a_decision_twice_posts_once() {
        RecognitionCase made = grantedBy(zhang, SampleBook.AUTOMATIC);
        CaseDocument stored = all.cases.find(made.id()).block();

        for (int i = 0; i < 3; i++) {
            all.posting
                    .hear(new RecognitionDecided(
                            made.id(), made.rulings().getFirst().id(), zhang.learnerId()))
                    .block();
            all.posting.post(stored).block();
        }

        assertThat(all.credit.entries(zhang.learnerId())).containsExactly("DEPOSIT 2000");
        assertThat(seen(zhang, made.id()).posted()).hasSize(1);
    }

    @Test
    void of_two_who_decide_at_once_one_decides_and_it_is_posted_once() {
        RecognitionCase made = applied(SampleBook.AUTOMATIC);
        all.afterTheDay(made.id());
        int revision = revision(made.id());
        List<Caller> officers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            officers.add(RecognitionFixture.officer(all.institution));
        }

        List<Object> answers = Flux.fromIterable(officers)
                .flatMap(
                        officer -> all.acting
                                .act(officer, made.id(), new Act.Decide(UUID.randomUUID(), true, ""), revision)
                                .cast(Object.class)
                                .onErrorResume(ProblemException.class, e -> Mono.just(e.code())),
                        10)
                .collectList()
                .block(PATIENCE);

        assertThat(answers.stream().filter(CaseDocument.class::isInstance)).hasSize(1);
        assertThat(answers.stream().filter(answer -> answer == ProblemCode.ALREADY_DECIDED))
                .hasSize(9);
        assertThat(registered(made.id()).rulings()).hasSize(1);
        assertThat(all.credit.entries(zhang.learnerId())).containsExactly("DEPOSIT 2000");
    }

    @Test
    void of_two_reviewers_at_once_both_votes_count_and_it_is_publicised_once() {
        RecognitionCase made = applied(SampleBook.PANEL);

        Mono.zip(
                        all.acting.act(wang, made.id(), aVote(all.institution, true)),
                        all.acting.act(li, made.id(), aVote(all.institution, true)))
                .block(PATIENCE);

        RecognitionCase after = seen(zhang, made.id());
        assertThat(after.opinions()).hasSize(2);
        assertThat(after.stage()).isEqualTo(Stage.PUBLICISED);
    }

    @Test
    void a_decision_on_what_has_changed_since_is_refused() {
        RecognitionCase made = applied(SampleBook.AUTOMATIC);
        all.afterTheDay(made.id());

        all.acting.act(wang, made.id(), new Act.Take()).block();

        assertThat(code(all.acting.act(li, made.id(), new Act.Decide(UUID.randomUUID(), true, ""), made.revision())))
                .isEqualTo(ProblemCode.CHANGED_MEANWHILE);
    }

    // ── appeal ──

    @Test
    void an_upheld_appeal_reverses_what_was_posted_and_posts_anew_and_the_first_decision_stays() {
        RecognitionCase first = grantedBy(zhang, SampleBook.AUTOMATIC);
        all.book.raise("5");
        all.acting
                .act(zhang, first.id(), new Act.Appeal(UUID.randomUUID(), "规则已调整，请求按新规则复核认定。"))
                .block();
        assertThat(inbox(above, null, false, false)).containsExactly(first.id());
        assertThat(code(all.acting.act(
                        wang, first.id(), new Act.RuleOnAppeal(UUID.randomUUID(), true, REASON), revision(first.id()))))
                .isEqualTo(ProblemCode.NOT_FOUND);

        all.acting
                .act(above, first.id(), new Act.RuleOnAppeal(UUID.randomUUID(), true, REASON), revision(first.id()))
                .block();

        RecognitionCase after = registered(first.id());
        assertThat(all.credit.entries(zhang.learnerId()))
                .containsExactly("DEPOSIT 5000", "REVERSE -2000", "DEPOSIT 2000");
        assertThat(after.rulings()).extracting(ruling -> ruling.appeal()).containsExactly(false, true);
        assertThat(after.evaluation().grantedMilli()).isEqualTo(2_000);
        assertThat(after.appealEvaluation().grantedMilli()).isEqualTo(5_000);
        assertThat(after.posted().getFirst().takenBack()).isTrue();
        assertThat(after.appealUntil()).isNull();
    }

    @Test
    void an_appeal_against_a_refusal_is_posted_when_it_is_upheld() {
        RecognitionCase made = applied(SampleBook.PANEL);
        vote(wang, made.id(), all.institution, false);
        vote(li, made.id(), all.institution, false);
        decide(wang, made.id(), false);
        all.acting
                .act(zhang, made.id(), new Act.Appeal(UUID.randomUUID(), "评审没有看到我的成绩单，请复核。"))
                .block();
        Caller both = new Caller(
                wang.personId(),
                wang.learnerId(),
                wang.sessionId(),
                Set.of(new RoleIn(Role.RECOGNITION_OFFICER, all.union)));
        assertThat(code(all.acting.act(
                        both, made.id(), new Act.RuleOnAppeal(UUID.randomUUID(), true, REASON), revision(made.id()))))
                .isEqualTo(ProblemCode.CONFLICT_OF_INTEREST);

        all.acting
                .act(above, made.id(), new Act.RuleOnAppeal(UUID.randomUUID(), true, REASON), revision(made.id()))
                .block();

        registered(made.id());
        assertThat(all.credit.entries(zhang.learnerId())).containsExactly("DEPOSIT 3000");
    }

    // ── bulk ──

    @Test
    void many_automatic_cases_are_decided_at_once_each_with_its_own_answer() {
        List<Caller> learners = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            Caller one = RecognitionFixture.learner();
            all.course(one);
            learners.add(one);
        }
        List<RecognitionCase> made =
                learners.stream().map(one -> applied(one, SampleBook.AUTOMATIC)).toList();
        RecognitionCase panel = applied(SampleBook.PANEL);
        all.afterTheDay(made.getFirst().id());
        List<BulkItem> items = new ArrayList<>(made.stream()
                .map(one -> new BulkItem(one.id(), UUID.randomUUID(), one.revision()))
                .toList());
        items.add(new BulkItem(panel.id(), UUID.randomUUID(), panel.revision()));
        items.add(new BulkItem(UUID.randomUUID(), UUID.randomUUID(), 1));

        List<BulkResult> dry =
                all.bulk.decide(wang, new BulkDecision(items, true, "", true)).block(PATIENCE);
        assertThat(dry).extracting(BulkResult::done).containsExactly(true, true, true, true, true, false, false);
        assertThat(seen(wang, made.getFirst().id()).rulings()).isEmpty();
        List<BulkResult> done =
                all.bulk.decide(wang, new BulkDecision(items, true, "", false)).block(PATIENCE);
        List<BulkResult> again =
                all.bulk.decide(wang, new BulkDecision(items, true, "", false)).block(PATIENCE);

        assertThat(done).extracting(BulkResult::done).containsExactly(true, true, true, true, true, false, false);
        assertThat(again).isEqualTo(done);
        assertThat(done.get(6).problem().zh()).isNotBlank();
        made.forEach(one -> registered(one.id()));
        learners.forEach(one -> assertThat(all.credit.entries(one.learnerId())).containsExactly("DEPOSIT 2000"));
    }

    // ── the calendar ──

    @Test
    void the_sweep_ends_publicity_and_tells_the_body_above_of_what_is_overdue_and_nothing_twice() {
        RecognitionCase publicised = applied(SampleBook.AUTOMATIC);
        RecognitionCase reviewed = applied(SampleBook.PANEL);
        all.on(LocalDate.of(2026, 12, 31));

        Long swept = all.sweep().sweep().block(PATIENCE);
        assertThat(swept).isEqualTo(2);
        assertThat(all.sweep().sweep().block(PATIENCE)).isZero();

        assertThat(seen(zhang, publicised.id()).stage()).isEqualTo(Stage.DECIDING);
        RecognitionCase late = seen(above, reviewed.id());
        assertThat(late.overdue()).isTrue();
        assertThat(late.escalatedTo().zh()).isEqualTo("临江市总工会");
        assertThat(inbox(above, null, false, true)).containsExactly(reviewed.id());
    }

    // ── standing in ──

    @Test
    void a_stand_in_acts_in_the_days_named_and_not_outside_them() {
        RecognitionCase made = applied(SampleBook.PANEL);
        all.acting.act(wang, made.id(), new Act.Take()).block();
        all.logins.put("chen", chen.personId());
        LocalDate today = all.ground.time.today();
        UUID id = UUID.randomUUID();
        StandInEdit edit = new StandInEdit(all.institution, "chen", today.plusDays(1), today.plusDays(2));
        all.standIns.name(wang, id, edit).block();
        all.standIns.name(wang, id, edit).block();
        assertThat(all.standIns.of(wang).block()).hasSize(1);
        assertThat(code(all.acting.act(chen, made.id(), aVote(all.institution, true))))
                .isEqualTo(ProblemCode.NOT_FOUND);

        all.on(today.plusDays(2));
        assertThat(inbox(chen, null, true, false)).containsExactly(made.id());
        all.acting.act(chen, made.id(), aVote(all.institution, true)).block();

        all.on(today.plusDays(3));
        assertThat(code(all.recognitions.find(chen, made.id()))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(code(Mono.defer(() -> all.standIns.name(wang, UUID.randomUUID(), edit))))
                .isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    @Test
    void a_stand_in_is_ended_early() {
        all.logins.put("chen", chen.personId());
        LocalDate today = all.ground.time.today();
        UUID id = UUID.randomUUID();
        all.standIns
                .name(wang, id, new StandInEdit(all.institution, "chen", today, today.plusDays(9)))
                .block();
        RecognitionCase made = applied(SampleBook.PANEL);
        assertThat(seen(chen, made.id()).acts()).contains(CaseAct.VOTE);

        assertThat(code(all.standIns.end(li, id).thenReturn(1))).isEqualTo(ProblemCode.NOT_FOUND);
        all.standIns.end(wang, id).block();

        assertThat(all.standIns.of(wang).block()).isEmpty();
        assertThat(code(all.recognitions.find(chen, made.id()))).isEqualTo(ProblemCode.NOT_FOUND);
    }

    // ── helpers ──

    private RecognitionEdit edit(String programme) {
        return new RecognitionEdit(programme, List.of(), "请予认定。", List.of());
    }

    private Preview preview(String programme) {
        return all.recognitions
                .preview(zhang, new PreviewEdit(programme, List.of()))
                .block(PATIENCE);
    }

    private RecognitionCase applied(String programme) {
        return applied(zhang, programme);
    }

    private RecognitionCase applied(Caller learner, String programme) {
        UUID id = UUID.randomUUID();
        all.applying.apply(learner, id, edit(programme)).block(PATIENCE);
        return seen(learner, id);
    }

    private RecognitionCase grantedBy(Caller learner, String programme) {
        RecognitionCase made = applied(learner, programme);
        all.afterTheDay(made.id());
        decide(wang, made.id(), true);
        registered(made.id());
        return seen(learner, made.id());
    }

    private RecognitionCase seen(Caller caller, UUID id) {
        return all.recognitions.find(caller, id).block(PATIENCE);
    }

    private RecognitionCase registered(UUID id) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> all.cases.find(id).block().stage() == Stage.REGISTERED);
        return all.recognitions.find(wang, id).block(PATIENCE);
    }

    private int revision(UUID id) {
        return (int) all.cases.find(id).block().revision();
    }

    private static Act.Vote aVote(UUID organisation, boolean favourable) {
        return new Act.Vote(UUID.randomUUID(), organisation, favourable, REASON);
    }

    private void vote(Caller officer, UUID id, UUID organisation, boolean favourable) {
        all.acting.act(officer, id, aVote(organisation, favourable)).block(PATIENCE);
    }

    private void decide(Caller officer, UUID id, boolean grant) {
        all.acting
                .act(officer, id, new Act.Decide(UUID.randomUUID(), grant, REASON), revision(id))
                .block(PATIENCE);
    }

    private List<UUID> inbox(Caller officer, Stage stage, boolean mine, boolean overdue) {
        return all.queues.inbox(officer, stage, mine, overdue, null).block(PATIENCE).items().stream()
                .map(RecognitionSummary::id)
                .toList();
    }

    private UUID uploaded(Caller owner) {
        UUID id = UUID.randomUUID();
        all.files.put(id, new StoredFile(id, owner.personId(), "a.pdf", "application/pdf", 9, "x"));
        return id;
    }

    private static ProblemCode code(Mono<?> refused) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> refused.block(PATIENCE));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.code();
    }
}
