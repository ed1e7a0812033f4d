package cn.jiangxue.learning;

import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.LearningApi.EnrolmentState;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One learner on one version of a course, and how far they are. Its size depends on the course, never on how often it was studied.
 *
 * @param organisationId in whose scope the learner was enrolled by somebody else; null when they enrolled themselves
 * @param within the organisations whose administrators saw the learner when they enrolled
 * @param minimumStudyPercent the version's rule, kept here so that progress is decided from one document
 */
record EnrolmentDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID personId,
        UUID learnerId,
        UUID courseId,
        int courseVersion,
        LocalText courseTitle,
        @Nullable UUID posterMediaId,
        @Nullable UUID organisationId,
        List<UUID> within,
        EnrolmentState state,
        int minimumStudyPercent,
        int textCountsSeconds,
        List<LessonPart> lessons,
        @Nullable LocalDate dueOn,
        Instant enrolledAt,
        Instant lastStudiedAt,
        @Nullable Instant completedAt,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final String COLLECTION = "enrolments";
    static final int SCHEMA = 1;

    /** How one lesson stands. {@code coverage} holds one bit for each second of a video; {@code playedAt} is when {@code resumeAtSeconds} was reported. */
    record LessonPart(
            UUID lessonId,
            LessonKind kind,
            LocalText title,
            int videoSeconds,
            int neededSeconds,
            byte[] coverage,
            long studyMillis,
            int resumeAtSeconds,
            @Nullable Instant playedAt,
            boolean started,
            @Nullable Integer scorePercent,
            @Nullable Instant completedAt) {

        /** Whether nothing of consequence differs. */
        boolean isSameAs(LessonPart other) {
            return Arrays.equals(coverage, other.coverage)
                    && studyMillis == other.studyMillis
                    && resumeAtSeconds == other.resumeAtSeconds
                    && started == other.started
                    && Objects.equals(scorePercent, other.scorePercent)
                    && Objects.equals(completedAt, other.completedAt);
        }

        boolean isComplete() {
            return completedAt != null;
        }

        int studySeconds() {
            return (int) (studyMillis / 1000);
        }
    }

    Optional<LessonPart> lesson(UUID lessonId) {
        return lessons.stream().filter(part -> part.lessonId().equals(lessonId)).findFirst();
    }

    /** Whole seconds, as each lesson shows them: what is added up must be what can be checked. */
    static int studySeconds(List<LessonPart> lessons) {
        return lessons.stream().mapToInt(LessonPart::studySeconds).sum();
    }

    int studySeconds() {
        return studySeconds(lessons);
    }

    boolean isCompleted() {
        return state == EnrolmentState.COMPLETED;
    }

    /** The same enrolment with one lesson as it stood at {@code at}, and, when told, completed. */
    EnrolmentDocument with(LessonPart part, @Nullable Instant completed, List<StoredEvent> told, Instant at) {
        var parts = lessons.stream()
                .map(one -> one.lessonId().equals(part.lessonId()) ? part : one)
                .toList();
        return new EnrolmentDocument(
                id,
                schema,
                revision + 1,
                personId,
                learnerId,
                courseId,
                courseVersion,
                courseTitle,
                posterMediaId,
                organisationId,
                within,
                completed == null ? state : EnrolmentState.COMPLETED,
                minimumStudyPercent,
                textCountsSeconds,
                parts,
                dueOn,
                enrolledAt,
                at.isAfter(lastStudiedAt) ? at : lastStudiedAt,
                completed == null ? completedAt : completed,
                told,
                told.isEmpty() ? outboxAt : at);
    }
}
