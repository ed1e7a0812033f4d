package cn.jiangxue.credential.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class DidWebTest {

    @Test
    void the_identifier_follows_the_address() {
        assertThat(new DidWeb("https://Jiangxue.example.cn").did()).isEqualTo("did:web:jiangxue.example.cn");
        assertThat(new DidWeb("http://127.0.0.1:8080").did()).isEqualTo("did:web:127.0.0.1%3A8080");
        assertThat(new DidWeb("https://example.cn/credit/bank/").did()).isEqualTo("did:web:example.cn:credit:bank");
        assertThat(new DidWeb("https://example.cn").keyId(2)).isEqualTo("did:web:example.cn#key-2");
    }

    @Test
    void the_base_has_no_slash_at_its_end() {
        assertThat(new DidWeb("http://127.0.0.1:8080/").base()).isEqualTo("http://127.0.0.1:8080");
    }

    @Test
    void an_address_of_this_machine_is_local_only() {
        assertThat(new DidWeb("http://127.0.0.1:8080").isLocalOnly()).isTrue();
        assertThat(new DidWeb("http://127.8.9.1").isLocalOnly()).isTrue();
        assertThat(new DidWeb("http://localhost:8080").isLocalOnly()).isTrue();
        assertThat(new DidWeb("http://[::1]:8080").isLocalOnly()).isTrue();
        assertThat(new DidWeb("http://10.0.0.7:8080").isLocalOnly()).isFalse();
        assertThat(new DidWeb("https://localhost.example.cn").isLocalOnly()).isFalse();
        assertThat(new DidWeb("https://127.example.cn").isLocalOnly()).isFalse();
    }

    @Test
    void an_address_without_a_host_is_refused() {
        assertThatThrownBy(() -> new DidWeb("/here")).hasMessageContaining("no host");
    }
}
