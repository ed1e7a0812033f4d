package cn.jiangxue.reexamination.rules;

import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A quarter of a civil year, the period of one seed (第一条).
 *
 * @param number 1 to 4
 */
public record Quarter(int year, int number) {

    /** Days before its beginning from which a quarter's seed is committed to (sample rule). */
    public static final int DAYS_AHEAD = 30;

    private static final int MONTHS = 3;
    private static final Pattern ID = Pattern.compile("([1-9][0-9]{3})-Q([1-4])");

    public static Quarter of(LocalDate day) {
        return new Quarter(day.getYear(), (day.getMonthValue() - 1) / MONTHS + 1);
    }

    /** The quarter with an {@link #id}; empty for any other text. */
    public static Optional<Quarter> parse(String id) {
        Matcher parts = ID.matcher(id);
        return parts.matches()
                ? Optional.of(new Quarter(Integer.parseInt(parts.group(1)), Integer.parseInt(parts.group(2))))
                : Optional.empty();
    }

    /** Such as {@code 2026-Q4}; later ones sort behind earlier ones. */
    public String id() {
        return year + "-Q" + number;
    }

    public LocalDate first() {
        return LocalDate.of(year, (number - 1) * MONTHS + 1, 1);
    }

    public LocalDate last() {
        return next().first().minusDays(1);
    }

    public Quarter next() {
        return of(first().plusMonths(MONTHS));
    }

    /** Whether its seed may be told on that day. */
    public boolean isOver(LocalDate today) {
        return today.isAfter(last());
    }

    /** Whether the seed of the next quarter is due on a day of this one. */
    public boolean nextIsDue(LocalDate today) {
        return !today.isBefore(next().first().minusDays(DAYS_AHEAD));
    }
}
