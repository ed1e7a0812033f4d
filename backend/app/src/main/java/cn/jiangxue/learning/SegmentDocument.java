package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.NotCounted;
import cn.jiangxue.contract.LearningApi.StudySegment;
import java.time.Instant;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** One entry of the study record. Written once, never changed. */
record SegmentDocument(
        @BsonId UUID id,
        int schema,
        UUID enrolmentId,
        UUID lessonId,
        UUID learnerId,
        Instant receivedAt,
        int from,
        int to,
        int newSeconds,
        int countedSeconds,
        @Nullable NotCounted why) {

    static final String COLLECTION = "study_segments";
    static final int SCHEMA = 1;

    StudySegment view() {
        return new StudySegment(id, lessonId, receivedAt, from, to, newSeconds, countedSeconds, why);
    }
}
