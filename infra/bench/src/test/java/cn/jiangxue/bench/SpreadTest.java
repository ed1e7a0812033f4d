package cn.jiangxue.bench;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.bench.Verdict.Spread;
import java.util.List;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void a_spread_has_the_middle_value_or_the_mean_of_the_two_in_the_middle() {
        assertThat(Spread.of(List.of(3.0, 1.0, 2.0))).isEqualTo(new Spread(2.0, 1.0, 3.0));
        assertThat(Spread.of(List.of(4.0, 1.0, 2.0, 3.0))).isEqualTo(new Spread(2.5, 1.0, 4.0));
    }
}
