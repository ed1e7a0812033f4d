package cn.jiangxue.catalog;

import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Keeps the search index whole without anybody's help: builds it when the engine has none (on a first start, or when it came back empty), when a change did not reach
 * it while it was down, and when it lists another number of courses than are published for longer than events take to arrive.
 */
final class IndexWatch implements SmartLifecycle {

    static final Duration EVERY = Duration.ofSeconds(5);

    private static final Logger LOG = LoggerFactory.getLogger(IndexWatch.class);
    /** Counting costs more than asking whether there is an index, and is needed less. */
    private static final int LOOKS_TO_A_COUNT = 12;

    private final Catalogue catalogue;
    private final Duration every;
    private Disposable watching = Disposables.disposed();
    private boolean answered = true;
    private boolean differed;

    IndexWatch(Catalogue catalogue, Duration every) {
        this.catalogue = catalogue;
        this.every = every;
    }

    @Override
    public void start() {
        watching = Flux.interval(Duration.ZERO, every)
                .onBackpressureDrop()
                .concatMap(this::look, 1)
                .subscribe();
    }

    private Mono<Void> look(long tick) {
        if (catalogue.isRebuilding()) {
            return Mono.empty();
        }
        return catalogue
                .hasIndex()
                .doOnNext(found -> answered = true)
                .flatMap(found -> found ? isOutdated(tick) : Mono.just(true))
                .doOnNext(needed -> {
                    if (needed) {
                        catalogue.startRebuild();
                    }
                })
                .then()
                .onErrorResume(this::rest);
    }

    private Mono<Boolean> isOutdated(long tick) {
        if (catalogue.missedAChange()) {
            return Mono.just(true);
        }
        return tick % LOOKS_TO_A_COUNT == 0 ? catalogue.indexIsComplete().map(this::differsAgain) : Mono.just(false);
    }

    /** Once may be a change on its way. */
    private boolean differsAgain(boolean complete) {
        boolean again = differed && !complete;
        differed = !complete && !again;
        return again;
    }

    private Mono<Void> rest(Throwable failure) {
        if (answered) {
            LOG.warn("the search engine does not answer: {}", failure.toString());
        }
        answered = false;
        return Mono.empty();
    }

    @Override
    public void stop() {
        watching.dispose();
    }

    @Override
    public boolean isRunning() {
        return !watching.isDisposed();
    }
}
