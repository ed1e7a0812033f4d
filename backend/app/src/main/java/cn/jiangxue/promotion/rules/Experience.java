package cn.jiangxue.promotion.rules;

import cn.jiangxue.promotion.rules.Facts.WorkSpan;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Time worked, counted as people count it: years and months of each stretch by the calendar, twelve months as a year. Odd days of several stretches make a month
 * when there are 31: never more than was worked.
 */
public final class Experience {

    private static final int DAYS_PER_MONTH = 31;
    private static final int MONTHS_PER_YEAR = 12;

    private Experience() {}

    /** Time worked from {@code since} until the day before {@code asOf}; stretches that overlap count once. */
    public static Period worked(List<WorkSpan> spans, LocalDate since, LocalDate asOf) {
        int months = 0;
        int days = 0;
        for (Stretch stretch : union(spans, since, asOf)) {
            Period length = Period.between(stretch.from(), stretch.until());
            months += (int) length.toTotalMonths();
            days += length.getDays();
        }
        months += days / DAYS_PER_MONTH;
        return Period.of(months / MONTHS_PER_YEAR, months % MONTHS_PER_YEAR, days % DAYS_PER_MONTH);
    }

    /** Half-open. */
    private record Stretch(LocalDate from, LocalDate until) {}

    private static List<Stretch> union(List<WorkSpan> spans, LocalDate since, LocalDate asOf) {
        List<Stretch> clipped = spans.stream()
                .map(span -> clip(span, since, asOf))
                .filter(stretch -> stretch.from().isBefore(stretch.until()))
                .sorted(Comparator.comparing(Stretch::from))
                .toList();
        List<Stretch> merged = new ArrayList<>();
        for (Stretch next : clipped) {
            Stretch last = merged.isEmpty() ? null : merged.getLast();
            if (last == null || next.from().isAfter(last.until())) {
                merged.add(next);
            } else {
                merged.set(merged.size() - 1, new Stretch(last.from(), later(last.until(), next.until())));
            }
        }
        return merged;
    }

    private static Stretch clip(WorkSpan span, LocalDate since, LocalDate asOf) {
        LocalDate end = span.to() == null ? asOf : earlier(span.to().plusDays(1), asOf);
        return new Stretch(later(span.from(), since), end);
    }

    private static LocalDate later(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate earlier(LocalDate one, LocalDate other) {
        return one.isBefore(other) ? one : other;
    }
}
