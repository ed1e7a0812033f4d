package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;

import cn.jiangxue.learning.DeskDocument.Stream;
import cn.jiangxue.learning.DeskDocument.Untold;
import cn.jiangxue.learning.rules.Coverage;
import cn.jiangxue.platform.Documents;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Brings what desks have counted to the study record and the enrolments, many desks at once, and then clears it from desks that did not change meanwhile. No lease: a
 * segment is added once by its id and an enrolment only moves forward, so every step may be repeated, by any node, at any time.
 */
final class StudyRelay {

    private static final Logger LOG = LoggerFactory.getLogger(StudyRelay.class);
    private static final Duration SWEEP = Duration.ofSeconds(1);
    private static final Duration REST = Duration.ofMinutes(1);
    private static final int BATCH = 256;

    private final Documents<DeskDocument> desks;
    private final StudyRecord record;
    private final Progress progress;
    private final Clock clock;
    private final Sinks.Many<Integer> wakes = Sinks.many().multicast().directBestEffort();
    private @Nullable Disposable sweep;

    StudyRelay(Documents<DeskDocument> desks, StudyRecord record, Progress progress, Clock clock) {
        this.desks = desks;
        this.record = record;
        this.progress = progress;
        this.clock = clock;
    }

    void start() {
        sweep = Flux.merge(
                        wakes.asFlux(), Flux.interval(SWEEP).map(Long::intValue).onBackpressureDrop())
                .onBackpressureLatest()
                .concatMap(tick -> tellDue().onErrorResume(StudyRelay::rest), 1)
                .subscribe();
    }

    void stop() {
        if (sweep != null) {
            sweep.dispose();
        }
    }

    /** Says that a desk has something to tell at once; cheap, never blocks. */
    void wake() {
        wakes.tryEmitNext(1);
    }

    /** The study record and the enrolment as this desk knows them, without clearing anything. */
    Mono<Void> tell(DeskDocument desk) {
        return tell(List.of(desk));
    }

    private Mono<Void> tellDue() {
        return Mono.defer(() -> desks.list(lte("outboxAt", clock.instant()), Sorts.ascending("outboxAt"), BATCH)
                        .collectList())
                .flatMap(due -> tellAndClear(due).thenReturn(due.size()))
                .repeat()
                .takeUntil(found -> found < BATCH)
                .then();
    }

    private Mono<Void> tellAndClear(List<DeskDocument> due) {
        if (due.isEmpty()) {
            return Mono.empty();
        }
        return tell(due).then(Mono.defer(() -> clear(due))).onErrorResume(failure -> oneByOne(due, failure));
    }

    private Mono<Void> tell(List<DeskDocument> told) {
        List<SegmentDocument> segments = told.stream()
                .flatMap(desk -> desk.untold().stream())
                .flatMap(StudyRelay::segments)
                .toList();
        List<Progress.Studied> studied = told.stream()
                .filter(desk -> desk.stream() != null && desk.stream().durableThrough() > 0)
                .map(desk -> studied(desk, Objects.requireNonNull(desk.stream())))
                .toList();
        return record.append(segments).then(Mono.defer(() -> progress.studied(studied)));
    }

    private static java.util.stream.Stream<SegmentDocument> segments(Untold lesson) {
        return lesson.segments().stream()
                .map(segment -> new SegmentDocument(
                        segment.id(),
                        SegmentDocument.SCHEMA,
                        lesson.enrolmentId(),
                        lesson.lessonId(),
                        lesson.learnerId(),
                        segment.at(),
                        segment.from(),
                        segment.to(),
                        segment.newSeconds(),
                        segment.countedSeconds(),
                        segment.why()));
    }

    /** The lesson as the desk's stream last left it. A stream before it reached its enrolment when this one was opened. */
    static Progress.Studied studied(DeskDocument desk, Stream stream) {
        Instant at = desk.untold().isEmpty()
                ? desk.clock()
                : desk.untold().getLast().segments().getLast().at();
        return new Progress.Studied(
                stream.enrolmentId(),
                stream.lessonId(),
                Coverage.of(stream.coverage()),
                stream.studyMillis(),
                stream.resumeAtSeconds(),
                Instant.ofEpochMilli(at.toEpochMilli()));
    }

    /** A desk that changed meanwhile keeps what it holds and tells it again. The new revision keeps a beat from bringing back what was cleared. */
    private Mono<Void> clear(List<DeskDocument> told) {
        return update(
                told,
                Updates.combine(
                        Updates.set("untold", List.of()),
                        Updates.unset("outboxAt"),
                        Updates.inc("revision", 1L),
                        // Where an earlier release kept it.
                        Updates.unset("outbox")));
    }

    private Mono<Void> update(List<DeskDocument> told, org.bson.conversions.Bson update) {
        List<UpdateOneModel<BsonDocument>> writes = told.stream()
                .map(desk -> new UpdateOneModel<BsonDocument>(
                        and(eq("_id", desk.id()), eq("revision", desk.revision())), update))
                .toList();
        return Mono.from(desks.raw().bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .then();
    }

    /** One desk that cannot be told must not keep the others waiting; it rests for a minute. */
    private Mono<Void> oneByOne(List<DeskDocument> due, Throwable failure) {
        LOG.warn("telling {} desks together failed, each is told alone: {}", due.size(), failure.toString());
        return Flux.fromIterable(due)
                .concatMap(desk -> tell(desk)
                        .then(Mono.defer(() -> clear(List.of(desk))))
                        .onErrorResume(own -> {
                            LOG.warn("telling the desk {} failed, again in {}: {}", desk.id(), REST, own.toString());
                            return update(
                                    List.of(desk),
                                    Updates.set("outboxAt", clock.instant().plus(REST)));
                        }))
                .then();
    }

    private static Mono<Void> rest(Throwable failure) {
        LOG.warn("the study relay rests until the next sweep: {}", failure.toString());
        return Mono.empty();
    }
}
