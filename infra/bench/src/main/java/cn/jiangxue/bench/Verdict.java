package cn.jiangxue.bench;

import cn.jiangxue.bench.Side.Sample;
import java.util.ArrayList;
import java.util.List;
import org.HdrHistogram.Histogram;

/** What the rounds of a contest came to: a ratio for each round, taken of two runs next to each other so that a busy machine slows both. */
record Verdict(
        Contest contest,
        Spread ours,
        Spread baseline,
        Spread ratio,
        Spread oursProcessor,
        Spread baseProcessor,
        Histogram oursMicros,
        Histogram baseMicros) {

    private static final int P99 = 99;

    /** Median, least and most over the rounds. */
    record Spread(double median, double min, double max) {

        static Spread of(List<Double> values) {
            List<Double> sorted = values.stream().sorted().toList();
            int middle = sorted.size() / 2;
            double median =
                    sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
            return new Spread(median, sorted.getFirst(), sorted.getLast());
        }
    }

    /** Warms both sides up, then runs them in turn: ours, baseline, ours, baseline. */
    static Verdict of(Contest contest, int rounds) {
        contest.oursIn().apply(0).run();
        contest.baselineIn().apply(0).run();
        List<Sample> ours = new ArrayList<>();
        List<Sample> baseline = new ArrayList<>();
        for (int round = 1; round <= rounds; round++) {
            ours.add(contest.oursIn().apply(round).run());
            baseline.add(contest.baselineIn().apply(round).run());
        }
        return of(contest, ours, baseline);
    }

    private static Verdict of(Contest contest, List<Sample> ours, List<Sample> baseline) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ours.size(); i++) {
            ratios.add(ours.get(i).perSecond() / baseline.get(i).perSecond());
        }
        return new Verdict(
                contest,
                Spread.of(ours.stream().map(Sample::perSecond).toList()),
                Spread.of(baseline.stream().map(Sample::perSecond).toList()),
                Spread.of(ratios),
                Spread.of(ours.stream().map(Sample::processorMicros).toList()),
                Spread.of(baseline.stream().map(Sample::processorMicros).toList()),
                together(ours),
                together(baseline));
    }

    private static Histogram together(List<Sample> samples) {
        Histogram all = samples.getFirst().micros().copy();
        samples.stream().skip(1).forEach(sample -> all.add(sample.micros()));
        return all;
    }

    boolean meetsGoal() {
        return ratio.median() >= contest.goal() && (contest.p99Goal() == 0 || p99Ratio() <= contest.p99Goal());
    }

    /** Over the calls of all rounds. */
    double p99Ratio() {
        return (double) oursMicros.getValueAtPercentile(P99) / Math.max(1, baseMicros.getValueAtPercentile(P99));
    }
}
