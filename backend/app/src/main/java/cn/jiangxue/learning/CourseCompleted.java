package cn.jiangxue.learning;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.EventType;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A learner met every rule of the course version they are enrolled on. Told once per enrolment ({@code enrolmentId} is the cause to be idempotent by).
 *
 * @param classHours nominal class hours of the version, what credit is reckoned from
 * @param scorePercent mean of the quizzes' best scores, rounded down; null when the course has no quiz
 * @param studySeconds of the whole course
 * @param evidenceHash SHA-256 in hex over the lessons' evidence, see {@link StudyEvidence#hash}
 */
@EventType("learning.course-completed")
public record CourseCompleted(
        UUID learnerId,
        UUID enrolmentId,
        UUID courseId,
        int courseVersion,
        LocalText courseTitle,
        UUID issuerId,
        LocalText issuerName,
        String occupationCode,
        Grade grade,
        int classHours,
        @Nullable Integer scorePercent,
        int studySeconds,
        List<LessonEvidence> lessons,
        String evidenceHash,
        Instant completedAt) {

    public CourseCompleted {
        lessons = List.copyOf(lessons);
    }
}
