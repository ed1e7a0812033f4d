package cn.jiangxue.bench;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What the caller asked for. */
record Options(Set<String> benchmarks, Size size, boolean strict) {

    static final List<String> ALL = List.of("beats", "postings", "search", "growth", "log", "rules", "imports");
    static final String USAGE =
            "usage: ./bench [beats|postings|search|growth|log|rules|imports]... [--quick] [--strict]";

    /** @throws IllegalArgumentException with the usage */
    static Options of(String... arguments) {
        Set<String> benchmarks = new LinkedHashSet<>();
        Size size = Size.WHOLE;
        boolean strict = false;
        for (String argument : arguments) {
            switch (argument) {
                case "--quick" -> size = Size.QUICK;
                case "--strict" -> strict = true;
                default -> {
                    if (!ALL.contains(argument)) {
                        throw new IllegalArgumentException(USAGE);
                    }
                    benchmarks.add(argument);
                }
            }
        }
        return new Options(benchmarks.isEmpty() ? Set.copyOf(ALL) : Set.copyOf(benchmarks), size, strict);
    }
}
