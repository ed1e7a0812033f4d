package cn.jiangxue.contract;

import java.time.Instant;
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

/** Question bank and papers for trainers, attempts for learners. Keys never travel before an attempt is submitted. */
@HttpExchange(accept = "application/json")
public interface AssessmentApi {

    enum QuestionKind {
        SINGLE,
        MULTIPLE,
        TRUE_FALSE
    }

    /** {@code id}: a short stable name such as {@code a}. */
    record Option(String id, LocalText text) {}

    /** What a trainer writes: 2 to 8 options (TRUE_FALSE: {@code true} and {@code false}), the right ones, and why they are right. */
    record QuestionContent(
            QuestionKind kind,
            LocalText stem,
            List<Option> options,
            List<String> correct,
            LocalText explanation,
            int points) {}

    /** {@code version} counts from 1; an edit makes the next one, papers keep theirs. */
    record Question(
            UUID id,
            UUID organisationId,
            String occupationCode,
            int version,
            QuestionContent content,
            Instant changedAt) {}

    /** {@code version}: the one the change was made from; 0 creates. */
    record QuestionEdit(UUID organisationId, String occupationCode, int version, QuestionContent content) {}

    record QuestionRef(UUID questionId, int version) {}

    /**
     * @param drawCount how many are drawn for one attempt; all when equal to the number of questions
     * @param passPercent 1 to 100
     * @param maxAttempts 1 to 20
     * @param minutes time limit of one attempt, 0: none
     */
    record PaperContent(
            LocalText title,
            List<QuestionRef> questions,
            int drawCount,
            int passPercent,
            int maxAttempts,
            int minutes) {}

    record Paper(UUID id, UUID organisationId, int version, PaperContent content, Instant changedAt) {}

    record PaperEdit(UUID organisationId, int version, PaperContent content) {}

    enum AttemptState {
        OPEN,
        SUBMITTED
    }

    /** A question inside an attempt: no key, no explanation until submitted. {@code given} is the answer as last saved. */
    record AskedQuestion(
            UUID questionId,
            int version,
            QuestionKind kind,
            LocalText stem,
            List<Option> options,
            int points,
            List<String> given,
            @Nullable List<String> correct,
            @Nullable LocalText explanation,
            @Nullable Boolean right) {}

    /** {@code score} and what follows are null while OPEN. {@code attemptNumber} counts from 1. */
    record Attempt(
            UUID id,
            UUID enrolmentId,
            UUID lessonId,
            AttemptState state,
            int attemptNumber,
            int maxAttempts,
            int passPercent,
            @Nullable Instant closesAt,
            List<AskedQuestion> questions,
            @Nullable Integer points,
            int pointsPossible,
            @Nullable Integer scorePercent,
            @Nullable Boolean passed,
            @Nullable Instant submittedAt) {}

    record StartAttempt(UUID enrolmentId, UUID lessonId) {}

    record Answer(List<String> optionIds) {}

    /** Where a learner stands with a quiz lesson, newest attempt first. */
    record QuizStanding(
            LocalText title,
            int questions,
            int passPercent,
            int maxAttempts,
            int minutes,
            boolean passed,
            @Nullable Integer bestPercent,
            @Nullable UUID openAttemptId,
            List<AttemptSummary> attempts) {}

    record AttemptSummary(
            UUID id,
            int attemptNumber,
            AttemptState state,
            @Nullable Integer scorePercent,
            @Nullable Boolean passed,
            @Nullable Instant submittedAt) {}

    @GetExchange("/api/questions")
    Page<Question> questions(
            @RequestParam UUID organisation,
            @RequestParam(required = false) @Nullable String occupation,
            @RequestParam(required = false) @Nullable String cursor);

    @PutExchange("/api/questions/{id}")
    Question saveQuestion(@PathVariable UUID id, @RequestBody QuestionEdit edit);

    @GetExchange("/api/questions/{id}")
    Question question(@PathVariable UUID id);

    @GetExchange("/api/papers")
    Page<Paper> papers(@RequestParam UUID organisation, @RequestParam(required = false) @Nullable String cursor);

    @PutExchange("/api/papers/{id}")
    Paper savePaper(@PathVariable UUID id, @RequestBody PaperEdit edit);

    @GetExchange("/api/papers/{id}")
    Paper paper(@PathVariable UUID id);

    @GetExchange("/api/enrolments/{enrolmentId}/lessons/{lessonId}/quiz")
    QuizStanding standing(@PathVariable UUID enrolmentId, @PathVariable UUID lessonId);

    /** The same id again answers the same attempt; an attempt already open in the lesson is refused with its id. */
    @PutExchange("/api/attempts/{id}")
    Attempt start(@PathVariable UUID id, @RequestBody StartAttempt start);

    @GetExchange("/api/attempts/{id}")
    Attempt attempt(@PathVariable UUID id);

    /** Saved as given, right or wrong, complete or not. */
    @PutExchange("/api/attempts/{id}/answers/{questionId}")
    void answer(@PathVariable UUID id, @PathVariable UUID questionId, @RequestBody Answer answer);

    /** Marks it. A repeat answers the same result. */
    @PostExchange("/api/attempts/{id}/submission")
    Attempt submit(@PathVariable UUID id);
}
