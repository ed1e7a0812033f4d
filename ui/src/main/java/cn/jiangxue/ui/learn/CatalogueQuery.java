package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.FacetValue;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is searched for, as it stands in the address: {@code q}, and {@code trade}, {@code grade}, {@code duration} as often as chosen. */
record CatalogueQuery(String words, List<String> trades, List<Grade> grades, List<String> durations) {

    static final CatalogueQuery NOTHING = new CatalogueQuery("", List.of(), List.of(), List.of());
    private static final int MOST_WORDS = 100;

    static CatalogueQuery of(QueryParameters parameters) {
        return new CatalogueQuery(
                cut(parameters.getSingleParameter("q").orElse("").strip()),
                parameters.getParameters("trade"),
                parameters.getParameters("grade").stream()
                        .flatMap(name -> Arrays.stream(Grade.values())
                                .filter(grade -> grade.name().equals(name)))
                        .toList(),
                parameters.getParameters("duration"));
    }

    private static String cut(String words) {
        return words.length() > MOST_WORDS ? words.substring(0, MOST_WORDS) : words;
    }

    CatalogueQuery withWords(String other) {
        return new CatalogueQuery(cut(other), trades, grades, durations);
    }

    CatalogueQuery withoutFilters() {
        return new CatalogueQuery(words, List.of(), List.of(), List.of());
    }

    int filters() {
        return trades.size() + grades.size() + durations.size();
    }

    boolean has(String facet, String value) {
        return values(facet).contains(value);
    }

    /** With the value chosen, or no longer. */
    CatalogueQuery toggled(String facet, String value) {
        List<String> changed = new ArrayList<>(values(facet));
        if (!changed.remove(value)) {
            changed.add(value);
        }
        return switch (facet) {
            case "trade" -> new CatalogueQuery(words, List.copyOf(changed), grades, durations);
            case "grade" ->
                new CatalogueQuery(
                        words, trades, changed.stream().map(Grade::valueOf).toList(), durations);
            default -> new CatalogueQuery(words, trades, grades, List.copyOf(changed));
        };
    }

    private List<String> values(String facet) {
        return switch (facet) {
            case "trade" -> trades;
            case "grade" -> grades.stream().map(Grade::name).toList();
            default -> durations;
        };
    }

    /** Without the leading slash, for the router. */
    String address() {
        String query = Stream.of(
                        words.isEmpty() ? Stream.<String>empty() : Stream.of("q=" + encode(words)),
                        trades.stream().map(v -> "trade=" + encode(v)),
                        grades.stream().map(v -> "grade=" + v.name()),
                        durations.stream().map(v -> "duration=" + encode(v)))
                .flatMap(each -> each)
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "catalogue" : "catalogue?" + query;
    }

    String addressPath() {
        return "/" + address();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** What the service calls it; our own words where it names a code. */
    static String label(String facet, FacetValue value, Words words) {
        String told = words.of(value.label());
        return !told.isBlank() || !facet.equals("grade") ? told : words.grade(Grade.valueOf(value.value()));
    }
}
