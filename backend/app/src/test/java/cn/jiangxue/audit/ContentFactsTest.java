package cn.jiangxue.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.contract.AuditFeed.Fact;
import cn.jiangxue.content.contract.AuditFeed.Kept;
import cn.jiangxue.platform.TokenIssuer;
import cn.jiangxue.testing.WholeBackend;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import tools.jackson.databind.json.JsonMapper;

/** What the content service has to tell ends in the record once, whatever is lost on the way. */
@WholeBackend
class ContentFactsTest {

    private static final int AT_ONCE = 100;

    @Autowired
    AuditRecord record;

    @Autowired
    cn.jiangxue.platform.Documents<StoredRecord> records;

    @Autowired
    TokenIssuer tokens;

    private final Map<UUID, Fact> waiting = new ConcurrentSkipListMap<>();
    private final List<String> bearers = new ArrayList<>();
    private boolean losesAnswers;
    private DisposableServer content;
    private ContentFacts facts;

    @BeforeEach
    void open() {
        content = HttpServer.create()
                .host("127.0.0.1")
                .port(0)
                .route(routes -> routes.get("/content/audit-facts", (request, response) -> {
                            bearers.add(request.requestHeaders().get("Authorization"));
                            var told = waiting.values().stream().limit(AT_ONCE).toList();
                            return response.header("Content-Type", "application/json")
                                    .sendString(Mono.just(JsonMapper.shared().writeValueAsString(told)));
                        })
                        .post(
                                "/content/audit-facts/kept",
                                (request, response) -> losesAnswers
                                        ? response.status(503).send()
                                        : request.receive()
                                                .aggregate()
                                                .asString()
                                                .doOnNext(this::kept)
                                                .then(response.send().then())))
                .bindNow();
        facts = new ContentFacts(record, WebClient.create("http://127.0.0.1:" + content.port()), tokens);
    }

    @AfterEach
    void close() {
        content.disposeNow();
    }

    @Test
    void every_fact_is_kept_once_and_told_to_be_kept_also_beyond_one_answer() {
        UUID media = UUID.randomUUID();
        for (int i = 0; i < AT_ONCE + 5; i++) {
            waits(media);
        }

        facts.fetchAll().block(Duration.ofSeconds(30));

        assertThat(waiting).isEmpty();
        assertThat(kept(media)).hasSize(AT_ONCE + 5);
        assertThat(bearers).hasSize(3).allSatisfy(bearer -> assertThat(bearer).startsWith("Bearer ey"));
    }

    @Test
    void a_lost_answer_means_it_is_told_again_and_stands_once() {
        UUID media = UUID.randomUUID();
        Fact fact = waits(media);
        losesAnswers = true;
        facts.fetchAll().block(Duration.ofSeconds(30));
        assertThat(waiting).hasSize(1);

        losesAnswers = false;
        facts.fetchAll().block(Duration.ofSeconds(30));

        assertThat(waiting).isEmpty();
        assertThat(kept(media)).singleElement().satisfies(kept -> {
            assertThat(kept.eventId()).isEqualTo(fact.id());
            assertThat(kept.at()).isEqualTo(fact.at());
            assertThat(kept.actorId()).isEqualTo(fact.actorId());
            assertThat(kept.action()).isEqualTo("video.uploaded");
            assertThat(kept.traceId()).isEqualTo("trace");
        });
    }

    @Test
    void a_content_service_that_is_away_stops_nothing() {
        content.disposeNow();

        facts.fetchAll().block(Duration.ofSeconds(30));

        assertThat(facts.isRunning()).isFalse();
    }

    private Fact waits(UUID media) {
        var fact = new Fact(
                UUID.randomUUID(),
                Instant.parse("2026-11-26T01:02:03Z"),
                "video.uploaded",
                UUID.randomUUID(),
                null,
                "media:" + media,
                Map.of("sizeBytes", "5"),
                "trace");
        waiting.put(fact.id(), fact);
        return fact;
    }

    private void kept(String body) {
        JsonMapper.shared().readValue(body, Kept.class).ids().forEach(waiting::remove);
    }

    private List<StoredRecord> kept(UUID media) {
        return records.list(com.mongodb.client.model.Filters.eq("subject", "media:" + media), null, 1_000)
                .collectList()
                .block();
    }
}
