package cn.jiangxue.priorlearning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PriorLearningApi.AppointmentEdit;
import cn.jiangxue.contract.PriorLearningApi.AssessmentEdit;
import cn.jiangxue.contract.PriorLearningApi.Claim;
import cn.jiangxue.contract.PriorLearningApi.ClaimAct;
import cn.jiangxue.contract.PriorLearningApi.ClaimDecisionEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.ClaimSummary;
import cn.jiangxue.contract.PriorLearningApi.ClaimableUnit;
import cn.jiangxue.contract.PriorLearningApi.ClaimedUnit;
import cn.jiangxue.contract.PriorLearningApi.Criterion;
import cn.jiangxue.contract.PriorLearningApi.Method;
import cn.jiangxue.contract.PriorLearningApi.MoreEdit;
import cn.jiangxue.contract.PriorLearningApi.PortfolioFileEdit;
import cn.jiangxue.contract.PriorLearningApi.UnitDecision;
import cn.jiangxue.contract.PriorLearningApi.UnitStatement;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.outcome.StatedOutcome;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
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

/** Prior learning from the claim to the outcome, over a real store. */
class PriorLearningFlowTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String TURNER = "6-18-01-01";
    private static final String FIRST = "turn-5-1";
    private static final String SECOND = "turn-5-2";
    private static final String WORDS = "在匠心精工做了六年车工，独立车削轴类零件。";
    /** Civil days until the thirtieth working day. */
    private static final int LAST_DAY = 42;

    private static final String MORE = "请补充近两年的加工图纸和检验单。";
    private static final String WHY = "面谈中未能说明刃磨角度的选择。";

    private final Caller zhang = PriorLearningFixture.learner();
    private PriorLearningFixture all;
    private PriorLearnings claims;
    private Caller assessor;
    private Caller officer;

    @BeforeEach
    void open() {
        all = new PriorLearningFixture();
        claims = all.claims;
        assessor = all.staff(Role.ASSESSOR);
        officer = all.staff(Role.RECOGNITION_OFFICER);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void units_are_claimed_assessed_and_awarded_in_part_and_become_one_outcome() {
        Claim claim = submit(FIRST, SECOND);
        assertThat(claim.actBy()).isEqualTo(LocalDate.of(2027, 1, 1));
        EvidenceEdit photo = all.file(zhang, "本人车削的阶梯轴");
        claims.attach(zhang, claim.id(), UUID.randomUUID(), new PortfolioFileEdit(List.of(FIRST), photo))
                .block(PATIENCE);
        claims.appoint(
                        assessor,
                        claim.id(),
                        UUID.randomUUID(),
                        new AppointmentEdit(
                                Method.PRACTICAL, all.ground.clock.instant().plusSeconds(86_400), "实训楼 2 层"))
                .block(PATIENCE);
        portfolio(claim.id(), FIRST);
        Claim seen = assess(claim.id(), practical(FIRST, 82)).block(PATIENCE);
        assertThat(seen.units()).extracting(ClaimedUnit::supported).containsExactly(true, false);

        Claim decided = decide(officer, seen, award(FIRST), refuse(SECOND)).block(PATIENCE);

        assertThat(decided.state()).isEqualTo(ClaimState.DECIDED);
        assertThat(decided.outcomeKept()).isTrue();
        assertThat(decided.actBy()).isNull();
        assertThat(decided.units().get(1).result().reason()).isEqualTo(WHY);
        assertThat(decided.history())
                .extracting(event -> event.what().zh())
                .first()
                .isEqualTo("提交先前学习申请");
        StatedOutcome outcome = outcomes().getFirst();
        assertThat(outcome.type()).isEqualTo(OutcomeType.PRIOR_LEARNING);
        assertThat(outcome.particulars().units()).containsExactly(FIRST);
        assertThat(outcome.particulars().code()).isEqualTo("units:6-18-01-01:JUNIOR");
        assertThat(outcome.particulars().level()).isPositive();
        assertThat(outcome.evidenceHash()).hasSize(64);
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(all.audited)
                        .extracting(AuditFact::action)
                        .contains(
                                "priorlearning.claimed",
                                "priorlearning.evidence-attached",
                                "priorlearning.appointed",
                                "priorlearning.assessed",
                                "priorlearning.decided"));
    }

    @Test
    void an_awarded_unit_is_not_claimed_again_and_the_others_are() {
        Claim claim = submit(FIRST);
        portfolio(claim.id(), FIRST);
        Claim seen = assess(claim.id(), practical(FIRST, 60)).block(PATIENCE);
        decide(officer, seen, award(FIRST)).block(PATIENCE);

        ProblemException refusal = refusal(claims.claim(zhang, UUID.randomUUID(), edit(FIRST, SECOND)));

        assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(claims.claimable(zhang, TURNER, Grade.JUNIOR).block(PATIENCE).units())
                .filteredOn(ClaimableUnit::awarded)
                .extracting(ClaimableUnit::id)
                .containsExactly(FIRST);
        assertThat(submit(SECOND).state()).isEqualTo(ClaimState.SUBMITTED);
    }

    @Test
    void a_colleague_of_the_claimant_neither_assesses_nor_awards_and_is_told_why() {
        UUID works = UUID.randomUUID();
        all.employers.put(zhang.personId(), Set.of(works, all.institution));
        Caller colleague = new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(
                        new RoleIn(Role.ASSESSOR, all.institution),
                        new RoleIn(Role.RECOGNITION_OFFICER, all.institution),
                        new RoleIn(Role.LEARNER, works)));
        Claim claim = submit(FIRST);

        ProblemException refused =
                refusal(claims.assess(colleague, claim.id(), UUID.randomUUID(), practical(FIRST, 82)));
        assertThat(refused.code()).isEqualTo(ProblemCode.CONFLICT_OF_INTEREST);
        assertThat(refused.inWords().zh()).contains("同一单位");
        assertThat(refusal(decide(colleague, claim, refuse(FIRST))).code()).isEqualTo(ProblemCode.CONFLICT_OF_INTEREST);
        assertThat(claims.find(colleague, claim.id()).block(PATIENCE).acts()).isEmpty();
        portfolio(claim.id(), FIRST);
        Claim seen = assess(claim.id(), practical(FIRST, 82)).block(PATIENCE);
        assertThat(decide(officer, seen, award(FIRST)).block(PATIENCE).state())
                .as("the institution itself does not count, though both are on record there")
                .isEqualTo(ClaimState.DECIDED);
    }

    @Test
    void a_claim_that_awards_nothing_leaves_no_outcome() {
        Claim claim = submit(FIRST);

        Claim decided = decide(officer, claim, refuse(FIRST)).block(PATIENCE);

        assertThat(decided.outcomeKept()).isFalse();
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(all.audited).extracting(AuditFact::action).contains("priorlearning.decided"));
        assertThat(stated()).isEmpty();
    }

    @Test
    void the_same_claim_fifty_times_is_one_and_another_body_is_refused() {
        UUID id = UUID.randomUUID();

        List<Claim> answers = Flux.range(0, 50)
                .flatMap(i -> claims.claim(zhang, id, edit(FIRST)), 50)
                .collectList()
                .block(PATIENCE);

        assertThat(answers).extracting(Claim::id).containsOnly(id);
        assertThat(claims.mine(zhang, null).block(PATIENCE).items()).hasSize(1);
        assertThat(refusal(claims.claim(zhang, id, edit(SECOND))).code()).isEqualTo(ProblemCode.CONFLICTING_REPEAT);
        assertThat(refusal(claims.claim(PriorLearningFixture.learner(), id, edit(FIRST)))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(claims.claim(zhang, UUID.randomUUID(), edit(SECOND))).code())
                .isEqualTo(ProblemCode.CLAIM_ALREADY_OPEN);
    }

    @Test
    void a_claim_names_units_of_the_grade_once_with_words_at_a_complete_institution() {
        List<ClaimEdit> wrong = List.of(
                new ClaimEdit(TURNER, Grade.JUNIOR, all.institution, List.of()),
                edit("weld-5-1"),
                edit(FIRST, FIRST),
                new ClaimEdit(TURNER, Grade.JUNIOR, all.institution, List.of(new UnitStatement(FIRST, "会"))),
                new ClaimEdit(TURNER, Grade.JUNIOR, all.bare, List.of(new UnitStatement(FIRST, WORDS))),
                new ClaimEdit(TURNER, Grade.JUNIOR, UUID.randomUUID(), List.of(new UnitStatement(FIRST, WORDS))));

        for (ClaimEdit edit : wrong) {
            assertThat(refusal(claims.claim(zhang, UUID.randomUUID(), edit)).code())
                    .isEqualTo(ProblemCode.INVALID_FIELDS);
        }
        assertThat(refusal(Mono.defer(() -> claims.claimable(zhang, "0-0", Grade.JUNIOR)))
                        .code())
                .isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(claims.institutions().collectList().block(PATIENCE)).hasSize(1);
    }

    @Test
    void of_two_officers_at_once_one_decides() {
        Claim claim = submit(FIRST);
        portfolio(claim.id(), FIRST);
        Claim seen = assess(claim.id(), practical(FIRST, 90)).block(PATIENCE);
        List<ProblemException> refused = new CopyOnWriteArrayList<>();

        List<Claim> decided = Flux.range(0, 20)
                .map(i -> all.staff(Role.RECOGNITION_OFFICER))
                .flatMap(
                        one -> decide(one, seen, award(FIRST))
                                .onErrorResume(ProblemException.class, e -> Mono.fromRunnable(() -> refused.add(e))),
                        20)
                .collectList()
                .block(PATIENCE);

        assertThat(decided).hasSize(1);
        assertThat(refused).hasSize(19).extracting(ProblemException::code).containsOnly(ProblemCode.ALREADY_DECIDED);
        assertThat(outcomes()).hasSize(1);
    }

    @Test
    void nobody_handles_their_own_claim_and_whoever_assessed_does_not_decide() {
        Caller both = all.staff(Role.ASSESSOR, Role.RECOGNITION_OFFICER);
        Claim claim = submit(FIRST);
        Claim seen = claims.assess(both, claim.id(), UUID.randomUUID(), practical(FIRST, 90))
                .block(PATIENCE);
        assertThat(seen.acts()).doesNotContain(ClaimAct.DECIDE);
        assertThat(refusal(decide(both, seen, award(FIRST))).code()).isEqualTo(ProblemCode.ASSESSED_BY_YOU);
        Claim own = claims.claim(both, UUID.randomUUID(), edit(FIRST)).block(PATIENCE);
        assertThat(refusal(claims.assess(both, own.id(), UUID.randomUUID(), practical(FIRST, 90)))
                        .code())
                .isEqualTo(ProblemCode.OWN_CASE);
        assertThat(refusal(decide(both, own, award(FIRST))).code()).isEqualTo(ProblemCode.OWN_CASE);
    }

    @Test
    void what_is_not_assessed_is_not_awarded_and_a_stale_decision_is_refused() {
        Claim claim = submit(FIRST);

        assertThat(refusal(decide(officer, claim, award(FIRST))).code()).isEqualTo(ProblemCode.UNIT_NOT_SUPPORTED);
        portfolio(claim.id(), FIRST);
        assertThat(refusal(decide(officer, claim, refuse(FIRST))).code()).isEqualTo(ProblemCode.CHANGED_MEANWHILE);
    }

    @Test
    void a_record_repeated_is_the_same_and_a_corrected_one_stands_in_its_place() {
        Claim claim = submit(FIRST);
        UUID id = UUID.randomUUID();
        AssessmentEdit first = practical(FIRST, 55);
        claims.assess(assessor, claim.id(), id, first).block(PATIENCE);
        all.ground.clock.advanceSeconds(60);
        claims.assess(assessor, claim.id(), id, first).block(PATIENCE);

        Claim corrected = assess(claim.id(), practical(FIRST, 65)).block(PATIENCE);

        assertThat(corrected.units().getFirst().assessments())
                .extracting(made -> made.mark() + " " + made.stands())
                .containsExactly("55 false", "65 true");
        assertThat(refusal(claims.assess(assessor, claim.id(), id, practical(FIRST, 70)))
                        .code())
                .isEqualTo(ProblemCode.CONFLICTING_REPEAT);
    }

    @Test
    void a_record_is_of_a_claimed_unit_of_today_or_earlier_whole_and_in_words() {
        Claim claim = submit(FIRST);
        LocalDate today = all.ground.time.today();
        List<AssessmentEdit> wrong = List.of(
                practical(SECOND, 90),
                new AssessmentEdit(FIRST, Method.PRACTICAL, today.plusDays(1), Set.of(), null, 90, WORDS),
                new AssessmentEdit(FIRST, Method.PRACTICAL, today, Set.of(), null, 101, WORDS),
                new AssessmentEdit(FIRST, Method.INTERVIEW, today, Set.of(), null, null, WORDS),
                new AssessmentEdit(FIRST, Method.INTERVIEW, today, Set.of(), true, null, "好"));

        for (AssessmentEdit edit : wrong) {
            assertThat(refusal(assess(claim.id(), edit)).code()).isEqualTo(ProblemCode.INVALID_FIELDS);
        }
        AppointmentEdit past = new AppointmentEdit(Method.INTERVIEW, all.ground.clock.instant(), "办公室");
        AppointmentEdit paper =
                new AppointmentEdit(Method.PORTFOLIO, all.ground.clock.instant().plusSeconds(60), "办公室");
        AppointmentEdit nowhere =
                new AppointmentEdit(Method.INTERVIEW, all.ground.clock.instant().plusSeconds(60), " ");
        for (AppointmentEdit edit : List.of(past, paper, nowhere)) {
            assertThat(refusal(claims.appoint(assessor, claim.id(), UUID.randomUUID(), edit))
                            .code())
                    .isEqualTo(ProblemCode.INVALID_FIELDS);
        }
    }

    @Test
    void more_is_asked_for_and_answered_and_the_time_begins_anew() {
        Claim claim = submit(FIRST);
        UUID request = UUID.randomUUID();
        MoreEdit edit = new MoreEdit("请补充近两年的加工图纸和检验单。", claim.revision());
        Claim asked = claims.askForMore(assessor, claim.id(), request, edit).block(PATIENCE);
        claims.askForMore(assessor, claim.id(), request, edit).block(PATIENCE);

        assertThat(asked.state()).isEqualTo(ClaimState.MORE_ASKED);
        assertThat(asked.actOn().zh()).contains("申请人");
        assertThat(refusal(assess(claim.id(), practical(FIRST, 90))).code()).isEqualTo(ProblemCode.NOT_AT_THIS_STEP);
        claims.attach(
                        zhang,
                        claim.id(),
                        UUID.randomUUID(),
                        new PortfolioFileEdit(List.of(FIRST), all.file(zhang, "检验单")))
                .block(PATIENCE);
        Claim again = claims.resubmit(zhang, claim.id()).block(PATIENCE);
        claims.resubmit(zhang, claim.id()).block(PATIENCE);

        assertThat(again.state()).isEqualTo(ClaimState.SUBMITTED);
        assertThat(again.actBy()).isEqualTo(claim.actBy());
    }

    @Test
    void what_is_withdrawn_is_closed_and_may_be_claimed_again() {
        Claim claim = submit(FIRST);
        claims.withdraw(zhang, claim.id()).block(PATIENCE);
        claims.withdraw(zhang, claim.id()).block(PATIENCE);

        assertThat(refusal(assess(claim.id(), practical(FIRST, 90))).code()).isEqualTo(ProblemCode.CASE_CLOSED);
        assertThat(refusal(decide(officer, claim, refuse(FIRST))).code()).isEqualTo(ProblemCode.CASE_CLOSED);
        assertThat(submit(FIRST).state()).isEqualTo(ClaimState.SUBMITTED);
    }

    @Test
    void a_claim_is_seen_by_its_claimant_and_the_staff_of_its_institution_only() {
        Claim claim = submit(FIRST);
        UUID evidence = UUID.randomUUID();
        EvidenceEdit photo = all.file(zhang, "工件");
        claims.attach(zhang, claim.id(), evidence, new PortfolioFileEdit(List.of(FIRST), photo))
                .block(PATIENCE);
        Caller stranger = PriorLearningFixture.learner();

        assertThat(claims.find(assessor, claim.id()).block(PATIENCE).files()).hasSize(1);
        assertThat(claims.open(assessor, claim.id(), evidence).block(PATIENCE).url())
                .endsWith(photo.fileId().toString());
        assertThat(all.audited).extracting(AuditFact::action).contains("priorlearning.evidence-opened");
        for (Mono<?> call : List.<Mono<?>>of(
                claims.find(stranger, claim.id()),
                claims.open(stranger, claim.id(), evidence),
                claims.withdraw(stranger, claim.id()),
                claims.assess(officer, claim.id(), UUID.randomUUID(), practical(FIRST, 90)),
                decide(assessor, claim, refuse(FIRST)))) {
            assertThat(refusal(call).code()).isEqualTo(ProblemCode.NOT_FOUND);
        }
    }

    @Test
    void a_file_is_the_claimants_own_and_speaks_for_claimed_units() {
        Claim claim = submit(FIRST);
        EvidenceEdit own = all.file(zhang, "工件");
        EvidenceEdit foreign = all.file(PriorLearningFixture.learner(), "别人的");

        assertThat(refusal(attach(claim, List.of(FIRST), foreign)).code()).isEqualTo(ProblemCode.EVIDENCE_NOT_READY);
        assertThat(refusal(attach(claim, List.of(), own)).code()).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(refusal(attach(claim, List.of(SECOND), own)).code()).isEqualTo(ProblemCode.INVALID_FIELDS);
        Flux.range(0, 20)
                .concatMap(i -> attach(claim, List.of(FIRST), all.file(zhang, "第" + i + "件")))
                .blockLast(PATIENCE);
        assertThat(refusal(attach(claim, List.of(FIRST), own)).code()).isEqualTo(ProblemCode.EVIDENCE_LIMIT);
    }

    @Test
    void the_inbox_holds_open_claims_oldest_first_in_pages() {
        for (int i = 0; i < 25; i++) {
            claims.claim(PriorLearningFixture.learner(), UUID.randomUUID(), edit(FIRST))
                    .block(PATIENCE);
            all.ground.clock.advanceSeconds(1);
        }

        Page<ClaimSummary> first = claims.inbox(assessor, null, null).block(PATIENCE);
        Page<ClaimSummary> second = claims.inbox(officer, null, first.next()).block(PATIENCE);

        assertThat(first.items())
                .hasSize(20)
                .isSortedAccordingTo((a, b) -> a.submittedAt().compareTo(b.submittedAt()));
        assertThat(second.items()).hasSize(5);
        assertThat(second.next()).isNull();
        assertThat(claims.inbox(officer, ClaimState.DECIDED, null)
                        .block(PATIENCE)
                        .items())
                .isEmpty();
        assertThat(claims.inbox(zhang, null, null).block(PATIENCE).items()).isEmpty();
    }

    @Test
    void a_claimant_hears_what_more_is_wanted_and_is_reminded_once_two_working_days_before_the_day() {
        askedForMore(submit(FIRST));
        days(18);
        assertThat(reminded()).as("three working days before").isZero();

        days(1);
        assertThat(reminded()).isOne();
        assertThat(reminded()).isZero();
        days(2);
        assertThat(reminded()).isZero();

        assertThat(heard(MessageKind.PRIOR_LEARNING_MORE_ASKED, MessageKind.PRIOR_LEARNING_DAY_NEAR))
                .allSatisfy(told -> {
                    assertThat(told.personId()).isEqualTo(zhang.personId());
                    assertThat(told.matter().zh()).startsWith("车工 · ");
                    assertThat(told.actBy()).isEqualTo(LocalDate.of(2026, 12, 11));
                    assertThat(told.toString()).doesNotContain(MORE);
                });
    }

    @Test
    void a_claimant_who_answered_is_not_reminded_and_hears_nothing_of_it() {
        Claim claim = submit(FIRST);
        askedForMore(claim);
        claims.resubmit(zhang, claim.id()).block(PATIENCE);
        days(19);

        assertThat(reminded()).isZero();
        heard(MessageKind.PRIOR_LEARNING_MORE_ASKED);
    }

    @Test
    void a_claimant_hears_whether_anything_was_awarded() {
        Claim claim = submit(FIRST, SECOND);
        portfolio(claim.id(), FIRST);
        Claim seen = assess(claim.id(), practical(FIRST, 82)).block(PATIENCE);
        decide(officer, seen, award(FIRST), refuse(SECOND)).block(PATIENCE);
        Claim other = submit(SECOND);
        decide(officer, other, refuse(SECOND)).block(PATIENCE);

        List<PersonTold> told = heard(MessageKind.PRIOR_LEARNING_AWARDED, MessageKind.PRIOR_LEARNING_REFUSED);

        assertThat(told).extracting(PersonTold::matterId).containsExactly(claim.id(), other.id());
        assertThat(told).extracting(PersonTold::actBy).containsOnlyNulls();
        assertThat(told.toString()).doesNotContain(WHY);
    }

    @Test
    void on_the_last_day_nobody_above_sees_a_claim_and_a_day_later_it_is_on_their_list_once() {
        Claim claim = submit(FIRST);
        days(LAST_DAY);
        assertThat(escalated()).isZero();
        assertThat(inbox(above())).isEmpty();
        assertThat(refusal(claims.find(above(), claim.id())).code()).isEqualTo(ProblemCode.NOT_FOUND);

        days(1);
        assertThat(escalated()).isOne();
        assertThat(escalated()).isZero();

        assertThat(inbox(above())).singleElement().satisfies(late -> {
            assertThat(late.id()).isEqualTo(claim.id());
            assertThat(late.escalatedOn()).isEqualTo(claim.actBy().plusDays(1));
            assertThat(late.actOn().zh()).contains("等待评审员");
        });
        assertThat(inbox(officer)).extracting(ClaimSummary::id).containsExactly(claim.id());
        PersonTold told = heard(MessageKind.PRIOR_LEARNING_OVERDUE).getFirst();
        assertThat(told.personId()).isEqualTo(all.officerAbove);
        assertThat(told.matterId()).isEqualTo(claim.id());
        assertThat(told.actBy()).isEqualTo(claim.actBy());
        assertThat(all.audited).extracting(AuditFact::action).contains("priorlearning.escalated");
    }

    @Test
    void the_organisation_above_looks_on_and_does_nothing_until_the_institution_acted() {
        Claim claim = submit(FIRST);
        days(LAST_DAY + 1);
        escalated();

        Claim seen = claims.find(above(), claim.id()).block(PATIENCE);
        assertThat(seen.acts()).isEmpty();
        assertThat(seen.history())
                .anySatisfy(event -> assertThat(event.what().zh()).contains("上级机构督办"));
        assertThat(refusal(decide(above(), seen, refuse(FIRST))).code()).isEqualTo(ProblemCode.NOT_FOUND);
        portfolio(claim.id(), FIRST);
        assertThat(inbox(above())).as("assessed, and still to be decided").hasSize(1);

        askedForMore(claims.find(officer, claim.id()).block(PATIENCE));

        assertThat(inbox(above())).isEmpty();
        assertThat(refusal(claims.find(above(), claim.id())).code()).isEqualTo(ProblemCode.NOT_FOUND);
        days(90);
        assertThat(escalated()).as("the claimant is waited for").isZero();
    }

    private Caller above() {
        return new Caller(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                Set.of(new RoleIn(Role.RECOGNITION_OFFICER, all.union)));
    }

    private List<ClaimSummary> inbox(Caller caller) {
        return claims.inbox(caller, null, null).block(PATIENCE).items();
    }

    private long escalated() {
        return all.overdue.batch().block(PATIENCE);
    }

    private void askedForMore(Claim claim) {
        claims.askForMore(assessor, claim.id(), UUID.randomUUID(), new MoreEdit(MORE, claim.revision()))
                .block(PATIENCE);
    }

    /** Noon, so many civil days later. */
    private void days(int later) {
        all.ground.clock.advanceSeconds(Duration.ofDays(later).toSeconds());
    }

    private long reminded() {
        return all.reminders.batch().block(PATIENCE);
    }

    /** In any order: claims tell each for themselves. */
    private List<PersonTold> heard(MessageKind... kinds) {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(all.told).extracting(PersonTold::kind).containsExactlyInAnyOrder(kinds));
        return all.told.stream()
                .sorted(Comparator.comparing(told -> List.of(kinds).indexOf(told.kind())))
                .toList();
    }

    private Claim submit(String... units) {
        return claims.claim(zhang, UUID.randomUUID(), edit(units)).block(PATIENCE);
    }

    private ClaimEdit edit(String... units) {
        return new ClaimEdit(
                TURNER,
                Grade.JUNIOR,
                all.institution,
                java.util.Arrays.stream(units)
                        .map(unit -> new UnitStatement(unit, WORDS))
                        .toList());
    }

    private Mono<Claim> attach(Claim claim, List<String> units, EvidenceEdit file) {
        return claims.attach(zhang, claim.id(), UUID.randomUUID(), new PortfolioFileEdit(units, file));
    }

    private void portfolio(UUID claim, String unit) {
        assess(
                        claim,
                        new AssessmentEdit(
                                unit,
                                Method.PORTFOLIO,
                                all.ground.time.today(),
                                EnumSet.allOf(Criterion.class),
                                null,
                                null,
                                "照片、图纸与申报内容一致。"))
                .block(PATIENCE);
    }

    private AssessmentEdit practical(String unit, int mark) {
        return new AssessmentEdit(
                unit, Method.PRACTICAL, all.ground.time.today(), Set.of(), null, mark, "车削阶梯轴，尺寸合格，表面粗糙度达标。");
    }

    private Mono<Claim> assess(UUID claim, AssessmentEdit edit) {
        return claims.assess(assessor, claim, UUID.randomUUID(), edit);
    }

    private Mono<Claim> decide(Caller who, Claim seen, UnitDecision... units) {
        return claims.decide(who, seen.id(), UUID.randomUUID(), new ClaimDecisionEdit(List.of(units), seen.revision()));
    }

    private static UnitDecision award(String unit) {
        return new UnitDecision(unit, true, "");
    }

    private static UnitDecision refuse(String unit) {
        return new UnitDecision(unit, false, WHY);
    }

    private List<StatedOutcome> outcomes() {
        return Awaitility.await().atMost(PATIENCE).until(this::stated, found -> !found.isEmpty());
    }

    private List<StatedOutcome> stated() {
        return all.outcomes
                .stated(new LearnerId(zhang.learnerId()))
                .collectList()
                .block(PATIENCE);
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
