package cn.jiangxue.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.outcome.NewOutcome.Recorded;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class StatedOutcomesTest {

    private final UUID li = UUID.randomUUID();
    private final UUID college = UUID.randomUUID();
    private final UUID cause = UUID.randomUUID();
    private Ground ground;
    private LearningOutcomes outcomes;
    private StatedOutcomes stated;

    @BeforeEach
    void open() {
        ground = new Ground();
        outcomes = OutcomeFixture.over(ground, ground.outbox(List.of(), List.of()));
        stated = OutcomeFixture.stated(ground);
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    @Test
    void the_same_block_told_fifty_times_at_once_is_recorded_once_and_answered_alike() {
        List<NewOutcome> block = IntStream.range(0, 20)
                .mapToObj(i -> outcome("A-" + i, "培训", cause, i))
                .toList();

        List<List<Recorded>> answers = Flux.range(0, 50)
                .flatMap(i -> stated.record(block), 50)
                .collectList()
                .block();

        assertThat(answers).containsOnly(Collections.nCopies(20, Recorded.ACCEPTED));
        assertThat(outcomes.stated(new LearnerId(li)).collectList().block()).hasSize(20);
    }

    @Test
    void the_same_from_elsewhere_was_there_and_other_content_is_a_conflict() {
        stated.record(List.of(outcome("A-1", "培训", cause, 1))).block();

        UUID later = UUID.randomUUID();
        List<NewOutcome> again = List.of(
                outcome("A-1", "培训", later, 1), outcome("A-1", "别的培训", later, 2), outcome("A-2", "培训", later, 3));

        assertThat(stated.compare(again).block())
                .containsExactly(Recorded.ALREADY, Recorded.CONFLICT, Recorded.ACCEPTED);
        assertThat(outcomes.stated(new LearnerId(li)).collectList().block()).hasSize(1);
        assertThat(stated.record(again).block())
                .containsExactly(Recorded.ALREADY, Recorded.CONFLICT, Recorded.ACCEPTED);
    }

    @Test
    void recognition_gets_every_field_and_a_learner_sees_the_newest_first() {
        outcomes.record(Completions.of(li, UUID.randomUUID(), 16)).block();
        ground.clock.advanceSeconds(60);
        stated.record(List.of(outcome("A-1", "培训", cause, 1))).block();

        StatedOutcome seen =
                outcomes.stated(new LearnerId(li)).collectList().block().getFirst();
        assertThat(seen.type()).isEqualTo(OutcomeType.TRAINING);
        assertThat(seen.issuerId()).isEqualTo(college);
        assertThat(seen.occupationCode()).isNull();
        assertThat(seen.particulars())
                .isEqualTo(new Particulars(
                        "T-1",
                        4,
                        6_000L,
                        8_750,
                        LocalDate.of(2030, 1, 1),
                        new Particulars.Standing("english", 2),
                        List.of("U1", "U2")));
        Page<Outcome> page = outcomes.page(new LearnerId(li), null).block();
        assertThat(page.items()).extracting(Outcome::type).containsExactly(OutcomeType.TRAINING, OutcomeType.COURSE);
        assertThat(page.items().getFirst().details().number()).isEqualTo("A-1");
        assertThat(outcomes.withdrawn(new LearnerId(li), List.of(seen.id()))
                        .collectList()
                        .block())
                .as("it counts")
                .isEmpty();
    }

    @Test
    void there_is_a_limit_to_one_block() {
        NewOutcome one = outcome("A-1", "培训", cause, 1);

        assertThat(stated.record(List.of()).block()).isEmpty();
        assertThatThrownBy(() -> stated.record(Collections.nCopies(StatedOutcomes.AT_ONCE + 1, one)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private NewOutcome outcome(String number, String title, UUID by, int line) {
        return new NewOutcome(
                li,
                OutcomeType.TRAINING,
                number,
                new LocalText(title, "Training"),
                college,
                new LocalText("学院", "College"),
                null,
                null,
                16,
                LocalDate.of(2026, 6, 30),
                "ab".repeat(32),
                new Particulars(
                        "T-1",
                        4,
                        6_000L,
                        8_750,
                        LocalDate.of(2030, 1, 1),
                        new Particulars.Standing("english", 2),
                        List.of("U1", "U2")),
                by,
                line);
    }
}
