package cn.jiangxue.reexamination;

import static cn.jiangxue.reexamination.ReexaminationFixture.PATIENCE;
import static cn.jiangxue.reexamination.ReexaminationFixture.REASON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.ReexaminationApi.FindingEdit;
import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.Reexamination;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationAct;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationSummary;
import cn.jiangxue.contract.ReexaminationApi.RulingEdit;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import cn.jiangxue.contract.ReexaminationApi.StatementEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.promotion.PromotionFixture;
import cn.jiangxue.reexamination.rules.Lot;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What is done with a drawn grade, over a real store. */
class ReexaminationFlowTest {

    private static final String VIEW = "工件由本人独立完成，欢迎现场复试。";

    @TempDir
    Path folder;

    private ReexaminationFixture all;
    private final Caller zhang = PromotionFixture.learner();
    private Caller decider;
    private Caller reviewer;
    private Caller second;
    private Reexamination drawn;

    @BeforeEach
    void open() {
        all = new ReexaminationFixture(folder, Lot.TICKETS);
        decider = all.officer();
        reviewer = all.assessor();
        second = all.officer();
        drawn = all.drawn(zhang, decider);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void the_learner_sees_that_it_was_drawn_who_must_act_and_by_when() {
        assertThat(drawn.state()).isEqualTo(ReexaminationState.DRAWN);
        assertThat(drawn.actBy()).isEqualTo(LocalDate.of(2026, 12, 18));
        assertThat(drawn.actOn()).isNotNull();
        assertThat(drawn.overdue()).isFalse();
        assertThat(drawn.dossier()).as("their own case is on its own page").isNull();
        assertThat(drawn.acts()).containsExactly(ReexaminationAct.STATE);
        assertThat(all.reexaminations.mine(zhang, drawn.caseId()).block(PATIENCE))
                .extracting(Reexamination::id)
                .containsExactly(drawn.id());
        assertThat(all.reexaminations.mine(zhang, UUID.randomUUID()).block(PATIENCE))
                .isEmpty();
    }

    @Test
    void found_in_order_it_ends_and_the_credential_stays() {
        Reexamination taken = take(reviewer);
        assertThat(taken.dossier().examination().marks()).hasSize(2);
        assertThat(taken.acts()).contains(ReexaminationAct.FIND);

        Reexamination upheld = find(FindingKind.UPHELD);

        assertThat(upheld.state()).isEqualTo(ReexaminationState.UPHELD);
        assertThat(upheld.actBy()).isNull();
        assertThat(all.seen(zhang, drawn.id()).finding().reason()).isEqualTo(REASON);
        assertThat(all.credentials.state(drawn.credentialId())).isEqualTo(CredentialState.ACTIVE);
        assertThat(counts().upheld()).isOne();
        assertThat(counts().open()).isZero();
        assertThat(all.seen(reviewer, drawn.id())).as("whoever acted").isNotNull();
        assertThat(all.seen(decider, drawn.id()))
                .as("an officer of the institution")
                .isNotNull();
        refused(ProblemCode.NOT_FOUND, all.reexaminations.find(all.assessor(), drawn.id()));
    }

    @Test
    void an_overturned_grade_loses_its_credential_and_its_place_on_the_record() {
        doubtful();
        state(VIEW);
        Reexamination seen = all.seen(second, drawn.id());

        Reexamination overturned = rule(second, UUID.randomUUID(), RulingKind.OVERTURN, seen.revision())
                .block(PATIENCE);

        assertThat(overturned.state()).isEqualTo(ReexaminationState.OVERTURNED);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.promotion.gradesHeld(zhang)).isZero());
        assertThat(all.credentials.state(drawn.credentialId())).isEqualTo(CredentialState.REVOKED);
        assertThat(all.credentials.reason(drawn.credentialId())).isEqualTo(REASON);
        Reexamination told = all.seen(zhang, drawn.id());
        assertThat(told.ruling().reason()).isEqualTo(REASON);
        assertThat(told.statement().words()).isEqualTo(VIEW);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.promotion.audited)
                        .extracting(AuditFact::action)
                        .contains(
                                "reexamination.drawn",
                                "reexamination.taken",
                                "reexamination.found",
                                "reexamination.stated",
                                "reexamination.decided",
                                "credential.state-changed",
                                "grade.withdrawn"));
    }

    @Test
    void a_doubtful_grade_that_is_confirmed_stands() {
        doubtful();

        Reexamination confirmed =
                rule(second, UUID.randomUUID(), RulingKind.CONFIRM, revision()).block(PATIENCE);

        assertThat(confirmed.state()).isEqualTo(ReexaminationState.CONFIRMED);
        assertThat(all.credentials.state(drawn.credentialId())).isEqualTo(CredentialState.ACTIVE);
        assertThat(all.promotion.gradesHeld(zhang)).isOne();
    }

    @Test
    void of_two_who_decide_at_once_one_revokes_and_the_other_is_told() {
        doubtful();
        state(VIEW);
        long revision = revision();
        List<Caller> officers = List.of(second, all.officer(), all.officer(), all.officer());

        List<ProblemCode> refused = Flux.fromIterable(officers)
                .flatMap(officer -> rule(officer, UUID.randomUUID(), RulingKind.OVERTURN, revision)
                        .thenMany(Flux.<ProblemCode>empty())
                        .onErrorResume(ProblemException.class, refusal -> Flux.just(refusal.code())))
                .collectList()
                .block(PATIENCE);

        assertThat(refused).hasSize(3).containsOnly(ProblemCode.RULED_BEFORE);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(all.credentials.state(drawn.credentialId())).isEqualTo(CredentialState.REVOKED));
        Awaitility.await()
                .during(Duration.ofSeconds(2))
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(all.audited("credential.state-changed")).hasSizeLessThanOrEqualTo(1));
        assertThat(all.audited("reexamination.decided")).hasSize(1);
    }

    @Test
    void a_revocation_waits_for_a_credential_that_is_not_issued_yet() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> all.credentials
                        .states
                        .revoke(UUID.randomUUID(), second.personId(), REASON)
                        .block(PATIENCE));
    }

    @Test
    void officers_of_the_body_above_review_and_decide_too() {
        UUID union = UUID.randomUUID();
        UUID below = UUID.randomUUID();
        ReexaminationDocument stored = all.store.find(drawn.id()).block(PATIENCE);
        ReexaminationDocument inTree = underneath(stored, List.of(union, below));
        all.store.insert(inTree).block(PATIENCE);
        Caller above = ReexaminationFixture.with(Role.RECOGNITION_OFFICER, union);
        Caller beside = ReexaminationFixture.with(Role.RECOGNITION_OFFICER, UUID.randomUUID());

        assertThat(inbox(above)).extracting(ReexaminationSummary::id).containsExactly(inTree.id());
        assertThat(all.reexaminations.take(above, inTree.id()).block(PATIENCE).state())
                .isEqualTo(ReexaminationState.UNDER_REVIEW);
        refused(ProblemCode.NOT_FOUND, all.reexaminations.take(beside, inTree.id()));
    }

    /** The same grade at an institution in a tree. */
    private static ReexaminationDocument underneath(ReexaminationDocument stored, List<UUID> within) {
        return new ReexaminationDocument(
                UUID.randomUUID(),
                stored.schema(),
                1,
                stored.learnerId(),
                within,
                Stream.concat(stored.tookPart().stream(), Stream.of(ReexaminationFixture.OFFICER_OF_BOTH))
                        .toList(),
                stored.period(),
                stored.graded(),
                stored.state(),
                stored.open(),
                stored.queueKey(),
                stored.file(),
                stored.actBy(),
                stored.remindedFor(),
                stored.escalated(),
                stored.drawnAt(),
                List.of(),
                null);
    }

    @Test
    void a_revocation_told_again_changes_nothing() {
        doubtful();
        state(VIEW);
        rule(second, UUID.randomUUID(), RulingKind.OVERTURN, revision()).block(PATIENCE);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> all.credentials.state(drawn.credentialId()) == CredentialState.REVOKED);

        all.credentials
                .states
                .revoke(drawn.credentialId(), second.personId(), REASON)
                .block(PATIENCE);

        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(all.audited("credential.state-changed")).hasSize(1));
    }

    @Test
    void a_grade_is_not_taken_back_before_the_learner_was_heard_or_five_working_days_went_by() {
        doubtful();
        Reexamination seen = all.seen(second, drawn.id());
        assertThat(seen.overturnFrom()).isEqualTo(LocalDate.of(2026, 11, 28));

        refused(ProblemCode.LEARNER_NOT_HEARD, rule(second, UUID.randomUUID(), RulingKind.OVERTURN, seen.revision()));

        all.promotion.ground.clock.advanceSeconds(Duration.ofDays(8).toSeconds());
        assertThat(rule(second, UUID.randomUUID(), RulingKind.OVERTURN, seen.revision())
                        .block(PATIENCE)
                        .state())
                .isEqualTo(ReexaminationState.OVERTURNED);
    }

    @Test
    void nobody_who_had_a_part_takes_it_or_finds_it_in_the_inbox() {
        Caller assessor = assessorOfTheCase();

        for (Caller partial : List.of(decider, assessor, learnerAsOfficer())) {
            refused(ProblemCode.HAD_A_PART, all.reexaminations.take(partial, drawn.id()));
            assertThat(inbox(partial)).isEmpty();
            assertThat(all.seen(partial, drawn.id()).acts()).doesNotContain(ReexaminationAct.TAKE);
        }
        assertThat(inbox(reviewer)).extracting(ReexaminationSummary::id).containsExactly(drawn.id());
    }

    @Test
    void whoever_found_it_doubtful_does_not_decide() {
        Caller both = all.officer();
        take(both);
        all.reexaminations
                .find(both, drawn.id(), UUID.randomUUID(), new FindingEdit(FindingKind.DOUBTFUL, REASON))
                .block(PATIENCE);

        refused(ProblemCode.FOUND_BY_YOU, rule(both, UUID.randomUUID(), RulingKind.CONFIRM, revision()));
        refused(ProblemCode.NOT_FOUND, rule(reviewer, UUID.randomUUID(), RulingKind.CONFIRM, revision()));
    }

    @Test
    void one_reviewer_has_it_until_it_is_overdue() {
        take(reviewer);
        take(reviewer);
        refused(ProblemCode.REEXAMINATION_TAKEN, all.reexaminations.take(second, drawn.id()));
        refused(
                ProblemCode.NOT_THE_REVIEWER,
                all.reexaminations.find(
                        second, drawn.id(), UUID.randomUUID(), new FindingEdit(FindingKind.UPHELD, REASON)));
        assertThat(counts().overdue()).isZero();

        all.promotion.ground.clock.advanceSeconds(Duration.ofDays(29).toSeconds());

        assertThat(counts().overdue()).isOne();
        assertThat(all.seen(zhang, drawn.id()).overdue()).isTrue();
        assertThat(take(second).reviewerName()).contains(second.personId().toString());
    }

    @Test
    void the_same_again_is_the_same_answer_and_other_content_a_conflict() {
        take(reviewer);
        UUID id = UUID.randomUUID();
        FindingEdit edit = new FindingEdit(FindingKind.DOUBTFUL, REASON);
        Reexamination once =
                all.reexaminations.find(reviewer, drawn.id(), id, edit).block(PATIENCE);
        assertThat(all.reexaminations.find(reviewer, drawn.id(), id, edit).block(PATIENCE))
                .isEqualTo(once);
        refused(
                ProblemCode.CONFLICTING_REPEAT,
                all.reexaminations.find(reviewer, drawn.id(), id, new FindingEdit(FindingKind.UPHELD, REASON)));

        Reexamination stated = state(VIEW);
        assertThat(state(VIEW)).isEqualTo(stated);
        refused(
                ProblemCode.STATED_BEFORE,
                all.reexaminations.state(zhang, drawn.id(), new StatementEdit(VIEW + "再补充一句。")));

        refused(ProblemCode.CHANGED_MEANWHILE, rule(second, UUID.randomUUID(), RulingKind.CONFIRM, once.revision()));
        UUID ruling = UUID.randomUUID();
        Reexamination ruled =
                rule(second, ruling, RulingKind.CONFIRM, stated.revision()).block(PATIENCE);
        assertThat(rule(second, ruling, RulingKind.CONFIRM, stated.revision()).block(PATIENCE))
                .isEqualTo(ruled);
        refused(ProblemCode.CONFLICTING_REPEAT, rule(second, ruling, RulingKind.OVERTURN, stated.revision()));
    }

    @Test
    void a_reviewer_adds_files_and_opening_one_is_on_the_audit_record() {
        take(reviewer);
        UUID fileId = UUID.randomUUID();
        all.promotion.files.put(
                fileId, new StoredFile(fileId, reviewer.personId(), "a.jpg", "image/jpeg", 1_000, "00"));
        EvidenceEdit edit = new EvidenceEdit(new LocalText("现场照片", "Photo"), fileId, "a.jpg", "image/jpeg", 1_000);
        UUID evidence = UUID.randomUUID();

        Reexamination attached =
                all.reexaminations.attach(reviewer, drawn.id(), evidence, edit).block(PATIENCE);
        all.reexaminations.attach(reviewer, drawn.id(), evidence, edit).block(PATIENCE);

        assertThat(attached.evidence()).hasSize(1);
        assertThat(all.seen(zhang, drawn.id()).evidence()).hasSize(1);
        assertThat(all.reexaminations.open(second, drawn.id(), evidence).block(PATIENCE))
                .isNotNull();
        assertThat(all.audited("reexamination.evidence-opened")).hasSize(1);
        assertThat(all.reexaminations.open(zhang, drawn.id(), evidence).block(PATIENCE))
                .isNotNull();
        assertThat(all.audited("reexamination.evidence-opened")).hasSize(1);
        refused(ProblemCode.NOT_FOUND, all.reexaminations.open(second, drawn.id(), UUID.randomUUID()));
    }

    @Test
    void it_is_not_there_for_strangers() {
        UUID elsewhere = all.elsewhere();
        for (Caller stranger : List.of(
                PromotionFixture.learner(),
                ReexaminationFixture.with(Role.ASSESSOR, elsewhere),
                ReexaminationFixture.with(Role.RECOGNITION_OFFICER, elsewhere),
                ReexaminationFixture.with(Role.ADMINISTRATOR, elsewhere))) {
            refused(ProblemCode.NOT_FOUND, all.reexaminations.find(stranger, drawn.id()));
            refused(ProblemCode.NOT_FOUND, all.reexaminations.take(stranger, drawn.id()));
            refused(ProblemCode.NOT_FOUND, all.reexaminations.state(stranger, drawn.id(), new StatementEdit(VIEW)));
            refused(ProblemCode.NOT_FOUND, rule(stranger, UUID.randomUUID(), RulingKind.CONFIRM, 1));
            assertThat(inbox(stranger)).isEmpty();
        }
        assertThat(all.seen(all.administrator(), drawn.id()).acts()).isEmpty();
        refused(ProblemCode.NOT_FOUND, all.reexaminations.take(all.administrator(), drawn.id()));
    }

    @Test
    void the_learner_hears_of_the_draw_the_doubt_and_the_decision_but_not_in_whose_words() {
        doubtful();
        rule(second, UUID.randomUUID(), RulingKind.CONFIRM, revision()).block(PATIENCE);

        List<PersonTold> told = heard(
                MessageKind.REEXAMINATION_DRAWN,
                MessageKind.REEXAMINATION_DOUBTFUL,
                MessageKind.REEXAMINATION_CONFIRMED);

        assertThat(told).allSatisfy(news -> {
            assertThat(news.personId()).isEqualTo(zhang.personId());
            assertThat(news.matterId()).as("shown with the application").isEqualTo(drawn.caseId());
        });
        assertThat(told.get(1).actBy()).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(told.toString()).doesNotContain(REASON);
    }

    @Test
    void the_learner_hears_that_it_was_found_in_order() {
        take(reviewer);
        find(FindingKind.UPHELD);

        heard(MessageKind.REEXAMINATION_DRAWN, MessageKind.REEXAMINATION_UPHELD);
    }

    @Test
    void the_learner_hears_that_the_grade_was_taken_back() {
        doubtful();
        state(VIEW);
        rule(second, UUID.randomUUID(), RulingKind.OVERTURN, revision()).block(PATIENCE);

        heard(
                MessageKind.REEXAMINATION_DRAWN,
                MessageKind.REEXAMINATION_DOUBTFUL,
                MessageKind.REEXAMINATION_OVERTURNED);
    }

    @Test
    void a_learner_who_has_said_nothing_is_reminded_once_two_working_days_before_the_day() {
        doubtful();
        days(4);
        assertThat(reminded()).as("three working days before").isZero();

        days(1);
        assertThat(reminded()).isOne();
        assertThat(reminded()).isZero();
        days(1);
        assertThat(reminded()).isZero();

        PersonTold told = heard(
                        MessageKind.REEXAMINATION_DRAWN,
                        MessageKind.REEXAMINATION_DOUBTFUL,
                        MessageKind.REEXAMINATION_DAY_NEAR)
                .getLast();
        assertThat(told.actBy()).isEqualTo(LocalDate.of(2026, 11, 27));
    }

    @Test
    void a_learner_who_spoke_is_not_reminded_nor_one_whose_grade_was_decided_on() {
        doubtful();
        state(VIEW);
        days(5);
        assertThat(reminded()).isZero();

        rule(second, UUID.randomUUID(), RulingKind.CONFIRM, revision()).block(PATIENCE);
        assertThat(reminded()).isZero();
    }

    @Test
    void whoever_took_it_is_reminded_once_and_nobody_where_nobody_took_it() {
        days(26);
        assertThat(reminded()).as("two working days before, and nobody took it").isZero();

        take(reviewer);
        assertThat(reminded()).isOne();
        assertThat(reminded()).isZero();

        PersonTold told = heard(MessageKind.REEXAMINATION_DRAWN, MessageKind.REEXAMINATION_REVIEW_DAY_NEAR)
                .getLast();
        assertThat(told.personId()).isEqualTo(reviewer.personId());
        assertThat(told.matterId()).isEqualTo(drawn.id());
        assertThat(told.actBy()).isEqualTo(LocalDate.of(2026, 12, 18));
    }

    @Test
    void what_is_overdue_is_marked_once_for_the_body_above_and_its_officers_without_a_part_are_told() {
        heard(MessageKind.REEXAMINATION_DRAWN);
        UUID union = all.promotion.union;
        ReexaminationDocument inTree =
                underneath(all.store.find(drawn.id()).block(PATIENCE), List.of(union, UUID.randomUUID()));
        all.store.insert(inTree).block(PATIENCE);
        Caller above = ReexaminationFixture.with(Role.RECOGNITION_OFFICER, union);
        days(28);
        assertThat(escalated()).as("on the last day").isZero();
        assertThat(inbox(above))
                .singleElement()
                .satisfies(seen -> assertThat(seen.escalatedOn()).isNull());

        days(1);
        assertThat(escalated())
                .as("this one and the one of an institution with nobody above")
                .isEqualTo(2);
        assertThat(escalated()).isZero();

        assertThat(inbox(above)).singleElement().satisfies(seen -> {
            assertThat(seen.escalatedOn()).isEqualTo(LocalDate.of(2026, 12, 19));
            assertThat(seen.actOn().zh()).contains("接手复核");
            assertThat(seen.overdue()).isTrue();
        });
        PersonTold told = heard(MessageKind.REEXAMINATION_DRAWN, MessageKind.REEXAMINATION_OVERDUE)
                .getLast();
        assertThat(told.personId()).isEqualTo(all.promotion.officerAbove);
        assertThat(told.matterId()).isEqualTo(inTree.id());
        assertThat(told.actBy()).isEqualTo(LocalDate.of(2026, 12, 18));
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(all.audited("reexamination.escalated")).hasSize(2));
    }

    @Test
    void once_it_is_found_it_is_off_the_mark_and_what_ended_is_never_marked() {
        days(29);
        escalated();
        take(reviewer);
        assertThat(all.store.find(drawn.id()).block(PATIENCE).escalated())
                .as("the day stays")
                .isNotNull();

        find(FindingKind.UPHELD);

        assertThat(all.store.find(drawn.id()).block(PATIENCE).escalated()).isNull();
        assertThat(escalated()).isZero();
    }

    private long escalated() {
        return all.overdue.batch().block(PATIENCE);
    }

    /** Noon, so many civil days later. */
    private void days(int later) {
        all.promotion.ground.clock.advanceSeconds(Duration.ofDays(later).toSeconds());
    }

    private long reminded() {
        return all.reminders.batch().block(PATIENCE);
    }

    /** What was told of the re-examination, in order. */
    private List<PersonTold> heard(MessageKind... kinds) {
        return Awaitility.await()
                .atMost(PATIENCE)
                .until(
                        () -> all.promotion.told.stream()
                                .filter(news -> news.kind().name().startsWith("REEXAMINATION"))
                                .toList(),
                        told -> told.stream().map(PersonTold::kind).toList().equals(List.of(kinds)));
    }

    private Reexamination take(Caller caller) {
        return all.reexaminations.take(caller, drawn.id()).block(PATIENCE);
    }

    private Reexamination find(FindingKind kind) {
        return all.reexaminations
                .find(reviewer, drawn.id(), UUID.randomUUID(), new FindingEdit(kind, REASON))
                .block(PATIENCE);
    }

    private void doubtful() {
        take(reviewer);
        assertThat(find(FindingKind.DOUBTFUL).state()).isEqualTo(ReexaminationState.AWAITING_RULING);
    }

    private Reexamination state(String words) {
        return all.reexaminations
                .state(zhang, drawn.id(), new StatementEdit(words))
                .block(PATIENCE);
    }

    private Mono<Reexamination> rule(Caller caller, UUID rulingId, RulingKind kind, long revision) {
        return all.reexaminations.rule(caller, drawn.id(), rulingId, new RulingEdit(kind, REASON, revision));
    }

    private long revision() {
        return all.seen(second, drawn.id()).revision();
    }

    private List<ReexaminationSummary> inbox(Caller caller) {
        return all.reexaminations.inbox(caller, null).block(PATIENCE).items();
    }

    private cn.jiangxue.contract.ReexaminationApi.Counts counts() {
        return all.oversight
                .period(all.administrator(), "2026-Q4", all.promotion.institution)
                .block(PATIENCE)
                .counts();
    }

    /** Somebody who marked the application, as they were recorded. */
    private Caller assessorOfTheCase() {
        UUID person = all.promotion
                .decidedCases
                .parts(drawn.caseId())
                .block(PATIENCE)
                .assessors()
                .iterator()
                .next();
        return new Caller(
                person,
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.ASSESSOR, all.promotion.institution)));
    }

    /** The learner, who became an officer of the institution since. */
    private Caller learnerAsOfficer() {
        return new Caller(
                zhang.personId(),
                zhang.learnerId(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.RECOGNITION_OFFICER, all.promotion.institution)));
    }

    private static void refused(ProblemCode code, Mono<?> attempt) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> attempt.block(PATIENCE))
                .matches(refusal -> refusal.code() == code, code.name());
    }
}
