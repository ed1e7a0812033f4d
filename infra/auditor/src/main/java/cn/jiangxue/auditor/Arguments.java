package cn.jiangxue.auditor;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after the command: options with a value each, and the rest. */
final class Arguments {

    private static final Set<String> OPTIONS =
            Set.of("--head", "--leaves", "--original", "--records", "--statement", "--key");

    private final Map<String, List<String>> options = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    Arguments(List<String> words) {
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (OPTIONS.contains(word) && i + 1 < words.size()) {
                i++;
                options.computeIfAbsent(word, name -> new ArrayList<>()).add(words.get(i));
            } else if (word.startsWith("--")) {
                throw new Unusable("usage");
            } else {
                rest.add(word);
            }
        }
    }

    Optional<Path> path(String option) {
        return all(option).stream().findFirst().map(Path::of);
    }

    List<String> all(String option) {
        return options.getOrDefault(option, List.of());
    }

    List<String> rest() {
        return rest;
    }
}
