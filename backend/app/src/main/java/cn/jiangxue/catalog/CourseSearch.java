package cn.jiangxue.catalog;

import cn.jiangxue.catalog.CatalogueQuery.Duration;
import cn.jiangxue.contract.CatalogApi.CatalogueResult;
import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.platform.Cursors;
import co.elastic.clients.elasticsearch._types.FieldValue;
import co.elastic.clients.elasticsearch._types.SortOptions;
import co.elastic.clients.elasticsearch._types.SortOrder;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregation;
import co.elastic.clients.elasticsearch._types.query_dsl.Query;
import co.elastic.clients.elasticsearch._types.query_dsl.TextQueryType;
import co.elastic.clients.elasticsearch.core.SearchRequest;
import co.elastic.clients.elasticsearch.core.SearchResponse;
import co.elastic.clients.elasticsearch.core.search.Highlight;
import co.elastic.clients.elasticsearch.core.search.HighlightField;
import co.elastic.clients.elasticsearch.core.search.HighlighterEncoder;
import co.elastic.clients.util.NamedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** Finds courses by Chinese and English words, narrows by facets that keep their own counts, suggests while typing. */
final class CourseSearch {

    private static final int COUNT_TO = 10_000;
    private static final int MOST_SUGGESTED = 10;
    private static final int FACET_VALUES = 50;
    private static final String SUGGESTER = "titles";
    private static final List<String> FIELDS = List.of(
            "titleZh^6",
            "titleZh.pair^4",
            "titleEn^6",
            "tradeZh^4",
            "tradeZh.pair^3",
            "tradeEn^4",
            "summaryZh^3",
            "summaryZh.pair^2",
            "summaryEn^3",
            "bodyZh",
            "bodyEn");
    private static final List<String> HIGHLIGHTED =
            List.of("titleZh", "titleZh.pair", "titleEn", "summaryZh", "summaryZh.pair", "summaryEn");

    private final SearchClient search;
    private final Function<String, LocalText> tradeNames;
    private final Function<Grade, LocalText> gradeNames;

    CourseSearch(SearchClient search, Function<String, LocalText> tradeNames, Function<Grade, LocalText> gradeNames) {
        this.search = search;
        this.tradeNames = tradeNames;
        this.gradeNames = gradeNames;
    }

    /** What is stored beside the searched fields. */
    record Stored(CourseCard card) {}

    /** Fails with {@link SearchUnavailable} while the engine is down or has no index yet. */
    Mono<CatalogueResult> find(CatalogueQuery query) {
        return search.call(client -> client.search(request(query), Stored.class))
                .onErrorMap(CourseIndex::isMissing, SearchUnavailable::new)
                .map(answer -> result(query, answer));
    }

    /** At most ten titles. */
    Mono<List<String>> suggest(String typed, java.util.Locale locale) {
        return search.call(client -> client.search(
                        request -> request.index(CourseIndex.ALIAS)
                                .source(source -> source.filter(filter -> filter.includes("card.title")))
                                .suggest(suggest -> suggest.suggesters(
                                        SUGGESTER,
                                        field -> field.prefix(typed)
                                                .completion(completion -> completion
                                                        .field("suggest")
                                                        .size(MOST_SUGGESTED * 2)))),
                        Titled.class))
                .onErrorMap(CourseIndex::isMissing, SearchUnavailable::new)
                .map(answer -> answer.suggest().getOrDefault(SUGGESTER, List.of()).stream()
                        .flatMap(suggestion -> suggestion.completion().options().stream())
                        .mapMulti(
                                (co.elastic.clients.elasticsearch.core.search.CompletionSuggestOption<Titled> option,
                                        java.util.function.Consumer<String> next) -> {
                                    Titled titled = option.source();
                                    if (titled != null) {
                                        next.accept(titled.card().title().in(locale));
                                    }
                                })
                        .distinct()
                        .limit(MOST_SUGGESTED)
                        .toList());
    }

    record Titled(TitledCard card) {}

    record TitledCard(LocalText title) {}

    static SearchRequest request(CatalogueQuery query) {
        Map<String, Query> narrowing = narrowing(query);
        var request = new SearchRequest.Builder()
                .index(CourseIndex.ALIAS)
                .size(CatalogueQuery.PAGE + 1)
                .trackTotalHits(track -> track.count(COUNT_TO))
                .source(source -> source.filter(filter -> filter.includes("card")))
                .query(textQuery(query))
                .highlight(highlight())
                .sort(order(query));
        if (!narrowing.isEmpty()) {
            request.postFilter(all(List.copyOf(narrowing.values())));
        }
        facet(request, "trade", "occupation", narrowing);
        facet(request, "grade", "grade", narrowing);
        facet(request, "duration", "duration", narrowing);
        if (query.cursor() != null) {
            request.searchAfter(after(query));
        }
        return request.build();
    }

    private static Query textQuery(CatalogueQuery query) {
        String text = query.text();
        return text == null || text.isBlank()
                ? Query.of(any -> any.matchAll(all -> all))
                : Query.of(any -> any.multiMatch(match -> match.query(text)
                        .fields(FIELDS)
                        .type(TextQueryType.BestFields)
                        .minimumShouldMatch("2<70%")));
    }

    private static Map<String, Query> narrowing(CatalogueQuery query) {
        Map<String, Query> filters = new LinkedHashMap<>();
        put(filters, "trade", "occupation", query.trades());
        put(filters, "grade", "grade", query.grades().stream().map(Grade::name).toList());
        put(
                filters,
                "duration",
                "duration",
                query.durations().stream().map(Duration::value).toList());
        return filters;
    }

    private static void put(Map<String, Query> filters, String facet, String field, List<String> wanted) {
        if (!wanted.isEmpty()) {
            var values = wanted.stream().map(FieldValue::of).toList();
            filters.put(
                    facet, Query.of(any -> any.terms(terms -> terms.field(field).terms(list -> list.value(values)))));
        }
    }

    private static Query all(List<Query> filters) {
        return filters.isEmpty()
                ? Query.of(any -> any.matchAll(match -> match))
                : Query.of(any -> any.bool(bool -> bool.filter(filters)));
    }

    /** Counts for one facet under the filters of the others, so that choosing a value does not empty its own facet. */
    private static void facet(SearchRequest.Builder request, String facet, String field, Map<String, Query> narrowing) {
        List<Query> others = narrowing.entrySet().stream()
                .filter(entry -> !entry.getKey().equals(facet))
                .map(Map.Entry::getValue)
                .toList();
        request.aggregations(
                facet,
                Aggregation.of(aggregation -> aggregation
                        .filter(all(others))
                        .aggregations(
                                "values",
                                values ->
                                        values.terms(terms -> terms.field(field).size(FACET_VALUES)))));
    }

    private static Highlight highlight() {
        return Highlight.of(highlight -> highlight
                .preTags("<mark>")
                .postTags("</mark>")
                .encoder(HighlighterEncoder.Html)
                .numberOfFragments(0)
                .fields(HIGHLIGHTED.stream()
                        .map(field -> NamedValue.of(field, HighlightField.of(one -> one)))
                        .toList()));
    }

    private static List<SortOptions> order(CatalogueQuery query) {
        var byId = SortOptions.of(
                sort -> sort.field(field -> field.field("courseId").order(SortOrder.Asc)));
        var first = isText(query)
                ? SortOptions.of(sort -> sort.score(score -> score.order(SortOrder.Desc)))
                : SortOptions.of(
                        sort -> sort.field(field -> field.field("publishedAt").order(SortOrder.Desc)));
        return List.of(first, byId);
    }

    private static boolean isText(CatalogueQuery query) {
        return query.text() != null && !query.text().isBlank();
    }

    private static List<FieldValue> after(CatalogueQuery query) {
        List<Object> key = Cursors.decode(String.valueOf(query.cursor()), String.class, String.class);
        FieldValue first = isText(query)
                ? FieldValue.of(Double.parseDouble((String) key.get(0)))
                : FieldValue.of(Long.parseLong((String) key.get(0)));
        return List.of(first, FieldValue.of((String) key.get(1)));
    }

    private CatalogueResult result(CatalogueQuery query, SearchResponse<Stored> answer) {
        var hits = answer.hits().hits();
        var shown = hits.subList(0, Math.min(CatalogueQuery.PAGE, hits.size()));
        List<CourseCard> cards = new ArrayList<>();
        for (var hit : shown) {
            Stored stored = hit.source();
            if (stored != null) {
                cards.add(Highlighted.card(stored.card(), hit.highlight(), query.locale()));
            }
        }
        String next = hits.size() > CatalogueQuery.PAGE ? cursor(shown.getLast().sort()) : null;
        var total = answer.hits().total();
        return new CatalogueResult(
                cards,
                CatalogueFacets.of(answer.aggregations(), tradeNames, gradeNames),
                total == null ? cards.size() : total.value(),
                false,
                next);
    }

    private static String cursor(List<FieldValue> sort) {
        return Cursors.encode(sort.get(0)._toJsonString(), sort.get(1).stringValue());
    }
}
