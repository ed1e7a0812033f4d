package cn.jiangxue.transfer;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Filters.regex;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.transfer.rules.Lifecycle.Stage;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The versions of rules as they are kept. */
@Component
class RuleShelf {

    static final List<CollectionIndex> INDEXES = List.of(
            new CollectionIndex(RuleDocument.COLLECTION, Indexes.ascending("sent", "_id")),
            new CollectionIndex(RuleDocument.COLLECTION, Indexes.ascending("parties", "_id")),
            new CollectionIndex(RuleDocument.COLLECTION, Indexes.ascending("programme", "_id")));

    private static final int VERSIONS = 1_000;
    private static final int TEXT_MOST = 100;

    private final Documents<RuleDocument> rules;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    RuleShelf(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        this.rules = documents.of(RuleDocument.COLLECTION, RuleDocument.class);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Which versions a list shows.
     *
     * @param reach institutions of the caller, whose own drafts are shown too; null for everybody, who sees what was sent
     */
    record Wanted(
            @Nullable Set<UUID> reach,
            @Nullable UUID institution,
            @Nullable String programme,
            @Nullable VersionState state,
            @Nullable String text) {}

    Mono<RuleDocument> find(String ruleId, int version) {
        return rules.find(RuleDocument.key(ruleId, version));
    }

    /** Every version, the oldest first. */
    Mono<List<RuleDocument>> versions(String ruleId) {
        return rules.list(ofRule(ruleId), Sorts.ascending("_id"), VERSIONS).collectList();
    }

    private static Bson ofRule(String ruleId) {
        return and(gte("_id", RuleDocument.key(ruleId, 0)), lte("_id", RuleDocument.key(ruleId, 99_999)));
    }

    /** What was ever published for a programme: what holds longest first, at most {@code limit}. */
    Mono<List<RuleDocument>> published(String programme, int limit) {
        return rules.list(
                        and(eq("programme", programme), exists("publishedOn")),
                        Sorts.orderBy(Sorts.descending("until"), Sorts.ascending("_id")),
                        limit)
                .collectList();
    }

    /** By id, after the key given. */
    Mono<List<RuleDocument>> list(Wanted wanted, LocalDate today, @Nullable String after, int limit) {
        List<Bson> all = new ArrayList<>();
        Set<UUID> reach = wanted.reach();
        all.add(reach == null ? eq("sent", true) : in("parties", reach));
        if (reach != null) {
            all.add(or(eq("sent", true), in("author", reach)));
        }
        if (wanted.institution() != null) {
            all.add(eq("parties", wanted.institution()));
        }
        if (wanted.programme() != null) {
            all.add(eq("programme", wanted.programme()));
        }
        if (wanted.state() != null) {
            all.add(standing(wanted.state(), today));
        }
        if (wanted.text() != null && !wanted.text().isBlank()) {
            all.add(containing(wanted.text().strip()));
        }
        if (after != null) {
            all.add(gt("_id", after));
        }
        return rules.list(and(all), Sorts.ascending("_id"), limit).collectList();
    }

    private static Bson containing(String text) {
        String words = text.substring(0, Math.min(TEXT_MOST, text.length())).toLowerCase(Locale.ROOT);
        return regex("words", Pattern.compile(Pattern.quote(words)));
    }

    private static Bson standing(VersionState state, LocalDate today) {
        Bson published = eq("stage", Stage.PUBLISHED.name());
        return switch (state) {
            case DRAFT -> eq("stage", Stage.DRAFT.name());
            case CONSULTATION -> eq("stage", Stage.CONSULTATION.name());
            case REFUSED -> eq("stage", Stage.REFUSED.name());
            case WITHDRAWN -> eq("stage", Stage.WITHDRAWN.name());
            case UPCOMING -> and(published, gt("from", today), gt("until", today));
            case IN_FORCE -> and(published, lte("from", today), gt("until", today));
            case ENDED -> and(published, lte("until", today));
        };
    }

    /** Those of these versions that are there, by key. */
    Mono<Set<String>> there(Set<String> keys) {
        return Flux.fromIterable(keys)
                .buffer(VERSIONS)
                .concatMap(some -> rules.list(in("_id", some), null, VERSIONS))
                .map(RuleDocument::id)
                .collect(Collectors.toSet());
    }

    /** False when the version is taken. */
    Mono<Boolean> insert(RuleDocument created, Record... told) {
        return rules.insert(telling(created, told)).doOnNext(inserted -> wake());
    }

    /** What was written, or empty when the version had moved on. */
    Mono<RuleDocument> save(RuleDocument next, Record... told) {
        RuleDocument telling = telling(next, told);
        return rules.replace(next.id(), next.revision() - 1, telling)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> telling);
    }

    private RuleDocument telling(RuleDocument changed, Record... told) {
        return changed.telling(events.append(changed.outbox(), told), clock.instant());
    }

    private void wake() {
        outbox.wake(RuleDocument.COLLECTION);
    }

    static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }
}
