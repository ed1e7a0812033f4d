package cn.jiangxue.assessment;

import cn.jiangxue.assessment.rules.AttemptPolicy.Earlier;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/** Where one learner stands with one quiz: the single document that decides whether another attempt may start. */
record StandingDocument(
        @BsonId String id, int schema, long revision, UUID enrolmentId, UUID lessonId, List<Entry> attempts) {

    static final int SCHEMA = 1;

    record Entry(
            UUID id,
            int number,
            boolean open,
            @Nullable Integer percent,
            boolean passed,
            @Nullable Instant submittedAt) {}

    static String key(UUID enrolmentId, UUID lessonId) {
        return enrolmentId + "/" + lessonId;
    }

    static StandingDocument none(UUID enrolmentId, UUID lessonId) {
        return new StandingDocument(key(enrolmentId, lessonId), SCHEMA, 0, enrolmentId, lessonId, List.of());
    }

    List<Earlier> earlier() {
        return attempts.stream()
                .map(entry -> new Earlier(entry.id(), entry.number(), entry.open()))
                .toList();
    }

    StandingDocument started(UUID attemptId, int number) {
        var more = new ArrayList<>(attempts);
        more.add(new Entry(attemptId, number, true, null, false, null));
        return new StandingDocument(id, schema, revision + 1, enrolmentId, lessonId, List.copyOf(more));
    }

    /** The same standing when the attempt is unknown or already settled. */
    StandingDocument settled(AttemptDocument attempt) {
        var result = attempt.result();
        boolean known = attempts.stream().anyMatch(entry -> entry.id().equals(attempt.id()) && entry.open());
        if (result == null || !known) {
            return this;
        }
        var after = new Entry(
                attempt.id(), attempt.number(), false, result.percent(), result.passed(), result.submittedAt());
        var entries = attempts.stream()
                .map(entry -> entry.id().equals(attempt.id()) ? after : entry)
                .toList();
        return new StandingDocument(id, schema, revision + 1, enrolmentId, lessonId, entries);
    }
}
