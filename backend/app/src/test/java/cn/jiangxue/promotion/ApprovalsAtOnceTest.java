package cn.jiangxue.promotion;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.credential.CredentialFixture;
import cn.jiangxue.outcome.StatedOutcome;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.LearnerId;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Twenty officers approve one application at the same moment, over a real store: one decision, one grade, one outcome, one credential. */
class ApprovalsAtOnceTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OFFICERS = 20;

    private final Caller zhang = PromotionFixture.learner();
    private PromotionFixture all;
    private CredentialFixture credentials;

    @TempDir
    Path folder;

    @BeforeEach
    void open() {
        all = new PromotionFixture(
                fixture -> {
                    credentials = new CredentialFixture(fixture, folder);
                    return credentials.heard();
                },
                CredentialFixture.SOURCE);
        all.careers
                .save(
                        zhang.learnerId(),
                        zhang.personId(),
                        UUID.randomUUID(),
                        new WorkRecordEdit("6-18-01-01", "匠心精工", LocalDate.of(2020, 7, 1), null))
                .block();
        all.credit.earn(zhang.learnerId(), 16);
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void twenty_approvals_at_once_are_one_decision_and_one_credential() {
        Case passed = passed();
        List<Caller> officers = Stream.generate(all::officer).limit(OFFICERS).toList();
        List<ProblemCode> refused = new CopyOnWriteArrayList<>();

        List<Case> approved = Flux.fromIterable(officers)
                .flatMap(officer -> approve(officer, passed, UUID.randomUUID(), refused), OFFICERS)
                .collectList()
                .block(PATIENCE);

        assertThat(approved).hasSize(1);
        assertThat(refused).hasSize(OFFICERS - 1).containsOnly(ProblemCode.ALREADY_DECIDED);
        assertOne(passed, approved.getFirst().credentialId());
    }

    @Test
    void one_approval_sent_twenty_times_at_once_is_one_decision_and_one_credential() {
        Case passed = passed();
        Caller officer = all.officer();
        UUID decision = UUID.randomUUID();
        List<ProblemCode> refused = new CopyOnWriteArrayList<>();

        List<Case> approved = Flux.range(0, OFFICERS)
                .flatMap(i -> approve(officer, passed, decision, refused), OFFICERS)
                .collectList()
                .block(PATIENCE);

        assertThat(refused).isEmpty();
        assertThat(approved)
                .hasSize(OFFICERS)
                .extracting(Case::credentialId)
                .containsOnly(approved.getFirst().credentialId());
        assertOne(passed, approved.getFirst().credentialId());
    }

    private void assertOne(Case passed, UUID credential) {
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> {
            assertThat(credentials.of(zhang.learnerId())).containsExactly(credential);
            assertThat(all.careers.grades(zhang.learnerId()).block()).hasSize(1);
            assertThat(outcomes()).hasSize(1);
        });
        assertThat(credentials.state(credential)).isEqualTo(CredentialState.ACTIVE);
        Case decided = all.promotions.find(zhang, passed.id()).block();
        assertThat(decided.state()).isEqualTo(CaseState.APPROVED);
        assertThat(decided.credentialId()).isEqualTo(credential);
        assertThat(decided.history())
                .filteredOn(event -> event.what().zh().equals("批准"))
                .hasSize(1);
        assertThat(all.audited)
                .as("a second decision would have a second fact")
                .filteredOn(fact -> fact.action().equals("promotion.decided")
                        && fact.facts().containsValue(DecisionKind.APPROVE.name()))
                .hasSize(1);
    }

    private List<StatedOutcome> outcomes() {
        return all.outcomes
                .stated(new LearnerId(zhang.learnerId()))
                .collectList()
                .block();
    }

    private Case passed() {
        Application application = Application.byExamination("6-18-01-01", Grade.INTERMEDIATE, all.institution, "");
        return all.promotions
                .apply(zhang, UUID.randomUUID(), application)
                .flatMap(applied -> all.promotions.decide(
                        all.officer(),
                        applied.id(),
                        UUID.randomUUID(),
                        new DecisionEdit(DecisionKind.ADMIT, "", applied.revision())))
                .flatMap(all::passed)
                .block(PATIENCE);
    }

    private Mono<Case> approve(Caller officer, Case seen, UUID decision, List<ProblemCode> refused) {
        return all.promotions
                .decide(officer, seen.id(), decision, new DecisionEdit(DecisionKind.APPROVE, "", seen.revision()))
                .onErrorResume(ProblemException.class, e -> Mono.fromRunnable(() -> refused.add(e.code())));
    }
}
