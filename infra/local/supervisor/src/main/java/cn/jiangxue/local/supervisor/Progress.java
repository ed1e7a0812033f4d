package cn.jiangxue.local.supervisor;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/** Lines for the person at the terminal, each with the seconds since {@code ./run} was called. */
final class Progress {
    private final Instant began;
    private final PrintStream out;

    Progress(Instant began, PrintStream out) {
        this.began = began;
        this.out = out;
    }

    synchronized void line(String text) {
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", seconds(), text);
        out.flush();
    }

    synchronized void plain(String text) {
        out.println(text);
        out.flush();
    }

    double seconds() {
        return Duration.between(began, Instant.now()).toMillis() / 1000.0;
    }
}
