package cn.jiangxue.audit;

import cn.jiangxue.content.contract.AuditFeed.Fact;
import cn.jiangxue.content.contract.AuditFeed.Kept;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.platform.TokenIssuer;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fetches what the content service has to tell and says what was kept. It holds no token that would let it write here, so it is asked. A fact told again, because the
 * answer was lost or another node asked too, is known by its id and stands once.
 */
final class ContentFacts implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(ContentFacts.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final ParameterizedTypeReference<List<Fact>> FACTS = new ParameterizedTypeReference<>() {};

    private final AuditRecord record;
    private final WebClient content;
    private final TokenIssuer tokens;
    private Disposable fetching = Disposables.disposed();
    private volatile boolean unanswered;

    ContentFacts(AuditRecord record, WebClient content, TokenIssuer tokens) {
        this.record = record;
        this.content = content;
        this.tokens = tokens;
    }

    @Override
    public void start() {
        fetching = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> fetchAll(), 1)
                .subscribe();
    }

    /** Until nothing waits there. Never fails: what could not be fetched or kept now comes with a later round. */
    Mono<Void> fetchAll() {
        return Mono.defer(this::fetch)
                .repeat()
                .takeUntil(fetched -> fetched == 0)
                .then()
                .doOnSuccess(done -> unanswered = false)
                .onErrorResume(this::later);
    }

    private Mono<Integer> fetch() {
        return content.get()
                .uri("/content/audit-facts")
                .headers(headers -> headers.setBearerAuth(tokens.serviceToken("backend")))
                .retrieve()
                .bodyToMono(FACTS)
                .timeout(PATIENCE)
                .defaultIfEmpty(List.of())
                .flatMap(this::keep);
    }

    private Mono<Integer> keep(List<Fact> facts) {
        return facts.isEmpty()
                ? Mono.just(0)
                : Flux.fromIterable(facts)
                        .concatMap(fact -> record.keep(factOf(fact), new EventMeta(fact.id(), fact.at())))
                        .then(Mono.defer(() -> tell(facts)))
                        .thenReturn(facts.size());
    }

    private static AuditFact factOf(Fact fact) {
        return new AuditFact(
                fact.action(), fact.actorId(), fact.organisationId(), fact.subject(), fact.facts(), fact.traceId());
    }

    private Mono<Void> tell(List<Fact> kept) {
        return content.post()
                .uri("/content/audit-facts/kept")
                .headers(headers -> headers.setBearerAuth(tokens.serviceToken("backend")))
                .bodyValue(new Kept(kept.stream().map(Fact::id).toList()))
                .retrieve()
                .toBodilessEntity()
                .timeout(PATIENCE)
                .then();
    }

    /** Said once, not every five seconds, while it lasts. */
    private Mono<Void> later(Throwable failure) {
        if (!unanswered) {
            LOG.warn("the facts of the content service wait there for now: {}", failure.toString());
        }
        unanswered = true;
        return Mono.empty();
    }

    @Override
    public void stop() {
        fetching.dispose();
    }

    @Override
    public boolean isRunning() {
        return !fetching.isDisposed();
    }
}
