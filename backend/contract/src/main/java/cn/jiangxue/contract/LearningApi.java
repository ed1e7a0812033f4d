package cn.jiangxue.contract;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** Enrolment, study, progress. Seconds are whole seconds of media or of the server's clock, as named. */
@HttpExchange(accept = "application/json")
public interface LearningApi {

    enum LessonState {
        NOT_STARTED,
        STARTED,
        COMPLETE
    }

    /** Half-open interval of media seconds. */
    record Span(int from, int to) {}

    /**
     * @param covered the union of media seconds seen, as spans in order
     * @param coveredSeconds their length
     * @param studySeconds what counted, bounded by the clock
     * @param durationSeconds of the video; 0 for other kinds
     * @param resumeAtSeconds where the player was last
     */
    record LessonProgress(
            UUID lessonId,
            LessonState state,
            List<Span> covered,
            int coveredSeconds,
            int neededSeconds,
            int studySeconds,
            int durationSeconds,
            int resumeAtSeconds,
            @Nullable Instant completedAt) {}

    enum EnrolmentState {
        ACTIVE,
        COMPLETED
    }

    /** {@code percent}: lessons complete of all. {@code continueLessonId}: where to go on, null when complete. */
    record Enrolment(
            UUID id,
            UUID learnerId,
            UUID courseId,
            int courseVersion,
            LocalText courseTitle,
            @Nullable UUID posterMediaId,
            EnrolmentState state,
            int percent,
            int studySeconds,
            @Nullable UUID continueLessonId,
            @Nullable LocalText continueLessonTitle,
            @Nullable LocalDate dueOn,
            Instant enrolledAt,
            @Nullable Instant lastStudiedAt,
            @Nullable Instant completedAt,
            List<LessonProgress> lessons) {}

    record Enrol(UUID courseId) {}

    /** Why some media seconds did not earn study seconds. */
    enum NotCounted {
        ALREADY_SEEN,
        FASTER_THAN_THE_CLOCK,
        OTHER_STREAM_ACTIVE,
        OUTSIDE_THE_VIDEO
    }

    /**
     * One entry of the append-only study record: a stretch played without a jump.
     *
     * @param since when the first report of it came
     * @param receivedAt when the last one came
     */
    record StudySegment(
            UUID id,
            UUID lessonId,
            Instant since,
            Instant receivedAt,
            int from,
            int to,
            int newSeconds,
            int countedSeconds,
            @Nullable NotCounted why) {}

    /** What the player needs. {@code grant} goes as a bearer token to {@code /study/**} and {@code /media/**}. */
    record StudyGrant(
            String grant,
            Instant expiresAt,
            UUID streamId,
            UUID mediaId,
            String playlistPath,
            int resumeAtSeconds,
            int beatSeconds) {}

    /** One stretch that was played: media seconds {@code from} (inclusive) to {@code to} (exclusive), numbered from 1 in its stream. */
    record PlayedInterval(long n, double from, double to) {}

    /** All intervals after {@code durableThrough}, at most 200; position is where the player is now. Sent by the browser with the grant. */
    record Beat(UUID streamId, double position, List<PlayedInterval> intervals) {}

    enum StreamState {
        ACTIVE,
        TAKEN_OVER
    }

    /**
     * @param durableThrough every interval up to this number is on disk and need not be sent again
     * @param studySeconds of the lesson so far
     * @param notCountedSeconds of this beat, with the main reason; 0 and null when all counted
     */
    record BeatReply(
            long durableThrough,
            StreamState state,
            List<Span> covered,
            int coveredSeconds,
            int neededSeconds,
            int studySeconds,
            int notCountedSeconds,
            @Nullable NotCounted why,
            boolean lessonComplete,
            boolean courseComplete) {}

    enum ImportFormat {
        CSV,
        XLSX
    }

    /**
     * Base64 of the file, at most 1 MiB and 5,000 rows; a header row with {@code login} (user name or phone), others are ignored.
     * CSV in UTF-8 (with or without BOM) or GBK. The client makes {@code id}; the same id again answers the same result.
     */
    record EnrolmentImport(
            UUID organisationId,
            UUID courseId,
            @Nullable LocalDate dueOn,
            ImportFormat format,
            String fileBase64,
            boolean dryRun) {}

    enum RowOutcome {
        WILL_ENROL,
        ENROLLED,
        ALREADY_ENROLLED,
        REFUSED
    }

    record ImportRow(
            int line,
            String login,
            RowOutcome outcome,
            @Nullable LocalText why) {}

    record ImportResult(UUID id, boolean dryRun, int enrolled, int already, int refused, List<ImportRow> rows) {}

    /** Where one learner stands, for trainers and employers; names only. */
    record LearnerStanding(
            UUID enrolmentId,
            UUID personId,
            String displayName,
            String userName,
            EnrolmentState state,
            int percent,
            int studySeconds,
            @Nullable LocalDate dueOn,
            boolean overdue,
            @Nullable Instant lastStudiedAt,
            @Nullable Instant completedAt) {}

    @PutExchange("/api/enrolments/{id}")
    Enrolment enrol(@PathVariable UUID id, @RequestBody Enrol enrol);

    @GetExchange("/api/enrolments/{id}")
    Enrolment enrolment(@PathVariable UUID id);

    /** The caller's, last studied first. */
    @GetExchange("/api/me/enrolments")
    Page<Enrolment> myEnrolments(
            @RequestParam(required = false) @Nullable UUID course,
            @RequestParam(required = false) @Nullable String cursor);

    /** The study record of one lesson, newest first: what counted, what did not and why. */
    @GetExchange("/api/enrolments/{id}/lessons/{lessonId}/segments")
    Page<StudySegment> segments(
            @PathVariable UUID id,
            @PathVariable UUID lessonId,
            @RequestParam(required = false) @Nullable String cursor);

    /** Opens a stream; a stream open elsewhere for the same person ends. */
    @PostExchange("/api/enrolments/{id}/lessons/{lessonId}/study-grants")
    StudyGrant openStream(@PathVariable UUID id, @PathVariable UUID lessonId);

    /** Marks a text lesson as read. */
    @PutExchange("/api/enrolments/{id}/lessons/{lessonId}/reading")
    Enrolment markRead(@PathVariable UUID id, @PathVariable UUID lessonId);

    @PutExchange("/api/enrolment-imports/{id}")
    ImportResult importEnrolments(@PathVariable UUID id, @RequestBody EnrolmentImport file);

    /** Trainers of the course and administrators of the organisation: who of it stands where. */
    @GetExchange("/api/courses/{courseId}/learners")
    Page<LearnerStanding> learners(
            @PathVariable UUID courseId,
            @RequestParam UUID organisation,
            @RequestParam(required = false) @Nullable String cursor);
}
