package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.transfer.rules.Choice.CountCap;
import cn.jiangxue.transfer.rules.Choice.CreditCap;
import cn.jiangxue.transfer.rules.Choice.Share;
import cn.jiangxue.transfer.rules.Choice.Solution;
import cn.jiangxue.transfer.rules.Choice.Way;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BestChoiceTest {

    private static final int INSTANCES = 40;
    private static final long STEP = 500;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_127, 77, 4_711})
    void the_answer_is_what_trying_everything_finds(long seed) {
        Random random = new Random(seed);
        for (int instance = 0; instance < INSTANCES; instance++) {
            Choice choice = Choices.random(random, 1 + random.nextInt(4), 1 + random.nextInt(5), STEP);
            Solution best = Choices.bruteForce(choice, STEP / 2);

            Solution found = BestChoice.of(choice, Budget.ofOneEvaluation());

            assertThat(found.bound()).as("%s in %s", instance, choice).isEqualTo(best.bound());
            assertThat(Choices.value(choice, found)).isEqualTo(found.bound());
            assertThat(found.wayOf()).as("%s in %s", instance, choice).containsExactly(best.wayOf());
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 20_261_127})
    void of_equal_choices_the_outcomes_that_come_first_are_granted_more(long seed) {
        Random random = new Random(seed);
        for (int instance = 0; instance < INSTANCES; instance++) {
            Choice whole = Choices.random(random, 1, 4, STEP);
            List<Way> pools = whole.ways().stream()
                    .map(way -> new Way(Math.min(way.most(), 4 * STEP), Choices.set(), way.outcomes()))
                    .toList();
            Choice choice = new Choice(
                    new long[0],
                    pools,
                    List.of(
                            new CreditCap(Choices.set(0, 1), random.nextInt(6) * STEP),
                            new CreditCap(Choices.set(1, 2), random.nextInt(6) * STEP),
                            new CreditCap(Choices.set(0, 3), random.nextInt(6) * STEP)),
                    List.of());
            Solution best = Choices.bruteForce(choice, STEP / 2);

            Solution found = BestChoice.of(choice, Budget.ofOneEvaluation());

            assertThat(found.bound()).as("%s in %s", instance, choice).isEqualTo(best.bound());
            assertThat(byOutcome(choice, found))
                    .as("%s in %s", instance, choice)
                    .containsExactly(byOutcome(choice, best));
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_127})
    void whatever_the_budget_the_answer_is_allowed_and_its_bound_holds(long seed) {
        Random random = new Random(seed);
        for (int instance = 0; instance < INSTANCES; instance++) {
            Choice choice = Choices.random(random, 1 + random.nextInt(4), 1 + random.nextInt(5), STEP);
            long best = Choices.bruteForce(choice, STEP / 2).bound();

            Solution hurried = BestChoice.of(choice, Budget.of(random.nextInt(10) * 1e-6));

            assertThat(Choices.value(choice, hurried)).isLessThanOrEqualTo(best);
            assertThat(hurried.bound()).as("%s in %s", instance, choice).isGreaterThanOrEqualTo(best);
        }
    }

    @Test
    void the_largest_first_is_not_the_best() {
        Choice choice = Choices.plain(new long[] {6_000, 5_000, 5_000}, Choices.way(10_000, 0, 0, 1, 2));

        assertThat(BestChoice.of(choice, Budget.ofOneEvaluation()).wayOf()).containsExactly(Solution.NOWHERE, 0, 0);
    }

    @Test
    void the_first_source_that_fits_is_not_the_best() {
        Choice choice = Choices.plain(new long[] {4_000, 4_000}, Choices.way(4_000, 0, 0, 1), Choices.way(4_000, 1, 0));

        assertThat(BestChoice.of(choice, Budget.ofOneEvaluation()).wayOf()).containsExactly(1, 0);
    }

    /** Pools x and y take 5 each. Outcome 0 may go into either, outcome 1 into x only: 0 into y and 1 into x. */
    @Test
    void divisible_credit_leaves_the_room_that_only_another_can_use() {
        Choice choice = new Choice(
                new long[0],
                List.of(Choices.way(5_000, 0), Choices.way(5_000, 0), Choices.way(5_000, 1)),
                List.of(new CreditCap(Choices.set(0, 2), 5_000), new CreditCap(Choices.set(1), 5_000)),
                List.of());

        Solution found = BestChoice.of(choice, Budget.ofOneEvaluation());

        assertThat(found.amounts()).containsExactly(0, 5_000, 5_000);
        assertThat(found.bound()).isEqualTo(10_000);
    }

    /** One outcome is worth 10 in a pool and satisfies a target of 3: the pool grants more. */
    @Test
    void an_outcome_is_not_spent_on_a_small_target_when_it_is_worth_more_in_a_pool() {
        Choice choice = Choices.plain(new long[] {3_000}, Choices.way(10_000, 0, 0), Choices.way(10_000, 0));

        Solution found = BestChoice.of(choice, Budget.ofOneEvaluation());

        assertThat(found.wayOf()).containsExactly(Solution.NOWHERE);
        assertThat(found.amounts()).containsExactly(0, 10_000);
    }

    @Test
    void of_a_target_and_a_pool_that_grant_as_much_the_target_is_granted() {
        Choice choice = Choices.plain(new long[] {4_000}, Choices.way(4_000, 0), Choices.way(4_000, 0, 0));

        assertThat(BestChoice.of(choice, Budget.ofOneEvaluation()).wayOf()).containsExactly(1);
    }

    @Test
    void of_equal_choices_the_targets_that_come_first_are_granted() {
        Choice choice = Choices.plain(new long[] {3_000, 3_000, 3_000}, Choices.way(6_500, 0, 0, 1, 2));

        assertThat(BestChoice.of(choice, Budget.ofOneEvaluation()).wayOf()).containsExactly(0, 0, Solution.NOWHERE);
    }

    @Test
    void an_outcome_goes_through_one_rule_only() {
        Choice choice = Choices.plain(new long[] {3_000, 4_000}, Choices.way(9_000, 0, 0), Choices.way(9_000, 0, 1));

        assertThat(BestChoice.of(choice, Budget.ofOneEvaluation()).wayOf()).containsExactly(Solution.NOWHERE, 1);
    }

    @Test
    void as_few_outcomes_as_may_count_cover_as_much_as_they_can() {
        Choice choice = new Choice(
                new long[] {2_000, 2_000, 2_000, 3_000},
                List.of(Choices.way(9_000, 0, 3), Choices.way(9_000, 1, 0, 1), Choices.way(9_000, 2, 2, 3)),
                List.of(),
                List.of(new CountCap(Choices.upTo(5), new int[] {1, 1, 1}, 2)));

        assertThat(BestChoice.of(choice, Budget.ofOneEvaluation()).wayOf()).containsExactly(1, 1, 2, 2);
    }

    /** Two of three pools may count: the one of 1 is left out, whichever comes first. */
    @Test
    void a_count_leaves_out_what_is_worth_least() {
        Choice choice = new Choice(
                new long[0],
                List.of(Choices.way(1_000, 0), Choices.way(3_000, 1), Choices.way(2_000, 2)),
                List.of(),
                List.of(new CountCap(Choices.upTo(3), new int[] {1, 1, 1}, 2)));

        assertThat(BestChoice.of(choice, Budget.ofOneEvaluation()).amounts()).containsExactly(0, 3_000, 2_000);
    }

    @Test
    void nothing_to_choose_is_nothing_granted() {
        Solution none = BestChoice.of(Choices.plain(new long[0]), Budget.ofOneEvaluation());

        assertThat(none.wayOf()).isEmpty();
        assertThat(none.bound()).isZero();
    }

    @Test
    void thirty_targets_are_chosen_like_twenty() {
        long[] credits = LongStream.range(0, 30).map(i -> 2_000 + 137 * i).toArray();
        Way[] ways = IntStream.range(0, 8)
                .mapToObj(way -> new Way(7_000, Choices.upTo(30), Choices.set(way)))
                .toArray(Way[]::new);
        Choice choice = Choices.plain(credits, ways);

        Solution found = BestChoice.of(choice, Budget.ofOneEvaluation());

        assertThat(Choices.value(choice, found)).isGreaterThan(50_000).isLessThanOrEqualTo(found.bound());
        assertThat(found.bound()).isLessThanOrEqualTo(56_000);
    }

    @Test
    void what_exceeds_a_room_is_not_believed() {
        Choice choice = Choices.plain(new long[] {3_000}, Choices.way(2_000, 0, 0), Choices.way(2_000, 0));

        assertThatThrownBy(() -> Filling.of(choice, new int[] {0}, new long[2]))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(new Share(0, 0).toString());
        assertThatThrownBy(() -> Filling.of(choice, new int[] {Solution.NOWHERE}, new long[] {0, 2_001}))
                .isInstanceOf(IllegalStateException.class);
    }

    private static long[] byOutcome(Choice choice, Solution solution) {
        return IntStream.range(0, 8)
                .mapToLong(outcome -> IntStream.range(0, choice.ways().size())
                        .filter(way -> choice.ways().get(way).firstOutcome() == outcome)
                        .mapToLong(way -> solution.amounts()[way])
                        .sum())
                .toArray();
    }
}
