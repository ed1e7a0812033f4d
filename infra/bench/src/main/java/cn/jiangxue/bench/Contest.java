package cn.jiangxue.bench;

import java.util.List;
import java.util.function.IntFunction;

/**
 * What is compared with what. Both sides are made anew for each round, outside of what is timed; round 0 warms up.
 *
 * @param goal the least ratio ours / baseline that satisfies
 * @param heldEqual what both sides share and what only one of them includes, for the reader of the figures
 */
public record Contest(
        String name,
        String unit,
        double goal,
        String ours,
        String baseline,
        List<String> heldEqual,
        IntFunction<Side> oursIn,
        IntFunction<Side> baselineIn) {}
