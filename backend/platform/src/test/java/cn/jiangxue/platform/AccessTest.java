package cn.jiangxue.platform;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.Role;
import cn.jiangxue.local.mongo.DocumentStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "jiangxue.issues-tokens=true")
class AccessTest {

    @Configuration
    @EnableAutoConfiguration
    @Import({PlatformConfiguration.class, Forge.class})
    static class Application {}

    record Bar(int kilograms) {}

    @RestController
    static class Forge {

        @GetMapping("/open")
        @Access(AccessKind.PUBLIC)
        Mono<String> open() {
            return Mono.just("open");
        }

        @GetMapping("/mine")
        @Access(AccessKind.SIGNED_IN)
        Mono<String> mine(Caller caller) {
            return Mono.just(caller.personId().toString());
        }

        @GetMapping("/teach")
        @Access(
                value = AccessKind.SERVICE,
                roles = {Role.TRAINER})
        Mono<String> teach(Actor actor) {
            return Mono.just(actor.getClass().getSimpleName());
        }

        @GetMapping("/forgotten")
        Mono<String> forgotten() {
            return Mono.just("nobody may read this");
        }

        @PostMapping("/bars/{id}")
        @Access(AccessKind.PUBLIC)
        Mono<Bar> bar(@PathVariable UUID id, @RequestBody Bar bar) {
            return Mono.just(bar);
        }
    }

    @DynamicPropertySource
    static void stores(DynamicPropertyRegistry properties) throws Exception {
        Path folder = Files.createTempDirectory("access-test");
        DocumentStore store = DocumentStore.open(folder.resolve("documents.db"), 0);
        properties.add("jiangxue.mongo.uri", store::uri);
        properties.add("jiangxue.keys.folder", () -> folder.resolve("keys"));
    }

    @Autowired
    TokenIssuer issuer;

    @org.springframework.boot.test.web.server.LocalServerPort
    int port;

    @Test
    void a_route_answers_only_whom_its_rule_names() {
        assertThat(status("/open", null)).isEqualTo(200);
        assertThat(status("/mine", null)).isEqualTo(401);
        assertThat(status("/mine", learner())).isEqualTo(200);
        assertThat(status("/teach", learner())).isEqualTo(403);
        assertThat(status("/teach", trainer())).isEqualTo(200);
        assertThat(status("/teach", issuer.serviceToken("content"))).isEqualTo(200);
        assertThat(status("/mine", issuer.serviceToken("content"))).isEqualTo(403);
    }

    @Test
    void a_route_without_a_rule_answers_nobody() {
        assertThat(status("/forgotten", null)).isEqualTo(401);
        assertThat(status("/forgotten", trainer())).isEqualTo(403);
    }

    @Test
    void a_token_that_was_tampered_with_is_refused_even_on_an_open_route() {
        assertThat(status("/open", learner() + "x")).isEqualTo(401);
    }

    @Test
    void who_must_change_the_password_gets_nothing_else() {
        String token =
                issuer.accessToken(new Caller(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(), true));

        client().get()
                .uri("/mine")
                .headers(headers -> headers.setBearerAuth(token))
                .exchange()
                .expectStatus()
                .isEqualTo(HttpStatus.FORBIDDEN)
                .expectBody()
                .jsonPath("$.type")
                .isEqualTo("urn:jiangxue:problem:password-change-needed");
    }

    @Test
    void every_refusal_is_a_problem_document_in_the_readers_language() {
        problem("/nowhere", "zh-CN").jsonPath("$.title").isEqualTo("没有找到");
        problem("/nowhere", "en-GB,en;q=0.9").jsonPath("$.title").isEqualTo("Not found");
        problem("/nowhere", "en").jsonPath("$.traceId").isNotEmpty();
    }

    @Test
    void a_body_that_is_no_json_and_an_id_that_is_none_are_refused_in_words() {
        client().post()
                .uri("/bars/" + UUID.randomUUID())
                .contentType(MediaType.APPLICATION_JSON)
                .bodyValue("{\"kilograms\":")
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON);
        client().post()
                .uri("/bars/not-an-id")
                .bodyValue(Map.of("kilograms", 1))
                .exchange()
                .expectStatus()
                .isBadRequest();
    }

    @Test
    void ready_means_that_the_document_store_answers() {
        assertThat(status("/actuator/health/readiness", null)).isEqualTo(200);
    }

    private WebTestClient.BodyContentSpec problem(String path, String language) {
        return client().get()
                .uri(path)
                .header(HttpHeaders.ACCEPT_LANGUAGE, language)
                .exchange()
                .expectStatus()
                .isNotFound()
                .expectHeader()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .expectBody();
    }

    private int status(String path, String token) {
        return client().get()
                .uri(path)
                .headers(headers -> {
                    if (token != null) {
                        headers.setBearerAuth(token);
                    }
                })
                .exchange()
                .returnResult(String.class)
                .getStatus()
                .value();
    }

    private String learner() {
        return token(Role.LEARNER);
    }

    private String trainer() {
        return token(Role.TRAINER);
    }

    private String token(Role role) {
        return issuer.accessToken(new Caller(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(new RoleIn(role, UUID.randomUUID()))));
    }

    private WebTestClient client() {
        return WebTestClient.bindToServer()
                .baseUrl("http://127.0.0.1:" + port)
                .filter((request, next) -> next.exchange(request).flatMap(AccessTest::whole))
                .build();
    }

    /** Read to its end, so that no buffer is left behind when a test looks at the status only. */
    private static Mono<ClientResponse> whole(ClientResponse answer) {
        return answer.bodyToMono(byte[].class)
                .defaultIfEmpty(new byte[0])
                .map(body -> ClientResponse.create(answer.statusCode(), answer.strategies())
                        .headers(headers -> headers.addAll(answer.headers().asHttpHeaders()))
                        .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                        .build());
    }
}
