package cn.jiangxue.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CreditsTest {

    @Test
    void credits_are_shown_without_needless_zeros() {
        assertThat(Credits.whole(6)).hasToString("6");
        assertThat(new Credits(6_500)).hasToString("6.5");
        assertThat(new Credits(-1)).hasToString("-0.001");
        assertThat(Credits.whole(120)).hasToString("120");
        assertThat(Credits.ZERO).hasToString("0");
    }

    @Test
    void an_overflow_is_an_error_and_never_a_wrong_amount() {
        Credits most = new Credits(Long.MAX_VALUE);

        assertThatThrownBy(() -> most.plus(new Credits(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> new Credits(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Credits.whole(Long.MAX_VALUE)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void a_number_finer_than_a_milli_credit_is_refused() {
        assertThat(Credits.exactly(new BigDecimal("6.125"))).isEqualTo(new Credits(6_125));
        assertThatThrownBy(() -> Credits.exactly(new BigDecimal("6.1254"))).isInstanceOf(ArithmeticException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 2026})
    void sums_do_not_depend_on_the_order(long seed) {
        Random random = new Random(seed);
        Credits a = new Credits(random.nextInt());
        Credits b = new Credits(random.nextInt());
        Credits c = new Credits(random.nextInt());

        assertThat(a.plus(b).plus(c)).as("seed %d", seed).isEqualTo(c.plus(a).plus(b));
        assertThat(a.minus(a)).isEqualTo(Credits.ZERO);
        assertThat(a.atMost(b)).isLessThanOrEqualTo(b).isLessThanOrEqualTo(a);
        assertThat(Credits.exactly(a.toDecimal())).isEqualTo(a);
    }
}
