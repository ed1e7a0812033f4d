package cn.jiangxue.promotion.rules;

import java.time.DayOfWeek;
import java.time.LocalDate;

/** Deadlines in working days, Monday to Friday. Public holidays are announced year by year and are not known here, so a deadline is never too late. */
public final class WorkingDays {

    private WorkingDays() {}

    /** The last day on which to act, {@code days} working days after {@code from}. */
    public static LocalDate after(LocalDate from, int days) {
        LocalDate date = from;
        for (int left = days; left > 0; ) {
            date = date.plusDays(1);
            left -= isWorkingDay(date) ? 1 : 0;
        }
        return date;
    }

    private static boolean isWorkingDay(LocalDate date) {
        return date.getDayOfWeek() != DayOfWeek.SATURDAY && date.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
