package cn.jiangxue.auditor;

import java.io.PrintStream;

/** What was found, a line for each check. */
final class Report {

    private final Words words;
    private final PrintStream out;
    private boolean faulty;

    Report(Words words, PrintStream out) {
        this.words = words;
        this.out = out;
    }

    void holds(String key, Object... values) {
        out.println(words.of("mark.holds") + " " + words.of(key, values));
    }

    void fails(String key, Object... values) {
        faulty = true;
        out.println(words.of("mark.fails") + " " + words.of(key, values));
    }

    void open(String key, Object... values) {
        out.println(words.of("mark.open") + " " + words.of(key, values));
    }

    /** 0 when everything that was checked holds, else 1. */
    int conclude() {
        out.println(words.of(faulty ? "conclusion.fails" : "conclusion.holds"));
        return faulty ? 1 : 0;
    }
}
