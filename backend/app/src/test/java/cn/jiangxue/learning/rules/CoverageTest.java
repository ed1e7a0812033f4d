package cn.jiangxue.learning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LearningApi.Span;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CoverageTest {

    @Test
    void stretches_that_touch_become_one_span() {
        var coverage = Coverage.NONE.plus(10, 20).plus(30, 40).plus(20, 30).plus(60, 61);

        assertThat(coverage.spans()).containsExactly(new Span(10, 40), new Span(60, 61));
        assertThat(coverage.seconds()).isEqualTo(31);
        assertThat(coverage.unseen(0, 50)).isEqualTo(20);
    }

    @Test
    void adding_leaves_the_earlier_value_as_it_was() {
        var before = Coverage.NONE.plus(0, 5);

        before.plus(5, 10);

        assertThat(before.seconds()).isEqualTo(5);
        assertThat(Coverage.NONE.spans()).isEmpty();
    }

    @Test
    void four_hours_of_single_seconds_stay_small() {
        var coverage = Coverage.NONE;
        for (int second = 0; second < 4 * 3600; second += 2) {
            coverage = coverage.plus(second, second + 1);
        }

        assertThat(coverage.toBytes()).hasSizeLessThanOrEqualTo(1800);
        assertThat(Coverage.of(coverage.toBytes())).isEqualTo(coverage).hasSameHashCodeAs(coverage);
    }

    @ParameterizedTest
    @ValueSource(longs = {3, 17, 2026})
    void it_is_the_union_whatever_the_order(long seed) {
        var random = new Random(seed);
        var seconds = new HashSet<Integer>();
        var coverage = Coverage.NONE;
        for (int i = 0; i < 100; i++) {
            int from = random.nextInt(500);
            int to = from + random.nextInt(40);
            for (int s = from; s < to; s++) {
                seconds.add(s);
            }
            coverage = coverage.plus(from, to);
        }

        assertThat(coverage.seconds()).as("seed %d", seed).isEqualTo(seconds.size());
        assertThat(coverage.spans().stream()
                        .mapToInt(span -> span.to() - span.from())
                        .sum())
                .isEqualTo(seconds.size());
    }
}
