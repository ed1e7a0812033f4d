package cn.jiangxue.ui.govern;

import cn.jiangxue.ui.shell.Ids;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Whose people are shown and by what beginning of a user name, as it stands in the address: {@code org} and {@code q}. */
record PeopleQuery(@Nullable UUID organisation, String text) {

    private static final int MOST_TEXT = 60;

    static PeopleQuery of(QueryParameters parameters) {
        return new PeopleQuery(
                parameters.getSingleParameter("org").map(Ids::parse).orElse(null),
                parameters.getSingleParameter("q").orElse(""));
    }

    PeopleQuery {
        text = text.strip();
        text = text.length() > MOST_TEXT ? text.substring(0, MOST_TEXT) : text;
    }

    /** Without the leading slash, for the router. */
    String address() {
        String q = text.isEmpty()
                ? ""
                : "q=" + URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
        String org = organisation == null ? "" : "org=" + organisation;
        String both = org + (org.isEmpty() || q.isEmpty() ? "" : "&") + q;
        return both.isEmpty() ? "govern" : "govern?" + both;
    }
}
