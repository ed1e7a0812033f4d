package cn.jiangxue.local.seed;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.FirstAdministrator;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.PromotionApi;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import org.springframework.http.client.ClientHttpRequestInitializer;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.support.RestClientAdapter;
import org.springframework.web.service.invoker.HttpServiceProxyFactory;

/** The services over HTTP. */
final class HttpServices implements Services {
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);

    private final URI backend;
    private final URI content;
    private final Patience patience;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** @param stopped ends every wait for a busy service when released */
    HttpServices(URI backend, URI content, CountDownLatch stopped) {
        this.patience = new Patience(stopped);
        this.backend = backend;
        this.content = content;
    }

    @Override
    public boolean makeFirstAdministrator(FirstAdministrator wanted) {
        try {
            anonymous().createFirstAdministrator(wanted);
            return true;
        } catch (HttpClientErrorException.Conflict exists) {
            return false;
        }
    }

    private IdentityApi anonymous() {
        return proxy(backend, request -> {}).createClient(IdentityApi.class);
    }

    @Override
    public Optional<SignedIn> signIn(String userName, String password) {
        AccessToken token = new AccessToken(anonymous(), userName, password);
        try {
            token.value();
        } catch (HttpClientErrorException.Unauthorized refused) {
            return Optional.empty();
        }
        ClientHttpRequestInitializer authorised =
                request -> request.getHeaders().setBearerAuth(token.value());
        HttpServiceProxyFactory learning = proxy(backend, authorised);
        return Optional.of(new SignedIn(
                learning.createClient(IdentityApi.class),
                learning.createClient(OrganisationApi.class),
                learning.createClient(CatalogApi.class),
                learning.createClient(AssessmentApi.class),
                learning.createClient(LearningApi.class),
                learning.createClient(PromotionApi.class),
                learning.createClient(EvaluationApi.class),
                proxy(content, authorised).createClient(MediaApi.class)));
    }

    private HttpServiceProxyFactory proxy(URI base, ClientHttpRequestInitializer initializer) {
        JdkClientHttpRequestFactory requests = new JdkClientHttpRequestFactory(http);
        requests.setReadTimeout(ANSWER);
        RestClient client = RestClient.builder()
                .baseUrl(base)
                .requestFactory(requests)
                .requestInitializer(initializer)
                .requestInterceptor(patience)
                .build();
        return HttpServiceProxyFactory.builderFor(RestClientAdapter.create(client))
                .build();
    }

    @Override
    public <T> Optional<T> found(Supplier<T> ask) {
        try {
            return Optional.of(ask.get());
        } catch (HttpClientErrorException.NotFound absent) {
            return Optional.empty();
        }
    }

    @Override
    public void put(URI address, byte[] bytes) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(ANSWER)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
                .build();
        try {
            int status =
                    http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
            if (status != 200) {
                throw new SeedFailed("the object store answered %d to a part of an upload".formatted(status));
            }
        } catch (IOException unreachable) {
            throw new SeedFailed("the object store cannot be reached", unreachable);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SeedFailed("interrupted while uploading", interrupted);
        }
    }
}
