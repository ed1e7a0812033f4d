package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.Facet;
import cn.jiangxue.contract.CatalogApi.FacetValue;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import co.elastic.clients.elasticsearch._types.aggregations.Aggregate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The facets of a result, each value with its name in both languages and its count. */
final class CatalogueFacets {

    private static final Map<String, LocalText> DURATIONS = Map.of(
            "short", new LocalText("8 学时以内", "Up to 8 class hours"),
            "medium", new LocalText("9–24 学时", "9–24 class hours"),
            "long", new LocalText("24 学时以上", "Over 24 class hours"));
    private static final List<String> DURATION_ORDER = List.of("short", "medium", "long");

    private CatalogueFacets() {}

    static List<Facet> of(
            Map<String, Aggregate> counts,
            Function<String, LocalText> tradeNames,
            Function<Grade, LocalText> gradeNames) {
        return List.of(
                new Facet("trade", values(counts, "trade", tradeNames)),
                new Facet(
                        "grade",
                        sorted(
                                values(counts, "grade", grade -> gradeNames.apply(Grade.valueOf(grade))),
                                value -> Grade.valueOf(value).ordinal())),
                new Facet(
                        "duration",
                        sorted(values(counts, "duration", CatalogueFacets::durationName), DURATION_ORDER::indexOf)));
    }

    private static LocalText durationName(String value) {
        return DURATIONS.getOrDefault(value, new LocalText(value, value));
    }

    private static List<FacetValue> sorted(List<FacetValue> values, Function<String, Integer> rank) {
        return values.stream()
                .sorted(Comparator.comparing(value -> rank.apply(value.value())))
                .toList();
    }

    private static List<FacetValue> values(
            Map<String, Aggregate> counts, String facet, Function<String, LocalText> names) {
        Aggregate filtered = counts.get(facet);
        if (filtered == null) {
            return List.of();
        }
        Aggregate terms = filtered.filter().aggregations().get("values");
        if (terms == null || !terms.isSterms()) {
            return List.of();
        }
        return terms.sterms().buckets().array().stream()
                .map(bucket -> new FacetValue(
                        bucket.key().stringValue(), names.apply(bucket.key().stringValue()), bucket.docCount()))
                .toList();
    }
}
