package cn.jiangxue.local.backup;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Lines for the person at the terminal, each with the seconds since the command was called. */
final class Report {
    private static final Duration PROGRESS_EVERY = Duration.ofSeconds(5);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSS xxx", Locale.ROOT);
    private static final String[] UNITS = {"KB", "MB", "GB", "TB"};

    private final Words words;
    private final PrintStream out;
    private final long began = System.nanoTime();
    private long toldAt = began;

    Report(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    void step(String key, Object... values) {
        toldAt = System.nanoTime();
        out.printf(Locale.ROOT, "[%6.1f s] %s%n", seconds(), words.of(key, values));
        out.flush();
    }

    /** The same, at most every five seconds. */
    void progress(String key, Object... values) {
        if (System.nanoTime() - toldAt > PROGRESS_EVERY.toNanos()) {
            step(key, values);
        }
    }

    void say(String key, Object... values) {
        out.println(words.of(key, values));
        out.flush();
    }

    double seconds() {
        return (System.nanoTime() - began) / 1e9;
    }

    String duration() {
        return String.format(Locale.ROOT, "%.1f s", seconds());
    }

    /** An instant as a clock on the wall shows it, with its distance from UTC. */
    static String time(Instant instant) {
        return TIME.format(instant.atZone(ZoneId.systemDefault()));
    }

    static String size(long bytes) {
        if (bytes < 1_000) {
            return bytes + " B";
        }
        double value = bytes / 1e3;
        int unit = 0;
        while (value >= 999.95 && unit < UNITS.length - 1) {
            value /= 1e3;
            unit++;
        }
        return String.format(Locale.ROOT, "%.1f %s", value, UNITS[unit]);
    }
}
