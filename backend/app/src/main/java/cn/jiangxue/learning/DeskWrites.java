package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.ReplaceOneModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;

/**
 * Saves desks, many in one round trip: while one bulk write is under way the next gathers. Each desk is still guarded by its own revision. At most 5,000 wait; beyond
 * that a beat is refused as BUSY and the player sends it again with the next.
 */
final class DeskWrites {

    private static final int MOST_WAITING = 5_000;
    private static final int MOST_AT_ONCE = 256;
    private static final Duration COME_BACK = Duration.ofSeconds(2);

    private final Documents<DeskDocument> desks;
    private final ConcurrentLinkedQueue<Pending> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicInteger size = new AtomicInteger();
    private final AtomicInteger working = new AtomicInteger();

    DeskWrites(Documents<DeskDocument> desks) {
        this.desks = desks;
    }

    private record Pending(DeskDocument before, BsonDocument after, MonoSink<Boolean> answer) {}

    /** True when this very state was saved over the one it was made from. */
    Mono<Boolean> replace(DeskDocument before, DeskDocument after) {
        return Mono.create(answer -> {
            if (size.incrementAndGet() > MOST_WAITING) {
                size.decrementAndGet();
                answer.error(new ProblemException(ProblemCode.BUSY).retryAfter(COME_BACK));
                return;
            }
            waiting.add(new Pending(before, desks.write(after), answer));
            if (working.getAndIncrement() == 0) {
                writeNext();
            }
        });
    }

    private void writeNext() {
        List<Pending> batch = new ArrayList<>();
        Pending next;
        while (batch.size() < MOST_AT_ONCE && (next = waiting.poll()) != null) {
            batch.add(next);
        }
        size.addAndGet(-batch.size());
        write(batch).subscribe(done -> {}, failure -> fail(batch, failure), () -> goOn(batch.size()));
    }

    private void fail(List<Pending> batch, Throwable failure) {
        batch.forEach(pending -> pending.answer().error(failure));
        goOn(batch.size());
    }

    private void goOn(int done) {
        if (working.addAndGet(-done) > 0) {
            writeNext();
        }
    }

    private Mono<Void> write(List<Pending> batch) {
        var models = batch.stream()
                .map(pending -> new ReplaceOneModel<>(
                        and(
                                eq("_id", pending.before().id()),
                                eq("revision", pending.before().revision())),
                        pending.after()))
                .toList();
        return Mono.from(desks.raw().bulkWrite(models, new BulkWriteOptions().ordered(false)))
                .flatMap(result -> result.getMatchedCount() == batch.size() ? allSaved(batch) : look(batch))
                .then();
    }

    private static Mono<Boolean> allSaved(List<Pending> batch) {
        batch.forEach(pending -> pending.answer().success(true));
        return Mono.just(true);
    }

    /** Some guard did not hold. The store only says how many; what is stored says which. */
    private Mono<Boolean> look(List<Pending> batch) {
        List<UUID> ids = batch.stream().map(pending -> pending.before().id()).toList();
        return Flux.from(desks.raw().find(in("_id", ids)))
                .collectMap(stored -> stored.get("_id"))
                .map(stored -> answer(batch, stored));
    }

    private static boolean answer(List<Pending> batch, Map<BsonValue, BsonDocument> stored) {
        batch.forEach(pending -> pending.answer()
                .success(pending.after().equals(stored.get(pending.after().get("_id")))));
        return true;
    }
}
