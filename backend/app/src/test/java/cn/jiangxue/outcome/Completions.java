package cn.jiangxue.outcome;

import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.learning.CourseCompleted;
import cn.jiangxue.learning.LessonEvidence;
import cn.jiangxue.learning.StudyEvidence;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Passed courses for tests. */
public final class Completions {

    public static final String TURNER = "6-18-01-01";
    public static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");
    private static final LocalText TITLE = new LocalText("车工基础", "Turning basics");

    private Completions() {}

    public static CourseCompleted of(UUID learner, UUID enrolment, int classHours) {
        List<LessonEvidence> lessons = List.of(
                new LessonEvidence(
                        UUID.nameUUIDFromBytes(new byte[] {1}), TITLE, LessonKind.VIDEO, 118, 120, null, NOON),
                new LessonEvidence(UUID.nameUUIDFromBytes(new byte[] {2}), TITLE, LessonKind.QUIZ, 0, 0, 85, NOON));
        return with(learner, enrolment, classHours, lessons, StudyEvidence.hash(enrolment, 3, lessons), 120);
    }

    static CourseCompleted with(
            UUID learner, UUID enrolment, int classHours, List<LessonEvidence> lessons, String hash, int studySeconds) {
        return new CourseCompleted(
                learner,
                enrolment,
                UUID.nameUUIDFromBytes(new byte[] {3}),
                3,
                TITLE,
                UUID.nameUUIDFromBytes(new byte[] {4}),
                new LocalText("江南职工培训中心", "Jiangnan training centre"),
                TURNER,
                Grade.JUNIOR,
                classHours,
                85,
                studySeconds,
                lessons,
                hash,
                NOON);
    }
}
