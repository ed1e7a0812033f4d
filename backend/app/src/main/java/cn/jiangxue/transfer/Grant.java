package cn.jiangxue.transfer;

import java.util.List;

/** What a rule gives credit toward. */
public sealed interface Grant {

    /** Divisible credit of a category: what does not fit stays banked. */
    record Pool(String category) implements Grant {}

    /** Targets of the programme, each granted whole or not at all. */
    record Whole(List<String> targets) implements Grant {
        public Whole {
            targets = List.copyOf(targets);
            if (targets.isEmpty() || targets.stream().distinct().count() != targets.size()) {
                throw new IllegalArgumentException("a rule names one target or more, each once: " + targets);
            }
        }
    }
}
