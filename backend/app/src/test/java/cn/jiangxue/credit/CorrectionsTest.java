package cn.jiangxue.credit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.ApprovalEdit;
import cn.jiangxue.contract.CreditApi.Correction;
import cn.jiangxue.contract.CreditApi.CorrectionEdit;
import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.EntryOfOthers;
import cn.jiangxue.contract.CreditApi.HeldCredit;
import cn.jiangxue.contract.CreditApi.Hold;
import cn.jiangxue.contract.CreditApi.HoldWaiting;
import cn.jiangxue.contract.CreditApi.SpendEdit;
import cn.jiangxue.contract.CreditApi.UseEdit;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.credit.Movement.Mandate;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.Site.SignedIn;
import cn.jiangxue.testing.WholeBackend;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import com.jayway.jsonpath.JsonPath;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Mono;

/** Credit set aside, used and corrected by those who may, over the whole service. */
@WholeBackend
@Import(CorrectionsTest.SomeApplications.class)
class CorrectionsTest {

    private static final String REASON = "计错了课程，这份成果属于另一位学员";

    @Autowired
    Site site;

    @Autowired
    Postings postings;

    @Autowired
    SomeApplications.Known applications;

    private UUID institution;
    private SignedIn learner;
    private SignedIn proposer;
    private SignedIn approver;
    private Entry award;

    /** Applications as some feature above would keep them. */
    @TestConfiguration(proxyBeanMethods = false)
    static class SomeApplications {

        @Bean
        Known knownApplications() {
            return new Known();
        }

        static final class Known implements CreditApplications {

            private final Map<UUID, Application> all = new ConcurrentHashMap<>();

            @Override
            public Mono<Application> find(UUID applicationId) {
                return Mono.justOrEmpty(all.get(applicationId));
            }

            @Override
            public Mono<List<Listed>> decidedBy(
                    Set<UUID> institutions, boolean granted, @Nullable String after, int limit) {
                return Mono.just(all.values().stream()
                        .filter(each -> institutions.contains(each.institutionId()))
                        .filter(each -> granted ? !each.open() && !each.ended() : each.open())
                        .map(each -> new Listed(each.id().toString(), each))
                        .filter(each -> after == null || each.key().compareTo(after) > 0)
                        .sorted(Comparator.comparing(Listed::key))
                        .limit(limit)
                        .toList());
            }

            UUID put(UUID id, UUID learner, UUID institution, boolean open) {
                LocalText title = new LocalText("车工 四级", "Turner, level 4");
                all.put(id, new Application(id, learner, institution, title, open, !open));
                return id;
            }
        }
    }

    @BeforeEach
    void make() {
        institution = site.employer();
        learner = site.person(Role.LEARNER, institution);
        proposer = site.person(Role.RECOGNITION_OFFICER, institution);
        approver = site.person(Role.ADMINISTRATOR, institution);
        award = deposit(6_000);
    }

    @Test
    void an_entry_is_taken_back_by_two_and_its_holder_sees_who_and_why() {
        UUID id = UUID.randomUUID();
        Correction proposed = ok(propose(proposer, id, award.entryId()), Correction.class);
        assertThat(proposed.state()).isEqualTo(CorrectionState.PROPOSED);
        assertThat(ok(propose(proposer, id, award.entryId()), Correction.class)).isEqualTo(proposed);
        assertThat(listed(approver.client())).contains(id.toString());

        ok(decide(approver, id, true, ""), Correction.class);

        Correction posted = await(id);
        assertThat(posted.state()).isEqualTo(CorrectionState.POSTED);
        assertThat(posted.reversalSeq()).isEqualTo(2);
        assertThat(balance()).isZero();
        String seen = body(learner.client().get("/api/me/account/corrections?entry={entry}", award.entryId()));
        assertThat(JsonPath.<String>read(seen, "$.items[0].reason")).isEqualTo(REASON);
        assertThat(JsonPath.<String>read(seen, "$.items[0].decidedBy")).startsWith("人员");
        assertThat(ok(decide(approver, id, true, ""), Correction.class)).isEqualTo(posted);
    }

    @Test
    void neither_the_proposer_nor_the_holder_nor_whoever_caused_it_decides() {
        UUID id = UUID.randomUUID();
        ok(propose(proposer, id, award.entryId()), Correction.class);

        refused(decide(proposer, id, true, ""), 403, "second-person-needed")
                .jsonPath("$.clause")
                .isEqualTo("匠学学分账户规则第9条");
        SignedIn own = officerWithAccount();
        Entry ofOfficer = deposit(new LearnerId(own.learnerId()), new Mandate(institution, proposer.personId()));
        refused(propose(own, UUID.randomUUID(), ofOfficer.entryId()), 403, "own-account");
        UUID other = UUID.randomUUID();
        ok(propose(approver, other, ofOfficer.entryId()), Correction.class);
        refused(decide(own, other, true, ""), 403, "second-person-needed");
        refused(decide(proposer, other, true, ""), 403, "second-person-needed");
    }

    @Test
    void a_correction_is_decided_once_and_a_refusal_says_why() {
        UUID id = UUID.randomUUID();
        ok(propose(proposer, id, award.entryId()), Correction.class);
        refused(propose(approver, UUID.randomUUID(), award.entryId()), 409, "correction-open");
        refused(decide(approver, id, false, "short"), 400, "invalid-fields");

        Correction refusal = ok(decide(approver, id, false, "记录无误，成果属于本人"), Correction.class);

        assertThat(refusal.state()).isEqualTo(CorrectionState.REFUSED);
        SignedIn another = site.person(Role.ADMINISTRATOR, institution);
        refused(decide(another, id, true, ""), 409, "correction-decided");
        assertThat(balance()).isEqualTo(6_000);
        ok(propose(approver, UUID.randomUUID(), award.entryId()), Correction.class);
    }

    @Test
    void officers_elsewhere_see_neither_the_entry_nor_the_correction() {
        SignedIn elsewhere = site.person(Role.RECOGNITION_OFFICER, site.employer());
        UUID id = UUID.randomUUID();
        ok(propose(proposer, id, award.entryId()), Correction.class);

        refused(elsewhere.client().get("/api/ledger-entries/{id}", award.entryId()), 404, "not-found");
        refused(elsewhere.client().get("/api/ledger-corrections/{id}", id), 404, "not-found");
        refused(propose(elsewhere, UUID.randomUUID(), award.entryId()), 404, "not-found");
        refused(decide(elsewhere, id, true, ""), 404, "not-found");
        assertThat(listed(elsewhere.client())).doesNotContain(id.toString());
        EntryOfOthers entry =
                ok(proposer.client().get("/api/ledger-entries/{id}", award.entryId()), EntryOfOthers.class);
        assertThat(entry.correctable()).isTrue();
        ok(learner.client().get("/api/ledger-corrections/{id}", id), Correction.class);
    }

    @Test
    void credit_that_was_used_is_not_taken_back_before_its_use_is() {
        UUID application = applications.put(UUID.randomUUID(), learner.learnerId(), institution, true);
        Entry spent = ok(spend(application, 4_000, "debits"), Entry.class);
        UUID id = UUID.randomUUID();
        ok(propose(proposer, id, award.entryId()), Correction.class);

        refused(decide(approver, id, true, ""), 409, "credit-spent");
        UUID first = UUID.randomUUID();
        ok(propose(proposer, first, spent.entryId()), Correction.class);
        ok(decide(approver, first, true, ""), Correction.class);
        await(first);

        ok(decide(approver, id, true, ""), Correction.class);
        assertThat(await(id).state()).isEqualTo(CorrectionState.POSTED);
        assertThat(balance()).isZero();
    }

    @Test
    void a_learner_sets_aside_and_releases_and_an_officer_uses_what_was_set_aside() {
        UUID application = applications.put(UUID.randomUUID(), learner.learnerId(), institution, true);
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Entry held = ok(hold(first, application, 2_000), Entry.class);
        assertThat(ok(hold(first, application, 2_000), Entry.class)).isEqualTo(held);
        refused(hold(first, application, 2_001), 409, "conflicting-repeat");
        ok(hold(second, application, 1_000), Entry.class);
        HeldCredit[] mine = ok(learner.client().get("/api/me/account/holds"), HeldCredit[].class);
        assertThat(mine).extracting(HeldCredit::id).containsExactlyInAnyOrder(first, second);
        assertThat(mine).extracting(each -> each.title().zh()).containsOnly("车工 四级");
        assertThat(mine).allMatch(HeldCredit::open);
        ok(learner.client().post(null, "/api/me/account/holds/{id}/release", second), Entry.class);
        assertThat(ok(learner.client().get("/api/me/account/holds"), HeldCredit[].class))
                .extracting(HeldCredit::id)
                .containsExactly(first);

        Hold[] seen = ok(proposer.client().get("/api/credit-applications/{id}/holds", application), Hold[].class);
        assertThat(seen).containsExactly(new Hold(first, application, 2_000));
        refused(use(approver, application, first), 403, "not-allowed");
        Entry used = ok(use(proposer, application, first), Entry.class);

        assertThat(used.kind()).isEqualTo(EntryKind.APPLY);
        assertThat(balance()).isEqualTo(4_000);
        refused(learner.client().post(null, "/api/me/account/holds/{id}/release", first), 409, "hold-not-open");
    }

    @Test
    void an_officer_sees_what_waits_for_the_own_institution_page_by_page_until_it_is_used() {
        List<UUID> holds = new ArrayList<>();
        for (int each = 0; each < 3; each++) {
            UUID application = applications.put(UUID.randomUUID(), learner.learnerId(), institution, true);
            holds.add(UUID.randomUUID());
            ok(hold(holds.getLast(), application, 2_000), Entry.class);
        }
        for (int each = 0; each < 60; each++) {
            applications.put(UUID.randomUUID(), UUID.randomUUID(), institution, true);
        }

        List<HoldWaiting> waiting = waiting(proposer);

        assertThat(waiting).extracting(HoldWaiting::id).containsExactlyInAnyOrderElementsOf(holds);
        assertThat(waiting).allSatisfy(each -> {
            assertThat(each.amountMilli()).isEqualTo(2_000);
            assertThat(each.learnerName()).startsWith("人员");
            assertThat(each.open()).isTrue();
        });
        assertThat(waiting(site.person(Role.RECOGNITION_OFFICER, site.employer())))
                .isEmpty();
        refused(approver.client().get("/api/credit-holds"), 403, "not-allowed");
        HoldWaiting first = waiting.getFirst();
        ok(use(proposer, first.applicationId(), first.id()), Entry.class);
        assertThat(waiting(proposer)).hasSize(2).doesNotContain(first);
    }

    private static List<HoldWaiting> waiting(SignedIn officer) {
        List<HoldWaiting> all = new ArrayList<>();
        String cursor = null;
        do {
            ResponseSpec answer = cursor == null
                    ? officer.client().get("/api/credit-holds")
                    : officer.client().get("/api/credit-holds?cursor={cursor}", cursor);
            Page<HoldWaiting> page = answer.expectStatus()
                    .isOk()
                    .expectBody(new ParameterizedTypeReference<Page<HoldWaiting>>() {})
                    .returnResult()
                    .getResponseBody();
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }

    @Test
    void those_who_answer_for_an_entry_take_its_proof_away_and_that_is_on_record() {
        String path = "/api/ledger-entries/{entryId}/proof";
        RecordProof proof = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> ok(proposer.client().get(path, award.entryId()), RecordProof.class), found -> true);

        assertThat(proof.record().canonical()).contains(learner.learnerId().toString());
        refused(learner.client().get(path, award.entryId()), 403, "not-allowed");
        refused(
                site.person(Role.RECOGNITION_OFFICER, site.employer()).client().get(path, award.entryId()),
                404,
                "not-found");
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> body(approver.client().get("/api/audit?action=ledger-entry.proved"))
                        .contains("ledger-entry:" + award.entryId()));
    }

    @Test
    void nobody_spends_for_an_application_that_is_closed_or_of_somebody_else() {
        UUID closed = applications.put(UUID.randomUUID(), learner.learnerId(), institution, false);
        UUID others = applications.put(UUID.randomUUID(), UUID.randomUUID(), institution, true);

        refused(spend(closed, 1_000, "holds"), 409, "application-not-open");
        refused(spend(others, 1_000, "debits"), 404, "not-found");
        refused(spend(others, 0, "debits"), 400, "invalid-fields");
        UUID application = applications.put(UUID.randomUUID(), learner.learnerId(), institution, true);
        UUID held = UUID.randomUUID();
        ok(hold(held, application, 1_000), Entry.class);
        applications.put(application, learner.learnerId(), institution, false);
        refused(use(proposer, application, held), 409, "application-not-open");
        assertThat(ok(hold(held, application, 1_000), Entry.class).kind()).isEqualTo(EntryKind.HOLD);
    }

    @Test
    void every_step_is_on_the_audit_record() {
        UUID id = UUID.randomUUID();
        ok(propose(proposer, id, award.entryId()), Correction.class);
        ok(decide(approver, id, true, ""), Correction.class);
        await(id);

        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .untilAsserted(() -> assertThat(actions(id))
                        .containsExactlyInAnyOrder("correction.proposed", "correction.approved", "correction.posted"));
    }

    private List<String> actions(UUID correction) {
        String record = body(approver.client().get("/api/audit?subject=ledger-correction:{id}", correction));
        return JsonPath.read(record, "$.items[*].action");
    }

    private SignedIn officerWithAccount() {
        return site.person(Role.RECOGNITION_OFFICER, institution);
    }

    private Entry deposit(long milli) {
        return deposited(Ask.deposit(new LearnerId(learner.learnerId()), milli, null), new Mandate(institution, null));
    }

    private Entry deposit(LearnerId who, Mandate mandate) {
        return deposited(Ask.deposit(who, 6_000, null), mandate);
    }

    private Entry deposited(Movement.Deposit asked, Mandate mandate) {
        Movement deposit = new Movement.Deposit(
                asked.id(),
                asked.learner(),
                asked.outcome(),
                asked.target(),
                new Credits(asked.amount().milli()),
                asked.occupationCode(),
                asked.rule(),
                null,
                asked.reason(),
                asked.findings(),
                mandate);
        Entry entry = ((Posted.Entered) postings.post(deposit).block()).entry();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> site.administrator() != null && kept(entry));
        return entry;
    }

    private boolean kept(Entry entry) {
        return proposer.client()
                        .get("/api/ledger-entries/{id}", entry.entryId())
                        .returnResult(Void.class)
                        .getStatus()
                        .value()
                == 200;
    }

    private long balance() {
        String account = body(learner.client().get("/api/me/account"));
        return JsonPath.<Integer>read(account, "$.balance.availableMilli");
    }

    private Correction await(UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(
                        () -> ok(approver.client().get("/api/ledger-corrections/{id}", id), Correction.class),
                        correction -> correction.state() != CorrectionState.APPROVED);
    }

    private String listed(Client officer) {
        return body(officer.get("/api/ledger-corrections"));
    }

    private ResponseSpec propose(SignedIn who, UUID id, UUID entry) {
        return who.client().put(new CorrectionEdit(entry, REASON), "/api/ledger-corrections/{id}", id);
    }

    private ResponseSpec decide(SignedIn who, UUID id, boolean approve, String reason) {
        return who.client().put(new ApprovalEdit(approve, reason), "/api/ledger-corrections/{id}/approval", id);
    }

    private ResponseSpec hold(UUID id, UUID application, long milli) {
        return learner.client().put(new SpendEdit(application, milli), "/api/me/account/holds/{id}", id);
    }

    private ResponseSpec spend(UUID application, long milli, String how) {
        return learner.client()
                .put(new SpendEdit(application, milli), "/api/me/account/" + how + "/{id}", UUID.randomUUID());
    }

    private ResponseSpec use(SignedIn who, UUID application, UUID hold) {
        return who.client()
                .put(
                        new UseEdit(hold, 2_000, "用于晋级认定"),
                        "/api/credit-applications/{application}/uses/{id}",
                        application,
                        UUID.randomUUID());
    }

    private static <T> T ok(ResponseSpec answer, Class<T> type) {
        return answer.expectStatus().isOk().expectBody(type).returnResult().getResponseBody();
    }

    private static String body(ResponseSpec answer) {
        return ok(answer, String.class);
    }

    private static BodyContentSpec refused(ResponseSpec answer, int status, String type) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:jiangxue:problem:" + type);
    }
}
