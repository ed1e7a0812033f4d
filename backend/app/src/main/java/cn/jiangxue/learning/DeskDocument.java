package cn.jiangxue.learning;

import cn.jiangxue.learning.rules.Coverage;
import cn.jiangxue.learning.rules.StudyState;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * Where one person is studying right now: the one stream that counts, what it has seen of its lesson, and up to which instant the person's clock is spent. One beat
 * is one write of this document; what counted rides in its outbox to the study record and the enrolment.
 */
record DeskDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        Instant clock,
        @Nullable Stream stream,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "study_desks";
    static final int SCHEMA = 1;

    /** The active stream and the state of its lesson, which is ahead of the enrolment by what the outbox still holds. */
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

    /** A desk nobody sat at; {@code revision} 0 is not stored. */
    static DeskDocument fresh(UUID personId, Instant now) {
        return new DeskDocument(personId, SCHEMA, 0, now, null, List.of(), null);
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

    /** Another stream takes over. The person's clock starts here: what passed since their last beat was not spent on this stream. */
    DeskDocument opened(Stream next, Instant now) {
        Instant from = clock.isAfter(now) ? clock : now;
        return new DeskDocument(id, schema, revision + 1, from, next, outbox, outboxAt);
    }

    /** A beat was taken in. */
    DeskDocument studied(Stream active, StudyState after, List<StoredEvent> told, Instant tellAt) {
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
        var events = new ArrayList<>(outbox);
        events.addAll(told);
        return new DeskDocument(
                id, schema, revision + 1, after.clock(), stream, List.copyOf(events), earlier(outboxAt, tellAt));
    }

    /** The person's clock is spent up to this instant by something else than a video. */
    DeskDocument clockedUp(Instant now) {
        return new DeskDocument(id, schema, revision + 1, now, stream, outbox, outboxAt);
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one != null && one.isBefore(other) ? one : other;
    }
}
