package cn.jiangxue.identity.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

    @Test
    void a_long_enough_uncommon_password_is_good() {
        assertThat(faults("correct-horse")).isEmpty();
        assertThat(faults("车间里的老师傅们")).isEmpty();
        assertThat(faults("abcdefg1")).isEmpty();
        assertThat(faults("ab1".repeat(41) + "defgh")).isEmpty();
    }

    @Test
    void every_fault_is_told() {
        assertThat(faults("abcdef1")).hasSize(1);
        assertThat(faults("ab1".repeat(42) + "def")).hasSize(1);
        assertThat(faults("Password1")).hasSize(1);
        assertThat(faults("abcabcabc")).hasSize(1);
        assertThat(faults("aaaa")).hasSize(2);
        assertThat(faults("my-LAOWANG-pass")).hasSize(1);
        assertThat(faults("x13812345678x")).singleElement().satisfies(fault -> {
            assertThat(fault.field()).isEqualTo("password");
            assertThat(fault.message().zh()).contains("手机号");
        });
    }

    @Test
    void full_width_and_half_width_are_one_password() {
        assertThat(PasswordPolicy.normal("ａｂｃ１２３")).isEqualTo("abc123");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 42, 2026})
    void a_temporary_password_is_legible_and_good(long seed) {
        String made = PasswordPolicy.temporary(new Random(seed));

        assertThat(made).as("seed %d", seed).matches("([a-hjkmnp-z2-9]{4}-){2}[a-hjkmnp-z2-9]{4}");
        assertThat(faults(made)).isEmpty();
        assertThat(PasswordPolicy.temporary(new Random(seed + 1))).isNotEqualTo(made);
    }

    private static List<Fault> faults(String password) {
        return PasswordPolicy.faults("password", password, List.of("laowang", "13812345678"));
    }
}
