package cn.jiangxue.recognition;

import cn.jiangxue.content.contract.MediaApi.FileLink;
import cn.jiangxue.content.contract.MediaApi.StoredFile;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.TokenIssuer;
import java.time.Duration;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientException;
import org.springframework.web.reactive.function.client.WebClientResponseException;
import reactor.core.publisher.Mono;

/** Asks the content service, as a service. */
final class ContentEvidenceFiles implements EvidenceFiles {

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final WebClient content;
    private final TokenIssuer tokens;

    ContentEvidenceFiles(WebClient content, TokenIssuer tokens) {
        this.content = content;
        this.tokens = tokens;
    }

    @Override
    public Mono<StoredFile> file(UUID id) {
        return guarded(content.get()
                .uri("/content/files/{id}", id)
                .headers(this::asService)
                .retrieve()
                .bodyToMono(StoredFile.class));
    }

    @Override
    public Mono<EvidenceLink> link(UUID id) {
        return guarded(content.post()
                        .uri("/content/files/{id}/links", id)
                        .headers(this::asService)
                        .retrieve()
                        .bodyToMono(FileLink.class))
                .map(link -> new EvidenceLink(link.url(), link.expiresAt()));
    }

    private void asService(HttpHeaders headers) {
        headers.setBearerAuth(tokens.serviceToken("backend"));
    }

    private static <T> Mono<T> guarded(Mono<T> call) {
        return call.timeout(PATIENCE)
                .onErrorResume(WebClientResponseException.NotFound.class, e -> Mono.empty())
                .onErrorMap(
                        e -> e instanceof WebClientException || e instanceof java.util.concurrent.TimeoutException,
                        e -> new ProblemException(ProblemCode.UNAVAILABLE, "content").retryAfter(PATIENCE));
    }
}
