package cn.jiangxue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LearningApi.Beat;
import cn.jiangxue.contract.LearningApi.NotCounted;
import cn.jiangxue.contract.LearningApi.PlayedInterval;
import cn.jiangxue.learning.DeskDocument.Segment;
import cn.jiangxue.learning.DeskDocument.Stream;
import cn.jiangxue.learning.rules.CountedSegment;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BeatTakenTest {

    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    private final UUID person = UUID.randomUUID();

    @Test
    void beats_that_follow_on_one_another_are_one_segment_that_grows_and_is_due_with_the_first() {
        var first = BeatTaken.at(sitting(1_000), beat(1, 0, 15), NOON.plusSeconds(15));
        var second = BeatTaken.at(first.desk(), beat(2, 15, 30), NOON.plusSeconds(30));

        Segment one = only(first.desk());
        assertThat(only(second.desk()))
                .isEqualTo(new Segment(one.id(), NOON.plusSeconds(15), NOON.plusSeconds(30), 0, 30, 30, 30, null));
        assertThat(second.segments()).extracting(CountedSegment::from).containsExactly(15);
        assertThat(second.desk().sealed()).isFalse();
        assertThat(second.desk().outboxAt()).isEqualTo(NOON.plusSeconds(15).plus(BeatTaken.TOLD_WITHIN));
        assertThat(second.desk().revision()).isEqualTo(first.desk().revision() + 1);
    }

    @Test
    void a_sealed_segment_never_grows_and_the_one_after_it_does() {
        var first = BeatTaken.at(sitting(1_000), beat(1, 0, 15), NOON.plusSeconds(15));
        DeskDocument sealed = first.desk().asSealed();

        var second = BeatTaken.at(sealed, beat(2, 15, 30), NOON.plusSeconds(30));
        var third = BeatTaken.at(second.desk(), beat(3, 30, 45), NOON.plusSeconds(45));

        assertThat(untold(third.desk())).hasSize(2);
        assertThat(untold(third.desk()).getFirst()).isEqualTo(only(sealed));
        assertThat(untold(third.desk()).getLast())
                .extracting(Segment::from, Segment::to, Segment::countedSeconds)
                .containsExactly(15, 45, 30);
        assertThat(untold(third.desk()).getLast().id())
                .isNotEqualTo(only(sealed).id());
    }

    @Test
    void a_jump_and_what_did_not_count_are_segments_of_their_own() {
        var played = BeatTaken.at(sitting(1_000), beat(1, 0, 15), NOON.plusSeconds(15));
        var jumped = BeatTaken.at(played.desk(), beat(2, 100, 115), NOON.plusSeconds(30));
        var hurried = BeatTaken.at(jumped.desk(), beat(3, 115, 145), NOON.plusSeconds(45));
        var again = BeatTaken.at(hurried.desk(), beat(4, 145, 160), NOON.plusSeconds(60));

        assertThat(untold(again.desk())).extracting(Segment::from).containsExactly(0, 100, 115, 145);
        assertThat(untold(again.desk()).get(2).why()).isEqualTo(NotCounted.FASTER_THAN_THE_CLOCK);
    }

    @Test
    void seconds_lost_to_rounding_never_add_up_within_a_segment() {
        DeskDocument desk = sitting(1_000);
        Instant now = NOON;
        int counted = 0;
        for (int n = 1; n <= 40; n++) {
            now = now.plusMillis(14_400);
            BeatTaken taken = BeatTaken.at(desk, beat(n, (n - 1) * 15, n * 15), now);
            counted += taken.segments().getFirst().countedSeconds();
            desk = taken.desk();
        }

        assertThat(untold(desk)).allMatch(one -> one.to() - one.from() - one.countedSeconds() <= 1);
        assertThat(untold(desk).stream().mapToInt(Segment::countedSeconds).sum())
                .isEqualTo(counted);
        assertThat(untold(desk).getFirst().from()).isZero();
        assertThat(untold(desk).getLast().to()).isEqualTo(600);
    }

    @Test
    void another_stream_of_the_same_lesson_begins_a_segment_of_its_own() {
        Stream stream = stream(1_000);
        var first = BeatTaken.at(
                DeskDocument.fresh(person, NOON).opened(stream, NOON), beat(1, 0, 15), NOON.plusSeconds(15));
        DeskDocument reopened = first.desk().opened(first.stream(), NOON.plusSeconds(16));

        var second = BeatTaken.at(reopened, beat(2, 15, 30), NOON.plusSeconds(31));

        assertThat(untold(second.desk())).extracting(Segment::from).containsExactly(0, 15);
    }

    @Test
    void a_report_without_a_second_leaves_a_sealed_segment_sealed() {
        var first = BeatTaken.at(sitting(1_000), beat(1, 0, 15), NOON.plusSeconds(15));

        var nothing = BeatTaken.at(first.desk().asSealed(), beat(2, 15, 15), NOON.plusSeconds(30));
        var after = BeatTaken.at(nothing.desk(), beat(3, 15, 30), NOON.plusSeconds(45));

        assertThat(untold(after.desk()).getFirst()).isEqualTo(only(first.desk()));
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

    private static List<Segment> untold(DeskDocument desk) {
        return desk.untold().stream()
                .flatMap(lesson -> lesson.segments().stream())
                .toList();
    }

    private static Segment only(DeskDocument desk) {
        assertThat(untold(desk)).hasSize(1);
        return untold(desk).getFirst();
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
