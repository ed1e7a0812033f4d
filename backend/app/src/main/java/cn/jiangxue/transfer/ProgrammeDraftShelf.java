package cn.jiangxue.transfer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Drafts of programmes as they are kept. */
@Component
class ProgrammeDraftShelf {

    static final List<CollectionIndex> INDEXES =
            List.of(new CollectionIndex(ProgrammeDraftDocument.COLLECTION, Indexes.ascending("institution", "_id")));

    private static final List<String> NOT_DONE = List.of(
            ProgrammeDraftState.DRAFT.name(), ProgrammeDraftState.REVIEW.name(), ProgrammeDraftState.OVERTAKEN.name());

    private final Documents<ProgrammeDraftDocument> drafts;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    ProgrammeDraftShelf(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        this.drafts = documents.of(ProgrammeDraftDocument.COLLECTION, ProgrammeDraftDocument.class);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<ProgrammeDraftDocument> find(String programmeId, int version) {
        return drafts.find(ProgrammeDocument.key(programmeId, version));
    }

    /** Those of these institutions that are not done with, by id, after the key given. */
    Mono<List<ProgrammeDraftDocument>> list(Set<UUID> institutions, @Nullable String after, int limit) {
        List<Bson> all = new ArrayList<>(List.of(in("institution", institutions), in("state", NOT_DONE)));
        if (after != null) {
            all.add(gt("_id", after));
        }
        return drafts.list(and(all), Sorts.ascending("_id"), limit).collectList();
    }

    /** False when the number is taken. */
    Mono<Boolean> insert(ProgrammeDraftDocument created, Record... told) {
        return drafts.insert(telling(created, told)).doOnNext(inserted -> wake());
    }

    /** What was written, or empty when the draft had moved on. */
    Mono<ProgrammeDraftDocument> save(ProgrammeDraftDocument next, Record... told) {
        ProgrammeDraftDocument telling = telling(next, told);
        return drafts.replace(next.id(), next.revision() - 1, telling)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> telling);
    }

    private ProgrammeDraftDocument telling(ProgrammeDraftDocument changed, Record... told) {
        return changed.telling(events.append(changed.outbox(), told), clock.instant());
    }

    private void wake() {
        outbox.wake(ProgrammeDraftDocument.COLLECTION);
    }
}
