package cn.jiangxue.assessment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.assessment.rules.AttemptPolicy.Earlier;
import cn.jiangxue.assessment.rules.AttemptPolicy.Start;
import cn.jiangxue.assessment.rules.Marking.Asked;
import cn.jiangxue.contract.AssessmentApi.Option;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.contract.AssessmentApi.QuestionKind;
import cn.jiangxue.contract.AssessmentApi.QuestionRef;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Flaw;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptRulesTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @Test
    void an_answer_earns_its_points_whole_or_not_at_all() {
        var id = UUID.randomUUID();
        var asked = List.of(new Asked(id, question(List.of("a", "c"), 4)));

        assertThat(Marking.mark(asked, Map.of(id, List.of("c", "a")), 60).points())
                .isEqualTo(4);
        assertThat(Marking.mark(asked, Map.of(id, List.of("a")), 60).points()).isZero();
        assertThat(Marking.mark(asked, Map.of(id, List.of("a", "b", "c")), 60).points())
                .isZero();
        assertThat(Marking.mark(asked, Map.of(), 60).points()).isZero();
    }

    @Test
    void the_percentage_is_rounded_down_so_79_point_9_is_not_80() {
        var right = UUID.randomUUID();
        var wrong = UUID.randomUUID();
        var asked =
                List.of(new Asked(right, question(List.of("a"), 799)), new Asked(wrong, question(List.of("a"), 201)));

        var mark = Marking.mark(asked, Map.of(right, List.of("a")), 80);

        assertThat(mark.percent()).isEqualTo(79);
        assertThat(mark.passed()).isFalse();
        assertThat(mark.possible()).isEqualTo(1_000);
        assertThat(mark.right()).containsExactly(right);
        assertThat(Marking.mark(asked, Map.of(right, List.of("a")), 79).passed())
                .isTrue();
    }

    @Test
    void nothing_asked_is_nothing_earned() {
        assertThat(Marking.mark(List.of(), Map.of(), 60).percent()).isZero();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 20261120})
    void one_attempt_always_draws_the_same_and_never_a_question_twice(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            int size = 1 + random.nextInt(60);
            int count = 1 + random.nextInt(size);
            List<Integer> bank = IntStream.range(0, size).boxed().toList();
            var attempt = new UUID(random.nextLong(), random.nextLong());

            List<Integer> drawn = Drawing.draw(bank, count, attempt);

            assertThat(drawn).as("seed %d", seed).hasSize(count).doesNotHaveDuplicates();
            assertThat(bank).containsAll(drawn);
            assertThat(Drawing.draw(bank, count, attempt)).isEqualTo(drawn);
        }
    }

    @Test
    void different_attempts_ask_in_different_orders() {
        List<Integer> bank = IntStream.range(0, 20).boxed().toList();

        Set<List<Integer>> orders = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            orders.add(Drawing.draw(bank, 20, new UUID(i, 2L * i + 1)));
        }

        assertThat(orders.size()).isGreaterThan(15);
    }

    @Test
    void options_are_rearranged_but_true_and_false_keep_their_places() {
        var choice = question(List.of("a"), 1);
        var trueFalse = new QuestionContent(
                QuestionKind.TRUE_FALSE,
                new LocalText("题", ""),
                List.of(new Option("true", new LocalText("对", "")), new Option("false", new LocalText("错", ""))),
                List.of("true"),
                new LocalText("因为", ""),
                1);
        Set<List<Option>> orders = new HashSet<>();
        for (int i = 0; i < 20; i++) {
            var arranged = Drawing.arrange(choice, new UUID(i, 1), new UUID(3, i));
            assertThat(arranged).containsExactlyInAnyOrderElementsOf(choice.options());
            orders.add(arranged);
            assertThat(Drawing.arrange(trueFalse, new UUID(i, 1), new UUID(3, i)))
                    .isEqualTo(trueFalse.options());
        }
        assertThat(orders.size()).isGreaterThan(1);
    }

    @Test
    void attempts_are_numbered_until_they_are_used_up() {
        var id = UUID.randomUUID();
        var first = new Earlier(UUID.randomUUID(), 1, false);
        var second = new Earlier(UUID.randomUUID(), 2, false);

        assertThat(AttemptPolicy.start(id, List.of(), 2)).isEqualTo(new Start.Allowed(1));
        assertThat(AttemptPolicy.start(id, List.of(first), 2)).isEqualTo(new Start.Allowed(2));
        assertThat(AttemptPolicy.start(id, List.of(first, second), 2)).isEqualTo(new Start.UsedUp(2));
    }

    @Test
    void the_same_start_again_is_the_same_attempt_even_when_it_was_the_last() {
        var only = new Earlier(UUID.randomUUID(), 1, true);

        assertThat(AttemptPolicy.start(only.id(), List.of(only), 1)).isEqualTo(new Start.Repeated(1));
    }

    @Test
    void an_open_attempt_is_finished_before_another_starts() {
        var open = new Earlier(UUID.randomUUID(), 1, true);

        assertThat(AttemptPolicy.start(UUID.randomUUID(), List.of(open), 5))
                .isEqualTo(new Start.AnotherOpen(open.id()));
    }

    @Test
    void an_answer_counts_until_ten_seconds_after_the_time_is_up() {
        var closes = AttemptPolicy.closesAt(NOON, 30);

        assertThat(closes).isEqualTo(NOON.plusSeconds(1_800));
        assertThat(AttemptPolicy.isOver(closes, NOON.plusSeconds(1_810))).isFalse();
        assertThat(AttemptPolicy.isOver(closes, NOON.plusSeconds(1_811))).isTrue();
        assertThat(AttemptPolicy.closesAt(NOON, 0)).isNull();
        assertThat(AttemptPolicy.isOver(null, NOON)).isFalse();
    }

    @Test
    void a_sound_paper_has_no_flaw_and_its_limits_are_inclusive() {
        var ref = new QuestionRef(UUID.randomUUID(), 1);

        assertThat(PaperRules.flaws(paper("卷", List.of(ref), 1, 1, 1, 0), Set.of(ref)))
                .isEmpty();
        assertThat(PaperRules.flaws(paper("卷", List.of(ref), 1, 100, 20, 600), Set.of(ref)))
                .isEmpty();
    }

    @Test
    void every_flaw_of_a_paper_is_named() {
        var ref = new QuestionRef(UUID.randomUUID(), 1);
        var twice = new QuestionRef(ref.questionId(), 2);

        assertThat(fields(paper("", List.of(), 0, 0, 0, -1), Set.of()))
                .containsExactly("title", "questions", "drawCount", "passPercent", "maxAttempts", "minutes");
        assertThat(fields(paper("卷", List.of(ref), 2, 101, 21, 601), Set.of(ref)))
                .containsExactly("drawCount", "passPercent", "maxAttempts", "minutes");
        assertThat(fields(paper("卷", List.of(ref, twice), 1, 60, 3, 0), Set.of(ref)))
                .containsExactly("questions", "questions[1]");
    }

    @Test
    void a_paper_holds_at_most_200_questions() {
        var refs = IntStream.range(0, 201)
                .mapToObj(i -> new QuestionRef(new UUID(1, i), 1))
                .toList();

        assertThat(fields(paper("卷", refs, 10, 60, 3, 0), new HashSet<>(refs))).containsExactly("questions");
        assertThat(fields(paper("卷", refs.subList(0, 200), 200, 60, 3, 0), new HashSet<>(refs)))
                .isEmpty();
    }

    private static List<String> fields(PaperContent paper, Set<QuestionRef> known) {
        return PaperRules.flaws(paper, known).stream().map(Flaw::field).toList();
    }

    private static PaperContent paper(
            String title, List<QuestionRef> questions, int draw, int pass, int attempts, int minutes) {
        return new PaperContent(new LocalText(title, ""), questions, draw, pass, attempts, minutes);
    }

    private static QuestionContent question(List<String> correct, int points) {
        return new QuestionContent(
                correct.size() == 1 ? QuestionKind.SINGLE : QuestionKind.MULTIPLE,
                new LocalText("题", "Q"),
                List.of("a", "b", "c").stream()
                        .map(id -> new Option(id, new LocalText("选项" + id, "")))
                        .toList(),
                correct,
                new LocalText("因为", ""),
                points);
    }
}
