package cn.jiangxue.auditor;

import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.LogAudit;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** {@code audit verify} and {@code audit compare}. Exit codes: 0 everything checked holds, 1 something does not, 2 the files or the words cannot be used. */
public final class AuditorMain {

    private AuditorMain() {}

    public static void main(String[] args) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        System.exit(run(List.of(args), out));
    }

    static int run(List<String> args, PrintStream out) {
        List<String> words = new ArrayList<>(args);
        boolean english = words.remove("--en")
                || !words.remove("--zh") && !Locale.getDefault().getLanguage().equals("zh");
        words.remove("--zh");
        Words texts = new Words(english);
        try {
            return run(words, new Report(texts, out));
        } catch (Unusable unusable) {
            out.println(unusable.text(texts));
            return 2;
        }
    }

    private static int run(List<String> words, Report report) {
        if (words.isEmpty()) {
            throw new Unusable("usage");
        }
        Arguments arguments = new Arguments(words.subList(1, words.size()));
        return switch (words.getFirst()) {
            case "verify" -> Verification.run(report, arguments);
            case "compare" -> compare(arguments.rest(), report);
            default -> throw new Unusable("usage");
        };
    }

    private static int compare(List<String> files, Report report) {
        if (files.size() != 2) {
            throw new Unusable("usage");
        }
        List<Hash> earlier = Exports.leaves(Path.of(files.get(0)));
        List<Hash> later = Exports.leaves(Path.of(files.get(1)));
        LogAudit.compare(earlier, later)
                .ifPresentOrElse(
                        finding -> Verification.name(report, finding),
                        () -> report.holds("compare.holds", earlier.size(), later.size()));
        return report.conclude();
    }
}
