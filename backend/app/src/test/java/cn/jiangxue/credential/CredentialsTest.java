package cn.jiangxue.credential;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CredentialApi.Credential;
import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.CredentialApi.Disclosure;
import cn.jiangxue.contract.CredentialApi.DisclosureEdit;
import cn.jiangxue.contract.CredentialApi.StateEdit;
import cn.jiangxue.contract.CredentialApi.Verdict;
import cn.jiangxue.contract.CredentialApi.Verification;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credential.rules.SampleBadge;
import cn.jiangxue.outcome.OutcomeFixture;
import cn.jiangxue.outcome.StatedOutcome;
import cn.jiangxue.outcome.Withdrawal;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Subscription;
import cn.jiangxue.promotion.PromotionFixture;
import cn.jiangxue.vocabulary.LearnerId;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class CredentialsTest {

    private static final String REASON = "证书信息有误，予以撤销。";

    @TempDir
    Path folder;

    private PromotionFixture all;
    private CredentialRegister register;
    private Credentials credentials;
    private Verifying verifying;
    private StatusLists lists;
    private final Caller zhang = PromotionFixture.learner();
    private Caller officer;
    private UUID id;

    @BeforeEach
    void open() {
        CredentialConfiguration configuration = new CredentialConfiguration();
        all = new PromotionFixture(this::wire, configuration.credentialsTell());
        officer = all.officer();
        id = all.promoted(zhang, officer);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> register.find(id).blockOptional().isPresent());
    }

    private List<Subscription<?>> wire(PromotionFixture fixture) {
        KeyFolder folderOfKeys = new KeyFolder(folder);
        IssuerKeys keys = new IssuerKeys(folderOfKeys, SampleBadge.ISSUER);
        DataIntegrity integrity = new DataIntegrity(keys);
        Holders holders = learner -> Mono.just("张大伟");
        var ground = fixture.ground;
        var silent = ground.outbox(List.of(), List.of());
        register = new CredentialRegister(ground.documents, folderOfKeys);
        credentials = new Credentials(
                register,
                new StateChanges(register, CredentialFixture.EVERYBODY, ground.events, silent, ground.clock),
                keys,
                holders,
                new CertificatePdf(ground.time),
                ground.events,
                silent,
                ground.clock);
        verifying = new Verifying(register, integrity, keys, holders, fixture.credit.accounts, ground.time);
        lists = new StatusLists(register, integrity, keys, ground.clock);
        Issuing issuing = new Issuing(register, integrity, keys, holders, ground.events, silent, ground.time);
        CredentialConfiguration configuration = new CredentialConfiguration();
        return List.of(
                configuration.credentialsForGrades(issuing),
                configuration.gradesOfRevokedCredentials(
                        new RevokedGrades(fixture.careers, OutcomeFixture.withdrawals(fixture.ground, silent))));
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void an_issued_credential_verifies_by_id_number_and_document_and_shows_no_name_unasked() {
        Credential mine = credentials.mine(zhang).block().getFirst();
        String document = text(credentials.document(zhang, id));

        for (Verification answer : List.of(
                verifying.byIdOrNumber(id.toString()).block(),
                verifying.byIdOrNumber(mine.number().toLowerCase()).block(),
                verifying.ofDocument(document).block())) {
            assertThat(answer.verdict()).isEqualTo(Verdict.VALID);
            assertThat(answer.localOnly()).isTrue();
            assertThat(answer.shown().toString()).doesNotContain("张大伟").contains("车工");
        }
        credentials
                .disclose(zhang, id, new DisclosureEdit(Set.of(Disclosure.NAME, Disclosure.CREDITS)))
                .block();
        assertThat(verifying.byIdOrNumber(id.toString()).block().shown().toString())
                .contains("张大伟");
        assertThat(document).doesNotContain("张大伟");
    }

    @Test
    void an_altered_document_and_an_unknown_one_are_told_apart() {
        String document = text(credentials.document(zhang, id));

        assertThat(verdict(document.replace("车工", "焊工"))).isEqualTo(Verdict.ALTERED);
        assertThat(verdict(document.replaceFirst("\\{", "{\"extra\":1,"))).isEqualTo(Verdict.ALTERED);
        assertThat(verdict("{\"id\":\"urn:uuid:" + UUID.randomUUID() + "\"}")).isEqualTo(Verdict.UNKNOWN);
        assertThat(verdict("no json")).isEqualTo(Verdict.UNKNOWN);
        assertThat(verifying.byIdOrNumber("nothing").block().verdict()).isEqualTo(Verdict.UNKNOWN);
    }

    @Test
    void it_is_suspended_reinstated_and_revoked_for_ever_and_the_grade_goes() {
        String before = lists.list("revocation-1").block();
        change(CredentialState.SUSPENDED);
        assertThat(verifying.byIdOrNumber(id.toString()).block().verdict()).isEqualTo(Verdict.SUSPENDED);
        change(CredentialState.ACTIVE);
        assertThat(verifying.byIdOrNumber(id.toString()).block().verdict()).isEqualTo(Verdict.VALID);
        change(CredentialState.REVOKED);
        assertThat(verifying.byIdOrNumber(id.toString()).block().verdict()).isEqualTo(Verdict.REVOKED);
        assertThat(refusal(credentials.change(officer, id, new StateEdit(CredentialState.ACTIVE, REASON))))
                .isEqualTo(ProblemCode.CREDENTIAL_REVOKED);
        all.ground.clock.advanceSeconds(11);
        assertThat(lists.list("revocation-1").block()).isNotEqualTo(before);
        assertThat(refusal(lists.list("revocation-2"))).isEqualTo(ProblemCode.NOT_FOUND);
        assertThat(refusal(lists.list("else-1"))).isEqualTo(ProblemCode.NOT_FOUND);
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> all.audited.stream().anyMatch(fact -> fact.action().equals("grade.withdrawn")));
    }

    @Test
    void the_outcome_that_a_revoked_grade_became_is_taken_back_with_the_reason() {
        UUID caseId = register.find(id).block().issued().caseId();
        assertThat(OutcomeFixture.withdrawal(all.outcomes, zhang.learnerId(), caseId))
                .isNull();

        change(CredentialState.REVOKED);

        Withdrawal withdrawal = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> OutcomeFixture.withdrawal(all.outcomes, zhang.learnerId(), caseId),
                        found -> found != null);
        assertThat(withdrawal.cause()).isEqualTo(id);
        assertThat(withdrawal.reason()).isEqualTo(REASON);
        assertThat(withdrawal.by()).isEqualTo(officer.personId());
        assertThat(all.outcomes
                        .stated(new LearnerId(zhang.learnerId()))
                        .collectList()
                        .block())
                .isEmpty();
    }

    @Test
    void what_an_earlier_release_revoked_is_taken_back_after_a_start_once() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> register.find(id).block().outboxAt() == null
                        && !outcomesThatCount().isEmpty());
        CredentialDocument stored = register.find(id).block();
        UUID caseId = stored.issued().caseId();
        // As an earlier release left it: revoked, and nobody took the outcome back.
        register.save(stored.moved(CredentialState.REVOKED, REASON, List.of(), all.ground.clock.instant()))
                .block();
        Mono.from(all.ground
                        .database
                        .getCollection(CredentialDocument.COLLECTION)
                        .updateOne(Filters.eq("_id", id), Updates.unset("outboxAt")))
                .block();
        EarlierRevocations earlier = new EarlierRevocations(
                register,
                OutcomeFixture.withdrawals(all.ground, all.ground.outbox(List.of(), List.of())),
                all.ground.clock);

        earlier.run().block();
        Withdrawal first = OutcomeFixture.withdrawal(all.outcomes, zhang.learnerId(), caseId);
        all.ground.clock.advanceSeconds(60);
        earlier.run().block();

        assertThat(first.reason()).isEqualTo(REASON);
        assertThat(OutcomeFixture.withdrawal(all.outcomes, zhang.learnerId(), caseId))
                .isEqualTo(first);
        assertThat(outcomesThatCount()).isEmpty();
    }

    private List<StatedOutcome> outcomesThatCount() {
        return all.outcomes
                .stated(new LearnerId(zhang.learnerId()))
                .collectList()
                .block();
    }

    @Test
    void the_holder_hears_that_it_was_issued_and_what_became_of_it_but_not_in_whose_words() {
        change(CredentialState.SUSPENDED);
        change(CredentialState.ACTIVE);
        change(CredentialState.REVOKED);

        List<PersonTold> told = Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(
                        () -> all.told.stream()
                                .filter(news -> news.matterId().equals(id))
                                .toList(),
                        news -> news.size() == 4);
        assertThat(told)
                .extracting(PersonTold::kind)
                .containsExactly(
                        MessageKind.CREDENTIAL_ISSUED,
                        MessageKind.CREDENTIAL_SUSPENDED,
                        MessageKind.CREDENTIAL_RESTORED,
                        MessageKind.CREDENTIAL_REVOKED);
        assertThat(told.getFirst().personId()).isEqualTo(zhang.personId());
        assertThat(told.getLast().personId()).as("asked for by the learner").isEqualTo(zhang.learnerId());
        assertThat(told.toString()).contains("车工").doesNotContain(REASON, "张大伟");
    }

    @Test
    void strangers_see_and_change_nothing() {
        Caller stranger = PromotionFixture.learner();

        for (Mono<?> call : List.<Mono<?>>of(
                credentials.find(stranger, id),
                credentials.document(stranger, id),
                credentials.document(officer, id),
                credentials.print(stranger, id),
                credentials.disclose(officer, id, new DisclosureEdit(Set.of())),
                credentials.change(zhang, id, new StateEdit(CredentialState.REVOKED, REASON)))) {
            assertThat(refusal(call)).isEqualTo(ProblemCode.NOT_FOUND);
        }
        assertThat(credentials.issued(officer, null).block().items()).hasSize(1);
        assertThat(credentials.issued(stranger, null).block().items()).isEmpty();
    }

    @Test
    void the_certificate_prints_with_an_embedded_chinese_font() throws Exception {
        byte[] pdf = credentials.print(zhang, id).block(Duration.ofSeconds(30));

        try (var document = Loader.loadPDF(pdf)) {
            String text = java.text.Normalizer.normalize(
                    new PDFTextStripper().getText(document), java.text.Normalizer.Form.NFKC);
            assertThat(text).contains("张大伟", "职业技能等级证书", "中级工");
        }
        assertThat(pdf.length).isLessThan(300_000);
        java.nio.file.Files.write(Path.of("target/certificate.pdf"), pdf);
    }

    private void change(CredentialState state) {
        credentials.change(officer, id, new StateEdit(state, REASON)).block();
    }

    private Verdict verdict(String document) {
        return verifying.ofDocument(document).block().verdict();
    }

    private static String text(Mono<byte[]> bytes) {
        return new String(bytes.block(), StandardCharsets.UTF_8);
    }

    private static ProblemCode refusal(Mono<?> call) {
        try {
            throw new AssertionError("not refused: " + call.block());
        } catch (ProblemException e) {
            return e.code();
        }
    }
}
