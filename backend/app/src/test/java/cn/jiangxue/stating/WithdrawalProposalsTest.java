package cn.jiangxue.stating;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.MessageApi.Message;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.OutcomeWithdrawal;
import cn.jiangxue.contract.StatingApi.WithdrawalDecision;
import cn.jiangxue.contract.StatingApi.WithdrawalEdit;
import cn.jiangxue.contract.StatingApi.WithdrawalState;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.WholeBackend;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient.BodyContentSpec;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/** What an institution stated by mistake is taken back by two of its people, over the whole service. */
@WholeBackend
class WithdrawalProposalsTest {

    private static final String REASON = "误将另一位学员的成果报入，已核对原始名册";

    @Autowired
    Site site;

    private ImportsFixture fixture;
    private PersonView li;
    private Client second;
    private UUID outcome;

    @BeforeEach
    void stated() {
        fixture = new ImportsFixture(site);
        li = fixture.learner();
        second = site.person(Role.ADMINISTRATOR, fixture.institution).client();
        fixture.ended(ImportsFixture.HEADER + ImportsFixture.row("W-1", li), false);
        outcome = fixture.numbered("W-1").outcomeId();
    }

    @Test
    void two_people_take_an_outcome_back_and_its_learner_sees_when_and_why() {
        UUID id = UUID.randomUUID();
        OutcomeWithdrawal proposed = ok(propose(fixture.officer, id, outcome));
        assertThat(ok(propose(fixture.officer, id, outcome))).isEqualTo(proposed);
        assertThat(proposed.learnerName()).isEqualTo(li.displayName());
        assertThat(mine().withdrawn())
                .as("nothing happens on one person's word")
                .isNull();

        OutcomeWithdrawal approved = ok(decide(second, id, true, ""));

        assertThat(approved.state()).isEqualTo(WithdrawalState.APPROVED);
        assertThat(ok(decide(second, id, true, ""))).isEqualTo(approved);
        Outcome withdrawn =
                Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::mine, seen -> seen.withdrawn() != null);
        assertThat(withdrawn.withdrawn().reason()).isEqualTo(REASON);
        assertThat(fixture.numbered("W-1").withdrawn()).isEqualTo(withdrawn.withdrawn());
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(messages())
                        .filteredOn(message -> message.kind() == MessageKind.OUTCOME_WITHDRAWN)
                        .singleElement()
                        .satisfies(message -> assertThat(message.matterId()).isEqualTo(outcome)));
        refused(propose(fixture.officer, UUID.randomUUID(), outcome), 409, "outcome-withdrawn");
    }

    @Test
    void what_was_withdrawn_is_not_on_record_again_under_its_number() {
        UUID id = UUID.randomUUID();
        ok(propose(fixture.officer, id, outcome));
        ok(decide(second, id, true, ""));
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(this::mine, seen -> seen.withdrawn() != null);

        Import again = fixture.ended(ImportsFixture.HEADER + ImportsFixture.row("W-1", li), false);

        assertThat(fixture.rows(again.id(), true))
                .singleElement()
                .satisfies(row -> assertThat(row.faults())
                        .singleElement()
                        .satisfies(fault -> assertThat(fault.why().zh()).isEqualTo("这个编号的成果已被撤回")));
    }

    @Test
    void nobody_decides_on_their_own_proposal_nor_without_a_reason() {
        UUID id = UUID.randomUUID();
        refused(propose(fixture.officer, id, outcome, "too short"), 400, "invalid-fields");
        ok(propose(fixture.officer, id, outcome));

        refused(decide(fixture.officer, id, true, ""), 403, "second-person-needed")
                .jsonPath("$.clause")
                .isEqualTo("匠学成果撤回规则第1条");
        refused(decide(second, id, false, "no"), 400, "invalid-fields");
        refused(propose(second, UUID.randomUUID(), outcome), 409, "withdrawal-open");
        refused(propose(fixture.officer, id, outcome, REASON + "。"), 409, "conflicting-repeat");
        ok(decide(second, id, false, "名册无误，成果属于本人"));
        refused(decide(fixture.officer, id, true, ""), 403, "second-person-needed");
        Client third =
                site.person(Role.RECOGNITION_OFFICER, fixture.institution).client();
        refused(decide(third, id, true, ""), 409, "correction-decided");
        assertThat(mine().withdrawn()).isNull();
        ok(propose(second, UUID.randomUUID(), outcome));
    }

    @Test
    void of_twenty_decisions_at_once_one_stands() {
        UUID id = UUID.randomUUID();
        ok(propose(fixture.officer, id, outcome));
        List<Client> deciders = Flux.range(0, 4)
                .map(i -> site.person(Role.ADMINISTRATOR, fixture.institution).client())
                .collectList()
                .block();

        List<Integer> answers = Flux.range(0, 20)
                .flatMap(
                        i -> reactor.core.publisher.Mono.fromCallable(() -> decide(deciders.get(i % 4), id, true, "")
                                        .returnResult(String.class)
                                        .getStatus()
                                        .value())
                                .subscribeOn(Schedulers.boundedElastic()),
                        20)
                .collectList()
                .block(Duration.ofMinutes(1));

        assertThat(answers).containsOnly(200, 409);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(5);
    }

    @Test
    void people_of_other_institutions_see_neither_the_outcome_nor_the_proposal() {
        UUID id = UUID.randomUUID();
        ok(propose(fixture.officer, id, outcome));
        Client elsewhere =
                site.person(Role.RECOGNITION_OFFICER, site.employer()).client();

        refused(
                elsewhere.get("/api/stated-outcomes?institution={i}&number=W-1", fixture.institution),
                404,
                "not-found");
        refused(elsewhere.get("/api/outcome-withdrawals?institution={i}", fixture.institution), 404, "not-found");
        refused(elsewhere.get("/api/outcome-withdrawals/{id}", id), 404, "not-found");
        refused(propose(elsewhere, UUID.randomUUID(), outcome), 404, "not-found");
        refused(decide(elsewhere, id, true, ""), 404, "not-found");
        assertThat(body(fixture.officer.get("/api/outcome-withdrawals?institution={i}", fixture.institution)))
                .contains(id.toString());
    }

    private ResponseSpec propose(Client who, UUID id, UUID of) {
        return propose(who, id, of, REASON);
    }

    private ResponseSpec propose(Client who, UUID id, UUID of, String reason) {
        return who.put(new WithdrawalEdit(of, reason), "/api/outcome-withdrawals/{id}", id);
    }

    private ResponseSpec decide(Client who, UUID id, boolean approve, String reason) {
        return who.put(new WithdrawalDecision(approve, reason), "/api/outcome-withdrawals/{id}/approval", id);
    }

    private Outcome mine() {
        return learner()
                .get("/api/me/outcomes")
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<Outcome>>() {})
                .returnResult()
                .getResponseBody()
                .items()
                .getFirst();
    }

    private List<Message> messages() {
        return learner()
                .get("/api/me/messages")
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<Message>>() {})
                .returnResult()
                .getResponseBody()
                .items();
    }

    private Client learner() {
        return site.signIn(li.userName(), Site.PASSWORD).client();
    }

    private static OutcomeWithdrawal ok(ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(OutcomeWithdrawal.class)
                .returnResult()
                .getResponseBody();
    }

    private static String body(ResponseSpec answer) {
        return answer.expectBody(String.class).returnResult().getResponseBody();
    }

    private static BodyContentSpec refused(ResponseSpec answer, int status, String type) {
        return answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:jiangxue:problem:" + type);
    }
}
