package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import cn.jiangxue.learning.DeskDocument.Stream;
import cn.jiangxue.learning.DeskDocument.Untold;
import cn.jiangxue.learning.rules.Coverage;
import cn.jiangxue.platform.Documents;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Brings what desks have counted to the study record and the enrolments, many desks at once, and then clears it from desks that did not change meanwhile. No lease:
 * what is told is sealed first, a segment is added once by its id and an enrolment only moves forward, so every step may be repeated, by any node, at any time.
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
    private volatile Consumer<List<DeskDocument>> whenCleared = desks -> {};
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

    /** Who wants to know of desks that were told and are now stored like this. */
    void whenCleared(Consumer<List<DeskDocument>> listener) {
        whenCleared = listener;
    }

    /** Says that a desk has something to tell at once; cheap, never blocks. */
    void wake() {
        wakes.tryEmitNext(1);
    }

    /** The study record and the enrolment as this desk knows them, without clearing anything. The desk as it then is; empty when it had moved on. */
    Mono<DeskDocument> tell(DeskDocument desk) {
        return seal(List.of(desk))
                .flatMap(told -> Mono.justOrEmpty(told.stream().findFirst()))
                .flatMap(told -> tell(List.of(told)).thenReturn(told));
    }

    /** The desks whose untold segments have their final form on disk; those that had moved on and grow again are left out. */
    private Mono<List<DeskDocument>> seal(List<DeskDocument> desksToTell) {
        List<DeskDocument> open =
                desksToTell.stream().filter(desk -> !desk.sealed()).toList();
        if (open.isEmpty()) {
            return Mono.just(desksToTell);
        }
        return update(open, Updates.combine(Updates.set("sealed", true), Updates.inc("revision", 1L)))
                .flatMap(matched -> matched == open.size()
                        ? Mono.just(desksToTell.stream()
                                .map(desk -> desk.sealed() ? desk : desk.asSealed())
                                .toList())
                        : sealedOf(desksToTell));
    }

    /** Some guard did not hold. The store only says how many; what is stored says which. */
    private Mono<List<DeskDocument>> sealedOf(List<DeskDocument> desksToTell) {
        List<UUID> ids = desksToTell.stream().map(DeskDocument::id).toList();
        return desks.list(in("_id", ids), null, ids.size())
                .filter(DeskDocument::sealed)
                .collectList();
    }

    private Mono<Void> tellDue() {
        return Mono.defer(() -> desks.list(lte("outboxAt", clock.instant()), Sorts.ascending("outboxAt"), BATCH)
                        .collectList())
                .flatMap(due -> seal(due).flatMap(this::tellAndClear).thenReturn(due.size()))
                .repeat()
                .takeUntil(found -> found < BATCH)
                .then();
    }

    /** Tells sealed desks; what cannot be told is not lost, for they stay due. */
    Mono<Void> tellAndClear(List<DeskDocument> due) {
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
                        segment.since(),
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
        Mono<Integer> cleared = update(
                told,
                Updates.combine(
                        Updates.set("untold", List.of()),
                        Updates.unset("outboxAt"),
                        Updates.inc("revision", 1L),
                        // Where an earlier release kept it.
                        Updates.unset("outbox")));
        return cleared.doOnNext(matched -> {
                    if (matched == told.size()) {
                        whenCleared.accept(
                                told.stream().map(DeskDocument::cleared).toList());
                    }
                })
                .then();
    }

    /** How many had not changed and were updated. */
    private Mono<Integer> update(List<DeskDocument> guarded, org.bson.conversions.Bson update) {
        List<UpdateOneModel<BsonDocument>> writes = guarded.stream()
                .map(desk -> new UpdateOneModel<BsonDocument>(
                        and(eq("_id", desk.id()), eq("revision", desk.revision())), update))
                .toList();
        return Mono.from(desks.raw().bulkWrite(writes, new BulkWriteOptions().ordered(false)))
                .map(BulkWriteResult::getMatchedCount);
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
                                            Updates.set(
                                                    "outboxAt", clock.instant().plus(REST)))
                                    .then();
                        }))
                .then();
    }

    private static Mono<Void> rest(Throwable failure) {
        LOG.warn("the study relay rests until the next sweep: {}", failure.toString());
        return Mono.empty();
    }
}
