package cn.jiangxue.learning.rules;

import cn.jiangxue.contract.LearningApi.NotCounted;
import cn.jiangxue.contract.LearningApi.PlayedInterval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes in what a player reports. Study seconds are the smaller of the media seconds seen for the first time and the wall-clock seconds since the person's previous
 * beat, so speed, replays, seeks and second windows never earn more than the clock.
 *
 * <p>A report may come twice, late, in any order, or be lost: intervals are numbered from 1 in their stream, each number is taken in once and only after the one
 * before it, and a report without a new number changes nothing, the clock included.
 */
public final class Intake {

    /**
     * Media seconds are whole, wall-clock time is not. Up to one second that one beat leaves unspent passes on to the next, so that rounding and network jitter do not
     * eat an honest learner's seconds; the total stays within the clock.
     */
    private static final long CARRIED_MILLIS = 1000;

    /** A second lost to rounding is no reason to tell anyone. */
    public static final int ROUNDING_SECONDS = 1;

    private Intake() {}

    /** What was taken in: the state after it and the segments for the study record. */
    public record Taken(StudyState state, List<CountedSegment> segments) {

        public Taken {
            segments = List.copyOf(segments);
        }
    }

    /** Takes in a report of the active stream. */
    public static Taken active(
            StudyState before, double position, List<PlayedInterval> reported, int durationSeconds, Instant now) {
        List<PlayedInterval> fresh = fresh(reported, before.durableThrough());
        if (fresh.isEmpty()) {
            return new Taken(before, List.of());
        }
        long wall = before.wallMillis(now);
        long left = wall;
        long study = before.studyMillis();
        Coverage coverage = before.coverage();
        List<CountedSegment> segments = new ArrayList<>();
        for (PlayedRun run : PlayedRun.of(fresh, durationSeconds)) {
            int unseen = coverage.unseen(run.from(), run.to());
            long counted = Math.min(left, unseen * 1000L);
            segments.add(segment(run, unseen, (int) ((study + counted) / 1000 - study / 1000)));
            coverage = coverage.plus(run.from(), run.to());
            study += counted;
            left -= counted;
        }
        Instant clock = latest(before.clock(), now.minusMillis(Math.min(left, CARRIED_MILLIS)));
        var after = new StudyState(
                coverage,
                study,
                clock,
                within(position, durationSeconds),
                fresh.getLast().n());
        return new Taken(after, segments);
    }

    /** Notes a report of a stream that another one took over from: nothing of it counts or is covered. */
    public static List<CountedSegment> takenOver(
            Coverage coverage, List<PlayedInterval> reported, long durableThrough, int durationSeconds) {
        return PlayedRun.of(fresh(reported, durableThrough), durationSeconds).stream()
                .map(run -> new CountedSegment(
                        run.from(),
                        run.to(),
                        coverage.unseen(run.from(), run.to()),
                        0,
                        run.outsideSeconds(),
                        NotCounted.OTHER_STREAM_ACTIVE))
                .toList();
    }

    /** Those numbered directly on from what is durable; a gap ends them, what is behind it comes again. */
    public static List<PlayedInterval> fresh(List<PlayedInterval> reported, long durableThrough) {
        List<PlayedInterval> fresh = new ArrayList<>();
        long next = durableThrough + 1;
        for (PlayedInterval interval : inOrder(reported)) {
            if (interval.n() == next) {
                fresh.add(interval);
                next++;
            }
        }
        return fresh;
    }

    private static List<PlayedInterval> inOrder(List<PlayedInterval> reported) {
        return reported.stream()
                .sorted(java.util.Comparator.comparingLong(PlayedInterval::n))
                .toList();
    }

    private static CountedSegment segment(PlayedRun run, int unseen, int counted) {
        return new CountedSegment(
                run.from(), run.to(), unseen, counted, run.outsideSeconds(), mainReason(run, unseen, counted));
    }

    /** The reason that cost the most seconds. */
    private static @Nullable NotCounted mainReason(PlayedRun run, int unseen, int counted) {
        int seen = run.length() - unseen;
        int faster = unseen - counted;
        int outside = run.outsideSeconds();
        int most = Math.max(seen, Math.max(faster, outside));
        if (most <= ROUNDING_SECONDS) {
            return null;
        }
        if (most == seen) {
            return NotCounted.ALREADY_SEEN;
        }
        return most == faster ? NotCounted.FASTER_THAN_THE_CLOCK : NotCounted.OUTSIDE_THE_VIDEO;
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static int within(double position, int durationSeconds) {
        return (int) Math.clamp(Double.isNaN(position) ? 0 : position, 0, durationSeconds);
    }
}
