package cn.jiangxue.recognition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.tuple;

import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.DeclaredOutcomeApi;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredFile;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcomeEdit;
import cn.jiangxue.contract.DeclaredOutcomeApi.Means;
import cn.jiangxue.contract.DeclaredOutcomeApi.Standing;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.RecognitionApi.CaseAct;
import cn.jiangxue.contract.RecognitionApi.EvidenceFindingEdit;
import cn.jiangxue.contract.RecognitionApi.Offered;
import cn.jiangxue.contract.RecognitionApi.Preview;
import cn.jiangxue.contract.RecognitionApi.PreviewEdit;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.contract.RecognitionApi.RecognitionEdit;
import cn.jiangxue.contract.RecognitionApi.ReviewMode;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.contract.Role;
import cn.jiangxue.outcome.NewOutcome;
import cn.jiangxue.outcome.OutcomeFixture;
import cn.jiangxue.outcome.Particulars;
import cn.jiangxue.outcome.StatedOutcomes;
import cn.jiangxue.outcome.Withdrawal;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.recognition.rules.Act;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.groups.Tuple;
import org.awaitility.Awaitility;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Outcomes of elsewhere: from what a learner declares to the ledger, over a real store. */
class DeclaredOutcomesTest extends RecognitionCast {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String REASON = "已查验证书原件，编号与登记一致。";
    private static final LocalDate ON = LocalDate.of(2024, 5, 6);

    // ── declaring ──

    @Test
    void what_is_declared_counts_nowhere_and_a_preview_says_on_what_it_rests() {
        UUID id = declared("省培训中心", "PX-1");

        Preview first = preview(SampleBook.AUTOMATIC, List.of());
        assertThat(first.evaluation().grantedMilli()).isZero();
        assertThat(first.offered()).singleElement().satisfies(offered -> {
            assertThat(offered.outcomeId()).isEqualTo(id);
            assertThat(offered.verified()).isFalse();
            assertThat(offered.issuer().zh()).isEqualTo("省培训中心");
        });
        assertThat(all.outcomesOf(zhang)).as("on record").isEmpty();

        Preview named = preview(SampleBook.AUTOMATIC, List.of(id));
        assertThat(named.evaluation().grantedMilli()).isEqualTo(2_000);
        assertThat(named.review()).isEqualTo(ReviewMode.PANEL);
        assertThat(named.evaluation().answers()).singleElement().satisfies(answer -> {
            assertThat(answer.unverified()).isTrue();
            assertThat(answer.findings().getFirst().found().zh()).contains("待核验");
        });
        assertThat(preview(SampleBook.AUTOMATIC, List.of(id)).evaluation().floors())
                .isEmpty();
    }

    @Test
    void the_same_again_is_the_same_and_the_same_id_stands_for_nothing_else() {
        UUID id = UUID.randomUUID();
        DeclaredOutcomeEdit edit = edit("省培训中心", "PX-1", file(zhang));
        List<UUID> answers = Flux.range(0, 10)
                .flatMap(i -> all.declared.declare(zhang, id, edit), 10)
                .map(DeclaredOutcome::id)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).hasSize(10).containsOnly(id);
        assertThat(mine()).hasSize(1);
        assertThat(code(all.declared.declare(zhang, id, edit("省培训中心", "PX-2", file(zhang)))))
                .isEqualTo(ProblemCode.CONFLICTING_REPEAT);
        assertThat(code(all.declared.declare(RecognitionFixture.learner(), id, edit)))
                .isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void the_same_certificate_is_not_declared_twice() {
        declared("省培训中心", "PX-1");

        assertThat(code(all.declared.declare(zhang, UUID.randomUUID(), edit("省培训中心", "px-1", file(zhang)))))
                .isEqualTo(ProblemCode.OUTCOME_DECLARED_BEFORE);
        assertThat(code(all.declared.declare(zhang, UUID.randomUUID(), edit("省 培训中心", null, file(zhang)))))
                .as("of the same name and day")
                .isEqualTo(ProblemCode.OUTCOME_DECLARED_BEFORE);
    }

    @Test
    void what_its_institution_has_stated_is_not_declared() {
        state("X-7");

        assertThat(code(all.declared.declare(zhang, UUID.randomUUID(), edit("临江职业技术学院", "X-7", file(zhang)))))
                .isEqualTo(ProblemCode.OUTCOME_ON_RECORD);
        assertThat(code(all.declared.declare(zhang, UUID.randomUUID(), edit("临江职业技术学院", null, file(zhang)))))
                .isEqualTo(ProblemCode.OUTCOME_ON_RECORD);
    }

    @Test
    void what_may_be_the_same_under_another_name_of_its_issuer_is_shown_to_learner_and_officer() {
        state("X-7");
        UUID same = declared("临江职院", "X-7");
        UUID other = declared("临江市职工学校", "Z-1");
        UUID gone = declared("临江职校", "X-7");
        all.declared.takeBack(zhang, gone).block(PATIENCE);
        RecognitionCase made = applied(SampleBook.AUTOMATIC, same);

        assertThat(seen(wang, made.id()).declared())
                .singleElement()
                .extracting(DeclaredOutcome::alike)
                .satisfies(alike -> assertThat(alike)
                        .extracting(each -> each.issuer().zh(), each -> each.number(), each -> each.standing())
                        .contains(tuple("临江职业技术学院", "X-7", Standing.VERIFIED))
                        .doesNotContain(
                                tuple("临江职院", "X-7", Standing.UNVERIFIED), tuple("临江职校", "X-7", Standing.UNVERIFIED)));
        assertThat(mine())
                .filteredOn(each -> each.id().equals(gone))
                .singleElement()
                .satisfies(each -> assertThat(each.alike()).isEmpty());
        assertThat(mine())
                .filteredOn(each -> each.id().equals(other))
                .singleElement()
                .satisfies(each -> assertThat(each.alike())
                        .as("of the same kind, title and day")
                        .extracting(alike -> alike.issuer().zh())
                        .contains("临江职院"));
    }

    @Test
    void what_was_verified_is_shown_once_beside_another_name_and_needs_no_warning_itself() {
        UUID verified = declared("省培训中心", "PX-1");
        granted(zhang, verified);
        UUID again = declared("省培训", "PX-1");

        assertThat(alike(mine(), again)).containsExactly(tuple("省培训中心", Standing.VERIFIED));
        assertThat(alike(mine(), verified)).isEmpty();
    }

    @Test
    void what_else_a_learner_has_is_shown_only_while_evidence_is_to_be_examined() {
        UUID id = declared("省培训中心", "PX-1");
        UUID other = declared("省培训", "PX-1");
        RecognitionCase withdrawn = applied(SampleBook.AUTOMATIC, id);
        assertThat(alike(seen(wang, withdrawn.id()).declared(), id)).containsExactly(tuple("省培训", Standing.UNVERIFIED));
        all.acting.act(zhang, withdrawn.id(), new Act.Withdraw()).block(PATIENCE);
        assertThat(alike(seen(wang, withdrawn.id()).declared(), id))
                .as("withdrawn")
                .isEmpty();

        RecognitionCase made = applied(SampleBook.AUTOMATIC, id);
        examine(wang, made.id(), id, false);
        assertThat(alike(seen(wang, made.id()).declared(), id)).as("examined").isEmpty();
        assertThat(alike(mine(), other)).containsExactly(tuple("省培训中心", Standing.REFUTED));
        decide(wang, made.id(), false);
        assertThat(alike(seen(wang, made.id()).declared(), id)).as("refused").isEmpty();
        all.acting
                .act(zhang, made.id(), new Act.Appeal(UUID.randomUUID(), "颁发机构已出具书面证明，请复核。"))
                .block(PATIENCE);
        assertThat(alike(seen(above, made.id()).declared(), id))
                .as("to be examined once more")
                .containsExactly(tuple("省培训", Standing.UNVERIFIED));
    }

    @Test
    void what_was_taken_back_while_it_was_applied_with_and_declared_again_is_shown_to_the_officer() {
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase made = applied(SampleBook.AUTOMATIC, id);
        all.record.find(id).flatMap(all.record::takenBack).block(PATIENCE);
        declared("省培训中心", "PX-1");

        assertThat(alike(seen(wang, made.id()).declared(), id)).containsExactly(tuple("省培训中心", Standing.UNVERIFIED));
    }

    @Test
    void what_its_institution_states_later_takes_its_place_while_it_waits_and_never_counts_beside_it() {
        UUID waiting = declared("临江职业技术学院", "X-7");
        state("X-7");
        assertThat(preview(SampleBook.AUTOMATIC, List.of()).offered())
                .extracting(Offered::outcomeId)
                .doesNotContain(waiting)
                .hasSize(1);

        Caller sun = RecognitionFixture.learner();
        UUID verified = declared(sun, "临江职业技术学院", "Y-8");
        RecognitionCase granted = granted(sun, verified);
        state(sun, "Y-8");

        Preview later = all.recognitions
                .preview(sun, new PreviewEdit(SampleBook.AUTOMATIC, List.of()))
                .block(PATIENCE);
        assertThat(granted.posted()).hasSize(1);
        assertThat(later.offered()).hasSize(2);
        assertThat(later.evaluation().grantedMilli())
                .as("beside what was granted")
                .isZero();
    }

    @Test
    void files_are_the_callers_own_and_open_for_nobody_else() {
        DeclaredFile file = file(zhang);

        assertThat(code(all.declared.declare(
                        RecognitionFixture.learner(), UUID.randomUUID(), edit("省培训中心", "PX-1", file))))
                .isEqualTo(ProblemCode.EVIDENCE_NOT_READY);
        UUID id = UUID.randomUUID();
        all.declared.declare(zhang, id, edit("省培训中心", "PX-1", file)).block(PATIENCE);
        assertThat(all.declared.open(zhang, id, file.id()).block(PATIENCE)).isNotNull();
        assertThat(code(all.declared.open(wang, id, file.id()))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(code(all.declared.open(zhang, id, UUID.randomUUID()))).isEqualTo(ProblemCode.NOT_FOUND);
    }

    @Test
    void nobody_applies_with_what_somebody_else_declared() {
        UUID id = declared("省培训中心", "PX-1");

        assertThat(code(all.applying.apply(
                        RecognitionFixture.learner(), UUID.randomUUID(), application(SampleBook.AUTOMATIC, id))))
                .isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    @Test
    void it_is_taken_back_and_declared_anew_while_nothing_rests_on_it() {
        UUID id = declared("省培训中心", "PX-1");
        assertThat(code(all.declared.takeBack(wang, id).thenReturn(1))).isEqualTo(ProblemCode.NOT_FOUND);
        all.declared.takeBack(zhang, id).block(PATIENCE);
        all.declared.takeBack(zhang, id).block(PATIENCE);

        assertThat(preview(SampleBook.AUTOMATIC, List.of()).offered()).isEmpty();
        UUID again = declared("省培训中心", "PX-1");
        RecognitionCase made = applied(SampleBook.AUTOMATIC, again);
        assertThat(code(all.declared.takeBack(zhang, again).thenReturn(1))).isEqualTo(ProblemCode.DECLARED_IN_USE);
        examine(wang, made.id(), again, false);
        assertThat(code(all.declared.takeBack(zhang, again).thenReturn(1))).isEqualTo(ProblemCode.DECLARED_EXAMINED);
        assertThat(mine())
                .extracting(DeclaredOutcome::standing)
                .containsExactlyInAnyOrder(Standing.REFUTED, Standing.TAKEN_BACK);
    }

    @Test
    void there_is_a_limit_to_what_one_learner_declares() {
        for (int i = 0; i < DeclaredOutcomeApi.DECLARED_MOST; i++) {
            declared("培训中心第" + i, "PX-" + i);
        }

        assertThat(code(all.declared.declare(zhang, UUID.randomUUID(), edit("省培训中心", "PX", file(zhang)))))
                .isEqualTo(ProblemCode.DECLARED_AT_LIMIT);
    }

    @Test
    void declaring_and_taking_back_locks_nobody_out_for_longer_than_a_day() {
        UUID first = declared("省培训中心", "PX-0");
        for (int i = 1; i < DeclaredOutcomeApi.DECLARED_A_DAY; i++) {
            all.declared.takeBack(zhang, declared("培训中心第" + i, "PX-" + i)).block(PATIENCE);
        }

        assertThat(mine()).hasSize(1 + DeclaredOutcomeApi.DECLARED_MOST);
        assertThat(mine()).extracting(DeclaredOutcome::id).contains(first);
        assertThat(code(all.declared.declare(zhang, UUID.randomUUID(), edit("市培训中心", "PX", file(zhang)))))
                .isEqualTo(ProblemCode.DECLARED_AT_LIMIT);
        all.on(all.in(2));
        declared("市培训中心", "PX");
    }

    @Test
    void everything_that_was_declared_at_once_is_listed_even_if_it_is_more_than_the_limit() {
        List<UUID> made = Flux.range(0, DeclaredOutcomeApi.DECLARED_MOST + 10)
                .map(i -> edit("培训中心第" + i, "PX-" + i, file(zhang)))
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(
                        edit -> all.declared
                                .declare(zhang, UUID.randomUUID(), edit)
                                .map(DeclaredOutcome::id)
                                .onErrorResume(ProblemException.class, refused -> Mono.empty()),
                        DeclaredOutcomeApi.DECLARED_MOST + 10)
                .collectList()
                .block(PATIENCE);

        assertThat(mine()).extracting(DeclaredOutcome::id).containsExactlyInAnyOrderElementsOf(made);
        assertThat(made).hasSizeGreaterThanOrEqualTo(DeclaredOutcomeApi.DECLARED_MOST);
    }

    // ── examining ──

    @Test
    void verified_evidence_goes_by_panel_publicity_and_decision_to_the_ledger_and_stays_verified() {
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase made = applied(SampleBook.AUTOMATIC, id);
        assertThat(made.stage()).as("the rule alone would not ask anybody").isEqualTo(Stage.REVIEWING);
        assertThat(made.evidence())
                .singleElement()
                .satisfies(file -> assertThat(file.outcomeId()).isEqualTo(id));
        assertThat(code(all.acting.act(wang, made.id(), aVote()))).isEqualTo(ProblemCode.EVIDENCE_UNEXAMINED);
        all.recognitions
                .open(wang, made.id(), made.evidence().getFirst().file().id())
                .block(PATIENCE);

        examine(wang, made.id(), id, true);

        RecognitionCase found = seen(zhang, made.id());
        assertThat(found.declared()).singleElement().satisfies(outcome -> {
            assertThat(outcome.standing()).isEqualTo(Standing.VERIFIED);
            assertThat(outcome.findings()).singleElement().satisfies(finding -> {
                assertThat(finding.officer()).isEqualTo("名" + wang.personId());
                assertThat(finding.caseId()).isEqualTo(made.id());
                assertThat(finding.institution().zh()).isEqualTo("临江工匠学院");
            });
        });
        assertThat(found.evaluation().answers().getFirst().unverified()).isTrue();
        assertThat(found.foundEvaluation().answers().getFirst().unverified()).isFalse();
        vote(wang, made.id());
        vote(li, made.id());
        all.afterTheDay(made.id());
        decide(wang, made.id(), true);
        registered(made.id());
        assertThat(all.credit.entries(zhang.learnerId())).containsExactly("DEPOSIT 2000");
        assertThat(all.outcomesOf(zhang)).containsExactly(id);
        assertThat(preview(SampleBook.JOINT, List.of()).offered())
                .singleElement()
                .satisfies(offered -> assertThat(offered.verified()).isTrue());
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.audited)
                        .extracting(AuditFact::action)
                        .contains("declared-outcome.declared", "recognition.evidence-examined"));
    }

    @Test
    void an_outcome_that_proves_untrue_leaves_the_case_and_both_evaluations_stay() {
        all.course(zhang);
        UUID course = all.outcomesOf(zhang).getFirst();
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase made = applied(SampleBook.AUTOMATIC, course, id);
        all.book.raise("5");

        examine(li, made.id(), id, false);

        RecognitionCase found = seen(zhang, made.id());
        assertThat(found.stage()).isEqualTo(Stage.REVIEWING);
        assertThat(found.evaluation().grantedMilli()).isEqualTo(4_000);
        assertThat(found.foundEvaluation().grantedMilli())
                .as("by the rules as they were pinned")
                .isEqualTo(2_000);
        assertThat(all.queues
                        .mine(zhang, null)
                        .block(PATIENCE)
                        .items()
                        .getFirst()
                        .grantedMilli())
                .isEqualTo(2_000);
        vote(wang, made.id());
        vote(li, made.id());
        all.afterTheDay(made.id());
        assertThat(all.notices.page(null).block(PATIENCE).items()).isEmpty();
        decide(wang, made.id(), true);
        registered(made.id());
        assertThat(all.credit.entries(zhang.learnerId())).containsExactly("DEPOSIT 2000");
        assertThat(all.outcomesOf(zhang)).containsExactly(course);
        assertThat(code(all.recognitions.preview(zhang, new PreviewEdit(SampleBook.PANEL, List.of(id)))))
                .as("it is not offered any more")
                .isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    @Test
    void where_nothing_is_left_it_can_only_be_refused_and_an_appeal_may_find_the_evidence_authentic() {
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase made = applied(SampleBook.AUTOMATIC, id);
        examine(wang, made.id(), id, false);

        assertThat(seen(wang, made.id()).stage()).isEqualTo(Stage.DECIDING);
        assertThat(code(all.acting.act(
                        wang, made.id(), new Act.Decide(UUID.randomUUID(), true, REASON), revision(made.id()))))
                .isEqualTo(ProblemCode.RECOGNITION_GRANTS_NOTHING);
        decide(wang, made.id(), false);
        all.acting
                .act(zhang, made.id(), new Act.Appeal(UUID.randomUUID(), "颁发机构已出具书面证明，请复核。"))
                .block(PATIENCE);
        assertThat(code(uphold(made.id()))).isEqualTo(ProblemCode.RECOGNITION_GRANTS_NOTHING);
        assertThat(seen(above, made.id()).acts()).contains(CaseAct.EXAMINE);
        assertThat(code(examined(above, made.id(), id, UUID.randomUUID(), false)))
                .isEqualTo(ProblemCode.INVALID_FIELDS);
        examine(above, made.id(), id, true);
        uphold(made.id()).block(PATIENCE);

        registered(made.id());
        assertThat(all.credit.entries(zhang.learnerId())).containsExactly("DEPOSIT 2000");
        assertThat(mine()).singleElement().satisfies(outcome -> {
            assertThat(outcome.standing()).isEqualTo(Standing.VERIFIED);
            assertThat(outcome.findings()).hasSize(2);
        });
    }

    @Test
    void after_a_supplement_a_case_that_grants_nothing_is_for_an_officer_to_refuse_and_not_for_a_panel() {
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase made = applied(SampleBook.AUTOMATIC, id);
        examine(wang, made.id(), id, false);
        all.acting
                .act(wang, made.id(), new Act.AskForMore(UUID.randomUUID(), "请说明材料来源与编号。", 5))
                .block(PATIENCE);
        all.acting
                .act(zhang, made.id(), new Act.Supply(UUID.randomUUID(), "证书由原单位人事科代领。"))
                .block(PATIENCE);

        assertThat(seen(wang, made.id()).stage()).isEqualTo(Stage.DECIDING);
        assertThat(seen(wang, made.id()).acts()).doesNotContain(CaseAct.VOTE);
        assertThat(code(all.acting.act(
                        wang, made.id(), new Act.Decide(UUID.randomUUID(), true, REASON), revision(made.id()))))
                .isEqualTo(ProblemCode.RECOGNITION_GRANTS_NOTHING);
        decide(wang, made.id(), false);
        assertThat(seen(zhang, made.id()).stage()).isEqualTo(Stage.REFUSED);
    }

    @Test
    void of_two_officers_at_once_one_finds_and_the_other_is_told_by_whom() {
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase made = applied(SampleBook.AUTOMATIC, id);

        List<ProblemCode> refused = Flux.just(wang, li)
                .flatMap(
                        officer -> examined(officer, made.id(), id, UUID.randomUUID(), officer == wang)
                                .then(Mono.<ProblemCode>empty())
                                .onErrorResume(ProblemException.class, problem -> Mono.just(problem.code())),
                        2)
                .collectList()
                .block(PATIENCE);

        assertThat(refused).containsExactly(ProblemCode.EVIDENCE_FOUND_BEFORE);
        assertThat(mine().getFirst().findings()).hasSize(1);
        assertThat(seen(zhang, made.id()).history()).hasSize(3);
    }

    @Test
    void the_same_finding_again_is_the_same_and_its_id_stands_for_nothing_else() {
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase made = applied(SampleBook.AUTOMATIC, id);
        UUID finding = UUID.randomUUID();
        examined(wang, made.id(), id, finding, true).block(PATIENCE);
        long revision = all.cases.find(made.id()).block(PATIENCE).revision();
        examined(wang, made.id(), id, finding, true).block(PATIENCE);

        assertThat(all.cases.find(made.id()).block(PATIENCE).revision()).isEqualTo(revision);
        assertThat(code(examined(wang, made.id(), id, finding, false))).isEqualTo(ProblemCode.CONFLICTING_REPEAT);
    }

    @Test
    void only_officers_of_the_institution_examine_and_colleagues_of_the_applicant_keep_out() {
        UUID works = UUID.randomUUID();
        all.employers.put(zhang.personId(), Set.of(works));
        Caller colleague = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.RECOGNITION_OFFICER, all.institution), new RoleIn(Role.TRAINER, works)));
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase made = applied(SampleBook.AUTOMATIC, id);

        assertThat(code(examined(colleague, made.id(), id, UUID.randomUUID(), true)))
                .isEqualTo(ProblemCode.CONFLICT_OF_INTEREST);
        assertThat(code(examined(chen, made.id(), id, UUID.randomUUID(), true))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(code(examined(zhang, made.id(), id, UUID.randomUUID(), true)))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(code(examined(wang, made.id(), UUID.randomUUID(), UUID.randomUUID(), true)))
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(mine().getFirst().findings()).isEmpty();
    }

    @Test
    void a_finding_in_one_case_stands_in_every_other_open_one() {
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase first = applied(SampleBook.AUTOMATIC, id);
        RecognitionCase second = applied(SampleBook.PANEL, id);

        examine(wang, first.id(), id, false);

        assertThat(seen(zhang, second.id()).stage()).isEqualTo(Stage.DECIDING);
        assertThat(code(examined(li, second.id(), id, UUID.randomUUID(), true)))
                .isEqualTo(ProblemCode.EVIDENCE_FOUND_BEFORE);
    }

    @Test
    void what_a_body_above_finds_on_an_appeal_does_not_change_what_another_case_was_voted_on() {
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase appealed = applied(SampleBook.AUTOMATIC, id);
        RecognitionCase other = applied(SampleBook.PANEL, id);
        examine(wang, appealed.id(), id, false);
        decide(wang, appealed.id(), false);
        all.acting
                .act(zhang, appealed.id(), new Act.Appeal(UUID.randomUUID(), "颁发机构已出具书面证明，请复核。"))
                .block(PATIENCE);
        UUID standing = all.cases.find(other.id()).block(PATIENCE).standingEvaluation();

        examine(above, appealed.id(), id, true);

        CaseDocument after = all.cases.find(other.id()).block(PATIENCE);
        assertThat(after.standingEvaluation()).isEqualTo(standing);
        assertThat(after.proceeding().refuted()).isEmpty();
        assertThat(code(all.acting.act(
                        wang, other.id(), new Act.Decide(UUID.randomUUID(), true, REASON), revision(other.id()))))
                .isEqualTo(ProblemCode.RECOGNITION_GRANTS_NOTHING);
    }

    @Test
    void an_id_that_a_statement_may_come_to_have_is_taken() {
        UUID made = UUID.nameUUIDFromBytes(new byte[] {1});

        assertThat(code(all.declared.declare(zhang, made, edit("省培训中心", "PX-1", file(zhang)))))
                .isEqualTo(ProblemCode.CONFLICTING_REPEAT);
    }

    @Test
    void what_a_crash_left_between_finding_and_case_is_made_good_by_the_event() {
        UUID id = declared("省培训中心", "PX-1");
        RecognitionCase made = applied(SampleBook.AUTOMATIC, id);
        DeclaredDocument stored = all.record.find(id).block(PATIENCE);
        all.record
                .examined(
                        stored,
                        new DeclaredDocument.EvidenceFound(
                                UUID.randomUUID(),
                                made.id(),
                                all.institution,
                                wang.personId(),
                                true,
                                Means.ORIGINAL_SEEN,
                                REASON,
                                all.ground.clock.instant()),
                        new EvidenceExamined(id))
                .block(PATIENCE);

        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> seen(wang, made.id()).acts().contains(CaseAct.VOTE));
        assertThat(all.outcomesOf(zhang)).containsExactly(id);
    }

    @Test
    void a_verified_outcome_that_is_withdrawn_takes_its_credit_with_it() {
        UUID id = declared("省培训中心", "PX-1");
        granted(zhang, id);
        StatedOutcomes stated = OutcomeFixture.stated(all.ground);
        assertThat(stated.numbered(all.institution, "PX-1", 5).collectList().block(PATIENCE))
                .singleElement()
                .satisfies(known ->
                        assertThat(known.issuerId()).as("who answers for it").isEqualTo(all.institution));

        all.withdrawals
                .ofStated(
                        new OutcomeId(id),
                        new Withdrawal(
                                UUID.randomUUID(),
                                Withdrawal.Ground.STATED_BY_MISTAKE,
                                "核验时看错了证书编号。",
                                wang.personId(),
                                li.personId(),
                                all.ground.clock.instant()))
                .block(PATIENCE);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.credit.entries(zhang.learnerId()))
                        .containsExactlyInAnyOrder("DEPOSIT 2000", "REVERSE -2000"));
        assertThat(OutcomeFixture.withdrawal(all.outcomes, zhang.learnerId(), id)
                        .ground())
                .isEqualTo(Withdrawal.Ground.VERIFIED_BY_MISTAKE);
        assertThat(preview(SampleBook.JOINT, List.of()).offered()).isEmpty();
        assertThat(code(all.declared.declare(zhang, UUID.randomUUID(), edit("省培训中心", "PX-1", file(zhang)))))
                .isEqualTo(ProblemCode.OUTCOME_ON_RECORD);
    }

    @Test
    void a_case_of_an_earlier_release_opens_and_goes_on() {
        all.course(zhang);
        RecognitionCase made = applied(SampleBook.PANEL, all.outcomesOf(zhang).getFirst());
        Documents<CaseDocument> cases =
                all.ground.documents.of(CaseDocument.COLLECTION, CaseDocument.class, CaseUpgrades.DECLARED);
        BsonDocument old = cases.write(all.cases.find(made.id()).block(PATIENCE));
        old.getDocument("proceeding").remove("declared");
        old.append("schema", new BsonInt32(1));
        Mono.from(cases.raw().replaceOne(new BsonDocument("_id", old.get("_id")), old))
                .block(PATIENCE);

        assertThat(seen(zhang, made.id()).declared()).isEmpty();
        vote(wang, made.id());
        vote(li, made.id());
        assertThat(seen(zhang, made.id()).stage()).isEqualTo(Stage.PUBLICISED);
    }

    // ── helpers ──

    private UUID declared(String issuer, String number) {
        return declared(zhang, issuer, number);
    }

    private UUID declared(Caller learner, String issuer, String number) {
        UUID id = UUID.randomUUID();
        all.declared.declare(learner, id, edit(issuer, number, file(learner))).block(PATIENCE);
        return id;
    }

    private static DeclaredOutcomeEdit edit(String issuer, String number, DeclaredFile file) {
        return new DeclaredOutcomeEdit(
                OutcomeType.COURSE,
                "可编程控制器培训",
                issuer,
                number,
                null,
                null,
                null,
                null,
                40,
                2_500L,
                null,
                ON,
                null,
                List.of(file));
    }

    private DeclaredFile file(Caller owner) {
        UUID id = UUID.randomUUID();
        all.files.put(id, new StoredFile(id, owner.personId(), "a.pdf", "application/pdf", 9, "x"));
        return new DeclaredFile(id, new EvidenceEdit(new LocalText("证书", ""), id, "a.pdf", "application/pdf", 9));
    }

    private void state(String number) {
        state(zhang, number);
    }

    private void state(Caller learner, String number) {
        OutcomeFixture.stated(all.ground)
                .record(List.of(new NewOutcome(
                        learner.learnerId(),
                        OutcomeType.COURSE,
                        number,
                        new LocalText("可编程控制器培训", "PLC"),
                        all.partner,
                        new LocalText("临江职业技术学院", "Linjiang"),
                        null,
                        null,
                        40,
                        ON,
                        StatedOutcomes.evidenceOf(all.partner, number + "x", learner.learnerId()),
                        new Particulars("plc", null, 2_500L, null, null, null, List.of()),
                        UUID.randomUUID(),
                        1)))
                .block(PATIENCE);
    }

    /** Issuer and standing of what is like this one. */
    private static List<Tuple> alike(List<DeclaredOutcome> seen, UUID id) {
        return seen.stream()
                .filter(each -> each.id().equals(id))
                .flatMap(each -> each.alike().stream())
                .map(each -> tuple(each.issuer().zh(), each.standing()))
                .toList();
    }

    private List<DeclaredOutcome> mine() {
        return all.declared.of(zhang).block(PATIENCE);
    }

    private Preview preview(String programme, List<UUID> outcomes) {
        return all.recognitions
                .preview(zhang, new PreviewEdit(programme, outcomes))
                .block(PATIENCE);
    }

    private static RecognitionEdit application(String programme, UUID... outcomes) {
        return new RecognitionEdit(programme, List.of(outcomes), "请予认定。", List.of());
    }

    private RecognitionCase applied(String programme, UUID... outcomes) {
        UUID id = UUID.randomUUID();
        all.applying.apply(zhang, id, application(programme, outcomes)).block(PATIENCE);
        return seen(zhang, id);
    }

    /** Examined, agreed to, publicised, decided and in the ledger. */
    private RecognitionCase granted(Caller learner, UUID outcome) {
        UUID id = UUID.randomUUID();
        all.applying
                .apply(learner, id, application(SampleBook.AUTOMATIC, outcome))
                .block(PATIENCE);
        examine(wang, id, outcome, true);
        vote(wang, id);
        vote(li, id);
        all.afterTheDay(id);
        decide(wang, id, true);
        return registered(id);
    }

    private RecognitionCase seen(Caller caller, UUID id) {
        return all.recognitions.find(caller, id).block(PATIENCE);
    }

    private Mono<CaseDocument> examined(Caller officer, UUID caseId, UUID outcome, UUID finding, boolean authentic) {
        return all.examining.examine(
                officer,
                caseId,
                outcome,
                finding,
                new EvidenceFindingEdit(authentic, authentic ? Means.ORIGINAL_SEEN : null, REASON));
    }

    private void examine(Caller officer, UUID caseId, UUID outcome, boolean authentic) {
        examined(officer, caseId, outcome, UUID.randomUUID(), authentic).block(PATIENCE);
    }

    private Act.Vote aVote() {
        return new Act.Vote(UUID.randomUUID(), all.institution, true, REASON);
    }

    private void vote(Caller officer, UUID id) {
        all.acting.act(officer, id, aVote()).block(PATIENCE);
    }

    private void decide(Caller officer, UUID id, boolean grant) {
        all.acting
                .act(officer, id, new Act.Decide(UUID.randomUUID(), grant, REASON), revision(id))
                .block(PATIENCE);
    }

    private Mono<CaseDocument> uphold(UUID id) {
        return all.acting.act(above, id, new Act.RuleOnAppeal(UUID.randomUUID(), true, REASON), revision(id));
    }

    private int revision(UUID id) {
        return (int) all.cases.find(id).block(PATIENCE).revision();
    }

    private RecognitionCase registered(UUID id) {
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> all.cases.find(id).block(PATIENCE).stage() == Stage.REGISTERED);
        return all.recognitions.find(wang, id).block(PATIENCE);
    }

    private static ProblemCode code(Mono<?> refused) {
        ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> refused.block(PATIENCE));
        assertThat(refusal).as("a refusal").isNotNull();
        return refusal.code();
    }
}
