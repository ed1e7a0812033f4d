package cn.jiangxue.framework;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.regex;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.StandardsApi.StandardState;
import cn.jiangxue.framework.rules.Lifecycle.Stage;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The versions of standards and of the framework as they are kept. */
@Component
class VersionShelf {

    static final CollectionIndex INDEX =
            new CollectionIndex(VersionDocument.COLLECTION, Indexes.ascending("stage", "changedAt"));

    /** Most versions of one subject. */
    static final int VERSIONS = 1_000;

    private static final int TEXT_MOST = 100;

    private final Documents<VersionDocument> versions;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    VersionShelf(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        this.versions = documents.of(VersionDocument.COLLECTION, VersionDocument.class);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    Mono<VersionDocument> find(String subject, int version) {
        return versions.find(VersionDocument.key(subject, version));
    }

    /** Every version, the oldest first. */
    Mono<List<VersionDocument>> versions(String subject) {
        Bson ofSubject =
                and(gte("_id", VersionDocument.key(subject, 0)), lte("_id", VersionDocument.key(subject, 99_999)));
        return versions.list(ofSubject, Sorts.ascending("_id"), VERSIONS).collectList();
    }

    /** By subject and version, after the key given. {@code drafts}: also what only the national body sees. */
    Mono<List<VersionDocument>> list(
            boolean drafts,
            @Nullable StandardState state,
            @Nullable String text,
            LocalDate today,
            @Nullable String after,
            int limit) {
        List<Bson> all = new ArrayList<>();
        all.add(drafts ? gt("_id", "") : and(ne("stage", Stage.DRAFT.name()), ne("stage", Stage.ABANDONED.name())));
        if (state != null) {
            all.add(standing(state, today));
        }
        if (text != null && !text.isBlank()) {
            String words = text.strip();
            all.add(regex(
                    "words",
                    Pattern.compile(Pattern.quote(words.substring(0, Math.min(TEXT_MOST, words.length()))
                            .toLowerCase(Locale.ROOT)))));
        }
        if (after != null) {
            all.add(gt("_id", after));
        }
        return versions.list(and(all), Sorts.ascending("_id"), limit).collectList();
    }

    private static Bson standing(StandardState state, LocalDate today) {
        Bson adopted = eq("stage", Stage.ADOPTED.name());
        return switch (state) {
            case DRAFT -> eq("stage", Stage.DRAFT.name());
            case CONSULTATION -> eq("stage", Stage.CONSULTATION.name());
            case ABANDONED -> eq("stage", Stage.ABANDONED.name());
            case UPCOMING -> and(adopted, gt("from", today), gt("until", today));
            case IN_FORCE -> and(adopted, lte("from", today), gt("until", today));
            case SUPERSEDED -> and(adopted, lte("until", today));
        };
    }

    /** What was adopted since, or ever, in the order of its adoption. */
    Flux<VersionDocument> adopted(Instant since, int limit) {
        return versions.list(
                and(eq("stage", Stage.ADOPTED.name()), gte("changedAt", since)),
                Sorts.ascending("stage", "changedAt"),
                limit);
    }

    /** False when the version is taken. */
    Mono<Boolean> insert(VersionDocument created, Record... told) {
        return versions.insert(telling(created, told)).doOnNext(inserted -> wake());
    }

    /** What was written, or empty when the version had moved on. */
    Mono<VersionDocument> save(VersionDocument next, Record... told) {
        VersionDocument telling = telling(next, told);
        return versions.replace(next.id(), next.revision() - 1, telling)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> telling);
    }

    private VersionDocument telling(VersionDocument changed, Record... told) {
        return changed.telling(events.append(changed.outbox(), told), clock.instant());
    }

    private void wake() {
        outbox.wake(VersionDocument.COLLECTION);
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
