package cn.jiangxue.stating;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StatingApi.ImportState;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Imports and the results of their rows, as stored. Every change is guarded by the revision; empty where somebody came between. */
final class ImportRecord {

    /** How long a run may be silent before another node goes on with it. A block takes well under a second. */
    static final Duration LEASE = Duration.ofSeconds(30);

    private final Documents<ImportDocument> imports;
    private final Documents<ResultBlock> blocks;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    ImportRecord(
            Documents<ImportDocument> imports,
            Documents<ResultBlock> blocks,
            Events events,
            Outbox outbox,
            Clock clock) {
        this.imports = imports;
        this.blocks = blocks;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    Mono<ImportDocument> current(UUID id) {
        return imports.find(id);
    }

    Mono<Boolean> insert(ImportDocument announced) {
        return imports.insert(announced);
    }

    /** Imports of the institution that are not over; those whose file is gone before they began do not count. */
    Mono<Long> open(UUID institution) {
        Bson open = or(exists("dueAt"), and(eq("state", ImportState.RECEIVING.name()), gt("file.until", now())));
        return Mono.from(imports.raw().countDocuments(and(eq("institutionId", institution), open)));
    }

    /** Newest first. */
    Flux<ImportDocument> page(UUID institution, @Nullable String cursor, int limit) {
        List<Bson> filter = new ArrayList<>(List.of(eq("institutionId", institution)));
        if (cursor != null) {
            List<Object> last = Cursors.decode(cursor, Instant.class, UUID.class);
            filter.add(or(lt("createdAt", last.get(0)), and(eq("createdAt", last.get(0)), lt("_id", last.get(1)))));
        }
        return imports.list(and(filter), Sorts.descending("institutionId", "createdAt", "_id"), limit);
    }

    /** Those that nobody runs just now, longest due first. */
    Flux<ImportDocument> due(int limit) {
        return imports.list(lte("dueAt", now()), Sorts.ascending("dueAt"), limit);
    }

    /** Takes the import for a run. */
    Mono<ImportDocument> lease(ImportDocument seen) {
        return change(seen, Updates.set("state", ImportState.RUNNING.name()));
    }

    Mono<ImportDocument> counted(ImportDocument job, int rows) {
        return change(job, Updates.set("rows", rows));
    }

    /** One more block is done. */
    Mono<ImportDocument> advanced(ImportDocument job, ImportDocument.Counts more) {
        return change(
                job,
                Updates.combine(
                        Updates.inc("blocks", 1),
                        Updates.inc("counts.accepted", more.accepted()),
                        Updates.inc("counts.already", more.already()),
                        Updates.inc("counts.refused", more.refused())));
    }

    /** What has been told stays told: only these fields are written. */
    private Mono<ImportDocument> change(ImportDocument job, Bson update) {
        return imports.findAndUpdate(
                and(eq("_id", job.id()), eq("revision", job.revision())),
                Updates.combine(update, Updates.inc("revision", 1L), Updates.set("dueAt", now().plus(LEASE))));
    }

    /** All parts are there: it may run from now on. */
    Mono<ImportDocument> waiting(ImportDocument job) {
        Instant now = now();
        return tell(job, job.in(ImportState.WAITING, now), "outcomes.import-started", Map.of(), now);
    }

    Mono<ImportDocument> ended(ImportDocument job, ImportState last, @Nullable LocalText why) {
        Instant now = now();
        ImportDocument ended = job.ended(last, why, now);
        Map<String, String> facts = Map.of(
                "accepted", Integer.toString(job.counts().accepted()),
                "already", Integer.toString(job.counts().already()),
                "refused", Integer.toString(job.counts().refused()));
        String action = switch (last) {
            case CANCELLED -> "outcomes.import-cancelled";
            case FAILED -> "outcomes.import-failed";
            default -> "outcomes.import-done";
        };
        return tell(job, ended, action, facts, now);
    }

    private Mono<ImportDocument> tell(
            ImportDocument before, ImportDocument after, String action, Map<String, String> facts, Instant now) {
        Map<String, String> all = new java.util.TreeMap<>(facts);
        all.put("dryRun", Boolean.toString(before.dryRun()));
        all.put("sha256", before.file().sha256());
        AuditFact told =
                new AuditFact(action, before.startedBy(), before.institutionId(), "outcome-import:" + before.id(), all);
        return imports.find(before.id())
                .filter(there -> there.revision() == before.revision())
                .map(there -> after.telling(events.append(there.outbox(), told), now))
                .flatMap(changed -> imports.replace(changed.id(), before.revision(), changed)
                        .filter(Boolean::booleanValue)
                        .map(replaced -> changed))
                .doOnNext(changed -> outbox.wake(ImportDocument.COLLECTION));
    }

    /** The same block again changes nothing but for what a run that died could not say. */
    Mono<Void> keep(ResultBlock block) {
        return blocks.insert(block)
                .flatMap(inserted -> inserted ? Mono.just(true) : blocks.replaceIf(eq("_id", block.id()), block))
                .then();
    }

    /** Blocks of results after the one with this number. */
    Flux<ResultBlock> results(UUID id, int after, boolean refusedOnly, int limit) {
        List<Bson> filter = new ArrayList<>(List.of(eq("importId", id), gt("n", after)));
        if (refusedOnly) {
            filter.add(gt("refused", 0));
        }
        return blocks.list(and(filter), Sorts.ascending("importId", "n"), limit);
    }
}
