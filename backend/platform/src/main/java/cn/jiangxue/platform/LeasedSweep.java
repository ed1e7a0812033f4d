package cn.jiangxue.platform;

import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Work that comes due by the calendar, done every minute on one node at a time, batch after batch. Each step of a batch must be one that may be done again: a sweep that
 * died anywhere is taken up by the next one.
 */
public final class LeasedSweep implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(LeasedSweep.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final String what;
    private final SweepLease lease;
    private final Supplier<Mono<Long>> batch;
    private final UUID node = UUID.randomUUID();
    private Disposable sweeping = Disposables.disposed();

    /** @param batch does some of what is due; how much it did, 0 when nothing is left or the store refuses */
    public LeasedSweep(String what, SweepLease lease, Supplier<Mono<Long>> batch) {
        this.what = what;
        this.lease = lease;
        this.batch = batch;
    }

    public void start() {
        sweeping = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> sweep().onErrorResume(this::rest), 1)
                .subscribe();
    }

    @Override
    public void close() {
        sweeping.dispose();
    }

    /** Does all that is due; nothing while another node does. How much was done. */
    public Mono<Long> sweep() {
        return leased().expand(done -> done > 0 ? leased() : Mono.empty())
                .reduce(0L, Long::sum)
                .flatMap(done -> lease.release(node).thenReturn(done));
    }

    private Mono<Long> leased() {
        return lease.take(node, LEASE)
                .filter(Boolean::booleanValue)
                .flatMap(mine -> batch.get())
                .defaultIfEmpty(0L);
    }

    private Mono<Long> rest(Throwable failure) {
        LOG.warn("{} rests, the next sweep goes on: {}", what, failure.toString());
        return Mono.just(0L);
    }
}
