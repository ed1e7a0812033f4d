package cn.jiangxue.transfer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The versions of programmes as they are kept. */
@Component
class ProgrammeShelf {

    static final List<CollectionIndex> INDEXES =
            List.of(new CollectionIndex(ProgrammeDocument.COLLECTION, Indexes.ascending("programmeId", "version")));

    /** Programmes in force at one time, and versions of one, that are looked at. */
    private static final int MOST = 1_000;

    private final Documents<ProgrammeDocument> programmes;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    ProgrammeShelf(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        this.programmes = documents.of(ProgrammeDocument.COLLECTION, ProgrammeDocument.class);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<ProgrammeDocument> find(String programmeId, int version) {
        return programmes.find(ProgrammeDocument.key(programmeId, version));
    }

    /** The newest version that holds on that civil date, or empty. */
    Mono<ProgrammeDocument> inForce(String programmeId, LocalDate asOf) {
        return programmes
                .list(and(eq("programmeId", programmeId), holding(asOf)), Sorts.descending("programmeId", "version"), 1)
                .next();
    }

    /** Of every programme the newest version that holds on that civil date, by id. */
    Flux<ProgrammeDocument> inForce(LocalDate asOf) {
        return programmes
                .list(holding(asOf), Sorts.ascending("_id"), MOST)
                .bufferUntilChanged(ProgrammeDocument::programmeId)
                .map(List::getLast);
    }

    private static Bson holding(LocalDate asOf) {
        return and(lte("from", asOf), gt("until", asOf));
    }

    /** Every version, the oldest first. */
    Mono<List<ProgrammeDocument>> versions(String programmeId) {
        return programmes
                .list(eq("programmeId", programmeId), Sorts.ascending("programmeId", "version"), MOST)
                .collectList();
    }

    /** Those of these versions that are there, by key. */
    Mono<Set<String>> there(Set<String> keys) {
        return programmes
                .list(in("_id", keys), null, Math.max(1, keys.size()))
                .map(ProgrammeDocument::id)
                .collect(Collectors.toSet());
    }

    /** False when the version is taken. */
    Mono<Boolean> insert(ProgrammeDocument created, Record... told) {
        return programmes
                .insert(created.telling(events.append(created.outbox(), told), clock.instant()))
                .doOnNext(inserted -> outbox.wake(ProgrammeDocument.COLLECTION));
    }
}
