package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.learning.EnrolmentDocument.LessonPart;
import cn.jiangxue.learning.rules.Completion;
import cn.jiangxue.learning.rules.Completion.LessonStanding;
import cn.jiangxue.learning.rules.Coverage;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.StoredEvent;
import cn.jiangxue.platform.Tries;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Moves an enrolment forward: video seconds, a text read, a quiz passed. Every step only adds, so a repeat or a late one changes nothing. The step that meets the last
 * rule tells {@link CourseCompleted} in the same write, and there is only one such step.
 */
final class Progress {

    private final Documents<EnrolmentDocument> enrolments;
    private final Completions completions;
    private final Outbox outbox;
    private final Clock clock;

    Progress(Documents<EnrolmentDocument> enrolments, Completions completions, Outbox outbox, Clock clock) {
        this.enrolments = enrolments;
        this.completions = completions;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The state of one video lesson as its stream last left it. */
    record Studied(
            UUID enrolmentId, UUID lessonId, Coverage coverage, long studyMillis, int resumeAtSeconds, Instant at) {}

    /** What a video's stream has seen and earned so far. */
    Mono<EnrolmentDocument> studied(Studied studied) {
        return step(studied.enrolmentId(), studied.lessonId(), studied.at(), change(studied));
    }

    /** The same for many enrolments, each at most once, in two round trips; those that need more are taken one by one. */
    Mono<Void> studied(List<Studied> all) {
        List<UUID> ids = all.stream().map(Studied::enrolmentId).toList();
        return enrolments
                .list(in("_id", ids), null, ids.size())
                .collectMap(EnrolmentDocument::id)
                .flatMap(found -> together(all, found))
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::studied)
                .then();
    }

    /** Saves the plain steps together; answers those still to be taken. */
    private Mono<List<Studied>> together(List<Studied> all, Map<UUID, EnrolmentDocument> found) {
        List<Studied> left = new ArrayList<>();
        List<Studied> plain = new ArrayList<>();
        List<ReplaceOneModel<BsonDocument>> writes = new ArrayList<>();
        for (Studied studied : all) {
            EnrolmentDocument before = found.get(studied.enrolmentId());
            LessonPart part =
                    before == null ? null : before.lesson(studied.lessonId()).orElse(null);
            if (before == null || part == null) {
                left.add(studied);
                continue;
            }
            LessonPart changed = change(studied).apply(part, studied.at());
            EnrolmentDocument moved = before.with(changed, null, before.outbox(), studied.at());
            if (!moved.isCompleted() && isPassed(moved)) {
                left.add(studied);
            } else if (!changed.isSameAs(part)) {
                plain.add(studied);
                writes.add(new ReplaceOneModel<>(
                        and(eq("_id", before.id()), eq("revision", before.revision())), enrolments.write(moved)));
            }
        }
        if (writes.isEmpty()) {
            return Mono.just(left);
        }
        return Mono.from(enrolments.raw().bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .map(result -> {
                    if (result.getMatchedCount() < writes.size()) {
                        // Some enrolment changed meanwhile. A step that was saved changes nothing when taken again.
                        left.addAll(plain);
                    }
                    return left;
                });
    }

    private static BiFunction<LessonPart, Instant, LessonPart> change(Studied studied) {
        return (part, at) -> {
            Coverage seen = union(Coverage.of(part.coverage()), studied.coverage());
            boolean complete = seen.seconds() >= part.neededSeconds();
            boolean newest = part.playedAt() == null || !at.isBefore(part.playedAt());
            return new LessonPart(
                    part.lessonId(),
                    part.kind(),
                    part.title(),
                    part.videoSeconds(),
                    part.neededSeconds(),
                    seen.toBytes(),
                    Math.max(part.studyMillis(), studied.studyMillis()),
                    newest ? studied.resumeAtSeconds() : part.resumeAtSeconds(),
                    newest ? at : part.playedAt(),
                    true,
                    null,
                    completedAt(part, complete, at));
        };
    }

    /** A text was read; {@code earnedMillis} of study time count for it when it was not read before. */
    Mono<EnrolmentDocument> read(UUID enrolmentId, UUID lessonId, long earnedMillis) {
        return step(
                enrolmentId,
                lessonId,
                Instant.ofEpochMilli(clock.millis()),
                (part, at) -> part.isComplete() ? part : plain(part, earnedMillis, null, at));
    }

    /** A quiz was passed; the best score stays. */
    Mono<EnrolmentDocument> quizPassed(UUID enrolmentId, UUID lessonId, int scorePercent, Instant at) {
        return step(enrolmentId, lessonId, at, (part, when) -> {
            Integer before = part.scorePercent();
            int best = before == null ? scorePercent : Math.max(before, scorePercent);
            Instant done = part.completedAt();
            return plain(part, part.studyMillis(), best, done == null ? at : done);
        });
    }

    private static LessonPart plain(LessonPart part, long studyMillis, @Nullable Integer score, Instant completedAt) {
        return new LessonPart(
                part.lessonId(),
                part.kind(),
                part.title(),
                part.videoSeconds(),
                part.neededSeconds(),
                part.coverage(),
                studyMillis,
                part.resumeAtSeconds(),
                part.playedAt(),
                true,
                score,
                completedAt);
    }

    private static @Nullable Instant completedAt(LessonPart part, boolean complete, Instant at) {
        Instant before = part.completedAt();
        return before != null || !complete ? before : at;
    }

    private static Coverage union(Coverage one, Coverage other) {
        Coverage all = one;
        for (var span : other.spans()) {
            all = all.plus(span.from(), span.to());
        }
        return all;
    }

    private Mono<EnrolmentDocument> step(
            UUID enrolmentId, UUID lessonId, Instant at, BiFunction<LessonPart, Instant, LessonPart> change) {
        return Tries.of(() -> enrolments.find(enrolmentId).flatMap(before -> step(before, lessonId, at, change)));
    }

    /** Empty when somebody else changed the enrolment meanwhile. */
    private Mono<EnrolmentDocument> step(
            EnrolmentDocument before, UUID lessonId, Instant at, BiFunction<LessonPart, Instant, LessonPart> change) {
        LessonPart part = before.lesson(lessonId).orElse(null);
        if (part == null) {
            return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }
        LessonPart changed = change.apply(part, at);
        EnrolmentDocument moved = before.with(changed, null, before.outbox(), at);
        boolean passesNow = !moved.isCompleted() && isPassed(moved);
        if (!passesNow) {
            return changed.isSameAs(part) ? Mono.just(before) : save(before, moved);
        }
        Instant now = Instant.ofEpochMilli(clock.millis());
        return completions
                .told(moved, now)
                .flatMap(event -> save(before, before.with(changed, now, added(before.outbox(), event), at)));
    }

    private static List<StoredEvent> added(List<StoredEvent> before, StoredEvent event) {
        return Stream.concat(before.stream(), Stream.of(event)).toList();
    }

    private Mono<EnrolmentDocument> save(EnrolmentDocument before, EnrolmentDocument after) {
        return enrolments
                .replace(before.id(), before.revision(), after)
                .filter(saved -> saved)
                .doOnNext(saved -> outbox.wake(EnrolmentDocument.COLLECTION))
                .map(saved -> after);
    }

    private static boolean isPassed(EnrolmentDocument enrolment) {
        return Completion.decide(standings(enrolment), enrolment.minimumStudyPercent()) instanceof Completion.Complete;
    }

    static List<LessonStanding> standings(EnrolmentDocument enrolment) {
        return enrolment.lessons().stream()
                .map(part -> new LessonStanding(
                        part.lessonId(),
                        part.isComplete(),
                        part.studySeconds(),
                        part.kind() == LessonKind.VIDEO ? part.videoSeconds() : 0))
                .toList();
    }
}
