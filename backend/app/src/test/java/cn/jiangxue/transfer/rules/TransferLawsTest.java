package cn.jiangxue.transfer.rules;

import static cn.jiangxue.transfer.rules.Scene.absolute;
import static cn.jiangxue.transfer.rules.Scene.cap;
import static cn.jiangxue.transfer.rules.Scene.outcome;
import static cn.jiangxue.transfer.rules.Scene.rule;
import static cn.jiangxue.transfer.rules.Scene.target;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.transfer.Answer;
import cn.jiangxue.transfer.Cap.Scope;
import cn.jiangxue.transfer.Condition;
import cn.jiangxue.transfer.CreditBasis;
import cn.jiangxue.transfer.Evaluation;
import cn.jiangxue.transfer.Exclusion;
import cn.jiangxue.transfer.Grant;
import cn.jiangxue.transfer.Outcome;
import cn.jiangxue.transfer.Outcome.Standing;
import cn.jiangxue.transfer.OutcomeKind;
import cn.jiangxue.transfer.Request.LiveAward;
import cn.jiangxue.transfer.SourceSlot;
import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Laws that hold for every request; the seed of a failure is in its name. */
class TransferLawsTest {

    private static final int REQUESTS = 40;
    private static final List<OutcomeKind> KINDS =
            List.of(OutcomeKind.COURSE, OutcomeKind.SKILL_GRADE, OutcomeKind.TRAINING);

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_120})
    void credit_is_never_created(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            Scene scene = scene(random, true);
            Map<Object, Credits> stated = new HashMap<>();
            scene.outcomes.forEach(one -> stated.put(one.id(), Objects.requireNonNull(one.stated())));
            Map<List<?>, Credits> byUse = new HashMap<>();

            Evaluation judged = scene.judged();

            for (Answer grant : judged.grants()) {
                byUse.merge(grant.sources(), grant.granted(), Credits::plus);
            }
            byUse.forEach((sources, granted) -> assertThat(granted)
                    .isLessThanOrEqualTo(sources.stream().map(stated::get).reduce(Credits.ZERO, Credits::plus)));
            assertThat(byUse.keySet().stream().flatMap(List::stream)).doesNotHaveDuplicates();
            assertThat(judged.grants().stream().map(Answer::target).filter(Objects::nonNull))
                    .doesNotHaveDuplicates();
            assertThat(judged.granted()).isLessThanOrEqualTo(Scene.credits("30"));
            assertThat(judged.answers())
                    .allMatch(answer -> answer.isGranted() || !answer.unmet().isEmpty())
                    .allMatch(answer -> !answer.isGranted() || answer.rule() != null && answer.mark() != null);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_120})
    void the_order_in_which_things_come_changes_nothing(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            Scene scene = scene(random, true);
            Evaluation judged = scene.judged();

            Collections.shuffle(scene.outcomes, random);
            Collections.shuffle(scene.rules, random);
            scene.outcomes.add(scene.outcomes.getFirst());

            assertThat(scene.judged()).isEqualTo(judged);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_120})
    void a_replay_on_what_was_granted_grants_nothing_more(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            Scene scene = scene(random, true);
            Evaluation judged = scene.judged();
            scene.outcomes.removeIf(one ->
                    judged.grants().stream().noneMatch(grant -> grant.sources().contains(one.id())));
            judged.grants().forEach(grant -> scene.live.add(award(scene, grant)));

            Evaluation again = scene.judged();

            assertThat(again.granted()).isEqualTo(Credits.ZERO);
            assertThat(again.reversals()).isEmpty();
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_120})
    void more_evidence_never_lowers_the_result_unless_an_exclusion_says_so(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            Scene scene = scene(random, false);
            scene.priority.addAll(scene.outcomes.stream().map(Outcome::id).toList());
            Collections.shuffle(scene.priority, random);
            Outcome more = scene.outcomes.remove(random.nextInt(scene.outcomes.size()));
            Credits before = scene.judged().granted();

            scene.outcomes.add(more);

            assertThat(scene.judged().granted()).isGreaterThanOrEqualTo(before);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void every_condition_that_is_not_met_says_by_how_much(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            List<Condition> conditions = scene(random, true).judged().answers().stream()
                    .flatMap(answer -> answer.conditions().stream())
                    .toList();

            assertThat(conditions)
                    .allMatch(one -> one.met()
                            || Objects.requireNonNull(one.missing()).amount().signum() > 0)
                    .allMatch(one ->
                            !one.clause().zh().isBlank() && !one.clause().en().isBlank())
                    .allMatch(one ->
                            !one.what().en().isBlank() && !one.asked().en().isBlank());
        }
    }

    static LiveAward award(Scene scene, Answer grant) {
        List<Outcome> sources = scene.outcomes.stream()
                .filter(one -> grant.sources().contains(one.id()))
                .toList();
        return new LiveAward(
                Objects.requireNonNull(grant.rule()),
                sources,
                grant.target(),
                Objects.requireNonNull(grant.category()),
                grant.level(),
                grant.granted());
    }

    static Scene scene(Random random, boolean exclusions) {
        Scene scene = new Scene();
        for (int i = 0; i < 2 + random.nextInt(6); i++) {
            scene.with(randomOutcome(random, i, exclusions));
        }
        IntStream.range(0, 5).forEach(i -> scene.with(target("t" + i, Integer.toString(2 + random.nextInt(5)))));
        for (int i = 0; i < 4; i++) {
            int number = i;
            scene.with(rule("whole" + i, draft -> {
                draft.sources = List.of(SourceSlot.any(KINDS.get(random.nextInt(2))));
                draft.grant = new Grant.Whole(List.of("t" + number, "t" + (number + 1)));
                return draft;
            }));
        }
        scene.with(rule("pair", draft -> {
            draft.sources = List.of(SourceSlot.any(KINDS.get(0)), SourceSlot.any(KINDS.get(1)));
            draft.grant = new Grant.Whole(List.of("t0", "t3", "t4"));
            return draft;
        }));
        scene.with(rule("rest", draft -> {
            draft.sources = List.of(SourceSlot.any(KINDS.get(2)));
            draft.credit = new CreditBasis.CopyStated();
            return draft;
        }));
        scene.with(rule("either", draft -> {
            draft.sources = List.of(SourceSlot.any(KINDS.get(random.nextInt(2))));
            draft.grant = new Grant.Pool("either");
            draft.credit = new CreditBasis.CopyStated();
            return draft;
        }));
        scene.with(cap(Scope.CATEGORY, "either", absolute(Integer.toString(2 + random.nextInt(9)))));
        scene.with(cap(Scope.PROGRAMME, null, absolute("30")));
        if (random.nextBoolean()) {
            scene.with(cap(Scope.INSTITUTION, null, absolute(Integer.toString(3 + random.nextInt(12)))));
        }
        if (random.nextBoolean()) {
            scene.with(cap(Scope.TYPE, "COURSE", absolute(Integer.toString(random.nextInt(12)))));
        }
        if (exclusions) {
            scene.with(new Exclusion.HighestOfGroup(null, Scene.GROUNDS));
        }
        return scene;
    }

    private static Outcome randomOutcome(Random random, int number, boolean grouped) {
        return outcome("o" + number, draft -> {
            draft.kind = KINDS.get(random.nextInt(3));
            draft.issuer = "school-" + random.nextInt(3);
            draft.stated = Credits.whole(1 + random.nextInt(9));
            draft.attainedOn = LocalDate.of(2024 + random.nextInt(2), 1 + random.nextInt(12), 1);
            draft.standing = grouped && random.nextInt(3) == 0 ? new Standing("g", random.nextInt(3)) : null;
            return draft;
        });
    }
}
