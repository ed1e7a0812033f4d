package cn.jiangxue.content.objects.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SigningKeyTest {

    private static final Instant MAY_2013 = Instant.parse("2013-05-24T00:00:00Z");

    private final SigningKey key =
            new SigningKey("AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "us-east-1");

    @Test
    void the_signature_is_the_one_the_specification_gives_for_its_example() {
        var request = new SigningKey.Request(
                "GET",
                URI.create("https://examplebucket.s3.amazonaws.com"),
                "/test.txt",
                Map.of(),
                Map.of(),
                MAY_2013,
                Duration.ofSeconds(86_400));

        assertThat(key.sign(request))
                .hasToString("https://examplebucket.s3.amazonaws.com/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256"
                        + "&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request"
                        + "&X-Amz-Date=20130524T000000Z&X-Amz-Expires=86400&X-Amz-SignedHeaders=host"
                        + "&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404");
    }

    @Test
    void a_port_that_clients_leave_out_of_the_host_header_is_left_out_of_the_address() {
        assertThat(addressAt("https://store.example:443")).startsWith("https://store.example/b/k?");
        assertThat(addressAt("http://store.example:80")).startsWith("http://store.example/b/k?");
        assertThat(addressAt("http://127.0.0.1:9000")).startsWith("http://127.0.0.1:9000/b/k?");
        assertThat(addressAt("http://store.example:443")).startsWith("http://store.example:443/b/k?");
    }

    @Test
    void everything_bound_changes_the_signature() {
        var plain = request(Map.of("partNumber", "1"), Map.of("content-length", "5"));

        assertThat(key.sign(plain)).isEqualTo(key.sign(plain));
        assertThat(key.sign(request(Map.of("partNumber", "2"), Map.of("content-length", "5"))))
                .isNotEqualTo(key.sign(plain));
        assertThat(key.sign(request(Map.of("partNumber", "1"), Map.of("content-length", "6"))))
                .isNotEqualTo(key.sign(plain));
        assertThat(key.sign(plain).getQuery()).contains("X-Amz-SignedHeaders=content-length;host");
    }

    @Test
    void odd_characters_are_encoded_once() {
        var request = new SigningKey.Request(
                "GET",
                URI.create("http://s:1"),
                "/b/a b~*",
                Map.of("response-content-disposition", "attachment; filename*=UTF-8''证书.pdf"),
                Map.of(),
                MAY_2013,
                Duration.ofMinutes(1));

        assertThat(key.sign(request).toASCIIString())
                .startsWith("http://s:1/b/a%20b~%2A?")
                .contains("attachment%3B%20filename%2A%3DUTF-8%27%27%E8%AF%81%E4%B9%A6.pdf");
    }

    @Test
    void the_secret_is_not_in_the_text_of_the_key() {
        assertThat(key.toString()).doesNotContain("wJalr");
    }

    private String addressAt(String endpoint) {
        return key.sign(new SigningKey.Request(
                        "GET", URI.create(endpoint), "/b/k", Map.of(), Map.of(), MAY_2013, Duration.ofMinutes(1)))
                .toString();
    }

    private static SigningKey.Request request(Map<String, String> query, Map<String, String> headers) {
        return new SigningKey.Request(
                "PUT", URI.create("http://s:1"), "/b/k", query, headers, MAY_2013, Duration.ofMinutes(1));
    }
}
