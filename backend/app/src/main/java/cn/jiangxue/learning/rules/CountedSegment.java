package cn.jiangxue.learning.rules;

import cn.jiangxue.contract.LearningApi.NotCounted;
import org.jspecify.annotations.Nullable;

/**
 * One stretch that was played without a jump and what of it counted, in whole seconds.
 *
 * @param newSeconds media seconds seen for the first time
 * @param countedSeconds study seconds earned
 * @param outsideSeconds claimed but not part of the video
 * @param why the main reason for what did not count; null when all did
 */
public record CountedSegment(
        int from,
        int to,
        int newSeconds,
        int countedSeconds,
        int outsideSeconds,
        @Nullable NotCounted why) {

    /** Seconds claimed that did not count; 0 when there is no reason to name. */
    public int notCountedSeconds() {
        return why == null ? 0 : to - from + outsideSeconds - countedSeconds;
    }
}
