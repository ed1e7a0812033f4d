package cn.jiangxue.content.audit;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.Browser;
import cn.jiangxue.content.Sender;
import cn.jiangxue.content.Stage;
import cn.jiangxue.content.Waiting;
import cn.jiangxue.content.WholeContent;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.EventMeta;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** What is done here reaches whoever keeps the audit record, and nothing is lost on the way. */
@WholeContent
class AuditFeedTest {

    @LocalServerPort
    int port;

    @Autowired
    AuditQueue queue;

    private Browser browser;
    private Sender sender;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        sender = new Sender(browser);
    }

    @Test
    void a_file_that_arrived_is_told_with_who_and_what_and_without_its_name() {
        UUID person = UUID.randomUUID();
        UUID id = UUID.randomUUID();
        String learner = Stage.person(person, Role.LEARNER, Stage.ORGANISATION);

        sender.send(learner, id, "张三的合同.pdf", "%PDF-1.7\n1 0 obj\n".getBytes(), null);

        JsonNode fact = told("file:" + id);
        assertThat(fact.path("action").asString()).isEqualTo("evidence.uploaded");
        assertThat(fact.path("actorId").asString()).isEqualTo(person.toString());
        assertThat(fact.path("facts").path("sizeBytes").asString()).isEqualTo("17");
        assertThat(fact.path("traceId").asString()).hasSize(32);
        assertThat(fact.toString()).doesNotContain("张三");
    }

    @Test
    void a_fact_is_told_until_it_is_kept_and_never_again() {
        UUID id = UUID.randomUUID();
        var fact = new AuditFact("video.uploaded", UUID.randomUUID(), null, "media:" + id, Map.of());
        var meta = new EventMeta(UUID.randomUUID(), Instant.now());
        queue.add(fact, meta).block();
        queue.add(fact, meta).block();

        JsonNode once = told("media:" + id);
        assertThat(told("media:" + id)).as("asked again before it was kept").isEqualTo(once);
        var kept = browser.post(
                "/content/audit-facts/kept",
                Stage.service(),
                Map.of("ids", List.of(once.path("id").asString(), UUID.randomUUID())));

        assertThat(kept.status()).isEqualTo(200);
        assertThat(waiting("media:" + id)).isEmpty();
    }

    @Test
    void no_more_than_a_hundred_at_a_time() {
        var ids = java.util.stream.Stream.generate(UUID::randomUUID).limit(101).toList();

        assertThat(browser.post("/content/audit-facts/kept", Stage.service(), Map.of("ids", ids))
                        .status())
                .isEqualTo(400);
    }

    private JsonNode told(String subject) {
        Waiting.until(
                "it is told", Duration.ofSeconds(20), () -> !waiting(subject).isEmpty());
        List<JsonNode> found = waiting(subject);
        assertThat(found).hasSize(1);
        return found.getFirst();
    }

    private List<JsonNode> waiting(String subject) {
        return browser.get("/content/audit-facts", Stage.service())
                .json()
                .valueStream()
                .filter(fact -> fact.path("subject").asString().equals(subject))
                .toList();
    }
}
