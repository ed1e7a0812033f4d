package cn.jiangxue.assessment;

import cn.jiangxue.assessment.rules.Marking;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.platform.StoredEvent;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One attempt, whole: what was asked (with the keys, which stay here), what was answered, what it earned.
 *
 * @param answers option ids by question id, as given
 * @param result null while open
 */
record AttemptDocument(
        @BsonId UUID id,
        int schema,
        long revision,
        UUID enrolmentId,
        UUID lessonId,
        UUID learnerId,
        PaperRef paper,
        int number,
        int maxAttempts,
        int passPercent,
        Instant startedAt,
        @Nullable Instant closesAt,
        List<AskedDocument> asked,
        Map<String, List<String>> answers,
        @Nullable Result result,
        List<StoredEvent> outbox,
        @Nullable Instant outboxAt) {

    static final int SCHEMA = 1;

    /** A question as this attempt asks it: its options in the attempt's own order. */
    record AskedDocument(UUID questionId, int version, QuestionContent content) {}

    record Result(int points, int possible, int percent, boolean passed, List<UUID> right, Instant submittedAt) {}

    boolean isOpen() {
        return result == null;
    }

    List<String> answerTo(UUID questionId) {
        return answers.getOrDefault(questionId.toString(), List.of());
    }

    Marking.Mark mark() {
        var questions = asked.stream()
                .map(one -> new Marking.Asked(one.questionId(), one.content()))
                .toList();
        Map<UUID, List<String>> given = answers.entrySet().stream()
                .collect(Collectors.toMap(entry -> UUID.fromString(entry.getKey()), Map.Entry::getValue));
        return Marking.mark(questions, given, passPercent);
    }

    AttemptDocument submitted(Marking.Mark mark, Instant now, StoredEvent marked) {
        var outcome = new Result(
                mark.points(), mark.possible(), mark.percent(), mark.passed(), List.copyOf(mark.right()), now);
        return new AttemptDocument(
                id,
                schema,
                revision + 1,
                enrolmentId,
                lessonId,
                learnerId,
                paper,
                number,
                maxAttempts,
                passPercent,
                startedAt,
                closesAt,
                asked,
                answers,
                outcome,
                List.of(marked),
                now);
    }
}
