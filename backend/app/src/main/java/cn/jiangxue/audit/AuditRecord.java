package cn.jiangxue.audit;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Uuid7;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.util.concurrent.Queues;

/**
 * Appends facts one after the other. The next place is the last one plus one, taken by inserting under it: a place another node took meanwhile is a duplicate key
 * and the next is tried, so there is neither a gap nor a second entry in one place.
 */
@Component
final class AuditRecord implements AuditTrail, SmartLifecycle {

    /** Facts that may wait for their place; beyond that BUSY, and what came by an outbox comes again. */
    private static final int MAX_WAITING = 4_096;

    private static final Duration SPIN = Duration.ofSeconds(1);
    private static final int MAX_RACES = 100;

    private record Waiting(StoredRecord record, Sinks.Empty<Void> done) {}

    private final Documents<StoredRecord> records;
    private final Organisations organisations;
    private final Clock clock;
    private volatile Sinks.Many<Waiting> queue = emptyQueue();
    private Disposable appending = Disposables.disposed();
    private long last;

    AuditRecord(Documents<StoredRecord> records, Organisations organisations, Clock clock) {
        this.records = records;
        this.organisations = organisations;
        this.clock = clock;
    }

    @Override
    public Mono<Void> record(AuditFact fact) {
        return keep(fact, new EventMeta(Uuid7.next(clock), clock.instant()));
    }

    /** Appends a fact; the same event again changes nothing. */
    Mono<Void> keep(AuditFact fact, EventMeta meta) {
        UUID organisation = fact.organisationId();
        Mono<List<UUID>> within = organisation == null ? Mono.just(List.of()) : organisations.within(organisation);
        return within.defaultIfEmpty(List.of())
                .map(path -> stored(fact, meta, path))
                .flatMap(this::enqueue);
    }

    private static StoredRecord stored(AuditFact fact, EventMeta meta, List<UUID> within) {
        return new StoredRecord(
                0,
                StoredRecord.SCHEMA,
                meta.eventId(),
                meta.at(),
                fact.action(),
                fact.actorId(),
                fact.organisationId(),
                within,
                fact.subject(),
                fact.facts(),
                fact.traceId(),
                RecordSalt.random());
    }

    private Mono<Void> enqueue(StoredRecord record) {
        Waiting waiting = new Waiting(record, Sinks.empty());
        try {
            queue.emitNext(waiting, Sinks.EmitFailureHandler.busyLooping(SPIN));
        } catch (Sinks.EmissionException full) {
            return Mono.error(new ProblemException(ProblemCode.BUSY).retryAfter(Duration.ofSeconds(2)));
        }
        return waiting.done().asMono();
    }

    private static Sinks.Many<Waiting> emptyQueue() {
        return Sinks.many()
                .unicast()
                .onBackpressureBuffer(Queues.<Waiting>get(MAX_WAITING).get());
    }

    /** A queue has one reader in its life, so every start has a queue of its own. */
    @Override
    public void start() {
        queue = emptyQueue();
        last = 0;
        appending = queue.asFlux().concatMap(this::append, 1).subscribe();
    }

    @Override
    public void stop() {
        appending.dispose();
    }

    @Override
    public boolean isRunning() {
        return !appending.isDisposed();
    }

    private Mono<Void> append(Waiting waiting) {
        return Mono.defer(() -> appendOnce(waiting.record()))
                .filter(Boolean::booleanValue)
                .repeatWhenEmpty(MAX_RACES, lost -> lost)
                .then()
                .doOnSuccess(done -> waiting.done().tryEmitEmpty())
                .onErrorResume(failure -> {
                    last = 0;
                    waiting.done().tryEmitError(failure);
                    return Mono.empty();
                });
    }

    /** True when the fact stands in the record, false when its place was taken by another. */
    private Mono<Boolean> appendOnce(StoredRecord record) {
        return lastPlace()
                .flatMap(place -> records.insert(record.at(place + 1)).flatMap(inserted -> {
                    if (inserted) {
                        last = place + 1;
                        return Mono.just(true);
                    }
                    last = 0;
                    return records.first(eq("eventId", record.eventId()))
                            .map(known -> true)
                            .defaultIfEmpty(false);
                }));
    }

    /** Known from the last append, else read. Only the one appender asks. */
    private Mono<Long> lastPlace() {
        return last > 0
                ? Mono.just(last)
                : records.list(gt("_id", 0L), Sorts.descending("_id"), 1)
                        .next()
                        .map(StoredRecord::seq)
                        .defaultIfEmpty(0L);
    }
}
