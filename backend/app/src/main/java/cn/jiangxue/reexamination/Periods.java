package cn.jiangxue.reexamination;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;

import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.Sealing;
import cn.jiangxue.reexamination.rules.Lot;
import cn.jiangxue.reexamination.rules.Quarter;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The seeds. Each is made by the service before its quarter begins and is sealed; its hash goes on the audit record at once, the seed itself after the quarter. So nobody
 * foresees a draw, and nobody can pass off another seed later.
 */
@Component
class Periods {

    /** Periods that are shown, newest first: five years. */
    static final int SHOWN = 20;

    private static final String KEY = "reexamination-seeds";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Documents<PeriodDocument> periods;
    private final List<byte[]> keys;
    private final ReexaminationProperties properties;
    private final Events events;
    private final Outbox outbox;
    private final CivilTime time;

    Periods(
            DocumentsFactory documents,
            KeyFolder folder,
            ReexaminationProperties properties,
            Events events,
            Outbox outbox,
            CivilTime time) {
        this.periods = documents.of(PeriodDocument.COLLECTION, PeriodDocument.class);
        folder.secret(KEY, Sealing.KEY_BYTES);
        this.keys = folder.versions(KEY);
        this.properties = properties;
        this.events = events;
        this.outbox = outbox;
        this.time = time;
    }

    /** Empty when no seed was committed to. */
    Mono<PeriodDocument> find(Quarter quarter) {
        return periods.find(quarter.id());
    }

    /** The newest first. */
    Flux<PeriodDocument> newest() {
        return periods.list(Filters.empty(), Sorts.descending("_id"), SHOWN);
    }

    byte[] seed(PeriodDocument period) {
        return Sealing.open(
                keys.get(period.keyVersion() - 1),
                context(period.id()),
                period.sealedSeed().getData());
    }

    /** Commits to the seeds that are due and publishes those of quarters that are over. How many. */
    Mono<Long> upkeep() {
        LocalDate today = time.today();
        Quarter current = Quarter.of(today);
        Flux<Quarter> due = current.nextIsDue(today) ? Flux.just(current, current.next()) : Flux.just(current);
        Mono<Long> committed =
                due.concatMap(this::commit).filter(Boolean::booleanValue).count();
        Mono<Long> published = periods.list(
                        and(lt("_id", current.id()), exists("revealedAt", false)), Sorts.ascending("_id"), SHOWN)
                .concatMap(this::publish)
                .filter(Boolean::booleanValue)
                .count();
        return Mono.zip(committed, published, Long::sum).doOnNext(done -> outbox.wake(PeriodDocument.COLLECTION));
    }

    private Mono<Boolean> commit(Quarter quarter) {
        return find(quarter)
                .map(known -> false)
                .switchIfEmpty(Mono.defer(() -> periods.insert(made(quarter.id(), properties.share()))));
    }

    private PeriodDocument made(String id, int share) {
        byte[] seed = new byte[Lot.SEED_BYTES];
        RANDOM.nextBytes(seed);
        String commitment = Lot.commitment(seed);
        Instant now = time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        AuditFact fact = new AuditFact(
                "reexamination.seed-committed",
                null,
                null,
                "reexamination-period:" + id,
                Map.of("commitment", commitment, "shareBasisPoints", Integer.toString(share)));
        return new PeriodDocument(
                id,
                PeriodDocument.SCHEMA,
                1,
                share,
                commitment,
                new Binary(Sealing.seal(keys.getLast(), context(id), seed)),
                keys.size(),
                now,
                null,
                events.append(List.of(), fact),
                now);
    }

    private Mono<Boolean> publish(PeriodDocument period) {
        AuditFact fact = new AuditFact(
                "reexamination.seed-published",
                null,
                null,
                "reexamination-period:" + period.id(),
                Map.of("seed", HexFormat.of().formatHex(seed(period)), "commitment", period.commitment()));
        Instant now = time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return periods.replace(
                period.id(), period.revision(), period.revealed(events.append(period.outbox(), fact), now));
    }

    private static String context(String id) {
        return "reexamination-seed|" + id;
    }
}
