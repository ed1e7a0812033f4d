package cn.jiangxue.contract;

import java.time.LocalDate;

/** The limits of what is said of an outcome, whoever says it: its institution in bulk, or its learner on a form. */
public final class OutcomeLimits {

    /** Characters of a title. */
    public static final int TITLE_MOST = 200;

    /** Characters of a number or a code. */
    public static final int NUMBER_MOST = 64;

    public static final String TITLE = "[^\\p{Cntrl}]{1," + TITLE_MOST + "}";
    public static final String CODE = "[A-Za-z0-9][A-Za-z0-9._/:-]{0," + (NUMBER_MOST - 1) + "}";

    /** Of the qualifications framework, from 1. */
    public static final int LEVEL_MOST = 10;

    public static final int CLASS_HOURS_MOST = 10_000;
    public static final long CREDIT_MOST_MILLI = 1_000_000;

    /** Hundredths of a percent. */
    public static final int SCORE_MOST_HUNDREDTHS = 10_000;

    /** The first day on which anything may have been attained. */
    public static final LocalDate EARLIEST = LocalDate.of(1950, 1, 1);

    /** Nothing holds until this day. */
    public static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private OutcomeLimits() {}
}
