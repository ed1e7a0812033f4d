package cn.jiangxue.platform;

import org.springframework.boot.webclient.WebClientCustomizer;
import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;

/** Every call to another service continues the trace of the request it serves. */
@Component
final class TracePassedOn implements WebClientCustomizer {

    @Override
    public void customize(WebClient.Builder builder) {
        builder.filter((request, next) -> Mono.deferContextual(context -> {
            String traceId = context.getOrDefault(Trace.KEY, null);
            return next.exchange(traceId == null ? request : traced(request, traceId));
        }));
    }

    private static ClientRequest traced(ClientRequest request, String traceId) {
        return ClientRequest.from(request)
                .headers(headers -> headers.set("traceparent", Trace.header(traceId)))
                .build();
    }
}
