package cn.jiangxue.learning.rules;

import cn.jiangxue.contract.LearningApi.PlayedInterval;
import java.util.ArrayList;
import java.util.List;

/**
 * Whole media seconds played without a jump. A media second is seen when its middle was played; so stretches that meet inside a second count it once, and neither
 * bits of a second nor their rounding add up to anything.
 *
 * @param outsideSeconds how much of what was claimed lies outside the video
 */
record PlayedRun(int from, int to, int outsideSeconds) {

    /** The last second of a video may end early; who reached it has seen the end. */
    private static final double END_TOLERANCE_SECONDS = 1.0;

    private static final double FARTHEST_SECONDS = 1_000_000;

    int length() {
        return to - from;
    }

    /** The intervals as runs, those that follow on one another joined. */
    static List<PlayedRun> of(List<PlayedInterval> intervals, int durationSeconds) {
        List<PlayedRun> runs = new ArrayList<>();
        for (PlayedInterval interval : intervals) {
            PlayedRun run = of(interval, durationSeconds);
            if (!runs.isEmpty() && runs.getLast().to == run.from) {
                PlayedRun before = runs.removeLast();
                run = new PlayedRun(before.from, run.to, before.outsideSeconds + run.outsideSeconds);
            }
            runs.add(run);
        }
        return runs;
    }

    private static PlayedRun of(PlayedInterval interval, int durationSeconds) {
        long from = Math.round(bounded(interval.from()));
        double end = bounded(interval.to());
        boolean reachesTheEnd = end < durationSeconds && end > durationSeconds - END_TOLERANCE_SECONDS;
        long to = Math.max(from, reachesTheEnd && interval.to() > interval.from() ? durationSeconds : Math.round(end));
        int inFrom = (int) Math.clamp(from, 0, durationSeconds);
        int inTo = (int) Math.clamp(to, 0, durationSeconds);
        return new PlayedRun(inFrom, inTo, (int) (to - from) - (inTo - inFrom));
    }

    private static double bounded(double seconds) {
        return Double.isNaN(seconds) ? 0 : Math.clamp(seconds, -FARTHEST_SECONDS, FARTHEST_SECONDS);
    }
}
