package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.NotCounted;
import cn.jiangxue.contract.LearningApi.StudySegment;
import cn.jiangxue.platform.SchemaUpgrade;
import java.time.Instant;
import java.util.UUID;
import org.bson.BsonInt32;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the study record: what one stream played without a jump, in one report or in many. Written once, never changed.
 *
 * @param since when the first report of it came
 * @param receivedAt when the last one came
 */
record SegmentDocument(
        @BsonId UUID id,
        int schema,
        UUID enrolmentId,
        UUID lessonId,
        UUID learnerId,
        Instant since,
        Instant receivedAt,
        int from,
        int to,
        int newSeconds,
        int countedSeconds,
        @Nullable NotCounted why) {

    static final String COLLECTION = "study_segments";
    static final int SCHEMA = 2;

    /** Until then every report was an entry of its own. */
    static final SchemaUpgrade FROM_SINGLE_BEATS = new SchemaUpgrade(
            1, entry -> entry.clone().append("since", entry.get("receivedAt")).append("schema", new BsonInt32(2)));

    StudySegment view() {
        return new StudySegment(id, lessonId, since, receivedAt, from, to, newSeconds, countedSeconds, why);
    }
}
