package cn.jiangxue.contract;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An RFC 9457 problem as this platform sends it ({@code application/problem+json}).
 *
 * @param type stable: {@code urn:jiangxue:problem:} and the code in kebab case
 * @param title what happened, in the reader's language
 * @param status HTTP status
 * @param detail why, with the values that matter
 * @param next what the reader can do now
 * @param clause the rule that says so, or null when none does
 * @param traceId finds the request in the logs
 * @param errors the fields at fault, empty when none
 */
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        String next,
        @Nullable String clause,
        @Nullable String traceId,
        List<FieldError> errors) {

    public static final String TYPE_PREFIX = "urn:jiangxue:problem:";

    /** A field at fault: its path in the request and what is wrong with it, in the reader's language. */
    public record FieldError(String field, String message) {}
}
