package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.NotCounted;
import cn.jiangxue.learning.rules.Coverage;
import cn.jiangxue.learning.rules.Intake;
import cn.jiangxue.learning.rules.StudyState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Where one person is studying right now: the one stream that counts, what it has seen of its lesson, and up to which instant the person's clock is spent. One beat
 * is one write of this document; what counted stays in it, as {@code untold}, until {@link StudyRelay} has brought it to the study record and the enrolment.
 *
 * @param sealed whether the newest untold segment has its final form. What may have been told is sealed by a write before: telling may repeat, and an id in the study
 *     record never comes to mean more
 * @param outboxAt when the untold is due; null when there is nothing to tell
 */
record DeskDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        Instant clock,
        @Nullable Stream stream,
        List<Untold> untold,
        boolean sealed,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "study_desks";
    static final int SCHEMA = 3;

    /** Segments one desk may hold untold; beyond that beats are refused as BUSY. */
    static final int MOST_UNTOLD = 200;

    /** The active stream and the state of its lesson, which is ahead of the enrolment by what is still untold. */
    record Stream(
            UUID streamId,
            UUID learnerId,
            UUID enrolmentId,
            UUID lessonId,
            UUID mediaId,
            int videoSeconds,
            int neededSeconds,
            byte[] coverage,
            long studyMillis,
            int resumeAtSeconds,
            long durableThrough) {

        boolean isComplete() {
            return Coverage.of(coverage).seconds() >= neededSeconds;
        }
    }

    /** Segments of one lesson that the study record may not hold yet. */
    record Untold(UUID enrolmentId, UUID lessonId, UUID learnerId, List<Segment> segments) {}

    /**
     * A stretch of the lesson, played without a jump.
     *
     * @param since when the first report of it came
     * @param at when the last one came
     */
    record Segment(
            UUID id,
            Instant since,
            Instant at,
            int from,
            int to,
            int newSeconds,
            int countedSeconds,
            @Nullable NotCounted why) {

        /** Both as one, when {@code next} begins where this ends and all of both counted, but for a second lost to rounding; else null. */
        @Nullable
        Segment with(Segment next) {
            int counted = countedSeconds + next.countedSeconds;
            boolean whole = why == null && next.why == null && next.to - from - counted <= Intake.ROUNDING_SECONDS;
            return whole && to == next.from
                    ? new Segment(id, since, next.at, from, next.to, newSeconds + next.newSeconds, counted, null)
                    : null;
        }
    }

    /** A desk nobody sat at; {@code revision} 0 is not stored. */
    static DeskDocument fresh(UUID personId, Instant now) {
        return new DeskDocument(personId, SCHEMA, 0, now, null, List.of(), true, null);
    }

    boolean isActive(UUID streamId) {
        return stream != null && stream.streamId().equals(streamId);
    }

    StudyState state(Stream active) {
        return new StudyState(
                Coverage.of(active.coverage()),
                active.studyMillis(),
                clock,
                active.resumeAtSeconds(),
                active.durableThrough());
    }

    /**
     * Another stream takes over. The person's clock starts here: what passed since their last beat was not spent on this stream, and its segments are its own.
     */
    DeskDocument opened(Stream next, Instant now) {
        Instant from = clock.isAfter(now) ? clock : now;
        return new DeskDocument(id, schema, revision + 1, from, next, untold, true, outboxAt);
    }

    /** Nothing untold grows any more, so that it can be told. */
    DeskDocument asSealed() {
        return new DeskDocument(id, schema, revision + 1, clock, stream, untold, true, outboxAt);
    }

    /** All that was untold has been told. */
    DeskDocument cleared() {
        return new DeskDocument(id, schema, revision + 1, clock, stream, List.of(), true, null);
    }

    /** Beats were taken in; what they counted is told by {@code tellAt} at the latest, and grows until then unless it is to be sealed. */
    DeskDocument studied(Stream active, StudyState after, List<Segment> segments, Instant tellAt, boolean seals) {
        var stream = new Stream(
                active.streamId(),
                active.learnerId(),
                active.enrolmentId(),
                active.lessonId(),
                active.mediaId(),
                active.videoSeconds(),
                active.neededSeconds(),
                after.coverage().toBytes(),
                after.studyMillis(),
                after.resumeAtSeconds(),
                after.durableThrough());
        return new DeskDocument(
                id,
                schema,
                revision + 1,
                after.clock(),
                stream,
                added(stream, segments),
                seals || sealed && segments.isEmpty(),
                outboxAt != null && outboxAt.isBefore(tellAt) ? outboxAt : tellAt);
    }

    /** Beats of one lesson gather in one place, and those of one stretch in one segment as long as it is not sealed. */
    private List<Untold> added(Stream stream, List<Segment> segments) {
        if (segments.isEmpty()) {
            return untold;
        }
        var all = new ArrayList<>(untold);
        var gathered = new ArrayList<Segment>();
        if (!all.isEmpty()
                && all.getLast().lessonId().equals(stream.lessonId())
                && all.getLast().enrolmentId().equals(stream.enrolmentId())) {
            gathered.addAll(all.removeLast().segments());
        }
        int before = gathered.size();
        for (Segment next : segments) {
            boolean open = !gathered.isEmpty() && (!sealed || gathered.size() > before);
            Segment grown = open ? gathered.getLast().with(next) : null;
            if (grown == null) {
                gathered.add(next);
            } else {
                gathered.set(gathered.size() - 1, grown);
            }
        }
        all.add(new Untold(stream.enrolmentId(), stream.lessonId(), stream.learnerId(), List.copyOf(gathered)));
        return List.copyOf(all);
    }

    int untoldSegments() {
        return untold.stream().mapToInt(lesson -> lesson.segments().size()).sum();
    }

    /** The person's clock is spent up to this instant by something else than a video. */
    DeskDocument clockedUp(Instant now) {
        return new DeskDocument(id, schema, revision + 1, now, stream, untold, sealed, outboxAt);
    }
}
