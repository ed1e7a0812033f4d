package cn.jiangxue.bench;

import cn.jiangxue.catalog.SearchContest;
import cn.jiangxue.credit.GrowthContest;
import cn.jiangxue.credit.PostingContest;
import cn.jiangxue.learning.BeatContest;
import cn.jiangxue.stating.ImportMeasurement;
import cn.jiangxue.transfer.RuleMeasurement;
import cn.jiangxue.transparency.AppendContest;
import cn.jiangxue.transparency.ProofMeasurement;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** Measures the service against the bare stores and prints how they compare. */
public final class BenchMain {

    private static final int MISSED = 1;
    private static final int USAGE = 2;
    private static final int FAILED = 3;

    private static final Map<String, List<BiFunction<Subject, Size, Contest>>> CONTESTS = Map.of(
            "beats", List.of(BeatContest::of, BeatContest::ceiling),
            "postings", List.of(PostingContest::of),
            "search", List.of(SearchContest::of),
            "growth", List.of(GrowthContest::of, PostingContest::hot),
            "log", List.of(AppendContest::of));

    private static final Map<String, BiFunction<Subject, Size, Measured>> MEASUREMENTS =
            Map.of("imports", ImportMeasurement::of, "log", ProofMeasurement::of, "rules", RuleMeasurement::of);

    private BenchMain() {}

    public static void main(String[] arguments) throws IOException {
        Options options;
        try {
            options = Options.of(arguments);
        } catch (IllegalArgumentException e) {
            System.err.println(e.getMessage());
            System.exit(USAGE);
            return;
        }
        System.exit(exitCode(options));
    }

    /** Threads of the clients are left behind by a failure, so the program ends only when it is told to. */
    private static int exitCode(Options options) throws IOException {
        try {
            boolean missed = !run(options, System.out).meetGoals();
            return options.strict() && missed ? MISSED : 0;
        } catch (RuntimeException e) {
            e.printStackTrace();
            return FAILED;
        }
    }

    /** What came out. */
    record Results(List<Verdict> verdicts, List<Measured> measured) {

        boolean meetGoals() {
            return verdicts.stream().allMatch(Verdict::meetsGoal)
                    && measured.stream().allMatch(Measured::meetsGoal);
        }
    }

    /** Runs what is asked for over stores of its own and prints each comparison as it ends. */
    static Results run(Options options, PrintStream out) throws IOException {
        List<Verdict> verdicts = new ArrayList<>();
        List<Measured> measured = new ArrayList<>();
        long began = System.nanoTime();
        out.printf("%d processors, load %s, JDK %s%n", processors(), load(), Runtime.version());
        for (String name : Options.ALL) {
            if (options.benchmarks().contains(name)) {
                for (var contest : CONTESTS.getOrDefault(name, List.of())) {
                    verdicts.add(compare(name, contest, options.size(), out));
                }
                var measurement = MEASUREMENTS.get(name);
                if (measurement != null) {
                    measured.add(measure(name, measurement, options.size(), out));
                }
            }
        }
        out.printf("%nDone in %d s; load now %s.%n", (System.nanoTime() - began) / 1_000_000_000L, load());
        return new Results(verdicts, measured);
    }

    private static Verdict compare(String name, BiFunction<Subject, Size, Contest> contest, Size size, PrintStream out)
            throws IOException {
        return over(name, (stores, subject) -> {
            Verdict verdict = Verdict.of(contest.apply(subject, size), size.rounds());
            out.print(Report.of(verdict, Memory.now(stores)));
            out.flush();
            return verdict;
        });
    }

    private static Measured measure(
            String name, BiFunction<Subject, Size, Measured> measurement, Size size, PrintStream out)
            throws IOException {
        return over(name, (stores, subject) -> {
            Measured measured = measurement.apply(subject, size);
            out.print(measured.text());
            out.flush();
            return measured;
        });
    }

    /** Over stores of its own: what an earlier comparison left would fill the memory of the local store, and slow this one. */
    private static <T> T over(String name, BiFunction<Stores, Subject, T> run) throws IOException {
        try (Stores stores = Stores.start(name.equals("search"));
                Subject subject = Subject.start(stores)) {
            return run.apply(stores, subject);
        }
    }

    private static int processors() {
        return Runtime.getRuntime().availableProcessors();
    }

    /** Of the last minute; another program that works at the same time shows here. */
    private static double load() {
        return java.lang.management.ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }
}
