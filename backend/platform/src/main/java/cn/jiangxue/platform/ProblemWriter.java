package cn.jiangxue.platform;

import cn.jiangxue.contract.ProblemCode;
import com.mongodb.MongoException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.webflux.error.ErrorWebExceptionHandler;
import org.springframework.core.annotation.Order;
import org.springframework.core.codec.DecodingException;
import org.springframework.core.io.buffer.DataBufferLimitException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.server.MethodNotAllowedException;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.UnsupportedMediaTypeStatusException;
import reactor.core.publisher.Mono;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.ObjectMapper;

/** The one place where anything that went wrong becomes {@code application/problem+json}. */
@Component
@Order(-2)
final class ProblemWriter implements ErrorWebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemWriter.class);

    private final ObjectMapper json;
    private final String bodyLimit;

    ProblemWriter(ObjectMapper json, @Value("${spring.http.codecs.max-in-memory-size:256KB}") DataSize bodyLimit) {
        this.json = json;
        this.bodyLimit = readable(bodyLimit);
    }

    private static String readable(DataSize size) {
        boolean whole = size.toMegabytes() > 0 && size.equals(DataSize.ofMegabytes(size.toMegabytes()));
        return whole ? size.toMegabytes() + " MiB" : size.toKilobytes() + " KiB";
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted()) {
            return Mono.error(failure);
        }
        String traceId = Trace.idOf(exchange);
        ProblemException refusal = asRefusal(failure, exchange, traceId);
        var problem = ProblemTexts.render(refusal, localeOf(exchange), traceId);
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        response.getHeaders().setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        response.getHeaders().setCacheControl("no-store");
        var wait = refusal.retryAfter();
        if (wait != null) {
            response.getHeaders().set(HttpHeaders.RETRY_AFTER, String.valueOf(Math.max(1, wait.toSeconds())));
        }
        byte[] body = json.writeValueAsBytes(problem);
        return response.writeWith(Mono.just(response.bufferFactory().wrap(body)));
    }

    private ProblemException asRefusal(Throwable failure, ServerWebExchange exchange, String traceId) {
        return switch (failure) {
            case ProblemException refusal -> refusal;
            case AccessDeniedException ignored -> new ProblemException(ProblemCode.NOT_ALLOWED);
            case AuthenticationException ignored -> new ProblemException(ProblemCode.NOT_SIGNED_IN);
            case MethodNotAllowedException ignored -> new ProblemException(ProblemCode.METHOD_NOT_ALLOWED);
            case UnsupportedMediaTypeStatusException type ->
                new ProblemException(ProblemCode.UNSUPPORTED_MEDIA_TYPE, String.valueOf(type.getContentType()));
            case DataBufferLimitException ignored -> new ProblemException(ProblemCode.TOO_LARGE, bodyLimit);
            case DecodingException bad -> new ProblemException(ProblemCode.BAD_REQUEST, placeOf(bad));
            case ResponseStatusException status -> ofStatus(status, exchange);
            case MongoTimeoutException ignored -> unavailable(failure, traceId);
            case MongoSocketException ignored -> unavailable(failure, traceId);
            default -> unexpected(failure, exchange, traceId);
        };
    }

    private ProblemException ofStatus(ResponseStatusException status, ServerWebExchange exchange) {
        if (status.getCause() instanceof DataBufferLimitException) {
            return new ProblemException(ProblemCode.TOO_LARGE, bodyLimit);
        }
        return switch (status.getStatusCode().value()) {
            case 400 -> new ProblemException(ProblemCode.BAD_REQUEST, fieldOf(status));
            case 401 -> new ProblemException(ProblemCode.NOT_SIGNED_IN);
            case 403 -> new ProblemException(ProblemCode.NOT_ALLOWED);
            case 404 -> new ProblemException(ProblemCode.NOT_FOUND);
            case 406, 415 ->
                new ProblemException(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                        exchange.getRequest().getHeaders().getAccept().toString());
            case 413 -> new ProblemException(ProblemCode.TOO_LARGE, bodyLimit);
            case 429 -> new ProblemException(ProblemCode.TOO_MANY_REQUESTS);
            case 503 -> new ProblemException(ProblemCode.UNAVAILABLE, "");
            default -> new ProblemException(ProblemCode.INTERNAL);
        };
    }

    /** Where in the body the fault lies, by the names of its components; never a value. */
    private static String placeOf(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof JacksonException json && !json.getPath().isEmpty()) {
                return json.getPath().stream()
                        .map(step ->
                                step.getPropertyName() == null ? "[" + step.getIndex() + "]" : step.getPropertyName())
                        .collect(Collectors.joining("."));
            }
        }
        return "JSON";
    }

    /** Spring's reason names the parameter at fault, never its value. */
    private static String fieldOf(ResponseStatusException status) {
        if (status.getCause() instanceof DecodingException bad) {
            return placeOf(bad);
        }
        String reason = status.getReason();
        return reason == null ? "" : reason;
    }

    private static ProblemException unavailable(Throwable failure, String traceId) {
        LOG.warn("the document store does not answer, trace {}: {}", traceId, failure.toString());
        return new ProblemException(ProblemCode.UNAVAILABLE, "MongoDB").retryAfter(java.time.Duration.ofSeconds(5));
    }

    private static ProblemException unexpected(Throwable failure, ServerWebExchange exchange, String traceId) {
        String where = exchange.getRequest().getMethod() + " "
                + exchange.getAttributes()
                        .getOrDefault("org.springframework.web.reactive.HandlerMapping.bestMatchingPattern", "?");
        if (failure instanceof MongoException mongo) {
            LOG.error("unexpected store error {} in {}, trace {}", mongo.getCode(), where, traceId, failure);
        } else {
            LOG.error("unexpected error in {}, trace {}", where, traceId, failure);
        }
        return new ProblemException(ProblemCode.INTERNAL);
    }

    /** English when the reader prefers it, Chinese otherwise. */
    static Locale localeOf(ServerWebExchange exchange) {
        Locale wanted;
        try {
            var ranges = exchange.getRequest().getHeaders().getAcceptLanguage();
            wanted = Locale.lookup(ranges, List.of(Locale.SIMPLIFIED_CHINESE, Locale.CHINESE, Locale.ENGLISH));
        } catch (IllegalArgumentException e) {
            wanted = null;
        }
        return wanted == null ? Locale.SIMPLIFIED_CHINESE : wanted;
    }
}
