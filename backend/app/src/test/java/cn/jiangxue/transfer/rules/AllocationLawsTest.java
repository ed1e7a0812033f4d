package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.Scene.credits;
import static cn.jiangxue.transfer.rules.Scene.decimal;
import static cn.jiangxue.transfer.rules.Scene.outcome;
import static cn.jiangxue.transfer.rules.Scene.rule;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Cap;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.CreditBasis.Row;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Limit;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.RuleVersion;
import cn.jiangxue.transfer.SourceSlot;
import cn.jiangxue.transfer.Validity;
import cn.jiangxue.transfer.Validity.Decay;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws of what is granted, worked out beside the engine; the seed of a failure is in its name. */
class AllocationLawsTest {

    private static final int REQUESTS = 40;

    /** Added up from the answers alone. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 20_261_126})
    void no_cap_is_ever_exceeded(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            Scene scene = TransferLawsTest.scene(random, true);
            scene.with(Scene.cap(Scope.CATEGORY, "core", Scene.absolute(Integer.toString(random.nextInt(14)))));
            scene.with(Scene.cap(Scope.YEAR, null, Scene.absolute(Integer.toString(4 + random.nextInt(9)))));
            scene.with(new Cap("count", Scope.TYPE, null, new Limit.Count(1 + random.nextInt(3)), Scene.GROUNDS));
            Map<OutcomeId, Outcome> byId =
                    scene.outcomes.stream().collect(Collectors.toMap(Outcome::id, Function.identity()));

            List<Answer> grants = scene.judged().grants();

            for (Cap cap : scene.caps) {
                Map<String, Credits> sums = new HashMap<>();
                Map<String, List<OutcomeId>> counted = new HashMap<>();
                for (Answer grant : grants) {
                    List<Outcome> sources = grant.sources().stream()
                            .map(id -> Objects.requireNonNull(byId.get(id)))
                            .toList();
                    for (String key : sources.stream()
                            .map(source -> key(cap, source, grant))
                            .distinct()
                            .toList()) {
                        sums.merge(key, grant.granted(), Credits::plus);
                    }
                    sources.forEach(source -> counted.computeIfAbsent(key(cap, source, grant), _ -> new ArrayList<>())
                            .add(source.id()));
                }
                if (cap.key() != null) {
                    sums.keySet().retainAll(List.of(cap.key()));
                    counted.keySet().retainAll(List.of(cap.key()));
                }
                switch (cap.most()) {
                    case Limit.OfCredit limit ->
                        assertThat(sums.values()).allMatch(sum -> sum.compareTo(limit.most()) <= 0);
                    case Limit.Count count ->
                        assertThat(counted.values())
                                .allMatch(ids -> ids.stream().distinct().count() <= count.outcomes());
                }
            }
        }
    }

    /** The learner applies again with all there is, granted or not. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 20_261_126})
    void a_replay_with_everything_the_learner_has_grants_and_takes_back_nothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            Scene scene = TransferLawsTest.scene(random, true);
            Evaluation judged = scene.judged();
            judged.grants().forEach(grant -> scene.live.add(TransferLawsTest.award(scene, grant)));

            Evaluation again = scene.judged();

            assertThat(again.grants()).isEmpty();
            assertThat(again.reversals()).isEmpty();
        }
    }

    /** A version that nobody signed, one that is not yet in force and one that has ended change no answer that grants. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13})
    void versions_that_do_not_hold_change_nothing_that_is_granted(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            Scene scene = TransferLawsTest.scene(random, true);
            Evaluation judged = scene.judged();
            List<RuleVersion> others = scene.rules.stream()
                    .map(one -> rule(one.ref().id(), draft -> {
                        draft.version = 2;
                        draft.sources = one.sources();
                        draft.grant = one.grant();
                        draft.credit = new CreditBasis.Fixed(credits("99"));
                        switch (random.nextInt(3)) {
                            case 0 -> draft.parties = java.util.Set.of("school-a");
                            case 1 -> draft.from = Scene.TODAY.plusDays(1);
                            default -> draft.until = Scene.TODAY;
                        }
                        return draft;
                    }))
                    .toList();

            scene.rules.addAll(others);

            assertThat(scene.judged()).isEqualTo(judged);
        }
    }

    /** Each outcome goes into a pool by a rule of its own, whatever the rule reads: what counts and what stays banked are together its worth. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 20_261_126})
    void what_counts_and_what_stays_banked_are_together_what_the_outcome_is_worth(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            Scene scene = new Scene();
            Map<OutcomeId, Long> worth = new HashMap<>();
            for (int number = 0; number < 6; number++) {
                add(scene, random, number, worth);
            }
            Credits most = Credits.whole(random.nextInt(25));
            scene.with(Scene.cap(Scope.PROGRAMME, null, new Limit.Absolute(most)));

            Evaluation judged = scene.judged();

            for (Answer answer : judged.answers()) {
                assertThat(answer.granted().plus(answer.banked()).milli())
                        .isEqualTo(worth.get(answer.sources().getFirst()));
            }
            long all = worth.values().stream().mapToLong(Long::longValue).sum();
            assertThat(judged.granted().milli()).isEqualTo(Math.min(all, most.milli()));
        }
    }

    /** What it is worth is worked out here in plain whole numbers. */
    private static void add(Scene scene, Random random, int number, Map<OutcomeId, Long> worth) {
        int stated = 1 + random.nextInt(9_000);
        int score = random.nextInt(101);
        int years = random.nextInt(4);
        Outcome one = outcome("o" + number, draft -> {
            draft.stated = new Credits(stated);
            draft.score = decimal(Integer.toString(score));
            draft.attainedOn = Scene.TODAY.minusYears(years);
            return draft;
        });
        int basis = random.nextInt(3);
        long full = switch (basis) {
            case 0 -> stated;
            case 1 -> 2_500;
            default -> score >= 85 ? 3_000 : score >= 60 ? 1_001 : 0;
        };
        long kept = years >= 3 ? 25 : years >= 1 ? 70 : 100;
        scene.with(one).with(rule("rule" + number, draft -> {
            draft.sources = List.of(SourceSlot.of(OutcomeKind.COURSE, "o" + number));
            draft.credit = switch (basis) {
                case 0 -> new CreditBasis.CopyStated();
                case 1 -> new CreditBasis.Fixed(credits("2.5"));
                default ->
                    new CreditBasis.Table(
                            CreditBasis.Key.SCORE,
                            List.of(new Row(decimal("60"), credits("1.001")), new Row(decimal("85"), credits("3"))));
            };
            draft.validity = new Validity(null, List.of(new Decay(1, 70), new Decay(3, 25)));
            return draft;
        }));
        worth.put(one.id(), full * kept / 100);
    }

    private static String key(Cap cap, Outcome source, Answer grant) {
        return switch (cap.scope()) {
            case PROGRAMME, SOURCE -> "";
            case CATEGORY -> String.valueOf(grant.category());
            case YEAR -> Integer.toString(source.attainedOn().getYear());
            case TERM -> throw new IllegalArgumentException("no terms here");
            case INSTITUTION -> source.issuer();
            case TYPE -> source.kind().name();
        };
    }
}
