package cn.jiangxue.promotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.promotion.rules.Pace.Burst;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaceTest {

    private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");

    @Test
    void twenty_acts_in_ten_minutes_are_no_burst_and_twenty_one_are() {
        assertThat(Pace.bursts(every(Duration.ofSeconds(20), 20))).isEmpty();
        assertThat(Pace.bursts(every(Duration.ofSeconds(20), 21)))
                .containsExactly(new Burst(NINE, NINE.plusSeconds(400), 21));
    }

    @Test
    void the_first_and_the_last_lie_less_than_ten_minutes_apart() {
        List<Instant> times = every(Duration.ofSeconds(1), 20);

        assertThat(Pace.bursts(with(times, NINE.plusSeconds(599)))).hasSize(1);
        assertThat(Pace.bursts(with(times, NINE.plusSeconds(600)))).isEmpty();
    }

    @Test
    void a_steady_pace_is_no_burst_however_long_it_lasts() {
        assertThat(Pace.bursts(every(Duration.ofSeconds(30), 500))).isEmpty();
    }

    @Test
    void bursts_that_share_an_act_are_one_and_others_stay_apart() {
        List<Instant> morning = every(Duration.ofSeconds(15), 100);
        List<Instant> all = new ArrayList<>(morning);
        all.addAll(morning.stream().map(at -> at.plus(Duration.ofHours(5))).toList());

        assertThat(Pace.bursts(all))
                .containsExactly(
                        new Burst(NINE, NINE.plusSeconds(99 * 15), 100),
                        new Burst(
                                NINE.plus(Duration.ofHours(5)),
                                NINE.plus(Duration.ofHours(5)).plusSeconds(99 * 15),
                                100));
    }

    @Test
    void nothing_done_is_no_burst() {
        assertThat(Pace.bursts(List.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {5, 99, 2026})
    void an_act_is_in_a_burst_exactly_when_some_ten_minutes_around_it_hold_too_many(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 100; round++) {
            List<Instant> times = new ArrayList<>();
            for (int i = 0; i < 120; i++) {
                times.add(NINE.plusSeconds(random.nextInt(7_200)));
            }
            Collections.shuffle(times, random);
            List<Burst> bursts = Pace.bursts(times);

            for (Instant at : times) {
                boolean within =
                        bursts.stream().anyMatch(burst -> !at.isBefore(burst.first()) && !at.isAfter(burst.last()));
                assertThat(within).as("seed %d, %s", seed, at).isEqualTo(tooMany(times, at));
            }
            assertThat(bursts).allSatisfy(burst -> assertThat(burst.acts()).isGreaterThan(Pace.MOST));
        }
    }

    private static boolean tooMany(List<Instant> times, Instant at) {
        return times.stream()
                .filter(start -> !start.isAfter(at) && start.plus(Pace.WITHIN).isAfter(at))
                .anyMatch(start -> times.stream()
                                .filter(other -> !other.isBefore(start)
                                        && start.plus(Pace.WITHIN).isAfter(other))
                                .count()
                        > Pace.MOST);
    }

    private static List<Instant> every(Duration step, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> NINE.plus(step.multipliedBy(i)))
                .toList();
    }

    private static List<Instant> with(List<Instant> times, Instant more) {
        List<Instant> all = new ArrayList<>(times);
        all.add(more);
        return all;
    }
}
