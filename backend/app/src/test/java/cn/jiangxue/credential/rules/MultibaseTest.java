package cn.jiangxue.credential.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MultibaseTest {

    /** Vectors of draft-msporny-base58. */
    @Test
    void base58_is_as_the_draft_says() {
        assertThat(Multibase.base58("Hello World!".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("z2NEpo7TZRRrLZSi2U");
        assertThat(Multibase.base58(HexFormat.of().parseHex("0000287fb4cd"))).isEqualTo("z11233QC4");
        assertThat(Multibase.base58(new byte[0])).isEqualTo("z");
    }

    @Test
    void base64_url_has_no_padding() {
        assertThat(Multibase.base64Url(new byte[] {(byte) 0xff, (byte) 0xfe})).isEqualTo("u__4");
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void base58_reads_what_it_wrote(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(70)];
            random.nextBytes(bytes);
            for (int zero = 0; zero < Math.min(bytes.length, random.nextInt(4)); zero++) {
                bytes[zero] = 0;
            }
            assertThat(Multibase.fromBase58(Multibase.base58(bytes))).isEqualTo(bytes);
        }
    }

    @Test
    void other_text_is_refused() {
        assertThatThrownBy(() -> Multibase.fromBase58("11233QC4")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Multibase.fromBase58("z0")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Multibase.fromBase58("")).isInstanceOf(IllegalArgumentException.class);
    }
}
