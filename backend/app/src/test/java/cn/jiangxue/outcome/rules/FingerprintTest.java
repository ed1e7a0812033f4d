package cn.jiangxue.outcome.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void the_same_values_have_the_same_one() {
        assertThat(Fingerprint.of("课程", 16, null))
                .isEqualTo(Fingerprint.of("课程", 16, null))
                .hasSize(64);
    }

    @Test
    void nothing_is_told_apart_from_the_word_for_it_and_neighbours_from_each_other() {
        assertThat(Fingerprint.of((Object) null)).isNotEqualTo(Fingerprint.of("-"));
        assertThat(Fingerprint.of("ab", "c")).isNotEqualTo(Fingerprint.of("a", "bc"));
        assertThat(Fingerprint.of("a")).isNotEqualTo(Fingerprint.of("b"));
    }
}
