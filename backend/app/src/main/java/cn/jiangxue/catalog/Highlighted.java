package cn.jiangxue.catalog;

import cn.jiangxue.contract.CatalogApi.CourseCard;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts what was found, marked and escaped by the engine, on a card: in the reader's language when it was found there, else in the other. */
final class Highlighted {

    private Highlighted() {}

    static CourseCard card(CourseCard card, Map<String, List<String>> found, Locale locale) {
        return new CourseCard(
                card.courseId(),
                card.version(),
                card.title(),
                card.summary(),
                card.occupation(),
                card.grade(),
                card.classHours(),
                card.nominalMinutes(),
                card.posterMediaId(),
                card.organisationName(),
                first(found, "title", locale),
                first(found, "summary", locale));
    }

    private static @Nullable String first(Map<String, List<String>> found, String field, Locale locale) {
        Stream<String> chinese = Stream.of(field + "Zh", field + "Zh.pair");
        Stream<String> english = Stream.of(field + "En");
        Stream<String> order =
                locale.getLanguage().equals("en") ? Stream.concat(english, chinese) : Stream.concat(chinese, english);
        return order.map(found::get)
                .filter(fragments -> fragments != null && !fragments.isEmpty())
                .map(List::getFirst)
                .findFirst()
                .orElse(null);
    }
}
