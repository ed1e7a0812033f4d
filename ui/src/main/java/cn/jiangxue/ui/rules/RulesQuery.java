package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleBookApi.VersionState;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What is looked for, as it stands in the address: {@code q}, {@code state}, {@code institution}. */
record RulesQuery(
        String words,
        @Nullable VersionState state,
        @Nullable UUID institution) {

    private static final int MOST_WORDS = 100;

    static RulesQuery of(QueryParameters parameters) {
        String words = parameters.getSingleParameter("q").orElse("").strip();
        return new RulesQuery(
                words.substring(0, Math.min(MOST_WORDS, words.length())),
                parameters
                        .getSingleParameter("state")
                        .flatMap(name -> Arrays.stream(VersionState.values())
                                .filter(state -> state.name().equals(name))
                                .findFirst())
                        .orElse(null),
                parameters
                        .getSingleParameter("institution")
                        .flatMap(RulesQuery::id)
                        .orElse(null));
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException malformed) {
            return Optional.empty();
        }
    }

    RulesQuery withWords(String other) {
        return new RulesQuery(other.strip(), state, institution);
    }

    RulesQuery withState(@Nullable VersionState other) {
        return new RulesQuery(words, other, institution);
    }

    RulesQuery withInstitution(@Nullable UUID other) {
        return new RulesQuery(words, state, other);
    }

    boolean isAnything() {
        return !words.isEmpty() || state != null || institution != null;
    }

    /** The address of these on that page, without the slash it begins with. */
    String address(String page) {
        List<String> parts = new ArrayList<>();
        if (!words.isEmpty()) {
            parts.add("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        }
        if (state != null) {
            parts.add("state=" + state);
        }
        if (institution != null) {
            parts.add("institution=" + institution);
        }
        return parts.isEmpty() ? page : page + "?" + String.join("&", parts);
    }
}
