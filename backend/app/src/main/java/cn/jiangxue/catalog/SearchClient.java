package cn.jiangxue.catalog;

import co.elastic.clients.elasticsearch.ElasticsearchAsyncClient;
import co.elastic.clients.json.jackson.Jackson3JsonpMapper;
import co.elastic.clients.transport.rest5_client.Rest5ClientTransport;
import co.elastic.clients.transport.rest5_client.low_level.Rest5Client;
import java.io.IOException;
import java.net.URI;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Function;
import org.apache.hc.core5.util.Timeout;
import reactor.core.publisher.Mono;

/** The Elasticsearch client with short waits: an engine that is down costs a reader two seconds at most, and learning nothing. */
final class SearchClient implements AutoCloseable {

    private static final Timeout CONNECT = Timeout.ofSeconds(1);
    private static final Timeout ANSWER = Timeout.ofSeconds(5);

    private final Rest5ClientTransport transport;
    private final ElasticsearchAsyncClient client;

    SearchClient(String uri) {
        Rest5Client rest = Rest5Client.builder(URI.create(uri))
                .setConnectionConfigCallback(config -> config.setConnectTimeout(CONNECT))
                .setRequestConfigCallback(
                        config -> config.setResponseTimeout(ANSWER).setConnectionRequestTimeout(CONNECT))
                .build();
        this.transport = new Rest5ClientTransport(rest, new Jackson3JsonpMapper());
        this.client = new ElasticsearchAsyncClient(transport);
    }

    /** One call. An engine that does not answer fails with {@link SearchUnavailable}; what it answers, refusals too, is passed on. */
    <T> Mono<T> call(Function<ElasticsearchAsyncClient, CompletableFuture<T>> request) {
        return Mono.fromFuture(() -> request.apply(client), true)
                .onErrorMap(CompletionException.class, e -> e.getCause() == null ? e : e.getCause())
                .onErrorMap(IOException.class, SearchUnavailable::new);
    }

    @Override
    public void close() throws IOException {
        transport.close();
    }
}
