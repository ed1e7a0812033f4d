package cn.jiangxue.vocabulary;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * Deadlines in working days: Monday to Friday, but for public holidays, and the weekend days on which work is made up. Both are announced year by year; in a year whose
 * announcement is not known here only weekends are free, so a deadline is never too late.
 *
 * @param free days from Monday to Friday that are no working days, or weekends named by an announcement
 * @param madeUp weekend days that are working days
 */
public record WorkingDays(Set<LocalDate> free, Set<LocalDate> madeUp) {

    /** Weekends alone. */
    public static final WorkingDays WEEKENDS = new WorkingDays(Set.of(), Set.of());

    /** As announced by the General Office of the State Council; the file names each announcement. */
    public static final WorkingDays PUBLISHED = read("/calendar/working-days.txt");

    private static final int COLUMNS = 3;

    public WorkingDays {
        free = Set.copyOf(free);
        madeUp = Set.copyOf(madeUp);
    }

    public boolean isWorkingDay(LocalDate date) {
        boolean weekend = date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
        return weekend ? madeUp.contains(date) : !free.contains(date);
    }

    /** The last day on which to act, {@code days} working days after {@code from}; the day itself does not count (《民法典》第201条). */
    public LocalDate after(LocalDate from, int days) {
        LocalDate date = from;
        for (int left = days; left > 0; ) {
            date = date.plusDays(1);
            left -= isWorkingDay(date) ? 1 : 0;
        }
        return date;
    }

    /** Working days after {@code from} up to and including {@code until}; 0 when that is not later. */
    public int between(LocalDate from, LocalDate until) {
        int days = 0;
        for (LocalDate date = from.plusDays(1); !date.isAfter(until); date = date.plusDays(1)) {
            days += isWorkingDay(date) ? 1 : 0;
        }
        return days;
    }

    private static WorkingDays read(String resource) {
        try (InputStream in = WorkingDays.class.getResourceAsStream(resource);
                BufferedReader lines = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, resource), StandardCharsets.UTF_8))) {
            return parsed(lines.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Of lines such as {@code 2026-01-01 free 元旦} and {@code 2026-01-04 work 元旦调休}; {@code #} begins a remark.
     *
     * @throws IllegalArgumentException for any other line, and for a made-up day that is no weekend day
     */
    static WorkingDays parsed(List<String> lines) {
        Set<LocalDate> free = new HashSet<>();
        Set<LocalDate> madeUp = new HashSet<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] parts = line.split(" ", COLUMNS);
            if (parts.length != COLUMNS) {
                throw new IllegalArgumentException("no day of the calendar: " + line);
            }
            Set<LocalDate> days = switch (parts[1]) {
                case "free" -> free;
                case "work" -> madeUp;
                default -> throw new IllegalArgumentException("no kind of day: " + line);
            };
            days.add(LocalDate.parse(parts[0]));
        }
        return new WorkingDays(free, madeUp);
    }
}
