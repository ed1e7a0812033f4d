package cn.jiangxue.transfer;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The years and terms of a programme. A date in no named year counts in its civil year; a date in no named term counts in no term. */
public record AcademicCalendar(List<Span> years, List<Span> terms) {

    /** Civil years, no terms. */
    public static final AcademicCalendar CIVIL = new AcademicCalendar(List.of(), List.of());

    public AcademicCalendar {
        years = List.copyOf(years);
        terms = List.copyOf(terms);
        requireApart(years);
        requireApart(terms);
    }

    /**
     * @param from first civil date
     * @param until first civil date after it
     */
    public record Span(String id, LocalDate from, LocalDate until) {
        public Span {
            if (!until.isAfter(from)) {
                throw new IllegalArgumentException("a span has a day at least: " + id);
            }
        }

        boolean covers(LocalDate date) {
            return !date.isBefore(from) && date.isBefore(until);
        }
    }

    public String year(LocalDate date) {
        return covering(years, date).orElseGet(() -> Integer.toString(date.getYear()));
    }

    public Optional<String> term(LocalDate date) {
        return covering(terms, date);
    }

    private static Optional<String> covering(List<Span> spans, LocalDate date) {
        return spans.stream().filter(span -> span.covers(date)).map(Span::id).findFirst();
    }

    private static void requireApart(List<Span> spans) {
        for (Span one : spans) {
            for (Span other : spans) {
                if (one != other && one.covers(other.from())) {
                    throw new IllegalArgumentException("two spans share a day: " + one.id() + ", " + other.id());
                }
            }
        }
    }
}
