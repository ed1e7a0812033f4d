package cn.jiangxue.catalog;

import cn.jiangxue.contract.Grade;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody looks for in the catalogue. Empty lists do not narrow. */
record CatalogueQuery(
        @Nullable String text,
        List<String> trades,
        List<Grade> grades,
        List<Duration> durations,
        @Nullable String cursor,
        Locale locale) {

    static final int MAX_TEXT = 100;
    static final int PAGE = 12;

    /** How long a course is, by class hours: to 8, to 24, longer. */
    enum Duration {
        SHORT,
        MEDIUM,
        LONG;

        static Duration of(int classHours) {
            if (classHours <= 8) {
                return SHORT;
            }
            return classHours <= 24 ? MEDIUM : LONG;
        }

        /** The name in addresses and facets. */
        String value() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
