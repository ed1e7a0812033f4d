package cn.jiangxue.bench;

import cn.jiangxue.bench.Verdict.Spread;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/** The figures in words, one block for each contest. */
final class Report {

    private Report() {}

    static String of(Verdict verdict, Memory memory) {
        Contest contest = verdict.contest();
        var lines = new StringBuilder();
        lines.append('\n').append(contest.name()).append('\n');
        line(lines, "ours      %s", contest.ours());
        line(lines, "baseline  %s", contest.baseline());
        contest.heldEqual().forEach(equal -> line(lines, "equal     %s", equal));
        line(lines, "ours      %s", rate(verdict.ours(), contest.unit(), verdict.oursMicros()));
        line(lines, "baseline  %s", rate(verdict.baseline(), contest.unit(), verdict.baseMicros()));
        line(
                lines,
                "ratio     %.2f (%.2f to %.2f)%s",
                median(verdict),
                verdict.ratio().min(),
                verdict.ratio().max(),
                goal(verdict));
        line(
                lines,
                "processor ours %,.0f us, baseline %,.0f us for one, in all processes; baseline / ours %.2f",
                verdict.oursProcessor().median(),
                verdict.baseProcessor().median(),
                verdict.baseProcessor().median()
                        / Math.max(1, verdict.oursProcessor().median()));
        line(lines, "p99       ours / baseline %.2f%s", verdict.p99Ratio(), atMost(verdict));
        line(
                lines,
                "memory    backend and load %d MiB heap after collection, %d MiB resident; document store %d MiB, search engine %d MiB"
                        + " resident",
                memory.heapAfterGc(),
                memory.resident(),
                memory.documents(),
                memory.search());
        return lines.toString();
    }

    private static double median(Verdict verdict) {
        return verdict.ratio().median();
    }

    private static String goal(Verdict verdict) {
        double goal = verdict.contest().goal();
        return goal == 0
                ? ""
                : String.format(Locale.ROOT, "; goal %.2f: %s", goal, median(verdict) >= goal ? "met" : "MISSED");
    }

    private static String atMost(Verdict verdict) {
        double goal = verdict.contest().p99Goal();
        return goal == 0
                ? ""
                : String.format(
                        Locale.ROOT, "; goal %.2f at most: %s", goal, verdict.p99Ratio() <= goal ? "met" : "MISSED");
    }

    private static String rate(Spread spread, String unit, Histogram micros) {
        return String.format(
                Locale.ROOT,
                "%,.0f %s (%,.0f to %,.0f), p50 %.2f ms, p99 %.2f ms a call",
                spread.median(),
                unit,
                spread.min(),
                spread.max(),
                micros.getValueAtPercentile(50) / 1_000.0,
                micros.getValueAtPercentile(99) / 1_000.0);
    }

    private static void line(StringBuilder lines, String format, Object... values) {
        lines.append("  ").append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
