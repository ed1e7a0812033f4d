package cn.jiangxue.priorlearning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.PriorLearningApi.Criterion;
import cn.jiangxue.contract.PriorLearningApi.Method;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** When the assessment of a unit carries an award (《匠学先前学习认定办法（示范）》第四条至第六条). */
class SupportTest {

    private static final Set<Criterion> ALL = EnumSet.allOf(Criterion.class);
    private static final String UNIT = "turn-5-1";

    @Test
    void nothing_assessed_carries_nothing_and_says_so() {
        List<Finding> findings = Support.of(List.of(), UNIT);

        assertThat(findings).hasSize(2).noneMatch(Finding::met);
        assertThat(findings).extracting(finding -> finding.found().zh()).containsOnly("尚未评审");
        assertThat(findings).extracting(Finding::clause).allMatch(clause -> clause.startsWith("匠学先前学习认定办法（示范）第"));
        assertThat(Support.carries(List.of(), UNIT)).isFalse();
    }

    @Test
    void a_portfolio_that_fits_in_all_respects_is_not_enough_alone() {
        assertThat(Support.carries(List.of(portfolio(ALL)), UNIT)).isFalse();
    }

    @Test
    void a_portfolio_and_an_interview_carry_it() {
        assertThat(Support.carries(List.of(portfolio(ALL), interview(true)), UNIT))
                .isTrue();
    }

    @Test
    void a_portfolio_and_sixty_points_carry_it_and_fifty_nine_do_not() {
        assertThat(Support.carries(List.of(portfolio(ALL), practical(60)), UNIT))
                .isTrue();
        assertThat(Support.carries(List.of(portfolio(ALL), practical(59)), UNIT))
                .isFalse();
    }

    @Test
    void an_interview_does_not_make_up_for_a_failed_test() {
        List<Assessed> records = List.of(portfolio(ALL), interview(true), practical(40));

        assertThat(Support.carries(records, UNIT)).isFalse();
        assertThat(Support.of(records, UNIT))
                .filteredOn(finding -> !finding.met())
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.clause()).endsWith("第六条");
                    assertThat(finding.found().zh()).isEqualTo("实操40分");
                });
    }

    @Test
    void a_passed_test_makes_up_for_a_failed_interview() {
        assertThat(Support.carries(List.of(portfolio(ALL), interview(false), practical(85)), UNIT))
                .isTrue();
    }

    @Test
    void every_criterion_is_needed_and_the_missing_one_is_named() {
        for (Criterion missing : Criterion.values()) {
            Set<Criterion> rest = EnumSet.complementOf(EnumSet.of(missing));
            List<Assessed> records = List.of(portfolio(rest), interview(true));

            assertThat(Support.carries(records, UNIT)).isFalse();
            assertThat(Support.of(records, UNIT).getFirst().found().zh())
                    .isEqualTo("不符合：" + Support.name(missing).zh());
        }
    }

    @Test
    void the_newest_record_of_a_method_stands() {
        assertThat(Support.carries(List.of(portfolio(ALL), practical(30), practical(72)), UNIT))
                .isTrue();
        assertThat(Support.carries(List.of(portfolio(ALL), practical(72), practical(30)), UNIT))
                .isFalse();
        assertThat(Support.carries(List.of(interview(true), portfolio(Set.of()), portfolio(ALL)), UNIT))
                .isTrue();
    }

    @Test
    void records_of_another_unit_say_nothing() {
        Assessed other =
                new Assessed(UUID.randomUUID(), "turn-5-2", Method.INTERVIEW, Set.of(), true, null, UUID.randomUUID());

        assertThat(Support.carries(List.of(portfolio(ALL), other), UNIT)).isFalse();
        assertThat(Support.standing(List.of(other), UNIT)).isEmpty();
    }

    @Test
    void a_record_has_what_its_method_asks_and_nothing_else() {
        assertThat(record(Method.PORTFOLIO, Set.of(), null, null).isWhole()).isTrue();
        assertThat(record(Method.PORTFOLIO, ALL, true, null).isWhole()).isFalse();
        assertThat(record(Method.PORTFOLIO, ALL, null, 60).isWhole()).isFalse();
        assertThat(record(Method.INTERVIEW, Set.of(), true, null).isWhole()).isTrue();
        assertThat(record(Method.INTERVIEW, Set.of(), null, null).isWhole()).isFalse();
        assertThat(record(Method.INTERVIEW, ALL, true, null).isWhole()).isFalse();
        assertThat(record(Method.INTERVIEW, Set.of(), true, 60).isWhole()).isFalse();
        assertThat(record(Method.PRACTICAL, Set.of(), null, 0).isWhole()).isTrue();
        assertThat(record(Method.PRACTICAL, Set.of(), null, 100).isWhole()).isTrue();
        assertThat(record(Method.PRACTICAL, Set.of(), null, -1).isWhole()).isFalse();
        assertThat(record(Method.PRACTICAL, Set.of(), null, 101).isWhole()).isFalse();
        assertThat(record(Method.PRACTICAL, Set.of(), null, null).isWhole()).isFalse();
        assertThat(record(Method.PRACTICAL, Set.of(), false, 60).isWhole()).isFalse();
        assertThat(record(Method.PRACTICAL, ALL, null, 60).isWhole()).isFalse();
    }

    /** Seeded: whatever was recorded before, it depends on the newest of each method alone, and is never met while a finding is not. */
    @Test
    void only_what_stands_counts() {
        Random random = new Random(20_261_126);
        for (int turn = 0; turn < 2_000; turn++) {
            List<Assessed> records = new ArrayList<>();
            int many = random.nextInt(8);
            for (int i = 0; i < many; i++) {
                records.add(any(random));
            }
            boolean carries = Support.carries(records, UNIT);

            assertThat(Support.carries(
                            List.copyOf(Support.standing(records, UNIT).values()), UNIT))
                    .isEqualTo(carries);
            assertThat(carries).isEqualTo(Support.of(records, UNIT).stream().allMatch(Finding::met));
            List<Assessed> better = new ArrayList<>(records);
            better.add(portfolio(ALL));
            better.add(practical(100));
            assertThat(Support.carries(better, UNIT)).isTrue();
        }
    }

    private static Assessed any(Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> portfolio(random.nextBoolean() ? ALL : Set.of(Criterion.VALID));
            case 1 -> interview(random.nextBoolean());
            default -> practical(random.nextInt(101));
        };
    }

    @Test
    void the_fingerprint_changes_with_what_the_award_rests_on_and_with_nothing_else() {
        UUID claim = new UUID(1, 1);
        List<Assessed> records = List.of(portfolio(ALL), interview(true));
        String hash = Fingerprint.of(claim, "2026", List.of(UNIT), records, List.of(new UUID(2, 2), new UUID(2, 1)));

        assertThat(hash).hasSize(64);
        assertThat(Fingerprint.of(claim, "2026", List.of(UNIT), records, List.of(new UUID(2, 1), new UUID(2, 2))))
                .isEqualTo(hash);
        assertThat(Fingerprint.of(
                        claim,
                        "2026",
                        List.of(UNIT),
                        List.of(portfolio(ALL), interview(true), records.getFirst()),
                        List.of()))
                .isNotEqualTo(hash);
        assertThat(Fingerprint.of(claim, "2027", List.of(UNIT), records, List.of()))
                .isNotEqualTo(hash);
        assertThat(Fingerprint.of(claim, "2026", List.of(), records, List.of(new UUID(2, 2), new UUID(2, 1))))
                .isNotEqualTo(hash);
        assertThat(Fingerprint.of(
                        claim,
                        "2026",
                        List.of(UNIT),
                        List.of(records.getFirst(), practical(77)),
                        List.of(new UUID(2, 2), new UUID(2, 1))))
                .isNotEqualTo(hash);
    }

    static Assessed portfolio(Set<Criterion> criteria) {
        return record(Method.PORTFOLIO, criteria, null, null);
    }

    static Assessed interview(boolean met) {
        return record(Method.INTERVIEW, Set.of(), met, null);
    }

    static Assessed practical(int mark) {
        return record(Method.PRACTICAL, Set.of(), null, mark);
    }

    private static Assessed record(
            Method method, Set<Criterion> criteria, @Nullable Boolean met, @Nullable Integer mark) {
        return new Assessed(UUID.randomUUID(), UNIT, method, criteria, met, mark, new UUID(9, 9));
    }
}
