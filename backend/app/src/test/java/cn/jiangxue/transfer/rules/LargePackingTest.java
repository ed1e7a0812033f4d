package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.transfer.rules.Packing.Bin;
import cn.jiangxue.transfer.rules.Packing.LoadCap;
import cn.jiangxue.transfer.rules.Packing.Solution;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The size the engine promises to be exact for. Apart from {@link BestPackingTest} because a run takes seconds, which mutation tests would pay again for every fault.
 */
class LargePackingTest {

    /** Forty outcomes, twenty targets, no two credits alike, rooms that leave gaps: the hardest case of one dimension. */
    @ParameterizedTest(name = "{0} per cent")
    @ValueSource(ints = {60, 80, 95})
    void forty_by_twenty_in_one_dimension_is_exact_without_trying_anything_out(int percent) {
        Random random = new Random(percent);
        long[] credits = random.longs(20, 2_000, 6_000).toArray();
        long all = LongStream.of(credits).sum();
        List<Bin> bins = IntStream.range(0, 40)
                .mapToObj(bin -> new Bin(4_000 + random.nextInt(6_000), Packings.upTo(20), Packings.set(bin)))
                .toList();
        List<LoadCap> institutions = IntStream.range(0, 5)
                .mapToObj(sort -> new LoadCap(
                        Packings.set(IntStream.range(sort * 8, sort * 8 + 8).toArray()), all * percent / 500))
                .toList();
        Packing packing = new Packing(credits, bins, List.of(), institutions, List.of());

        Solution found = BestPacking.of(packing, 0);

        assertThat(Packings.isAllowed(packing, found.binOf())).isTrue();
        assertThat(packing.value(found.binOf())).isEqualTo(found.bound());
    }

    /** Caps by institution, kind and year at once, by category and in total, and a count. */
    @Test
    void forty_by_twenty_with_caps_of_every_kind_is_proven_within_the_budget() {
        int proven = 0;
        for (int seed = 0; seed < 5; seed++) {
            Packing packing = Packings.lifelike(new Random(seed), 20, 40, 50);

            Solution found = BestPacking.of(packing);

            assertThat(Packings.isAllowed(packing, found.binOf())).isTrue();
            proven += packing.value(found.binOf()) == found.bound() ? 1 : 0;
        }
        assertThat(proven).isGreaterThanOrEqualTo(4);
    }

    @Test
    void forty_by_twenty_takes_a_second_of_one_processor_at_most() {
        long[] millis = IntStream.range(0, 5)
                .mapToLong(seed -> {
                    Packing packing = Packings.lifelike(new Random(seed), 20, 40, 60);
                    long start = cpuNanos();
                    BestPacking.of(packing);
                    return (cpuNanos() - start) / 1_000_000;
                })
                .sorted()
                .toArray();

        assertThat(millis[2]).as("of %s", Arrays.toString(millis)).isLessThanOrEqualTo(1_000);
    }

    /** Of this thread alone, so that a busy machine does not fail the test. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
