package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.NotCounted;
import cn.jiangxue.platform.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A beat was taken in. Carries the lesson's whole state after it, so that hearing it twice, or after a later one, changes nothing.
 *
 * @param coverage one bit for each media second seen so far
 * @param studyMillis study time of the lesson so far
 */
@EventType("learning.study-counted")
record StudyCounted(
        UUID enrolmentId,
        UUID lessonId,
        UUID learnerId,
        byte[] coverage,
        long studyMillis,
        int resumeAtSeconds,
        Instant at,
        List<Segment> segments) {

    record Segment(
            UUID id,
            int from,
            int to,
            int newSeconds,
            int countedSeconds,
            @Nullable NotCounted why) {}
}
