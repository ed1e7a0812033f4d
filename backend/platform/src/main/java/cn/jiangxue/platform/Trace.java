package cn.jiangxue.platform;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * One trace id per request, taken from the W3C {@code traceparent} header or made here, kept in the exchange, in the Reactor context and in the logs, and
 * returned in the {@code traceparent} of the response.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
public final class Trace implements WebFilter {

    /** Key in the Reactor context and in the log context. */
    public static final String KEY = "traceId";

    private static final Pattern PARENT = Pattern.compile("00-([0-9a-f]{32})-[0-9a-f]{16}-[0-9a-f]{2}");
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        String id = idOf(exchange);
        exchange.getResponse().getHeaders().set("traceparent", header(id));
        return chain.filter(exchange).contextWrite(context -> context.put(KEY, id));
    }

    /** The id of this exchange; made on first use. */
    public static String idOf(ServerWebExchange exchange) {
        return (String) exchange.getAttributes().computeIfAbsent(KEY, key -> {
            String given = exchange.getRequest().getHeaders().getFirst("traceparent");
            var matcher = PARENT.matcher(given == null ? "" : given);
            return matcher.matches() ? matcher.group(1) : hex(16);
        });
    }

    /** A {@code traceparent} value that continues the trace in a call to another service. */
    public static String header(String traceId) {
        return "00-" + traceId + "-" + hex(8) + "-01";
    }

    /** The id in force on this thread, or null outside a request. */
    public static @Nullable String current() {
        return MDC.get(KEY);
    }

    /** The id in force on this thread, or a new one when there is none. */
    public static String currentOrNew() {
        String current = MDC.get(KEY);
        return current == null ? hex(16) : current;
    }

    private static String hex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }
}
