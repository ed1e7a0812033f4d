package cn.jiangxue.stating;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Looks for imports to run, two at a time on each node. What a dead node left is found once its lease ran out. */
final class ImportSweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(ImportSweep.class);
    private static final Duration EVERY = Duration.ofSeconds(1);
    private static final int AT_ONCE = 2;
    private static final int LOOKED_AT = 8;

    private final ImportRecord record;
    private final ImportRun run;
    private Disposable sweeping = Disposables.disposed();

    ImportSweep(ImportRecord record, ImportRun run) {
        this.record = record;
        this.run = run;
    }

    void start() {
        sweeping = Flux.interval(EVERY)
                .onBackpressureDrop()
                .flatMap(tick -> next(), AT_ONCE, 1)
                .subscribe();
    }

    @Override
    public void close() {
        sweeping.dispose();
    }

    /** Runs one import that is due, to its end; completes at once when there is none. */
    Mono<Void> next() {
        return record.due(LOOKED_AT)
                .concatMap(record::lease, 1)
                .next()
                .flatMap(run::go)
                .onErrorResume(failure -> {
                    LOG.warn("an import rests, it goes on when its lease has run out: {}", failure.toString());
                    return Mono.empty();
                });
    }
}
