package cn.jiangxue.recognition.rules;

/**
 * How long each step may take, in working days, and who may take it. Pinned when an application is made. The figures are samples until a body that is bound by law sets
 * its own; docs/adr/0024 names what they lean on.
 *
 * @param reviewDays for the officers to review
 * @param supplementDays for the applicant to answer, unless the officer gives another number
 * @param publicityDays of publicity; 0: none
 * @param decisionDays for the decision
 * @param appealDays for the applicant to appeal
 * @param appealReviewDays for the higher body to rule
 * @param independent whether somebody who shares an employer or school with the applicant is refused as reviewer
 */
public record Procedure(
        int reviewDays,
        int supplementDays,
        int publicityDays,
        int decisionDays,
        int appealDays,
        int appealReviewDays,
        boolean independent) {

    /** Sample figures: 20, 15, 5, 10, 15 and 30 working days, independent. */
    public static final Procedure SAMPLE = new Procedure(20, 15, 5, 10, 15, 30, true);

    /** Votes of the awarding institution that a panel needs at least. */
    public static final int PANEL = 2;

    /** The longest time an officer may give an applicant, in working days. */
    public static final int SUPPLEMENT_MOST = 60;

    /** What officers have left at least when an answer comes in, in working days. */
    public static final int LEFT_LEAST = 5;

    public static final int REASON_LEAST = 10;
    public static final int REASON_MOST = 2_000;

    /** Objections, requests for more, and votes that one case may have. */
    public static final int OBJECTIONS_MOST = 100;

    public static final int SUPPLEMENTS_MOST = 10;
    public static final int OPINIONS_MOST = 100;

    public Procedure {
        if (reviewDays < 1
                || supplementDays < 1
                || publicityDays < 0
                || decisionDays < 1
                || appealDays < 1
                || appealReviewDays < 1) {
            throw new IllegalArgumentException("a step takes a working day at least");
        }
    }

    public Procedure publicity(int days) {
        return new Procedure(reviewDays, supplementDays, days, decisionDays, appealDays, appealReviewDays, independent);
    }
}
