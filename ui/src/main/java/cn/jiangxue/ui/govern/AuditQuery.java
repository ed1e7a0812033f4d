package cn.jiangxue.ui.govern;

import cn.jiangxue.ui.shell.Ids;
import com.vaadin.flow.router.QueryParameters;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What of the audit record is looked for, as it stands in the address. Days are civil days, both included. */
record AuditQuery(
        String action,
        @Nullable UUID actor,
        String subject,
        @Nullable LocalDate from,
        @Nullable LocalDate to) {

    static final AuditQuery ALL = new AuditQuery("", null, "", null, null);

    static AuditQuery of(QueryParameters parameters) {
        return new AuditQuery(
                parameters.getSingleParameter("action").orElse(""),
                parameters.getSingleParameter("actor").map(Ids::parse).orElse(null),
                parameters.getSingleParameter("subject").orElse(""),
                parameters.getSingleParameter("from").map(AuditQuery::day).orElse(null),
                parameters.getSingleParameter("to").map(AuditQuery::day).orElse(null));
    }

    private static @Nullable LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    AuditQuery withAction(String other) {
        return new AuditQuery(other.strip(), actor, subject, from, to);
    }

    AuditQuery withActor(@Nullable UUID other) {
        return new AuditQuery(action, other, subject, from, to);
    }

    AuditQuery withSubject(String other) {
        return new AuditQuery(action, actor, other.strip(), from, to);
    }

    AuditQuery withFrom(@Nullable LocalDate other) {
        return new AuditQuery(action, actor, subject, other, to);
    }

    AuditQuery withTo(@Nullable LocalDate other) {
        return new AuditQuery(action, actor, subject, from, other);
    }

    @Nullable
    Instant fromInstant(ZoneId zone) {
        return from == null ? null : from.atStartOfDay(zone).toInstant();
    }

    /** The first moment after the last day. */
    @Nullable
    Instant toInstant(ZoneId zone) {
        return to == null ? null : to.plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** Without the leading slash, for the router. */
    String address() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("action", action);
        values.put("actor", actor == null ? "" : actor.toString());
        values.put("subject", subject);
        values.put("from", from == null ? "" : from.toString());
        values.put("to", to == null ? "" : to.toString());
        String query = values.entrySet().stream()
                .filter(each -> !each.getValue().isEmpty())
                .map(each -> each.getKey() + "=" + encode(each.getValue()))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "govern/audit" : "govern/audit?" + query;
    }

    String addressPath() {
        return "/" + address();
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
