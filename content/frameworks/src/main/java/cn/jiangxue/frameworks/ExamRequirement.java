package cn.jiangxue.frameworks;

import cn.jiangxue.contract.ExamPart;

/**
 * What one part of the examination for a grade asks. Marks run from 0 to 100 and are exact to a tenth.
 *
 * @param passTenths the least mark that passes, in tenths: 600 is a mark of 60
 * @param assessors how many assessors mark one sitting, each for himself; the mean of their marks counts
 * @param sittings how often the part may be sat within one application
 */
public record ExamRequirement(ExamPart part, int passTenths, int assessors, int sittings, Grounds grounds) {

    /** The highest mark, in tenths. */
    public static final int FULL_TENTHS = 1_000;

    /** Most assessors of one sitting. */
    public static final int ASSESSORS_MOST = 5;

    /** Most sittings of one part within an application. */
    public static final int SITTINGS_MOST = 5;

    public ExamRequirement {
        require(passTenths >= 1 && passTenths <= FULL_TENTHS, "a pass mark lies in 0.1 … 100");
        require(assessors >= 1 && assessors <= ASSESSORS_MOST, "one to five assessors");
        require(sittings >= 1 && sittings <= SITTINGS_MOST, "one to five sittings");
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException(what);
        }
    }
}
