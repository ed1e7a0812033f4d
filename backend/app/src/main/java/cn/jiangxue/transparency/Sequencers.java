package cn.jiangxue.transparency;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.ReactiveHealthIndicator;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs the sequencers, and says when one of them stopped signing or a record was found altered. */
final class Sequencers implements SmartLifecycle, ReactiveHealthIndicator {

    private static final Duration MOST_TO_RELEASE = Duration.ofSeconds(2);

    private final List<OpenLog> logs;
    private final Duration every;
    private Disposable running = Disposables.disposed();

    Sequencers(List<OpenLog> logs, Duration every) {
        this.logs = List.copyOf(logs);
        this.every = every;
    }

    @Override
    public void start() {
        running = Flux.fromIterable(logs).flatMap(this::rounds, logs.size() + 1).subscribe();
    }

    private Flux<Void> rounds(OpenLog log) {
        return Flux.interval(every)
                .onBackpressureDrop()
                .concatMap(tick -> log.sequencer().round(), 1);
    }

    @Override
    public void stop(Runnable done) {
        running.dispose();
        Flux.fromIterable(logs)
                .flatMap(log -> log.sequencer().release())
                .then()
                .timeout(MOST_TO_RELEASE)
                .onErrorComplete()
                .doFinally(end -> done.run())
                .subscribe();
    }

    @Override
    public void stop() {
        stop(() -> {});
    }

    @Override
    public boolean isRunning() {
        return !running.isDisposed();
    }

    @Override
    public Mono<Health> health() {
        Map<String, String> wrong = new TreeMap<>();
        for (OpenLog log : logs) {
            log.sequencer().doubt().ifPresent(doubt -> wrong.put(log.name(), doubt));
            log.sequencer().altered().ifPresent(id -> wrong.put(log.name() + ".altered", id));
        }
        return Mono.just(
                wrong.isEmpty()
                        ? Health.up().build()
                        : Health.down().withDetails(wrong).build());
    }
}
