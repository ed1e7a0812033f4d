package cn.jiangxue.stating.rules;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a signature is over (RFC 9421 section 2.5). */
public final class SignatureBase {

    private SignatureBase() {}

    /**
     * A request as its sender knows it.
     *
     * @param target the whole address, as the public knows the service
     * @param headers by name in lower case, every value in the order it came
     */
    public record Message(String method, URI target, Map<String, List<String>> headers) {

        public Message {
            headers = Map.copyOf(headers);
        }
    }

    /** The lines that were signed; empty when a covered component is unknown or not there. */
    public static Optional<String> of(Message message, SignatureInput input) {
        StringBuilder lines = new StringBuilder();
        for (String name : input.components()) {
            String value = value(message, name);
            if (value == null) {
                return Optional.empty();
            }
            lines.append('"').append(name).append("\": ").append(value).append('\n');
        }
        return Optional.of(
                lines.append("\"@signature-params\": ").append(input.asSigned()).toString());
    }

    private static @Nullable String value(Message message, String name) {
        URI target = message.target();
        return switch (name) {
            case "@method" -> message.method();
            case "@target-uri" -> target.toString();
            case "@authority" -> authority(target);
            case "@scheme" -> target.getScheme().toLowerCase(Locale.ROOT);
            case "@path" -> target.getRawPath().isEmpty() ? "/" : target.getRawPath();
            case "@query" -> target.getRawQuery() == null ? "?" : "?" + target.getRawQuery();
            default -> name.startsWith("@") ? null : header(message, name);
        };
    }

    /** In lower case, without the port that goes with the scheme. */
    private static String authority(URI target) {
        String authority = target.getRawAuthority().toLowerCase(Locale.ROOT);
        String usual = "https".equalsIgnoreCase(target.getScheme()) ? ":443" : ":80";
        return authority.endsWith(usual) ? authority.substring(0, authority.length() - usual.length()) : authority;
    }

    private static @Nullable String header(Message message, String name) {
        List<String> values = message.headers().get(name);
        return values == null || values.isEmpty()
                ? null
                : values.stream().map(String::strip).collect(Collectors.joining(", "));
    }
}
