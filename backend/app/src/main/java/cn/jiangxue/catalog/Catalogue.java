package cn.jiangxue.catalog;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.catalog.rules.LessonMarkdown;
import cn.jiangxue.contract.CatalogApi.CatalogueResult;
import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.contract.CatalogApi.CourseState;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.RebuildState;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.Documents;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What there is to learn: found by the search engine, listed from the document store while that is down. */
final class Catalogue {

    private static final Logger LOG = LoggerFactory.getLogger(Catalogue.class);
    private static final int MOST_BODY = 50_000;
    private static final int SWEEP = 100;

    private final Documents<CourseDocument> courses;
    private final Documents<VersionDocument> versions;
    private final CourseIndex index;
    private final CourseSearch search;
    private final Clock clock;
    private volatile boolean missedAChange;
    private volatile RebuildState rebuild = new RebuildState("IDLE", 0, 0, null, null);

    Catalogue(
            Documents<CourseDocument> courses,
            Documents<VersionDocument> versions,
            CourseIndex index,
            CourseSearch search,
            Clock clock) {
        this.courses = courses;
        this.versions = versions;
        this.index = index;
        this.search = search;
        this.clock = clock;
    }

    Mono<CatalogueResult> find(CatalogueQuery query) {
        return search.find(query).onErrorResume(SearchUnavailable.class, down -> {
            LOG.warn("the catalogue lists without the search engine: {}", String.valueOf(down.getCause()));
            return plainList(query);
        });
    }

    /** Nothing is suggested while the engine is down. */
    Mono<List<String>> suggest(String typed, java.util.Locale locale) {
        return typed.isBlank()
                ? Mono.just(List.of())
                : search.suggest(typed, locale).onErrorResume(SearchUnavailable.class, down -> Mono.just(List.of()));
    }

    /** Brings the index to the course's present state; fails while the engine is down, and is then called again. */
    Mono<Void> onChanged(CourseChanged event) {
        return courses.find(event.courseId())
                .flatMap(this::indexed)
                .flatMap(index::put)
                .doOnError(SearchUnavailable.class, down -> missedAChange = true);
    }

    Mono<Boolean> hasIndex() {
        return index.exists();
    }

    /** Whether a change did not reach the engine since the last rebuild began. It will be told again, but perhaps minutes after the engine is back. */
    boolean missedAChange() {
        return missedAChange;
    }

    /** Whether the index lists as many courses as are published. */
    Mono<Boolean> indexIsComplete() {
        return Mono.zip(
                index.count(),
                Mono.from(courses.raw().countDocuments(eq("state", CourseState.PUBLISHED.name()))),
                Long::equals);
    }

    boolean isRebuilding() {
        return rebuild.state().equals("RUNNING");
    }

    RebuildState rebuildState() {
        return rebuild;
    }

    /** Starts a rebuild unless one is running; either way says how far it is. */
    synchronized RebuildState startRebuild() {
        if (!isRebuilding()) {
            rebuild = new RebuildState("RUNNING", 0, 0, null, null);
            missedAChange = false;
            rebuild().subscribe();
        }
        return rebuild;
    }

    private Mono<Void> rebuild() {
        return Mono.from(courses.raw().countDocuments())
                .flatMap(total -> index.rebuild(
                        this::allCourses,
                        done -> rebuild = new RebuildState("RUNNING", done, Math.max(done, total), null, null)))
                .doOnNext(name -> {
                    long done = rebuild.done();
                    rebuild = new RebuildState("DONE", done, done, name, clock.instant());
                })
                .doOnError(failure -> {
                    LOG.warn("rebuilding the search index failed", failure);
                    missedAChange = true;
                    rebuild = new RebuildState("FAILED", rebuild.done(), 0, null, clock.instant());
                })
                .onErrorComplete()
                .then();
    }

    /** Every course that was ever published, in the order of its id. */
    private Flux<IndexedCourse> allCourses() {
        return courses.list(com.mongodb.client.model.Filters.empty(), Sorts.ascending("_id"), SWEEP)
                .collectList()
                .expand(batch -> batch.size() < SWEEP
                        ? Mono.empty()
                        : courses.list(
                                        com.mongodb.client.model.Filters.gt(
                                                "_id", batch.getLast().id()),
                                        Sorts.ascending("_id"),
                                        SWEEP)
                                .collectList())
                .concatMapIterable(Function.identity())
                .concatMap(this::indexed);
    }

    private Mono<IndexedCourse> indexed(CourseDocument course) {
        CourseCard card = course.card();
        Instant at = course.publishedAt();
        if (card == null || at == null) {
            return Mono.empty();
        }
        boolean listed = course.state() == CourseState.PUBLISHED;
        return versions.find(VersionDocument.key(course.id(), course.publishedVersion()))
                .map(version -> new IndexedCourse(card, body(version), course.revision(), listed, at));
    }

    private static LocalText body(VersionDocument version) {
        List<LocalText> texts = version.content().chapters().stream()
                .flatMap(chapter -> chapter.lessons().stream())
                .map(Lesson::markdown)
                .filter(Objects::nonNull)
                .toList();
        return new LocalText(words(texts, LocalText::zh), words(texts, LocalText::en));
    }

    private static String words(List<LocalText> texts, Function<LocalText, String> language) {
        String all = texts.stream().map(language).map(LessonMarkdown::toText).collect(Collectors.joining("\n"));
        return all.substring(0, Math.min(MOST_BODY, all.length()));
    }

    /** Last published first; words are looked for in titles only, and there are no facets. */
    private Mono<CatalogueResult> plainList(CatalogueQuery query) {
        List<Bson> filters = new ArrayList<>(List.of(eq("state", CourseState.PUBLISHED.name())));
        if (!query.trades().isEmpty()) {
            filters.add(in("card.occupation.code", query.trades()));
        }
        if (!query.grades().isEmpty()) {
            filters.add(
                    in("card.grade", query.grades().stream().map(Grade::name).toList()));
        }
        if (query.cursor() != null) {
            filters.add(after(query.cursor()));
        }
        return courses.list(and(filters), Sorts.descending("publishedAt", "_id"), SWEEP)
                .filter(course -> matches(query, course))
                .take(CatalogueQuery.PAGE + 1L)
                .collectList()
                .map(Catalogue::plainResult);
    }

    private static Bson after(String cursor) {
        List<Object> key = Cursors.decode(cursor, Instant.class, UUID.class);
        return or(lt("publishedAt", key.get(0)), and(eq("publishedAt", key.get(0)), lt("_id", key.get(1))));
    }

    private static boolean matches(CatalogueQuery query, CourseDocument course) {
        CourseCard card = course.card();
        if (card == null) {
            return false;
        }
        boolean length = query.durations().isEmpty()
                || query.durations().contains(CatalogueQuery.Duration.of(card.classHours()));
        String text = query.text();
        String wanted = text == null ? "" : text.strip().toLowerCase(java.util.Locale.ROOT);
        String title = (card.title().zh() + " " + card.title().en()).toLowerCase(java.util.Locale.ROOT);
        return length && title.contains(wanted);
    }

    private static CatalogueResult plainResult(List<CourseDocument> found) {
        var shown = found.subList(0, Math.min(CatalogueQuery.PAGE, found.size()));
        var cards = shown.stream()
                .map(CourseDocument::card)
                .filter(Objects::nonNull)
                .toList();
        String next = null;
        if (found.size() > CatalogueQuery.PAGE) {
            var last = shown.getLast();
            next = Cursors.encode(Objects.requireNonNull(last.publishedAt()), last.id());
        }
        return new CatalogueResult(cards, List.of(), cards.size(), true, next);
    }
}
