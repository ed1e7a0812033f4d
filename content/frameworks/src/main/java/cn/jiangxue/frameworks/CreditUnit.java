package cn.jiangxue.frameworks;

import cn.jiangxue.contract.LocalText;

/**
 * How hours become credit: class hours × basisPerClassHour ÷ hoursPerCredit, rounded to a multiple of the step.
 *
 * @param basis what an hour is in this unit, e.g. class hours of 45 minutes, notional learning hours
 * @param minutesPerHour length of one basis hour, in minutes
 * @param basisPerClassHour basis hours that one class hour counts for
 * @param hoursPerCredit basis hours that make one credit
 * @param stepMilliCredits credit is a multiple of this, in thousandths of a credit
 */
public record CreditUnit(
        String id,
        LocalText name,
        LocalText basis,
        int minutesPerHour,
        int basisPerClassHour,
        int hoursPerCredit,
        Rounding rounding,
        int stepMilliCredits,
        Source source) {

    /** Credit for nominal class hours, in thousandths of a credit. */
    public long milliCredits(int classHours) {
        if (classHours < 0) {
            throw new IllegalArgumentException("class hours below zero: " + classHours);
        }
        long numerator = 1000L * classHours * basisPerClassHour;
        long denominator = (long) hoursPerCredit * stepMilliCredits;
        long steps = switch (rounding) {
            case FLOOR -> numerator / denominator;
            case HALF_UP -> (2 * numerator + denominator) / (2 * denominator);
            case CEILING -> Math.ceilDiv(numerator, denominator);
        };
        return steps * stepMilliCredits;
    }
}
