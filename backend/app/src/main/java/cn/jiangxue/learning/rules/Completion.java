package cn.jiangxue.learning.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Whether a course is passed: every lesson complete, and the least share of study seconds reached. */
public sealed interface Completion {

    /** Every rule of the version is met. */
    record Complete() implements Completion {}

    /** Something is missing; {@code reasons} holds all of it. */
    record NotYet(List<Reason> reasons) implements Completion {

        public NotYet {
            reasons = List.copyOf(reasons);
        }
    }

    /** What is missing. */
    sealed interface Reason {

        record LessonOpen(UUID lessonId) implements Reason {}

        record TooLittleStudy(long foundSeconds, long askedSeconds) implements Reason {}
    }

    /** How a lesson stands, for the decision on the course. {@code videoSeconds} is 0 for other kinds. */
    record LessonStanding(UUID lessonId, boolean complete, long studySeconds, int videoSeconds) {}

    /** Seconds of a video that must be covered: {@code coveragePercent} of its length, rounded up. */
    static int neededSeconds(int durationSeconds, int coveragePercent) {
        return (int) Math.ceilDiv((long) durationSeconds * coveragePercent, 100);
    }

    /** Study seconds the course asks: {@code minimumStudyPercent} of the length of its videos, rounded up. */
    static long askedStudySeconds(List<LessonStanding> lessons, int minimumStudyPercent) {
        long videos = lessons.stream().mapToLong(LessonStanding::videoSeconds).sum();
        return Math.ceilDiv(videos * minimumStudyPercent, 100);
    }

    /** Decides on the whole course. */
    static Completion decide(List<LessonStanding> lessons, int minimumStudyPercent) {
        List<Reason> reasons = new ArrayList<>();
        lessons.stream()
                .filter(lesson -> !lesson.complete())
                .forEach(lesson -> reasons.add(new Reason.LessonOpen(lesson.lessonId())));
        long found = lessons.stream().mapToLong(LessonStanding::studySeconds).sum();
        long asked = askedStudySeconds(lessons, minimumStudyPercent);
        if (found < asked) {
            reasons.add(new Reason.TooLittleStudy(found, asked));
        }
        return reasons.isEmpty() ? new Complete() : new NotYet(reasons);
    }

    /** Lessons complete of all, in whole percent rounded down; 100 only when all are. */
    static int percent(List<LessonStanding> lessons) {
        if (lessons.isEmpty()) {
            return 0;
        }
        long complete = lessons.stream().filter(LessonStanding::complete).count();
        return (int) (complete * 100 / lessons.size());
    }
}
