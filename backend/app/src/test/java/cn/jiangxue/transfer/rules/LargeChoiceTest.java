package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.transfer.rules.Choice.CreditCap;
import cn.jiangxue.transfer.rules.Choice.Solution;
import cn.jiangxue.transfer.rules.Choice.Way;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The size the engine promises. Apart from {@link BestChoiceTest} because a run takes seconds, which mutation tests would pay again for every fault. */
class LargeChoiceTest {

    private static final int SEEDS = 12;

    /** Forty outcomes, twenty targets, credits by the half, and a cap for each of five institutions. */
    @ParameterizedTest(name = "{0} per cent")
    @ValueSource(ints = {60, 80, 95})
    void forty_by_twenty_in_one_dimension(int percent) {
        Choice choice = oneDimension(percent);

        Solution found = BestChoice.of(choice, Budget.ofOneEvaluation());

        assertThat(Choices.value(choice, found)).isEqualTo(found.bound());
    }

    static Choice oneDimension(int percent) {
        Random random = new Random(percent);
        long[] credits = random.longs(20, 4, 13).map(halves -> 500 * halves).toArray();
        long all = LongStream.of(credits).sum();
        List<Way> ways = IntStream.range(0, 40)
                .mapToObj(way -> new Way(4_000 + 500 * random.nextInt(13), Choices.upTo(20), Choices.set(way)))
                .toList();
        List<CreditCap> institutions = IntStream.range(0, 5)
                .mapToObj(sort ->
                        new CreditCap(Choices.shares(ways, share -> share.way() / 8 == sort), all * percent / 500))
                .toList();
        return new Choice(credits, ways, institutions, List.of());
    }

    /** Caps by institution, kind and year at once, by category and in total, and a count. */
    @Test
    void forty_by_twenty_with_caps_of_every_kind_is_proven_within_the_budget() {
        int proven = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Choice choice = Choices.lifelike(new Random(seed), 20, 40, 50);

            Solution found = BestChoice.of(choice, Budget.ofOneEvaluation());

            proven += Choices.value(choice, found) == found.bound() ? 1 : 0;
        }
        assertThat(proven).isGreaterThanOrEqualTo(SEEDS - 1);
    }

    /** A second where it was measured, whatever the choice; the limit leaves room for a slower machine. */
    @Test
    void forty_by_twenty_takes_about_a_second_of_one_processor_at_most() {
        long[] millis = IntStream.range(0, 5)
                .mapToLong(seed -> {
                    Choice choice = Choices.lifelike(new Random(seed), 20, 40, 60);
                    long start = cpuNanos();
                    BestChoice.of(choice, Budget.ofOneEvaluation());
                    return (cpuNanos() - start) / 1_000_000;
                })
                .sorted()
                .toArray();

        assertThat(millis[2]).as("of %s", Arrays.toString(millis)).isLessThanOrEqualTo(2_000);
    }

    @Test
    void the_same_choice_has_the_same_answer_on_every_run() {
        Choice choice = Choices.lifelike(new Random(4), 20, 40, 50);

        Solution once = BestChoice.of(choice, Budget.ofOneEvaluation());
        Solution again = BestChoice.of(choice, Budget.ofOneEvaluation());

        assertThat(again.wayOf()).isEqualTo(once.wayOf());
        assertThat(again.bound()).isEqualTo(once.bound());
    }

    /** Of this thread alone, so that a busy machine does not fail the test. */
    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }
}
