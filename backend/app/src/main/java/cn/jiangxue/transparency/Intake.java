package cn.jiangxue.transparency;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * Goes through a source and hands over what the log does not know: whatever came at the end of a source that grows there, and of any other, once a day, what an earlier
 * release kept without telling. Whoever goes on after it begins where it was.
 */
final class Intake {

    private static final Logger LOG = LoggerFactory.getLogger(Intake.class);
    private static final int PAGE = 500;
    private static final int PAGES_A_ROUND = 20;
    private static final Duration BETWEEN_LAPS = Duration.ofHours(24);

    private final LeafSource source;
    private final LeafQueue queue;
    private final LogStore store;
    private final Clock clock;
    private volatile @Nullable UUID altered;

    Intake(LeafSource source, LeafQueue queue, LogStore store, Clock clock) {
        this.source = source;
        this.queue = queue;
        this.store = store;
        this.clock = clock;
    }

    /** A record that is no longer the one its leaf was made of, when one was met. */
    Optional<UUID> altered() {
        return Optional.ofNullable(altered);
    }

    /** Goes on by at most {@value #PAGES_A_ROUND} pages; answers the state with the place reached. */
    Mono<LogState> round(LogState own) {
        return rests(own)
                ? Mono.just(own)
                : Mono.just(new Reached(own, true))
                        .expand(reached -> reached.more() ? page(reached.state()) : Mono.empty())
                        .take(PAGES_A_ROUND + 1L)
                        .last()
                        .flatMap(reached -> remembered(own, reached.state()));
    }

    private boolean rests(LogState own) {
        Instant ended = own.lapEndedAt();
        return !source.growsAtItsEnd()
                && own.cursor() == null
                && ended != null
                && clock.instant().isBefore(ended.plus(BETWEEN_LAPS))
                // A clock that was set back does not keep the next lap from coming.
                && !clock.instant().isBefore(ended.minus(BETWEEN_LAPS));
    }

    private record Reached(LogState state, boolean more) {}

    private Mono<Reached> page(LogState state) {
        return source.after(state.cursor(), PAGE)
                .collectList()
                .flatMap(records -> handOver(records).thenReturn(reached(state, records)));
    }

    private Reached reached(LogState state, List<LoggedRecord> records) {
        boolean more = records.size() == PAGE;
        if (!more && !source.growsAtItsEnd()) {
            return new Reached(state.read(null, clock.instant().truncatedTo(ChronoUnit.MILLIS)), false);
        }
        String cursor = records.isEmpty() ? state.cursor() : records.getLast().cursor();
        return new Reached(state.read(cursor, state.lapEndedAt()), more);
    }

    private Mono<Void> handOver(List<LoggedRecord> records) {
        return store.leaves(records.stream().map(LoggedRecord::id).toList()).flatMap(known -> {
            records.forEach(record -> compare(record, known));
            return queue.offer(records.stream()
                    .filter(record -> !known.containsKey(record.id()))
                    .map(LoggedRecord::newLeaf)
                    .toList());
        });
    }

    private void compare(LoggedRecord record, Map<UUID, LeafDocument> known) {
        LeafDocument leaf = known.get(record.id());
        if (leaf != null && !leaf.leaf().equals(record.leaf())) {
            altered = record.id();
            LOG.error("record {} is not the one whose leaf is in the log {}", record.id(), store.log());
        }
    }

    /** Empty when another sequencer has taken over. */
    private Mono<LogState> remembered(LogState own, LogState reached) {
        boolean moved = !Objects.equals(own.cursor(), reached.cursor())
                || !Objects.equals(own.lapEndedAt(), reached.lapEndedAt());
        return moved
                ? store.remember(reached, reached.cursor(), reached.lapEndedAt())
                        .filter(Boolean::booleanValue)
                        .map(kept -> reached)
                : Mono.just(own);
    }
}
