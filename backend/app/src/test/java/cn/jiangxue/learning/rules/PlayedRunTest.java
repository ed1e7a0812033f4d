package cn.jiangxue.learning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LearningApi.PlayedInterval;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlayedRunTest {

    private static final int TEN_MINUTES = 600;

    @Test
    void less_than_a_second_before_the_end_is_the_end() {
        assertThat(played(0, 599.1)).containsExactly(new PlayedRun(0, 600, 0));
    }

    @Test
    void a_whole_second_before_the_end_is_not_the_end() {
        assertThat(played(0, 599.0)).containsExactly(new PlayedRun(0, 599, 0));
    }

    @Test
    void standing_still_just_before_the_end_sees_nothing_of_it() {
        assertThat(played(599.3, 599.3)).containsExactly(new PlayedRun(599, 599, 0));
    }

    @Test
    void what_lies_beyond_the_end_is_outside() {
        assertThat(played(590, 620)).containsExactly(new PlayedRun(590, 600, 20));
    }

    @Test
    void what_is_no_number_is_the_beginning() {
        assertThat(played(Double.NaN, 3)).containsExactly(new PlayedRun(0, 3, 0));
    }

    private static List<PlayedRun> played(double from, double to) {
        return PlayedRun.of(List.of(new PlayedInterval(1, from, to)), TEN_MINUTES);
    }
}
