package cn.jiangxue.stating.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.stating.rules.SignatureBase.Message;
import cn.jiangxue.stating.rules.SignaturePolicy.Flaw;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With the vectors of RFC 9421, appendix B.2.6, and RFC 9530, appendix B. */
class SignatureTest {

    private static final String KEY = """
            -----BEGIN PUBLIC KEY-----
            MCowBQYDK2VwAyEAJrQLj5P/89iXES9+vFgrIy29clF9CC/oPPsw3c5D0bs=
            -----END PUBLIC KEY-----
            """;
    private static final String PARAMETERS =
            "(\"date\" \"@method\" \"@path\" \"@authority\" \"content-type\" \"content-length\")"
                    + ";created=1618884473;keyid=\"test-key-ed25519\"";
    private static final String SIGNATURE =
            "sig-b26=:wqcAqbmYJ2ji2glfAMaRy4gruYYnx2nEFN2HN6jrnDnQCK1u02Gb04v9EDgwUPiu4A0w6vuQv5lIp5WPpBKRCw==:";
    private static final Instant NOW = Instant.ofEpochSecond(1_800_000_000);

    @Test
    void the_request_of_the_rfc_has_the_base_of_the_rfc() {
        assertThat(SignatureBase.of(request("/foo?param=Value&Pet=dog"), input()))
                .hasValue("""
                "date": Tue, 20 Apr 2021 02:07:55 GMT
                "@method": POST
                "@path": /foo
                "@authority": example.com
                "content-type": application/json
                "content-length": 18
                "@signature-params": """ + " " + PARAMETERS);
    }

    @Test
    void the_signature_of_the_rfc_is_verified_and_no_other() {
        Ed25519Key key = Ed25519Key.parse(KEY).orElseThrow();
        byte[] signature = SignaturePolicy.signature(SIGNATURE, "sig-b26").orElseThrow();

        assertThat(key.verifies(base(request("/foo")), signature)).isTrue();
        assertThat(key.verifies(base(request("/fooo")), signature)).isFalse();
        signature[3] ^= 1;
        assertThat(key.verifies(base(request("/foo")), signature)).isFalse();
        assertThat(key.verifies(base(request("/foo")), new byte[3])).isFalse();
        assertThat(SignaturePolicy.signature(SIGNATURE, "other")).isEmpty();
    }

    @Test
    void the_digests_of_the_rfc_are_of_its_body() {
        byte[] body = "{\"hello\": \"world\"}".getBytes(UTF_8);
        String sha512 =
                "sha-512=:WZDPaVn/7XgHaAy8pmojAkGWoRx2UFChF41A2svX+TaPm+AbwAgBWnrIiYllu7BNNyealdVLvRwEmTHWXvJwew==:";

        assertThat(SignaturePolicy.isOf(sha512, body)).isTrue();
        assertThat(SignaturePolicy.isOf("sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:", body))
                .isTrue();
        assertThat(SignaturePolicy.isOf(sha512, "{\"hello\": \"wordl\"}".getBytes(UTF_8)))
                .isFalse();
        assertThat(SignaturePolicy.isOf("md5=:Sd/dVLAcvNLSq16eXua5uQ==:", body)).isFalse();
        assertThat(SignaturePolicy.isOf("", body)).isFalse();
        assertThat(SignaturePolicy.isOf("sha-256=:::", body)).isFalse();
    }

    @Test
    void every_derived_component_is_of_the_address_the_public_knows() {
        Message message = new Message(
                "PUT", URI.create("HTTPS://Example.com:443/a/b?x=%20y"), Map.of("x-twice", List.of(" one ", "two")));
        SignatureInput all = SignatureInput.parse(
                        "s=(\"@target-uri\" \"@scheme\" \"@authority\" \"@path\" \"@query\" \"x-twice\");created=1")
                .orElseThrow();

        assertThat(SignatureBase.of(message, all).orElseThrow().lines())
                .containsExactly(
                        "\"@target-uri\": HTTPS://Example.com:443/a/b?x=%20y",
                        "\"@scheme\": https",
                        "\"@authority\": example.com",
                        "\"@path\": /a/b",
                        "\"@query\": ?x=%20y",
                        "\"x-twice\": one, two",
                        "\"@signature-params\": (\"@target-uri\" \"@scheme\" \"@authority\" \"@path\" \"@query\" \"x-twice\");created=1");
        assertThat(SignatureBase.of(
                        new Message("GET", URI.create("http://h"), Map.of()),
                        SignatureInput.parse("s=(\"@path\" \"@query\")").orElseThrow()))
                .hasValueSatisfying(base -> assertThat(base.lines()).contains("\"@path\": /", "\"@query\": ?"));
        assertThat(SignatureBase.of(
                        message, SignatureInput.parse("s=(\"absent\")").orElseThrow()))
                .isEmpty();
        assertThat(SignatureBase.of(
                        message, SignatureInput.parse("s=(\"@status\")").orElseThrow()))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "sig",
                "sig=()",
                "sig=(\"@method\");created=1, other=(\"@method\");created=1",
                "sig=(\"@method\";req);created=1",
                "sig=(\"@Method\");created=1",
                "sig=(\"@method\" \"@method\");created=1",
                "sig=(\"@method\"  \"@path\");created=1",
                "sig=(\"@method\");created=1;created=2",
                "sig=(\"@method\");created=\"1\"",
                "sig=(\"@method\");created=1.5",
                "sig=(\"@method\");created=-1",
                "sig=(\"@method\");keyid=bare",
                "sig=(\"@method\");keyid=\"a\\\"b\"",
                "sig=(\"@method\");unknown=1",
                "sig=(\"@method\"); created=1",
                "SIG=(\"@method\");created=1",
                "sig=(@method);created=1"
            })
    void whatever_else_structured_fields_allow_is_refused(String header) {
        var parsed = SignatureInput.parse(header);

        assertThat(parsed.filter(input -> !input.components().isEmpty())).isEmpty();
    }

    @Test
    void what_is_asked_of_a_signature_is_asked_in_full() {
        String good = "(\"@method\" \"@target-uri\" \"content-digest\")";
        String times = ";created=1800000000;expires=1800000300";
        String rest = ";keyid=\"k\";nonce=\"0123456789abcdef\"";

        assertThat(flaws(good + times + rest)).isEmpty();
        assertThat(flaws(good + times + rest + ";alg=\"ed25519\"")).isEmpty();
        assertThat(flaws("(\"@method\" \"@authority\" \"@path\" \"@query\" \"content-digest\")" + times + rest))
                .isEmpty();
        assertThat(flaws("(\"@method\" \"@path\" \"content-digest\")" + times + rest))
                .containsExactly(Flaw.TOO_LITTLE_COVERED);
        assertThat(flaws("(\"@target-uri\" \"content-digest\")" + times + rest))
                .containsExactly(Flaw.TOO_LITTLE_COVERED);
        assertThat(flaws("(\"@method\" \"@target-uri\")" + times + rest)).containsExactly(Flaw.TOO_LITTLE_COVERED);
        assertThat(flaws("()" + times)).containsExactly(Flaw.TOO_LITTLE_COVERED, Flaw.PARAMETERS);
        assertThat(flaws(good + times + ";keyid=\"k\"")).containsExactly(Flaw.PARAMETERS);
        assertThat(flaws(good + times + ";keyid=\"k\";nonce=\"short\"")).containsExactly(Flaw.PARAMETERS);
        assertThat(flaws(good + times + rest + ";alg=\"rsa-v1_5-sha256\"")).containsExactly(Flaw.PARAMETERS);
        assertThat(flaws(good + ";created=1800000000" + rest)).containsExactly(Flaw.PARAMETERS);
    }

    @Test
    void clocks_may_differ_by_a_minute_and_a_signature_holds_ten_at_most() {
        assertThat(times(1_800_000_060, 1_800_000_600)).isEmpty();
        assertThat(times(1_800_000_061, 1_800_000_600)).containsExactly(Flaw.TIMES);
        assertThat(times(1_800_000_000, 1_800_000_600)).isEmpty();
        assertThat(times(1_800_000_000, 1_800_000_601)).containsExactly(Flaw.TIMES);
        assertThat(times(1_800_000_000, 1_800_000_000)).containsExactly(Flaw.TIMES);
        assertThat(times(1_799_999_700, 1_799_999_941)).isEmpty();
        assertThat(times(1_799_999_700, 1_799_999_940)).containsExactly(Flaw.EXPIRED);
    }

    @Test
    void keys_are_taken_bare_or_as_pem_and_weak_points_are_not_taken() {
        Ed25519Key key = Ed25519Key.parse(KEY).orElseThrow();

        assertThat(Ed25519Key.parse(key.base64()).orElseThrow().base64()).isEqualTo(key.base64());
        assertThat(Ed25519Key.parse("AQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="))
                .isEmpty();
        assertThat(Ed25519Key.parse("AAAA")).isEmpty();
        assertThat(Ed25519Key.parse("not a key")).isEmpty();
    }

    private static List<Flaw> times(long created, long expires) {
        return flaws("(\"@method\" \"@target-uri\" \"content-digest\");created=" + created + ";expires=" + expires
                + ";keyid=\"k\";nonce=\"0123456789abcdef\"");
    }

    private static List<Flaw> flaws(String parameters) {
        return SignaturePolicy.flaws(SignatureInput.parse("sig=" + parameters).orElseThrow(), NOW);
    }

    private static SignatureInput input() {
        return SignatureInput.parse("sig-b26=" + PARAMETERS).orElseThrow();
    }

    private static byte[] base(Message message) {
        return SignatureBase.of(message, input()).orElseThrow().getBytes(UTF_8);
    }

    private static Message request(String path) {
        return new Message(
                "POST",
                URI.create("https://example.com" + path),
                Map.of(
                        "date", List.of("Tue, 20 Apr 2021 02:07:55 GMT"),
                        "content-type", List.of("application/json"),
                        "content-length", List.of("18")));
    }
}
