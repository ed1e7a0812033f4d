package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CourseCard;
import co.elastic.clients.elasticsearch._types.ElasticsearchException;
import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.BulkRequest;
import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.indices.update_aliases.Action;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The search index of published courses: a projection behind an alias, rebuilt at will. Each write carries the course's revision as an external version, so that a
 * late or repeated one changes nothing.
 */
final class CourseIndex {

    static final String ALIAS = "courses";

    private static final int BATCH = 200;
    private static final int NOT_FOUND = 404;
    private static final int CONFLICT = 409;
    private static final String DEFINITION = resource("/search/courses.json");

    private final SearchClient search;
    private final Clock clock;

    CourseIndex(SearchClient search, Clock clock) {
        this.search = search;
        this.clock = clock;
    }

    /**
     * Brings the index to this state of the course; does nothing when there is no index, because whoever builds it reads this state. Fails with
     * {@link SearchUnavailable} while the engine is down.
     */
    Mono<Void> put(IndexedCourse course) {
        return write(course)
                .onErrorResume(CourseIndex::isMissing, e -> Mono.empty())
                .onErrorResume(CourseIndex::isOlder, e -> Mono.empty());
    }

    /**
     * Builds a new index beside the one in use, moves the alias in one step and removes the old one. Whatever changed meanwhile is brought over by a second pass, which
     * costs little because unchanged courses are refused by their version. That pass goes by the alias: another node may have moved it on and removed this index.
     *
     * @param all every course, withdrawn ones too; called twice
     * @return the name of the new index
     */
    Mono<String> rebuild(Supplier<Flux<IndexedCourse>> all, LongConsumer progress) {
        String next = ALIAS + "-" + clock.millis();
        return createIndex(next)
                .then(Mono.defer(() -> load(next, all.get(), progress)))
                .then(Mono.defer(() -> moveAlias(next)))
                .flatMap(old -> load(ALIAS, all.get(), done -> {}).then(remove(old)))
                .thenReturn(next);
    }

    /** Whether there is an index to search in. */
    Mono<Boolean> exists() {
        return search.call(client -> client.indices().existsAlias(request -> request.name(ALIAS)))
                .map(answer -> answer.value());
    }

    /** How many courses can be found in it. */
    Mono<Long> count() {
        return search.call(client -> client.count(request -> request.index(ALIAS)))
                .map(answer -> answer.count());
    }

    private Mono<Void> write(IndexedCourse course) {
        return course.listed() ? list(course) : unlist(course);
    }

    private Mono<Void> list(IndexedCourse course) {
        return search.call(client -> client.index(request -> request.index(ALIAS)
                        .requireAlias(true)
                        .id(course.card().courseId().toString())
                        .version(course.revision())
                        .versionType(VersionType.ExternalGte)
                        .document(document(course))))
                .then();
    }

    /** Asks for the index first: a deletion with a version would make one, under the very name of the alias. */
    private Mono<Void> unlist(IndexedCourse course) {
        return exists().filter(exists -> exists)
                .flatMap(exists -> search.call(client -> client.delete(request -> request.index(ALIAS)
                        .id(course.card().courseId().toString())
                        .version(course.revision())
                        .versionType(VersionType.ExternalGte))))
                .then();
    }

    private Mono<Void> createIndex(String name) {
        return search.call(client -> client.indices()
                        .create(request -> request.index(name).withJson(new java.io.StringReader(DEFINITION))))
                .then();
    }

    private Mono<Void> load(String index, Flux<IndexedCourse> courses, LongConsumer progress) {
        long[] done = {0};
        return courses.buffer(BATCH)
                .concatMap(batch -> bulk(index, batch).doOnSuccess(answer -> {
                    done[0] += batch.size();
                    progress.accept(done[0]);
                }))
                .then(search.call(client -> client.indices().refresh(request -> request.index(index))))
                .then();
    }

    private Mono<BulkResponse> bulk(String index, List<IndexedCourse> batch) {
        var request = new BulkRequest.Builder().index(index);
        batch.forEach(course -> request.operations(operation -> course.listed()
                ? operation.index(one -> one.id(course.card().courseId().toString())
                        .version(course.revision())
                        .versionType(VersionType.ExternalGte)
                        .document(document(course)))
                : operation.delete(one -> one.id(course.card().courseId().toString())
                        .version(course.revision())
                        .versionType(VersionType.ExternalGte))));
        return search.call(client -> client.bulk(request.build())).doOnNext(CourseIndex::refuseFailures);
    }

    private static void refuseFailures(BulkResponse answer) {
        answer.items().stream()
                .filter(item -> item.error() != null && item.status() != CONFLICT)
                .findFirst()
                .ifPresent(item -> {
                    throw new IllegalStateException("course " + item.id() + " was not indexed: " + item.error());
                });
    }

    /** The indices the alias pointed to before. */
    private Mono<List<String>> moveAlias(String next) {
        return exists().flatMap(exists -> exists
                        ? search.call(client -> client.indices().getAlias(request -> request.name(ALIAS)))
                                .map(answer -> List.copyOf(answer.aliases().keySet()))
                        : Mono.just(List.<String>of()))
                .flatMap(old -> {
                    List<Action> actions = new ArrayList<>();
                    old.forEach(name -> actions.add(Action.of(
                            action -> action.remove(one -> one.index(name).alias(ALIAS)))));
                    actions.add(Action.of(
                            action -> action.add(one -> one.index(next).alias(ALIAS))));
                    return search.call(client -> client.indices().updateAliases(request -> request.actions(actions)))
                            .thenReturn(old);
                });
    }

    private Mono<Void> remove(List<String> old) {
        return old.isEmpty()
                ? Mono.empty()
                : search.call(client -> client.indices().delete(request -> request.index(old)))
                        .then();
    }

    /** Whether the engine answered that it has no such index. */
    static boolean isMissing(Throwable failure) {
        return failure instanceof ElasticsearchException refusal && refusal.status() == NOT_FOUND;
    }

    private static boolean isOlder(Throwable failure) {
        return failure instanceof ElasticsearchException refusal && refusal.status() == CONFLICT;
    }

    private static Map<String, Object> document(IndexedCourse course) {
        CourseCard card = course.card();
        return Map.ofEntries(
                Map.entry("courseId", card.courseId().toString()),
                Map.entry("occupation", card.occupation().code()),
                Map.entry("grade", card.grade().name()),
                Map.entry(
                        "duration",
                        CatalogueQuery.Duration.of(card.classHours()).value()),
                Map.entry("publishedAt", course.publishedAt().toString()),
                Map.entry("titleZh", card.title().zh()),
                Map.entry("titleEn", card.title().en()),
                Map.entry("summaryZh", card.summary().zh()),
                Map.entry("summaryEn", card.summary().en()),
                Map.entry("tradeZh", card.occupation().name().zh()),
                Map.entry("tradeEn", card.occupation().name().en()),
                Map.entry("bodyZh", course.body().zh()),
                Map.entry("bodyEn", course.body().en()),
                Map.entry("suggest", Suggestions.inputs(card)),
                Map.entry("card", card));
    }

    private static String resource(String name) {
        try (InputStream in = CourseIndex.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing from the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
