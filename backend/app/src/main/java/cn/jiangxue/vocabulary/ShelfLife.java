package cn.jiangxue.vocabulary;

import java.time.LocalDate;
import java.time.MonthDay;

/**
 * How many full years credit can be used, from 1 to 100. Made on 2019-09-01 for seven years it can be used on 2026-08-31 and no longer on 2026-09-01. What is made
 * on 29 February and ends in a common year ends on 1 March: the years are full only once 28 February is over.
 */
public record ShelfLife(int years) {

    private static final int MOST = 100;
    private static final MonthDay LEAP_DAY = MonthDay.of(2, 29);

    public ShelfLife {
        if (years < 1 || years > MOST) {
            throw new IllegalArgumentException("a shelf life is 1 to " + MOST + " years");
        }
    }

    /** The first civil date on which it can no longer be used. */
    public LocalDate until(LocalDate made) {
        LocalDate sameDay = made.plusYears(years);
        boolean dayIsMissing = MonthDay.from(made).equals(LEAP_DAY) && !sameDay.isLeapYear();
        return dayIsMissing ? sameDay.plusDays(1) : sameDay;
    }
}
