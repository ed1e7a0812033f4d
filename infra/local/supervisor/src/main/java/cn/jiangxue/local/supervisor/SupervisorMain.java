package cn.jiangxue.local.supervisor;

import java.nio.file.Path;
import java.time.Instant;

/**
 * The program behind {@code ./run}. System properties from the script: {@code jiangxue.tree} (root of the source tree), {@code
 * jiangxue.caller} (the folder the person called from), {@code jiangxue.began} (when, in milliseconds since 1970).
 *
 * <p>Exit codes: 0 stopped when asked, 1 a child could not be kept up, 2 nothing was started.
 */
public final class SupervisorMain {
    private static final int EXIT_REFUSED = 2;

    private SupervisorMain() {}

    public static void main(String[] args) {
        // Before the first logger exists: the terminal is for progress, and a debug line may hold a password.
        System.setProperty("logback.configurationFile", "supervisor-logback.xml");
        Path tree = Path.of(System.getProperty("jiangxue.tree", "")).toAbsolutePath();
        Path caller = Path.of(System.getProperty("jiangxue.caller", "")).toAbsolutePath();
        Instant began = Instant.ofEpochMilli(
                Long.getLong("jiangxue.began", Instant.now().toEpochMilli()));
        switch (Options.parse(args, tree, caller, began)) {
            case Options.Parsed.Wrong wrong -> refuse(wrong.why() + " ./run --help lists the options.");
            case Options.Parsed.Run run -> start(run.options());
        }
    }

    private static void start(Options options) {
        try {
            Session.open(options, System.out, System.in, new Composition.Product())
                    .run();
        } catch (Refusal refusal) {
            refuse(String.valueOf(refusal.getMessage()));
        }
    }

    private static void refuse(String why) {
        System.err.println(why);
        System.exit(EXIT_REFUSED);
    }
}
