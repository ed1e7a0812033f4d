package cn.jiangxue.framework;

import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.contract.StandardsApi.VersionKind;
import cn.jiangxue.frameworks.EditionReading;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.OccupationalStandard;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Blocking;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Keeps {@link Standards} as the store has it. At start, sample standards of subjects that the store does not know are put in, then all that was ever adopted is read;
 * the service is ready after that. What other nodes adopt is asked for every five seconds, by the index, so the cost does not grow with history.
 */
@Component
final class AdoptedVersions implements SmartLifecycle, ReactiveHealthIndicator {

    /** Most versions held in memory. */
    private static final int MOST = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(AdoptedVersions.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final Duration EVERY = Duration.ofSeconds(5);

    /** How far the clocks of nodes may differ. */
    private static final Duration OVERLAP = Duration.ofMinutes(1);

    private final VersionShelf shelf;
    private final Standards standards;
    private final Clock clock;
    private Disposable running = Disposables.disposed();
    private volatile boolean started;
    private volatile Instant asked = Instant.EPOCH;
    private volatile boolean read;

    AdoptedVersions(VersionShelf shelf, Standards standards, Clock clock) {
        this.shelf = shelf;
        this.standards = standards;
        this.clock = clock;
    }

    @Override
    public void start() {
        started = true;
        running = open().retryWhen(Retry.fixedDelay(Long.MAX_VALUE, PAUSE)
                        .doBeforeRetry(signal -> LOG.warn(
                                "the standards cannot be read yet: {}",
                                signal.failure().toString())))
                .thenMany(Flux.interval(EVERY)
                        .onBackpressureDrop()
                        .concatMap(tick -> refresh().onErrorResume(AdoptedVersions::rest), 1))
                .subscribe();
    }

    private static Mono<Void> rest(Throwable failure) {
        LOG.warn("newly adopted standards could not be asked for: {}", failure.toString());
        return Mono.empty();
    }

    @Override
    public void stop() {
        running.dispose();
        started = false;
    }

    @Override
    public boolean isRunning() {
        return started;
    }

    @Override
    public Mono<Health> health() {
        return Mono.fromSupplier(() -> (read ? Health.up() : Health.outOfService()).build());
    }

    /** Puts in samples that the store does not know and reads everything. May be repeated. */
    Mono<Void> open() {
        return Blocking.call(Frameworks::editions)
                .flatMapMany(Flux::fromIterable)
                .concatMap(this::putIn)
                .then(Mono.defer(this::readAll));
    }

    private Mono<Boolean> putIn(String json) {
        VersionKind kind = EditionReading.isFramework(json) ? VersionKind.FRAMEWORK : VersionKind.STANDARD;
        VersionContent content = Contents.of(kind, json);
        VersionDocument sample =
                VersionDocument.sample(kind, content, clock.instant().truncatedTo(ChronoUnit.MILLIS));
        AuditFact fact = new AuditFact(
                "standard.imported",
                null,
                null,
                "standard:" + sample.id(),
                Map.of("edition", sample.edition(), "hash", sample.hash()));
        return shelf.find(sample.subject(), sample.version())
                .map(known -> false)
                .switchIfEmpty(Mono.defer(() -> shelf.insert(sample, fact)));
    }

    private Mono<Void> readAll() {
        Instant now = clock.instant();
        var fresh = new Standards.Held(new Editions<>(), new Editions<>());
        return shelf.adopted(Instant.EPOCH, MOST)
                .publishOn(Blocking.scheduler())
                .doOnNext(document -> put(document, fresh))
                .then(Mono.fromRunnable(() -> {
                    standards.hold(fresh);
                    asked = now;
                    read = true;
                }));
    }

    /** Takes in what was adopted since it was last asked. */
    Mono<Void> refresh() {
        Instant now = clock.instant();
        return shelf.adopted(asked.minus(OVERLAP), MOST)
                .doOnNext(this::take)
                .then(Mono.fromRunnable(() -> asked = now));
    }

    /** Takes in one that was adopted just now; the same again changes nothing. */
    void take(VersionDocument adopted) {
        Standards.Held held = standards.held();
        boolean known = switch (adopted.kind()) {
            case STANDARD ->
                held.standards().named(adopted.subject(), adopted.edition()).isPresent();
            case FRAMEWORK ->
                held.frameworks().named(adopted.subject(), adopted.edition()).isPresent();
        };
        if (!known) {
            put(adopted, held);
        }
    }

    private void put(VersionDocument adopted, Standards.Held held) {
        LocalDate from = Objects.requireNonNull(adopted.from(), "what was adopted has a date");
        switch (adopted.kind()) {
            case STANDARD ->
                held.standards()
                        .put(
                                adopted.subject(),
                                adopted.edition(),
                                from,
                                holding(EditionReading.standard(adopted.content()), from));
            case FRAMEWORK ->
                held.frameworks()
                        .put(
                                adopted.subject(),
                                adopted.edition(),
                                from,
                                EditionReading.framework(adopted.content(), standards.creditUnits()));
        }
    }

    private static OccupationalStandard holding(OccupationalStandard read, LocalDate from) {
        return new OccupationalStandard(
                read.occupation(), read.edition(), read.title(), read.basis(), read.source(), from, read.grades());
    }
}
