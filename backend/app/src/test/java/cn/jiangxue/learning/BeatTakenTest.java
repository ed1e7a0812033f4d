package cn.jiangxue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LearningApi.Beat;
import cn.jiangxue.contract.LearningApi.PlayedInterval;
import cn.jiangxue.learning.DeskDocument.Stream;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BeatTakenTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private final UUID person = UUID.randomUUID();

    @Test
    void beats_of_one_lesson_gather_in_one_place_and_are_due_with_the_first() {
        var first = BeatTaken.at(sitting(1_000), beat(1, 0, 15), NOON.plusSeconds(15));
        var second = BeatTaken.at(first.desk(), beat(2, 15, 30), NOON.plusSeconds(30));

        assertThat(second.desk().untold()).hasSize(1);
        assertThat(second.desk().untold().getFirst().segments())
                .extracting(DeskDocument.Segment::from, DeskDocument.Segment::at)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, NOON.plusSeconds(15)),
                        org.assertj.core.groups.Tuple.tuple(15, NOON.plusSeconds(30)));
        assertThat(second.desk().outboxAt()).isEqualTo(NOON.plusSeconds(15).plus(BeatTaken.TOLD_WITHIN));
        assertThat(second.desk().revision()).isEqualTo(first.desk().revision() + 1);
    }

    @Test
    void another_lesson_is_told_apart() {
        var first = BeatTaken.at(sitting(1_000), beat(1, 0, 15), NOON.plusSeconds(15));
        DeskDocument moved = first.desk().opened(stream(1_000), NOON.plusSeconds(16));

        var second = BeatTaken.at(moved, beat(1, 0, 15), NOON.plusSeconds(31));

        assertThat(second.desk().untold()).hasSize(2);
        assertThat(second.desk().untold().get(0))
                .isEqualTo(first.desk().untold().getFirst());
    }

    @Test
    void a_beat_that_brings_nothing_new_leaves_the_desk_as_it_is() {
        var first = BeatTaken.at(sitting(1_000), beat(1, 0, 15), NOON.plusSeconds(15));

        var again = BeatTaken.at(first.desk(), beat(1, 0, 15), NOON.plusSeconds(30));

        assertThat(again.desk()).isSameAs(first.desk());
        assertThat(again.segments()).isEmpty();
    }

    @Test
    void the_beat_that_completes_the_lesson_is_due_at_once() {
        var almost = BeatTaken.at(sitting(30), beat(1, 0, 15), NOON.plusSeconds(15));
        var done = BeatTaken.at(almost.desk(), beat(2, 15, 30), NOON.plusSeconds(30));

        assertThat(almost.completesLesson()).isFalse();
        assertThat(done.completesLesson()).isTrue();
        assertThat(done.desk().outboxAt()).isEqualTo(NOON.plusSeconds(30));
    }

    @Test
    void a_desk_that_holds_too_much_untold_refuses_and_stays_as_it_is() {
        var many = LongStream.rangeClosed(1, DeskDocument.MOST_UNTOLD)
                .mapToObj(n -> new PlayedInterval(n, 2.0 * n, 2.0 * n + 1))
                .toList();
        var full = BeatTaken.at(sitting(1_000), new Beat(UUID.randomUUID(), 0, many), NOON.plusSeconds(15));

        var refused = BeatTaken.at(full.desk(), beat(DeskDocument.MOST_UNTOLD + 1, 500, 515), NOON.plusSeconds(30));

        assertThat(full.isRefused()).isFalse();
        assertThat(refused.isRefused()).isTrue();
        assertThat(refused.desk()).isSameAs(full.desk());
    }

    private DeskDocument sitting(int videoSeconds) {
        return DeskDocument.fresh(person, NOON).opened(stream(videoSeconds), NOON);
    }

    private static Stream stream(int videoSeconds) {
        return new Stream(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                videoSeconds,
                videoSeconds * 9 / 10,
                new byte[0],
                0,
                0,
                0);
    }

    private static Beat beat(long n, int from, int to) {
        return new Beat(UUID.randomUUID(), to, List.of(new PlayedInterval(n, from, to)));
    }
}
