package cn.jiangxue.assessment;

import cn.jiangxue.platform.EventType;
import java.time.Instant;
import java.util.UUID;

/** An attempt was submitted and marked. {@code scorePercent} is whole percent, rounded down. */
@EventType("assessment.attempt-marked")
public record AttemptMarked(
        UUID attemptId,
        UUID enrolmentId,
        UUID lessonId,
        UUID learnerId,
        int scorePercent,
        boolean passed,
        Instant submittedAt) {}
