package cn.jiangxue.credit;

import cn.jiangxue.platform.Lane;
import cn.jiangxue.transparency.LeafQueue;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Hands the leaves of entries to the log, then forgets their announcement. Every step may be repeated by any node: what a process that died had announced is found by
 * the sweep.
 */
final class LeafRelay {

    private static final Logger LOG = LoggerFactory.getLogger(LeafRelay.class);
    private static final Duration SWEEP = Duration.ofSeconds(2);
    private static final Duration LEFT_BEHIND_AFTER = Duration.ofSeconds(5);

    /** By then nobody adds any more what was announced: a write is given up after seconds. */
    private static final Duration GIVEN_UP_AFTER = Duration.ofMinutes(10);

    private static final int BATCH = 64;
    private static final int SWEPT_AT_ONCE = 4;
    private static final int MOST_SWEPT = 1_000;
    private static final int WAITING_LIMIT = 1_000;

    private final LedgerStore store;
    private final LeafQueue leaves;
    private final Clock clock;
    private final Lane<Handed, Boolean> lane = new Lane<>(BATCH, WAITING_LIMIT, this::handOver);
    private @Nullable Disposable sweep;

    /**
     * What became of an announcement.
     *
     * @param refused entries whose number or id was taken: by others, or by a write of one's own whose answer was lost
     */
    private record Handed(UUID announcement, List<EntryDocument> added, Set<UUID> refused) {}

    LeafRelay(LedgerStore store, LeafQueue leaves, Clock clock) {
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

    /** What was just added of what was announced and decided. Beyond the limit it is left to the sweep. */
    void offer(Announcement announced, List<EntryDocument> decided, List<EntryDocument> added) {
        Set<UUID> refused = decided.stream().map(EntryDocument::id).collect(Collectors.toCollection(HashSet::new));
        added.forEach(entry -> refused.remove(entry.id()));
        lane.submit(new Handed(announced.id(), added, refused))
                .onErrorResume(failure -> rest("handing over", failure))
                .subscribe();
    }

    private Mono<List<Boolean>> handOver(List<Handed> batch) {
        Set<UUID> refused =
                batch.stream().flatMap(handed -> handed.refused().stream()).collect(Collectors.toSet());
        return store.entriesById(refused)
                .map(found -> Stream.concat(batch.stream().flatMap(handed -> handed.added().stream()), found.stream())
                        .map(EntryDocument::newLeaf)
                        .distinct()
                        .toList())
                .flatMap(leaves::offer)
                .then(Mono.defer(() ->
                        store.forget(batch.stream().map(Handed::announcement).toList())))
                .thenReturn(batch.stream().map(handed -> true).toList());
    }

    /** Hands over what a process that died, or was refused, had announced. */
    Mono<Void> sweepUp() {
        return store.announcedBefore(clock.instant().minus(LEFT_BEHIND_AFTER), MOST_SWEPT)
                .buffer(SWEPT_AT_ONCE)
                .concatMap(this::handOverFound)
                .then();
    }

    private Mono<Void> handOverFound(List<Announcement> found) {
        return store.entriesById(found.stream()
                        .flatMap(announced -> announced.entries().stream())
                        .collect(Collectors.toUnmodifiableSet()))
                .map(entries -> entries.stream().collect(Collectors.toMap(EntryDocument::id, Function.identity())))
                .flatMap(entries -> leaves.offer(entries.values().stream()
                                .map(EntryDocument::newLeaf)
                                .toList())
                        .then(Mono.defer(() -> store.forget(found.stream()
                                .filter(announced -> isDone(announced, entries))
                                .map(Announcement::id)
                                .toList()))));
    }

    /** One whose entries are not all there may be of a process that is slow: it is looked at again. */
    private boolean isDone(Announcement announced, Map<UUID, EntryDocument> entries) {
        return entries.keySet().containsAll(announced.entries())
                || announced.at().isBefore(clock.instant().minus(GIVEN_UP_AFTER));
    }

    private static <T> Mono<T> rest(String what, Throwable failure) {
        LOG.warn("the {} of ledger leaves rests, the next sweep goes on: {}", what, failure.toString());
        return Mono.empty();
    }
}
