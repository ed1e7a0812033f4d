package cn.jiangxue.frameworks;

import java.time.LocalDate;
import java.util.Optional;

/**
 * How an outcome becomes credit in the outcome's occupation.
 *
 * @param id same in all versions of the rule
 * @param version counts from 1; a posting pins id and version
 * @param effectiveFrom first civil date (of the outcome) on which it holds
 * @param effectiveUntil first civil date on which it no longer holds; empty while it is in force without end
 * @param shelfLifeYears how many full years the credit can be used, 1 to 100; empty when it has no end
 * @param leastScorePercent outcomes with a lower score earn nothing; 0 when no score is asked
 */
public record TransferRule(
        String id,
        int version,
        OutcomeType from,
        CreditUnit unit,
        LocalDate effectiveFrom,
        Optional<LocalDate> effectiveUntil,
        Optional<Integer> shelfLifeYears,
        int leastScorePercent,
        Review review,
        Grounds grounds) {

    /** Whether this version holds for an outcome attained on that civil date. */
    public boolean inForceOn(LocalDate date) {
        return !date.isBefore(effectiveFrom)
                && effectiveUntil.map(date::isBefore).orElse(true);
    }
}
