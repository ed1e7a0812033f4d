package cn.jiangxue.credential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.credential.rules.DidWeb;
import cn.jiangxue.credential.rules.GradeBadge;
import cn.jiangxue.credential.rules.SampleBadge;
import cn.jiangxue.credential.rules.StatusBits;
import cn.jiangxue.platform.KeyFolder;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

class DataIntegrityTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @TempDir
    Path folder;

    private KeyFolder keys;
    private DataIntegrity integrity;

    @BeforeEach
    void open() {
        keys = new KeyFolder(folder);
        integrity = new DataIntegrity(new IssuerKeys(keys, SampleBadge.ISSUER));
    }

    @Test
    void what_was_signed_verifies() {
        ObjectNode signed = signed();

        assertThat(integrity.verify(signed)).isTrue();
        assertThat(signed.get("proof")).isInstanceOf(ArrayNode.class);
        assertThat(signed.at("/proof/0/cryptosuite").asString()).isEqualTo("eddsa-rdfc-2022");
        assertThat(signed.at("/proof/0/verificationMethod").asString()).isEqualTo("did:web:127.0.0.1%3A8080#key-1");
    }

    @Test
    void a_status_list_verifies_too() {
        Map<String, Object> list =
                GradeBadge.statusList(SampleBadge.ISSUER, "revocation", 1, StatusBits.encode(List.of(3)), NOON, 60);

        assertThat(integrity.verify(integrity.sign(list, NOON))).isTrue();
    }

    @Test
    void one_changed_character_anywhere_is_noticed() {
        for (String pointer : List.of("/name", "/validFrom", "/issuer/name", "/issuer/id", "/awardedDate")) {
            ObjectNode altered = signed();
            int slash = pointer.lastIndexOf('/');
            ObjectNode parent = (ObjectNode) altered.at(pointer.substring(0, slash));
            parent.put(
                    pointer.substring(slash + 1), altered.at(pointer).asString().replaceFirst("[0-9a-w]|职", "x"));
            assertThat(integrity.verify(altered)).as(pointer).isFalse();
        }
        ObjectNode altered = signed();
        ((ObjectNode) altered.at("/credentialSubject")).put("licenseNumber", "JX2026-8-00000000-0");
        assertThat(integrity.verify(altered)).isFalse();
    }

    @Test
    void a_proof_of_another_kind_or_key_or_none_does_not_hold() {
        ObjectNode none = signed();
        none.remove("proof");
        ObjectNode empty = signed();
        empty.putArray("proof");
        ObjectNode suite = signed();
        ((ObjectNode) suite.at("/proof/0")).put("cryptosuite", "ecdsa-rdfc-2019");
        ObjectNode key = signed();
        ((ObjectNode) key.at("/proof/0")).put("verificationMethod", "did:web:evil.example#key-1");
        ObjectNode value = signed();
        ((ObjectNode) value.at("/proof/0")).put("proofValue", "not base58");

        assertThat(List.of(none, empty, suite, key, value)).noneMatch(integrity::verify);
    }

    @Test
    void an_old_signature_holds_after_the_key_is_rotated() {
        ObjectNode before = signed();
        keys.rotate("credential-signing", () -> new byte[32]);
        IssuerKeys rotated = new IssuerKeys(new KeyFolder(folder), SampleBadge.ISSUER);
        DataIntegrity after = new DataIntegrity(rotated);

        assertThat(after.verify(before)).isTrue();
        assertThat(after.sign(document(), NOON)
                        .at("/proof/0/verificationMethod")
                        .asString())
                .endsWith("#key-2");
        assertThat((List<?>) rotated.didDocument().get("verificationMethod")).hasSize(2);
        assertThat(rotated.didDocument().get("assertionMethod"))
                .isEqualTo(List.of("did:web:127.0.0.1%3A8080#key-1", "did:web:127.0.0.1%3A8080#key-2"));
    }

    /** Key and multikey of the W3C recommendation "Data Integrity EdDSA Cryptosuites 1.0", appendix B. */
    @Test
    void a_public_key_is_written_as_the_recommendation_writes_it() {
        byte[] seed = HexFormat.of().parseHex("c96ef9ea10c5e414c471723aff9de72c35fa5b70fae97e8832ecac7d2e2b8ed6");
        KeyFolder known = new KeyFolder(folder.resolve("known"));
        known.current("credential-signing", () -> seed);

        assertThat(new IssuerKeys(known, SampleBadge.ISSUER).didDocument().toString())
                .contains("publicKeyMultibase=z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2");
    }

    @Test
    void a_context_that_is_not_bundled_is_never_fetched() {
        var document = new java.util.LinkedHashMap<>(document());
        document.put("@context", List.of(GradeBadge.VC_CONTEXT, "https://example.com/context"));

        assertThatThrownBy(() -> integrity.sign(document, NOON)).hasStackTraceContaining("not a bundled context");
    }

    @Test
    void the_bundled_w3c_context_has_the_digest_the_recommendation_publishes() throws Exception {
        try (var in = BundledContexts.class.getResourceAsStream("contexts/credentials-v2.jsonld")) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            assertThat(HexFormat.of().formatHex(digest))
                    .isEqualTo("59955ced6697d61e03f2b2556febe5308ab16842846f5b586d7f1f7adec92734");
        }
    }

    @Test
    void another_issuer_has_another_identifier() {
        IssuerKeys elsewhere = new IssuerKeys(keys, new DidWeb("https://credit.example.cn"));

        assertThat(elsewhere.currentId()).isEqualTo("did:web:credit.example.cn#key-1");
        assertThat(new DataIntegrity(elsewhere).verify(signed())).isFalse();
    }

    private ObjectNode signed() {
        // Through text and back, as a document travels.
        return (ObjectNode)
                JsonMapper.shared().readTree(integrity.sign(document(), NOON).toString());
    }

    private static Map<String, Object> document() {
        return SampleBadge.of(Grade.INTERMEDIATE, null).document();
    }
}
