package cn.jiangxue.learning;

import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.LearningApi.LessonProgress;
import cn.jiangxue.contract.LearningApi.LessonState;
import cn.jiangxue.learning.EnrolmentDocument.LessonPart;
import cn.jiangxue.learning.rules.Completion;
import cn.jiangxue.learning.rules.Coverage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Enrolments as pages show them. */
final class EnrolmentViews {

    private EnrolmentViews() {}

    static Enrolment enrolment(EnrolmentDocument enrolment) {
        var next =
                enrolment.lessons().stream().filter(part -> !part.isComplete()).findFirst();
        return new Enrolment(
                enrolment.id(),
                enrolment.learnerId(),
                enrolment.courseId(),
                enrolment.courseVersion(),
                enrolment.courseTitle(),
                enrolment.posterMediaId(),
                enrolment.state(),
                Completion.percent(Progress.standings(enrolment)),
                enrolment.studySeconds(),
                next.map(LessonPart::lessonId).orElse(null),
                next.map(LessonPart::title).orElse(null),
                enrolment.dueOn(),
                enrolment.enrolledAt(),
                lastStudiedAt(enrolment),
                enrolment.completedAt(),
                enrolment.lessons().stream().map(EnrolmentViews::lesson).toList());
    }

    /** Null while the learner has not begun. */
    static @Nullable Instant lastStudiedAt(EnrolmentDocument enrolment) {
        return enrolment.lastStudiedAt().equals(enrolment.enrolledAt()) ? null : enrolment.lastStudiedAt();
    }

    private static LessonProgress lesson(LessonPart part) {
        Coverage coverage = Coverage.of(part.coverage());
        LessonState unfinished = part.started() ? LessonState.STARTED : LessonState.NOT_STARTED;
        return new LessonProgress(
                part.lessonId(),
                part.isComplete() ? LessonState.COMPLETE : unfinished,
                coverage.spans(),
                coverage.seconds(),
                part.neededSeconds(),
                part.studySeconds(),
                part.videoSeconds(),
                part.resumeAtSeconds(),
                part.completedAt());
    }
}
