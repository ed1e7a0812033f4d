package cn.jiangxue.local.backup;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The program behind {@code ./backup} and {@code ./restore}; the first argument says which. System properties from the scripts: {@code jiangxue.tree} (root of the source tree),
 * {@code jiangxue.caller} (the folder the person called from).
 *
 * <p>Exit codes: 0 done, 1 it could not be read or written, 2 refused. Unless it is 0, nothing new is there.
 */
public final class BackupMain {
    private static final int EXIT_FAILED = 1;
    private static final int EXIT_REFUSED = 2;

    private BackupMain() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        Path tree = Path.of(System.getProperty("jiangxue.tree", "")).toAbsolutePath();
        Path caller = Path.of(System.getProperty("jiangxue.caller", "")).toAbsolutePath();
        System.exit(run(List.of(args), out, tree, caller));
    }

    /** Returns the exit code. */
    public static int run(List<String> args, PrintStream out, Path tree, Path caller) {
        List<String> words = new ArrayList<>(args);
        boolean english = words.remove("--en")
                || !words.remove("--zh") && !Locale.getDefault().getLanguage().equals("zh");
        words.remove("--zh");
        Words texts = new Words(english);
        Report report = new Report(texts, out);
        try {
            run(words, report, tree, caller);
            return 0;
        } catch (Refused refused) {
            out.println(refused.text(texts));
            return EXIT_REFUSED;
        } catch (IOException | UncheckedIOException e) {
            report.say("failed", String.valueOf(e.getMessage()));
            return EXIT_FAILED;
        }
    }

    private static void run(List<String> words, Report report, Path tree, Path caller) throws IOException {
        List<String> rest = words.subList(1, words.size());
        switch (words.getFirst()) {
            case "backup" -> backup(new Arguments(rest, Set.of("--data", "--to", "--keys"), caller), report, tree);
            case "restore" -> restore(new Arguments(rest, Set.of("--data", "--keys"), caller), report, tree);
            default -> throw new Refused("usage.word", words.getFirst());
        }
    }

    private static void backup(Arguments arguments, Report report, Path tree) throws IOException {
        Path to = arguments.path("--to").orElseThrow(() -> new Refused("backup.usage"));
        if (arguments.hasRest()) {
            throw new Refused("backup.usage");
        }
        Path data = arguments.path("--data").orElse(tree.resolve("data"));
        new Backup(data, to, arguments.path("--keys"), report, Clock.systemUTC()).run();
    }

    private static void restore(Arguments arguments, Report report, Path tree) throws IOException {
        Path file = arguments.only().orElseThrow(() -> new Refused("restore.usage"));
        Path data = arguments.path("--data").orElse(tree.resolve("data"));
        Path keys = arguments.path("--keys").orElseThrow(() -> new Refused("restore.keys.wanted"));
        new Restore(file, keys, data, report).run();
    }
}
