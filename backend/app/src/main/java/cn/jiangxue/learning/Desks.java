package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.contract.LearningApi.Beat;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Lane;
import cn.jiangxue.platform.ProblemException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes beats in at the desks, those that arrive while others are being written together: one read, one bulk write, and one write of a desk for all its beats among
 * them. Each desk is guarded by its own revision; an answer is given once its desk is durable. Any number of processes may do so.
 */
final class Desks {

    private static final int LANES = 2;
    private static final int BATCH = 256;
    private static final int WAITING_LIMIT = 2_500;
    private static final int MOST_REMEMBERED = 4_096;
    private static final int TRIES = 10;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final Documents<DeskDocument> desks;
    private final Clock clock;
    private final List<Lane<Asked, Answer>> lanes;
    private final Map<UUID, DeskDocument> remembered = Collections.synchronizedMap(new Newest());

    Desks(Documents<DeskDocument> desks, Clock clock) {
        this.desks = desks;
        this.clock = clock;
        this.lanes = IntStream.range(0, LANES)
                .mapToObj(lane -> new Lane<Asked, Answer>(BATCH, WAITING_LIMIT, asked -> take(asked, TRIES)))
                .toList();
    }

    private record Asked(UUID personId, UUID streamId, Beat beat) {}

    /** {@code taken} null: the stream is not the one that counts. */
    record Answer(UUID personId, @Nullable BeatTaken taken) {}

    /** What became of the beat, once durable. BUSY when the desk or this process has more to write than it may hold. */
    Mono<Answer> take(UUID personId, UUID streamId, Beat beat) {
        return lanes.get(Math.floorMod(personId.hashCode(), LANES))
                .submit(new Asked(personId, streamId, beat))
                .filter(answer -> answer.taken() == null || !answer.taken().isRefused())
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.BUSY).retryAfter(RETRY_AFTER)));
    }

    /** Desks as this process last wrote them. What is decided on one of them holds only if its write meets its guard; else all is read. */
    private static final class Newest extends LinkedHashMap<UUID, DeskDocument> {
        private static final long serialVersionUID = 1L;

        private Newest() {
            super(16, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, DeskDocument> eldest) {
            return size() > MOST_REMEMBERED;
        }
    }

    /** What this process knows better than it remembered. */
    void changed(List<DeskDocument> desks) {
        desks.forEach(desk -> remembered.computeIfPresent(
                desk.id(), (id, known) -> known.revision() < desk.revision() ? desk : known));
    }

    private Mono<List<Answer>> take(List<Asked> asked, int tries) {
        Map<UUID, DeskDocument> known = tries == TRIES ? remembered(asked) : Map.of();
        Set<UUID> unknown = asked.stream()
                .map(Asked::personId)
                .filter(id -> !known.containsKey(id))
                .collect(Collectors.toUnmodifiableSet());
        return read(unknown)
                .flatMap(read -> decide(asked, read, known))
                .flatMap(answers -> again(answers, asked, tries));
    }

    private Map<UUID, DeskDocument> remembered(List<Asked> asked) {
        Map<UUID, DeskDocument> known = new HashMap<>();
        for (Asked one : asked) {
            DeskDocument desk = remembered.get(one.personId());
            if (desk != null) {
                known.put(one.personId(), desk);
            }
        }
        return known;
    }

    private Mono<Map<UUID, DeskDocument>> read(Set<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : desks.list(in("_id", ids), null, ids.size()).collectMap(DeskDocument::id);
    }

    /** An answer for each; null where the desk had moved on, or was only remembered and nothing was written that would prove it. */
    private Mono<List<@Nullable Answer>> decide(
            List<Asked> asked, Map<UUID, DeskDocument> read, Map<UUID, DeskDocument> known) {
        Instant now = Instant.ofEpochMilli(clock.millis());
        Map<UUID, DeskDocument> before = new HashMap<>(known);
        before.putAll(read);
        Map<UUID, DeskDocument> current = new HashMap<>(before);
        List<Answer> answers =
                asked.stream().map(one -> answer(one, current, now)).toList();
        List<Change> changes = current.values().stream()
                .filter(desk -> desk.revision() != revision(before, desk))
                .map(desk -> new Change(desk, revision(before, desk), desks.write(desk)))
                .toList();
        return write(changes).map(movedOn -> {
            Set<UUID> proven = remember(changes, movedOn);
            proven.addAll(read.keySet());
            proven.removeAll(movedOn);
            return answers.stream()
                    .<@Nullable Answer>map(
                            answer -> proven.contains(answer.personId()) || !before.containsKey(answer.personId())
                                    ? answer
                                    : null)
                    .collect(Collectors.toCollection(ArrayList::new));
        });
    }

    private static Answer answer(Asked one, Map<UUID, DeskDocument> current, Instant now) {
        DeskDocument desk = current.get(one.personId());
        if (desk == null || !desk.isActive(one.streamId())) {
            return new Answer(one.personId(), null);
        }
        BeatTaken taken = BeatTaken.at(desk, one.beat(), now);
        current.put(one.personId(), taken.desk());
        return new Answer(one.personId(), taken);
    }

    /** The ids of what was written. */
    private Set<UUID> remember(List<Change> changes, Set<UUID> movedOn) {
        Set<UUID> written = new HashSet<>();
        for (Change change : changes) {
            if (movedOn.contains(change.id())) {
                remembered.remove(change.id());
            } else {
                remembered.put(change.id(), change.desk());
                written.add(change.id());
            }
        }
        return written;
    }

    private static long revision(Map<UUID, DeskDocument> read, DeskDocument desk) {
        DeskDocument before = read.get(desk.id());
        return before == null ? 0 : before.revision();
    }

    private record Change(DeskDocument desk, long readRevision, BsonDocument after) {
        UUID id() {
            return desk.id();
        }
    }

    /** The ids of those that had moved on. */
    private Mono<Set<UUID>> write(List<Change> changes) {
        if (changes.isEmpty()) {
            return Mono.just(Set.of());
        }
        var models = changes.stream()
                .map(change -> new ReplaceOneModel<>(
                        and(eq("_id", change.id()), eq("revision", change.readRevision())), change.after()))
                .toList();
        return Mono.from(desks.raw().bulkWrite(models, new BulkWriteOptions().ordered(false)))
                .flatMap(result ->
                        result.getMatchedCount() == changes.size() ? Mono.just(Set.<UUID>of()) : movedOn(changes));
    }

    /** Some guard did not hold. The store only says how many; what is stored says which. */
    private Mono<Set<UUID>> movedOn(List<Change> changes) {
        List<UUID> ids = changes.stream().map(Change::id).toList();
        return Flux.from(desks.raw().find(in("_id", ids)))
                .collectMap(stored -> (BsonValue) stored.get("_id"))
                .map(stored -> changes.stream()
                        .filter(change ->
                                !change.after().equals(stored.get(change.after().get("_id"))))
                        .map(Change::id)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    /** Those whose desk had moved on are decided anew. */
    private Mono<List<Answer>> again(List<@Nullable Answer> answers, List<Asked> asked, int tries) {
        List<Asked> left = IntStream.range(0, asked.size())
                .filter(i -> answers.get(i) == null)
                .mapToObj(asked::get)
                .toList();
        if (left.isEmpty()) {
            return Mono.just(merged(answers, List.of()));
        }
        if (tries <= 1) {
            return Mono.error(new ProblemException(ProblemCode.BUSY).retryAfter(RETRY_AFTER));
        }
        return Mono.defer(() -> take(left, tries - 1)).map(later -> merged(answers, later));
    }

    private static List<Answer> merged(List<@Nullable Answer> answers, List<Answer> later) {
        var next = later.iterator();
        List<Answer> all = new ArrayList<>();
        answers.forEach(answer -> all.add(answer == null ? next.next() : answer));
        return all;
    }
}
