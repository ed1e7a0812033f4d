package cn.jiangxue.transfer;

import cn.jiangxue.bench.Measured;
import cn.jiangxue.bench.Size;
import cn.jiangxue.bench.Subject;
import cn.jiangxue.transfer.NodeRules.Round;
import cn.jiangxue.transfer.rules.Transfers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The transfer engine against npm's json-rules-engine on the same twenty rules, round by round in turn, each on one thread. */
public final class RuleMeasurement {

    private static final double GOAL = 20;
    private static final int OUTCOMES = 500;
    /** The baseline is that much slower: it judges fewer, so that both are timed for about as long. */
    private static final int BASELINE_SHARE = 10;

    /** Until the compiler has settled on either side; Node needs fewer of them. */
    private static final int WARM_UP_ROUNDS = 3;

    private final List<Request> requests;
    private final Size size;

    private RuleMeasurement(TwentyRules rules, Size size) {
        requests = rules.requests();
        this.size = size;
    }

    public static Measured of(Subject subject, Size size) {
        var rules = new TwentyRules(OUTCOMES);
        var measurement = new RuleMeasurement(rules, size);
        try (NodeRules node = NodeRules.start(System.getProperty("jiangxue.bench.npm"), rules.json())) {
            return measurement.against(node);
        } catch (NodeRules.Missing missing) {
            return measurement.alone(String.valueOf(missing.getMessage()));
        }
    }

    private Measured against(NodeRules node) {
        long ours = judge(OUTCOMES).grantedMilli();
        long theirs = node.judge(OUTCOMES).grantedMilli();
        if (ours != theirs) {
            throw new IllegalStateException("the two engines do not grant the same: " + ours + ", " + theirs);
        }
        for (int round = 0; round < WARM_UP_ROUNDS; round++) {
            judge(size.judged());
            node.judge(size.judged() / BASELINE_SHARE / WARM_UP_ROUNDS);
        }
        List<Double> oursRates = new ArrayList<>();
        List<Double> baseRates = new ArrayList<>();
        List<Double> ratios = new ArrayList<>();
        for (int round = 0; round < size.rounds(); round++) {
            oursRates.add(size.judged() / judge(size.judged()).seconds());
            int fewer = size.judged() / BASELINE_SHARE;
            baseRates.add(fewer / node.judge(fewer).seconds());
            ratios.add(oursRates.getLast() / baseRates.getLast());
        }
        double ratio = median(ratios);
        String text = head()
                + line(
                        "baseline  npm json-rules-engine 7.3.1: the same twenty rules as `all` conditions, loaded once, engine.run for each outcome")
                + line(
                        "equal     one thread each; both granted %,d milli-credits for the first %d outcomes",
                        ours, OUTCOMES)
                + line("ours      %s", rate(oursRates))
                + line("baseline  %s", rate(baseRates))
                + line(
                        "ratio     %.1f (%.1f to %.1f); goal %.0f: %s",
                        ratio,
                        ratios.stream().min(Double::compare).orElseThrow(),
                        ratios.stream().max(Double::compare).orElseThrow(),
                        GOAL,
                        ratio >= GOAL ? "met" : "MISSED");
        return new Measured(text, ratio >= GOAL);
    }

    /** Nothing is missed, and nothing is met either: the reader is told. */
    private Measured alone(String why) {
        judge(size.judged());
        List<Double> rates = new ArrayList<>();
        for (int round = 0; round < size.rounds(); round++) {
            rates.add(size.judged() / judge(size.judged()).seconds());
        }
        String text = head()
                + line("ours      %s", rate(rates))
                + line("SKIPPED   the baseline, and with it the goal of %.0f: %s", GOAL, why);
        return new Measured(text, true);
    }

    private Round judge(int outcomes) {
        long granted = 0;
        long began = System.nanoTime();
        for (int i = 0; i < outcomes; i++) {
            granted += Transfers.evaluate(requests.get(i % requests.size()))
                    .granted()
                    .milli();
        }
        return new Round((System.nanoTime() - began) / 1e9, granted);
    }

    private static String head() {
        return "\nRule evaluation\n"
                + line(
                        "ours      Transfers.evaluate of one outcome under twenty rules, every condition explained with value, clause and what is missing");
    }

    private static String rate(List<Double> rates) {
        return String.format(
                Locale.ROOT,
                "%,.0f outcomes/s (%,.0f to %,.0f)",
                median(rates),
                rates.stream().min(Double::compare).orElseThrow(),
                rates.stream().max(Double::compare).orElseThrow());
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    private static String line(String format, Object... values) {
        return "  " + String.format(Locale.ROOT, format, values) + "\n";
    }
}
