package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.transfer.rules.Packing.Bin;
import cn.jiangxue.transfer.rules.Packing.CountCap;
import cn.jiangxue.transfer.rules.Packing.Solution;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestPackingTest {

    private static final int INSTANCES = 500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_120, 77, 4_711})
    void the_answer_is_what_trying_everything_finds(long seed) {
        Random random = new Random(seed);
        for (int instance = 0; instance < INSTANCES; instance++) {
            Packing packing = Packings.random(random, 1 + random.nextInt(6), 1 + random.nextInt(5), 500);
            int[] best = Packings.bruteForce(packing);

            Solution found = BestPacking.of(packing);

            assertThat(Packings.isAllowed(packing, found.binOf())).isTrue();
            assertThat(Packings.granted(found.binOf()))
                    .as("%s in %s", instance, packing)
                    .isEqualTo(Packings.granted(best));
            assertThat(found.bound()).isEqualTo(packing.value(best));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_120})
    void whatever_the_budget_the_answer_is_allowed_and_its_bound_holds(long seed) {
        Random random = new Random(seed);
        for (int instance = 0; instance < INSTANCES; instance++) {
            Packing packing = Packings.random(random, 1 + random.nextInt(6), 1 + random.nextInt(5), 500);
            long best = packing.value(Packings.bruteForce(packing));

            Solution hurried = BestPacking.of(packing, random.nextInt(200));

            assertThat(Packings.isAllowed(packing, hurried.binOf())).isTrue();
            assertThat(hurried.bound()).as("%s in %s", instance, packing).isGreaterThanOrEqualTo(best);
            assertThat(packing.value(hurried.binOf())).isLessThanOrEqualTo(best);
            assertThat(PackingBound.of(packing)).isGreaterThanOrEqualTo(best);
        }
    }

    @Test
    void the_largest_first_is_not_the_best() {
        Packing packing = Packings.plain(new long[] {6_000, 5_000, 5_000}, Packings.bin(10_000, 0, 0, 1, 2));

        assertThat(BestPacking.of(packing).binOf()).containsExactly(Packing.NOWHERE, 0, 0);
    }

    @Test
    void the_first_source_that_fits_is_not_the_best() {
        Packing packing =
                Packings.plain(new long[] {4_000, 4_000}, Packings.bin(4_000, 0, 0, 1), Packings.bin(4_000, 1, 0));

        assertThat(BestPacking.of(packing).binOf()).containsExactly(1, 0);
    }

    @Test
    void greedy_choices_fall_behindwhere_the_search_does_not() {
        int behind = 0;
        for (int seed = 0; seed < 6; seed++) {
            Packing packing = Packings.lifelike(new Random(seed), 14, 16, 40);
            long greedy = packing.value(GreedyPacking.pack(packing));
            Solution best = BestPacking.of(packing);

            assertThat(packing.value(best.binOf())).isGreaterThanOrEqualTo(greedy);
            behind += packing.value(best.binOf()) > greedy ? 1 : 0;
        }
        assertThat(behind).isPositive();
    }

    @Test
    void of_equal_choices_the_targets_that_come_first_are_granted() {
        Packing packing = Packings.plain(new long[] {3_000, 3_000, 3_000}, Packings.bin(6_500, 0, 0, 1, 2));

        assertThat(BestPacking.of(packing).binOf()).containsExactly(0, 0, Packing.NOWHERE);
    }

    @Test
    void an_outcome_goes_through_one_rule_only() {
        Packing packing =
                Packings.plain(new long[] {3_000, 4_000}, Packings.bin(9_000, 0, 0), Packings.bin(9_000, 0, 1));

        assertThat(BestPacking.of(packing).binOf()).containsExactly(Packing.NOWHERE, 1);
    }

    @Test
    void as_few_outcomes_as_may_count_cover_as_much_as_they_can() {
        Packing packing = new Packing(
                new long[] {2_000, 2_000, 2_000, 3_000},
                List.of(Packings.bin(9_000, 0, 3), Packings.bin(9_000, 1, 0, 1), Packings.bin(9_000, 2, 2, 3)),
                List.of(),
                List.of(),
                List.of(new CountCap(new int[] {1, 1, 1}, 2)));

        assertThat(BestPacking.of(packing).binOf()).containsExactly(1, 1, 2, 2);
    }

    @Test
    void nothing_to_choose_is_nothing_granted() {
        Solution none = BestPacking.of(Packings.plain(new long[0]));

        assertThat(none.binOf()).isEmpty();
        assertThat(none.bound()).isZero();
    }

    @Test
    void beyond_the_size_the_best_found_comes_with_a_bound() {
        long[] credits = LongStream.range(0, 30).map(i -> 2_000 + 137 * i).toArray();
        Bin[] bins = IntStream.range(0, 8)
                .mapToObj(bin -> new Bin(7_000, Packings.upTo(30), Packings.set(bin)))
                .toArray(Bin[]::new);
        Packing packing = Packings.plain(credits, bins);

        Solution found = BestPacking.of(packing);

        assertThat(Packings.isAllowed(packing, found.binOf())).isTrue();
        assertThat(packing.value(found.binOf())).isGreaterThan(45_000).isLessThanOrEqualTo(found.bound());
        assertThat(found.bound()).isLessThanOrEqualTo(56_000);
    }

    @Test
    void beyond_the_size_what_is_granted_in_full_is_proven() {
        long[] credits = LongStream.range(0, 30).map(_ -> 2_000).toArray();
        Packing packing = Packings.plain(credits, new Bin(60_000, Packings.upTo(30), Packings.set(0)));

        Solution found = BestPacking.of(packing);

        assertThat(packing.value(found.binOf())).isEqualTo(60_000).isEqualTo(found.bound());
    }
}
