package cn.jiangxue.learning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LearningApi.NotCounted;
import cn.jiangxue.contract.LearningApi.PlayedInterval;
import cn.jiangxue.contract.LearningApi.Span;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeTest {

    private static final Instant NINE = Instant.parse("2026-11-20T01:00:00Z");
    private static final int TEN_MINUTES = 600;

    @Test
    void a_stretch_played_at_normal_speed_counts_in_full() {
        var after = play(opened(), 15, interval(1, 0, 15));

        assertThat(after.state().studySeconds()).isEqualTo(15);
        assertThat(after.state().coverage().spans()).containsExactly(new Span(0, 15));
        assertThat(after.segments()).containsExactly(new CountedSegment(0, 15, 15, 15, 0, null));
    }

    @Test
    void at_double_speed_only_the_clock_counts_though_all_is_covered() {
        var after = play(opened(), 15, interval(1, 0, 30));

        assertThat(after.state().studySeconds()).isEqualTo(15);
        assertThat(after.state().coverage().seconds()).isEqualTo(30);
        assertThat(after.segments())
                .containsExactly(new CountedSegment(0, 30, 30, 15, 0, NotCounted.FASTER_THAN_THE_CLOCK));
        assertThat(after.segments().getFirst().notCountedSeconds()).isEqualTo(15);
    }

    @Test
    void a_replay_covers_nothing_and_earns_nothing_but_uses_up_the_clock() {
        var first = play(opened(), 15, interval(1, 0, 15)).state();

        var replay = play(first, 30, interval(2, 0, 15));
        var on = play(replay.state(), 45, interval(3, 15, 45));

        assertThat(replay.state().studySeconds()).isEqualTo(15);
        assertThat(replay.segments()).containsExactly(new CountedSegment(0, 15, 0, 0, 0, NotCounted.ALREADY_SEEN));
        assertThat(on.state().studySeconds()).isEqualTo(15 + 16);
    }

    @Test
    void a_lost_beat_is_made_good_by_the_next_one() {
        var after = play(opened(), 30, interval(1, 0, 15), interval(2, 15, 30));

        assertThat(after.state().studySeconds()).isEqualTo(30);
        assertThat(after.state().durableThrough()).isEqualTo(2);
        assertThat(after.segments()).containsExactly(new CountedSegment(0, 30, 30, 30, 0, null));
    }

    @Test
    void a_beat_that_comes_again_changes_nothing_not_even_the_clock() {
        var first = play(opened(), 15, interval(1, 0, 15)).state();

        var again = play(first, 25, interval(1, 0, 15));
        var next = play(again.state(), 30, interval(1, 0, 15), interval(2, 15, 30));

        assertThat(again.state()).isEqualTo(first);
        assertThat(again.segments()).isEmpty();
        assertThat(next.state().studySeconds()).isEqualTo(30);
    }

    @Test
    void what_lies_behind_a_gap_waits_for_the_gap_to_be_filled() {
        var early = play(opened(), 15, interval(2, 15, 30));
        var partly = play(opened(), 45, interval(1, 0, 15), interval(3, 30, 45));

        assertThat(early.state().durableThrough()).isZero();
        assertThat(early.state().studyMillis()).isZero();
        assertThat(partly.state().durableThrough()).isEqualTo(1);
    }

    @Test
    void a_seek_makes_two_segments_and_shares_one_clock() {
        var after = play(opened(), 15, interval(1, 0, 10), interval(2, 300, 310));

        assertThat(after.segments())
                .containsExactly(
                        new CountedSegment(0, 10, 10, 10, 0, null),
                        new CountedSegment(300, 310, 10, 5, 0, NotCounted.FASTER_THAN_THE_CLOCK));
        assertThat(after.state().coverage().spans()).containsExactly(new Span(0, 10), new Span(300, 310));
    }

    @Test
    void what_lies_outside_the_video_is_neither_covered_nor_counted() {
        var after = play(opened(), 60, interval(1, 590, 640), interval(2, -20, 0), interval(3, 5, 2));

        assertThat(after.state().coverage().spans()).containsExactly(new Span(590, 600));
        assertThat(after.state().studySeconds()).isEqualTo(10);
        assertThat(after.segments().getFirst().why()).isEqualTo(NotCounted.OUTSIDE_THE_VIDEO);
        assertThat(after.segments().getFirst().notCountedSeconds()).isEqualTo(40);
    }

    @Test
    void numbers_no_player_sends_do_no_harm() {
        var after = play(
                opened(),
                60,
                interval(1, Double.NaN, Double.POSITIVE_INFINITY),
                interval(2, -1e300, 1e300),
                interval(3, Double.NEGATIVE_INFINITY, Double.NaN));

        assertThat(after.state().coverage().seconds()).isEqualTo(TEN_MINUTES);
        assertThat(after.state().studySeconds()).isEqualTo(60);
    }

    @Test
    void bits_of_a_second_do_not_add_up_to_seconds() {
        var slivers = IntStream.rangeClosed(1, 200)
                .mapToObj(n -> interval(n, n * 2 + 0.1, n * 2 + 0.4))
                .toArray(PlayedInterval[]::new);

        var after = play(opened(), 60, slivers);

        assertThat(after.state().coverage().seconds()).isZero();
        assertThat(after.state().durableThrough()).isEqualTo(200);
    }

    @Test
    void who_reaches_the_last_second_has_seen_the_end() {
        var after = play(opened(), 15, interval(1, 585.2, 599.3));

        assertThat(after.state().coverage().spans()).containsExactly(new Span(585, 600));
    }

    @Test
    void rounding_and_jitter_do_not_eat_an_honest_learners_seconds() {
        var random = new Random(7);
        var state = opened();
        double media = 0;
        for (int beat = 1; beat <= 39; beat++) {
            double to = beat * 15.0 + random.nextDouble(-0.4, 0.4);
            var now = NINE.plusMillis((long) (to * 1000) + random.nextInt(400));
            state = Intake.active(state, to, List.of(interval(beat, media, to)), TEN_MINUTES, now)
                    .state();
            media = to;
        }

        assertThat(state.studySeconds()).isBetween(583, 586);
    }

    @Test
    void a_clock_that_was_set_back_earns_nothing_and_breaks_nothing() {
        var first = play(opened(), 60, interval(1, 0, 15)).state();

        var back = play(first, 30, interval(2, 15, 30));

        assertThat(back.state().studySeconds()).isEqualTo(15);
        assertThat(back.state().clock()).isEqualTo(first.clock());
    }

    @Test
    void a_stream_that_was_taken_over_earns_nothing_and_is_told_why() {
        var coverage = Coverage.NONE.plus(0, 10);

        var segments = Intake.takenOver(coverage, List.of(interval(1, 0, 15), interval(2, 15, 30)), 1, TEN_MINUTES);

        assertThat(segments).containsExactly(new CountedSegment(15, 30, 15, 0, 0, NotCounted.OTHER_STREAM_ACTIVE));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void study_never_exceeds_the_clock_nor_the_video_nor_what_was_covered(long seed) {
        var random = new Random(seed);
        var state = opened();
        long elapsed = 0;
        long n = 0;
        for (int beat = 0; beat < 60; beat++) {
            elapsed += random.nextInt(40_000);
            List<PlayedInterval> intervals = new ArrayList<>();
            for (int i = random.nextInt(6); i > 0; i--) {
                double from = random.nextDouble(-50, TEN_MINUTES + 50);
                intervals.add(interval(++n, from, from + random.nextDouble(-2, 120)));
            }
            state = Intake.active(state, random.nextDouble(700), intervals, TEN_MINUTES, NINE.plusMillis(elapsed))
                    .state();

            assertThat(state.studyMillis()).as("seed %d", seed).isLessThanOrEqualTo(elapsed);
            assertThat(state.studyMillis()).isLessThanOrEqualTo(TEN_MINUTES * 1000L);
            assertThat(state.studySeconds())
                    .isLessThanOrEqualTo(state.coverage().seconds());
            assertThat(state.resumeAtSeconds()).isBetween(0, TEN_MINUTES);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void repeating_and_reordering_beats_that_are_on_disk_changes_nothing(long seed) {
        var random = new Random(seed);
        List<List<PlayedInterval>> sent = new ArrayList<>();
        var state = opened();
        double media = 0;
        for (int n = 1; n <= 30; n++) {
            double from = random.nextInt(5) == 0 ? random.nextInt(500) : media;
            media = from + random.nextDouble(1, 30);
            var beat = new ArrayList<>(n > 1 && random.nextBoolean() ? sent.getLast() : List.<PlayedInterval>of());
            beat.add(interval(n, from, media));
            sent.add(beat);
            state = Intake.active(state, media, beat, TEN_MINUTES, NINE.plusSeconds(n * 15L))
                    .state();
        }
        var settled = state;

        Collections.shuffle(sent, random);
        for (var beat : sent) {
            var again = Intake.active(settled, 0, beat, TEN_MINUTES, NINE.plusSeconds(10_000));
            assertThat(again.state()).as("seed %d", seed).isEqualTo(settled);
            assertThat(again.segments()).isEmpty();
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void segments_add_up_to_the_study_seconds(long seed) {
        var random = new Random(seed);
        var state = opened();
        int sum = 0;
        for (int n = 1; n <= 80; n++) {
            double from = random.nextDouble(0, 590);
            var taken = Intake.active(
                    state,
                    from,
                    List.of(interval(n, from, from + random.nextDouble(20))),
                    TEN_MINUTES,
                    state.clock().plusMillis(random.nextInt(25_000)));
            state = taken.state();
            sum += taken.segments().stream()
                    .mapToInt(CountedSegment::countedSeconds)
                    .sum();
        }

        assertThat(sum).as("seed %d", seed).isEqualTo(state.studySeconds());
    }

    static List<Long> seeds() {
        return List.of(1L, 22L, 333L, 20261120L, 98765L);
    }

    private static StudyState opened() {
        return StudyState.opened(NINE);
    }

    private static PlayedInterval interval(long n, double from, double to) {
        return new PlayedInterval(n, from, to);
    }

    private static Intake.Taken play(StudyState state, int secondsSinceNine, PlayedInterval... intervals) {
        double position = intervals[intervals.length - 1].to();
        return Intake.active(state, position, List.of(intervals), TEN_MINUTES, NINE.plusSeconds(secondsSinceNine));
    }
}
