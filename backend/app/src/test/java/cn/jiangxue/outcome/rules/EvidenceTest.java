package cn.jiangxue.outcome.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.learning.CourseCompleted;
import cn.jiangxue.learning.LessonEvidence;
import cn.jiangxue.learning.StudyEvidence;
import cn.jiangxue.outcome.rules.Evidence.Proof;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class EvidenceTest {

    private static final UUID ENROLMENT = new UUID(0, 5);
    private static final LocalText TEXT = new LocalText("车工基础", "Turning basics");
    private static final Instant NOON = Instant.parse("2026-11-20T04:00:00Z");

    @Test
    void a_course_whose_lessons_add_up_is_proven() {
        CourseCompleted told = told(List.of(lesson(118, 120), lesson(0, 30), lesson(40, 0)), 150);

        Proof proof = Evidence.of(told);

        assertThat(proof)
                .isEqualTo(new Proof.Sound(
                        new StudyEvidence(ENROLMENT, told.courseId(), 3, 150, told.lessons(), told.evidenceHash())));
    }

    @Test
    void seconds_that_do_not_add_up_prove_nothing() {
        assertThat(reasons(told(List.of(lesson(118, 120)), 121))).containsExactly("lessons add up to 120 s of 121 s");
    }

    @Test
    void a_course_without_lessons_proves_nothing() {
        assertThat(reasons(told(List.of(), 0))).containsExactly("no lessons");
    }

    @Test
    void seconds_below_zero_prove_nothing() {
        assertThat(reasons(told(List.of(lesson(-1, 0)), 0))).containsExactly("seconds below zero");
        assertThat(reasons(told(List.of(lesson(0, -1), lesson(0, 1)), 0))).containsExactly("seconds below zero");
    }

    @Test
    void a_hash_of_other_lessons_proves_nothing() {
        CourseCompleted honest = told(List.of(lesson(118, 120)), 120);
        CourseCompleted forged = with(List.of(lesson(119, 120)), 120, honest.evidenceHash());

        assertThat(reasons(forged)).containsExactly("the hash is not of these lessons");
    }

    @Test
    void every_reason_is_told() {
        assertThat(reasons(with(List.of(), 7, "x"))).hasSize(3);
    }

    @Test
    void the_hash_of_a_grade_is_of_case_occupation_grade_and_day() {
        String hash = Evidence.ofGrade(ENROLMENT, "6-18-01-01", Grade.SENIOR, LocalDate.of(2026, 11, 20));

        assertThat(hash)
                .isEqualTo(Evidence.ofGrade(ENROLMENT, "6-18-01-01", Grade.SENIOR, LocalDate.of(2026, 11, 20)))
                .isNotEqualTo(Evidence.ofGrade(ENROLMENT, "6-18-01-01", Grade.JUNIOR, LocalDate.of(2026, 11, 20)))
                .hasSize(64);
    }

    private static List<String> reasons(CourseCompleted told) {
        return ((Proof.Unsound) Evidence.of(told)).reasons();
    }

    private static LessonEvidence lesson(int covered, int study) {
        return new LessonEvidence(new UUID(0, 9), TEXT, LessonKind.VIDEO, covered, study, null, NOON);
    }

    private static CourseCompleted told(List<LessonEvidence> lessons, int seconds) {
        return with(lessons, seconds, StudyEvidence.hash(ENROLMENT, 3, lessons));
    }

    private static CourseCompleted with(List<LessonEvidence> lessons, int seconds, String hash) {
        return new CourseCompleted(
                new UUID(0, 1),
                ENROLMENT,
                new UUID(0, 2),
                3,
                TEXT,
                new UUID(0, 3),
                TEXT,
                "6-18-01-01",
                Grade.JUNIOR,
                16,
                85,
                seconds,
                lessons,
                hash,
                NOON);
    }
}
