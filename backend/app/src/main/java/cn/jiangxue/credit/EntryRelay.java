package cn.jiangxue.credit;

import cn.jiangxue.transparency.LeafQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Moves pending entries into their own collection: hands their leaves to the log, adds them, then clears them from accounts that did not change meanwhile. Every step may be repeated by any
 * node. What a process leaves behind when it dies is found by the sweep.
 */
final class EntryRelay {

    private static final Logger LOG = LoggerFactory.getLogger(EntryRelay.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration LEFT_BEHIND_AFTER = Duration.ofSeconds(5);
    private static final int BATCH = 256;
    private static final int WAITING_LIMIT = 10_000;

    private final LedgerStore store;
    private final LeafQueue leaves;
    private final Clock clock;
    private final Map<UUID, AccountDocument> waiting = new HashMap<>();
    private Sinks.One<Boolean> round = Sinks.one();
    private boolean moving;
    private @Nullable Disposable sweep;

    EntryRelay(LedgerStore store, LeafQueue leaves, Clock clock) {
        this.store = store;
        this.leaves = leaves;
        this.clock = clock;
    }

    void start() {
        sweep = Flux.interval(SWEEP)
                .onBackpressureDrop()
                .concatMap(tick -> sweepUp().onErrorResume(failure -> rest("sweep", failure)))
                .subscribe();
    }

    void stop() {
        if (sweep != null) {
            sweep.dispose();
        }
    }

    /** Accounts as they were just written. Beyond the limit they are left to the sweep. */
    void offer(List<AccountDocument> written) {
        List<AccountDocument> batch;
        synchronized (waiting) {
            for (AccountDocument account : written) {
                if (waiting.size() < WAITING_LIMIT || waiting.containsKey(account.id())) {
                    waiting.merge(account.id(), account, (one, other) -> one.seq() >= other.seq() ? one : other);
                }
            }
            batch = moving ? List.of() : nextBatch();
        }
        startMoving(batch);
    }

    /** Completes when what is being moved now has been moved; at once when nothing is. */
    Mono<Void> idle() {
        synchronized (waiting) {
            return moving ? round.asMono().then() : Mono.empty();
        }
    }

    /** Moves what accounts hold that no process is moving. */
    Mono<Void> sweepUp() {
        return store.leftBehind(clock.instant().minus(LEFT_BEHIND_AFTER), BATCH)
                .filter(found -> !found.isEmpty())
                .flatMap(this::move);
    }

    private List<AccountDocument> nextBatch() {
        List<AccountDocument> batch = new ArrayList<>();
        var all = waiting.values().iterator();
        while (batch.size() < BATCH && all.hasNext()) {
            batch.add(all.next());
            all.remove();
        }
        moving = !batch.isEmpty();
        if (moving) {
            round = Sinks.one();
        }
        return batch;
    }

    private void startMoving(List<AccountDocument> batch) {
        if (!batch.isEmpty()) {
            move(batch)
                    .onErrorResume(failure -> rest("relay", failure))
                    .subscribe(nothing -> {}, failure -> moved(), this::moved);
        }
    }

    private void moved() {
        List<AccountDocument> next;
        Sinks.One<Boolean> done;
        synchronized (waiting) {
            done = round;
            next = nextBatch();
        }
        startMoving(next);
        done.tryEmitValue(true);
    }

    private Mono<Void> move(List<AccountDocument> accounts) {
        List<EntryDocument> entries =
                accounts.stream().flatMap(account -> account.pending().stream()).toList();
        Map<UUID, Long> seqs = accounts.stream().collect(Collectors.toMap(AccountDocument::id, AccountDocument::seq));
        // Leaves first: an entry that stands in its collection is never looked at again by this relay.
        Mono<Void> queued =
                leaves.offer(entries.stream().map(EntryDocument::newLeaf).toList());
        Mono<Void> added = entries.isEmpty() ? Mono.empty() : store.addEntries(entries);
        return queued.then(added).then(Mono.defer(() -> store.clearPending(seqs)));
    }

    private static Mono<Void> rest(String what, Throwable failure) {
        LOG.warn("the {} of ledger entries rests, the next sweep goes on: {}", what, failure.toString());
        return Mono.empty();
    }
}
