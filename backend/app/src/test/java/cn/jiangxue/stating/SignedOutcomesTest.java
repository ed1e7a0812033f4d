package cn.jiangxue.stating;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi.InstitutionKey;
import cn.jiangxue.contract.StatingApi.NewKey;
import cn.jiangxue.contract.StatingApi.SignedOutcomes;
import cn.jiangxue.contract.StatingApi.SignedResult;
import cn.jiangxue.platform.PlatformProperties;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.WholeBackend;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;
import tools.jackson.databind.json.JsonMapper;

/** Signed requests through the real route: believed, tampered with, replayed, late, and by keys that are gone. */
@WholeBackend
class SignedOutcomesTest {

    @Autowired
    Site site;

    @Autowired
    PlatformProperties platform;

    @Autowired
    Clock clock;

    private final JsonMapper json = new JsonMapper();
    private ImportsFixture fixture;
    private Client administrator;
    private KeyPair pair;
    private InstitutionKey key;
    private PersonView li;

    @BeforeEach
    void institution() throws GeneralSecurityException {
        fixture = new ImportsFixture(site);
        administrator = site.person(Role.ADMINISTRATOR, fixture.institution).client();
        li = fixture.learner();
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = register(UUID.randomUUID(), pair);
    }

    @Test
    void what_is_signed_is_recorded_and_sent_again_under_a_new_signature_answers_the_same() {
        UUID id = UUID.randomUUID();

        SignedResult first = result(new Request(id, body("A-1", "A-2")).send());
        SignedResult again = result(new Request(id, body("A-1", "A-2")).send());
        SignedResult other = result(new Request(UUID.randomUUID(), body("A-1")).send());

        assertThat(first.accepted()).isEqualTo(2);
        assertThat(again).isEqualTo(first);
        assertThat(other.already()).isEqualTo(1);
    }

    @Test
    void a_replay_is_refused() {
        Request request = new Request(UUID.randomUUID(), body("A-1"));

        request.send().expectStatus().isOk();

        refused(request.send(), 409, "signature-replayed");
    }

    @Test
    void whatever_is_changed_on_the_way_is_noticed() {
        refused(
                new Request(UUID.randomUUID(), body("A-1"))
                        .sentWith(body("A-2"))
                        .send(),
                400,
                "digest-wrong");
        refused(
                new Request(UUID.randomUUID(), body("A-1"))
                        .sentTo(UUID.randomUUID())
                        .send(),
                401,
                "signature-wrong");
        refused(
                new Request(UUID.randomUUID(), body("A-1"))
                        .changed(input -> input.replace("nonce=\"", "nonce=\"x"))
                        .send(),
                401,
                "signature-wrong");
        refused(
                new Request(UUID.randomUUID(), body("A-1"))
                        .signedFor("https://elsewhere.example")
                        .send(),
                401,
                "signature-wrong");
        refused(
                new Request(UUID.randomUUID(), body("A-1"))
                        .covering("\"@method\" \"@target-uri\"")
                        .send(),
                401,
                "signature-not-accepted");
    }

    @Test
    void a_signature_holds_for_its_minutes_only() {
        refused(
                new Request(UUID.randomUUID(), body("A-1"))
                        .madeSecondsAgo(3_600)
                        .send(),
                401,
                "signature-not-accepted");
        refused(new Request(UUID.randomUUID(), body("A-1")).madeSecondsAgo(-300).send(), 401, "signature-not-accepted");
        new Request(UUID.randomUUID(), body("A-1"))
                .madeSecondsAgo(-30)
                .send()
                .expectStatus()
                .isOk();
    }

    @Test
    void keys_rotate_and_a_revoked_one_signs_nothing() throws GeneralSecurityException {
        KeyPair old = pair;
        InstitutionKey oldKey = key;
        pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        key = register(UUID.randomUUID(), pair);
        new Request(UUID.randomUUID(), body("A-1")).send().expectStatus().isOk();

        administrator
                .post(null, "/api/institution-keys/{id}/revocation", oldKey.id())
                .expectStatus()
                .isOk();
        administrator
                .post(null, "/api/institution-keys/{id}/revocation", oldKey.id())
                .expectStatus()
                .isOk();
        new Request(UUID.randomUUID(), body("A-2")).send().expectStatus().isOk();
        pair = old;
        key = oldKey;

        refused(new Request(UUID.randomUUID(), body("A-3")).send(), 401, "signature-wrong");
    }

    @Test
    void a_request_without_a_signature_or_with_content_of_another_kind_is_told_what_is_missing() {
        refused(
                site.anonymous().put(body("A-1"), "/api/public/signed-outcomes/{id}", UUID.randomUUID()),
                401,
                "signature-missing");
        refused(new Request(UUID.randomUUID(), "[]".getBytes(UTF_8)).send(), 400, "bad-request");
        refused(
                new Request(UUID.randomUUID(), "{\"outcomes\":[{\"nummer\":\"1\"}]}".getBytes(UTF_8)).send(),
                400,
                "invalid-fields");
        refused(new Request(UUID.randomUUID(), "{\"outcomes\":[]}".getBytes(UTF_8)).send(), 400, "invalid-fields");
    }

    @Test
    void rows_are_answered_one_by_one_as_those_of_a_file() {
        byte[] two = json.writeValueAsBytes(new SignedOutcomes(List.of(
                outcome("A-1"), Map.of("number", "A-2", "login", li.userName(), "name", "=1+1", "type", "培训"))));

        SignedResult result = result(new Request(UUID.randomUUID(), two).send());

        assertThat(result.accepted()).isEqualTo(1);
        assertThat(result.rows().get(1).faults())
                .extracting(fault -> fault.column())
                .contains("name", "code", "title", "attained_on");
    }

    @Test
    void only_administrators_of_the_institution_handle_its_keys_and_five_are_in_force_at_most()
            throws GeneralSecurityException {
        Client elsewhere = site.person(Role.ADMINISTRATOR, site.employer()).client();
        elsewhere
                .post(null, "/api/institution-keys/{id}/revocation", key.id())
                .expectStatus()
                .isNotFound();
        elsewhere
                .get("/api/institution-keys?institution={i}", fixture.institution)
                .expectStatus()
                .isNotFound();
        fixture.officer
                .get("/api/institution-keys?institution={i}", fixture.institution)
                .expectStatus()
                .isForbidden();

        for (int i = 0; i < 4; i++) {
            register(UUID.randomUUID(), KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
        }

        refused(
                administrator.put(
                        new NewKey(fixture.institution, "sixth", base64(pair)),
                        "/api/institution-keys/{id}",
                        UUID.randomUUID()),
                409,
                "keys-at-limit");
    }

    private InstitutionKey register(UUID id, KeyPair made) {
        return administrator
                .put(new NewKey(fixture.institution, "教务系统", base64(made)), "/api/institution-keys/{id}", id)
                .expectStatus()
                .isOk()
                .expectBody(InstitutionKey.class)
                .returnResult()
                .getResponseBody();
    }

    /** As a program would print it: SubjectPublicKeyInfo in Base64. */
    private static String base64(KeyPair made) {
        return Base64.getEncoder().encodeToString(made.getPublic().getEncoded());
    }

    private Map<String, String> outcome(String number) {
        return Map.of(
                "number", number,
                "login", li.userName(),
                "name", li.displayName(),
                "type", "TRAINING",
                "code", "T-1",
                "title", "安全培训",
                "hours", "16",
                "attained_on", "2026-06-30");
    }

    private byte[] body(String... numbers) {
        return json.writeValueAsBytes(
                new SignedOutcomes(List.of(numbers).stream().map(this::outcome).toList()));
    }

    private static SignedResult result(ResponseSpec answer) {
        return answer.expectStatus()
                .isOk()
                .expectBody(SignedResult.class)
                .returnResult()
                .getResponseBody();
    }

    private static void refused(ResponseSpec answer, int status, String type) {
        byte[] body = answer.expectStatus()
                .isEqualTo(status)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        assertThat(new String(body, UTF_8)).contains(":" + type + "\"");
    }

    /** A request as an institution's program makes it, and ways to spoil it. */
    private final class Request {

        private final UUID signedId;
        private final byte[] signedBody;
        private final String nonce = UUID.randomUUID().toString();
        private UUID id;
        private byte[] body;
        private String base = platform.publicBaseUrl();
        private String covered = "\"@method\" \"@target-uri\" \"content-digest\" \"content-type\"";
        private long created = clock.instant().getEpochSecond();
        private UnaryOperator<String> change = input -> input;

        Request(UUID id, byte[] body) {
            this.signedId = id;
            this.signedBody = body;
            this.id = id;
            this.body = body;
        }

        Request sentWith(byte[] other) {
            body = other;
            return this;
        }

        Request sentTo(UUID other) {
            id = other;
            return this;
        }

        Request signedFor(String site) {
            base = site;
            return this;
        }

        Request covering(String components) {
            covered = components;
            return this;
        }

        Request madeSecondsAgo(long seconds) {
            created -= seconds;
            return this;
        }

        Request changed(UnaryOperator<String> changing) {
            change = changing;
            return this;
        }

        ResponseSpec send() {
            try {
                String digest = "sha-256=:"
                        + Base64.getEncoder()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-256").digest(signedBody))
                        + ":";
                String parameters = "(%s);created=%d;expires=%d;keyid=\"%s\";nonce=\"%s\";alg=\"ed25519\""
                        .formatted(covered, created, created + 300, key.keyId(), nonce);
                Map<String, String> values = Map.of(
                        "@method",
                        "PUT",
                        "@target-uri",
                        base.replaceFirst("/+$", "") + "/api/public/signed-outcomes/" + signedId,
                        "content-digest",
                        digest,
                        "content-type",
                        "application/json");
                StringBuilder lines = new StringBuilder();
                for (String name : covered.replace("\"", "").split(" ")) {
                    lines.append('"')
                            .append(name)
                            .append("\": ")
                            .append(values.get(name))
                            .append('\n');
                }
                Signature signing = Signature.getInstance("Ed25519");
                signing.initSign(pair.getPrivate());
                signing.update((lines + "\"@signature-params\": " + parameters).getBytes(UTF_8));
                return site.http()
                        .put()
                        .uri("/api/public/signed-outcomes/{id}", id)
                        .header("Content-Type", "application/json")
                        .header("Content-Digest", digest)
                        .header("Signature-Input", change.apply("sig1=" + parameters))
                        .header("Signature", "sig1=:" + Base64.getEncoder().encodeToString(signing.sign()) + ":")
                        .bodyValue(body)
                        .exchange();
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
