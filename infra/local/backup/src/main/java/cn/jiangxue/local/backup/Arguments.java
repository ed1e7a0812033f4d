package cn.jiangxue.local.backup;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words after {@code ./backup} or {@code ./restore}; paths are meant from where the person stands. */
final class Arguments {
    private final Path caller;
    private final Map<String, String> named = new HashMap<>();
    private final List<String> rest = new ArrayList<>();

    /** @throws Refused at a word that is not known or a value that is missing */
    Arguments(List<String> words, Set<String> known, Path caller) {
        this.caller = caller;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            if (!word.startsWith("--")) {
                rest.add(word);
            } else if (!known.contains(word) || i + 1 == words.size() || named.put(word, words.get(++i)) != null) {
                throw new Refused("usage.word", word);
            }
        }
    }

    Optional<Path> path(String name) {
        return Optional.ofNullable(named.get(name)).map(this::meant);
    }

    /** The one word without a name. */
    Optional<Path> only() {
        return rest.size() == 1 ? Optional.of(meant(rest.getFirst())) : Optional.empty();
    }

    boolean hasRest() {
        return !rest.isEmpty();
    }

    private Path meant(String path) {
        return caller.resolve(path).toAbsolutePath().normalize();
    }
}
