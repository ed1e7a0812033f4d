package cn.jiangxue.bench;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What is compared with what. Both sides are made anew for each round, outside of what is timed; round 0 warms up.
 *
 * @param goal the least ratio ours / baseline that satisfies; 0 when none is set
 * @param p99Goal the most that the p99 of ours may be of the p99 of the baseline; 0 when none is set
 * @param heldEqual what both sides share and what only one of them includes, for the reader of the figures
 */
public record Contest(
        String name,
        String unit,
        double goal,
        double p99Goal,
        String ours,
        String baseline,
        List<String> heldEqual,
        IntFunction<Side> oursIn,
        IntFunction<Side> baselineIn) {

    /** One that is judged by its rate alone. */
    public Contest(
            String name,
            String unit,
            double goal,
            String ours,
            String baseline,
            List<String> heldEqual,
            IntFunction<Side> oursIn,
            IntFunction<Side> baselineIn) {
        this(name, unit, goal, 0, ours, baseline, heldEqual, oursIn, baselineIn);
    }
}
