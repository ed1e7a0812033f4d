package cn.jiangxue.transfer.rules;

import java.time.LocalDate;
import java.time.Period;

/**
 * Periods of whole months and years on civil dates. The first day counts and the end is exclusive: seven years from 2019-09-01 end before 2026-09-01.
 * Where the day does not exist in the month of the end, that month's last day still belongs to the period (as 《民法典》第202条 has it), so a year from
 * 2024-02-29 ends before 2025-03-01.
 */
final class CivilPeriod {

    private CivilPeriod() {}

    /** The first civil date after the period. */
    static LocalDate end(LocalDate start, Period length) {
        LocalDate end = start.plusMonths(length.toTotalMonths());
        return end.getDayOfMonth() < start.getDayOfMonth() ? end.plusDays(1) : end;
    }

    /** Whether the date lies before the end of the period. */
    static boolean within(LocalDate start, Period length, LocalDate date) {
        return date.isBefore(end(start, length));
    }
}
