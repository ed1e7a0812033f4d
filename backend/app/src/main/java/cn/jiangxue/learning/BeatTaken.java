package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.Beat;
import cn.jiangxue.learning.DeskDocument.Segment;
import cn.jiangxue.learning.DeskDocument.Stream;
import cn.jiangxue.learning.rules.CountedSegment;
import cn.jiangxue.learning.rules.Intake;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/**
 * A beat at a desk: the desk after it, the same when the beat brought nothing new, and what of the beat counted.
 *
 * @param completesLesson whether this beat was the one
 * @param isRefused whether the desk holds too much that is not told yet
 */
record BeatTaken(DeskDocument desk, List<CountedSegment> segments, boolean completesLesson, boolean isRefused) {

    /** What counted reaches the study record and the enrolment within this time, many beats as one; at once when a lesson is complete or somebody looks. */
    static final Duration TOLD_WITHIN = Duration.ofMinutes(5);

    /** A beat of the desk's active stream. Pure. */
    static BeatTaken at(DeskDocument desk, Beat beat, Instant now) {
        Stream stream = Objects.requireNonNull(desk.stream());
        var taken = Intake.active(desk.state(stream), beat.position(), beat.intervals(), stream.videoSeconds(), now);
        if (taken.state().durableThrough() == stream.durableThrough()) {
            return new BeatTaken(desk, List.of(), false, false);
        }
        if (desk.untoldSegments() >= DeskDocument.MOST_UNTOLD) {
            return new BeatTaken(desk, List.of(), false, true);
        }
        boolean completes = !stream.isComplete() && taken.state().coverage().seconds() >= stream.neededSeconds();
        Instant tellAt = completes ? now : now.plus(TOLD_WITHIN);
        DeskDocument after = desk.studied(stream, taken.state(), segments(stream, taken, now), tellAt, completes);
        return new BeatTaken(after, taken.segments(), completes, false);
    }

    Stream stream() {
        return Objects.requireNonNull(desk.stream());
    }

    private static List<Segment> segments(Stream stream, Intake.Taken taken, Instant now) {
        List<Segment> segments = new ArrayList<>();
        for (CountedSegment one : taken.segments()) {
            UUID id = segmentId(stream.streamId(), taken.state().durableThrough(), segments.size());
            segments.add(
                    new Segment(id, now, now, one.from(), one.to(), one.newSeconds(), one.countedSeconds(), one.why()));
        }
        return segments;
    }

    /** The same report has the same ids, so that telling it again adds nothing to the record. */
    static UUID segmentId(UUID streamId, long durableThrough, int index) {
        String name = streamId + ":" + durableThrough + ":" + index;
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
