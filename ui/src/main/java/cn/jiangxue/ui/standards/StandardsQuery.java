package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardsApi.StandardState;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the list of standards is narrowed by; every choice is an address. */
record StandardsQuery(String words, @Nullable StandardState state) {

    private static final int MOST_WORDS = 100;

    static StandardsQuery of(QueryParameters parameters) {
        String words = parameters.getSingleParameter("q").orElse("").strip();
        return new StandardsQuery(
                words.substring(0, Math.min(MOST_WORDS, words.length())),
                parameters
                        .getSingleParameter("state")
                        .flatMap(name -> Arrays.stream(StandardState.values())
                                .filter(state -> state.name().equals(name))
                                .findFirst())
                        .orElse(null));
    }

    StandardsQuery withWords(String other) {
        return new StandardsQuery(other.strip(), state);
    }

    StandardsQuery withState(@Nullable StandardState other) {
        return new StandardsQuery(words, other);
    }

    boolean isAnything() {
        return !words.isEmpty() || state != null;
    }

    /** Without the slash it begins with. */
    String address() {
        List<String> parts = new ArrayList<>();
        if (!words.isEmpty()) {
            parts.add("q=" + URLEncoder.encode(words, StandardCharsets.UTF_8));
        }
        if (state != null) {
            parts.add("state=" + state);
        }
        return parts.isEmpty() ? "standards" : "standards?" + String.join("&", parts);
    }
}
