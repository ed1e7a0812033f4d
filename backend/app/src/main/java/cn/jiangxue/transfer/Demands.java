package cn.jiangxue.transfer;

import java.math.BigDecimal;
import java.time.Period;
import org.jspecify.annotations.Nullable;

/**
 * What a rule asks of its sources. Whatever is null is not asked.
 *
 * @param leastOverlapPercent share of the target's weighted competence units that the sources cover together, inclusive
 * @param belowOverlap where a learner goes whose overlap alone falls short
 * @param leastScorePercent every source has at least this score, inclusive
 * @param levelGap how far a source may stand from the target
 * @param greatestAge since attained, end-exclusive, in whole years and months
 */
public record Demands(
        @Nullable BigDecimal leastOverlapPercent,
        BelowOverlap belowOverlap,
        @Nullable BigDecimal leastScorePercent,
        @Nullable LevelGap levelGap,
        @Nullable Period greatestAge) {

    /** Nothing beyond the sources themselves. */
    public static final Demands NONE = new Demands(null, BelowOverlap.REFUSE, null, null, null);

    public Demands {
        if (greatestAge != null && (greatestAge.getDays() != 0 || greatestAge.toTotalMonths() < 1)) {
            throw new IllegalArgumentException("an age is whole months, one at least: " + greatestAge);
        }
    }

    /** What happens to a claim whose overlap alone falls short. */
    public enum BelowOverlap {
        REFUSE,
        /** Review of prior learning (RPL). */
        PRIOR_LEARNING,
        /** Study or evidence for the units not covered. */
        SUPPLEMENT
    }

    /**
     * How far a source may stand from the target on the framework. 0 and 0 asks for the same level; the two directions are stated apart.
     *
     * @param mostBelow levels a source may stand under the target
     * @param mostAbove levels a source may stand over the target
     */
    public record LevelGap(int mostBelow, int mostAbove) {
        public LevelGap {
            if (mostBelow < 0 || mostAbove < 0) {
                throw new IllegalArgumentException("a level gap is not below zero");
            }
        }
    }
}
