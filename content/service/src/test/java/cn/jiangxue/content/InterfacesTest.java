package cn.jiangxue.content;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.contract.AuditFeed;
import cn.jiangxue.content.contract.MediaApi;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.service.annotation.HttpExchange;
import tools.jackson.databind.JsonNode;

/** What the service shows to the outside: the description, the contract it keeps, health, metrics, refusals. */
@WholeContent
class InterfacesTest {

    private static final List<Class<?>> CONTRACT = List.of(MediaApi.class, AuditFeed.class);

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void the_description_is_openapi_3_1_and_says_who_is_answered() {
        JsonNode described = browser.get("/openapi", null).json();

        assertThat(described.path("openapi").asString()).startsWith("3.1");
        assertThat(described.path("components").path("schemas").propertyNames()).contains("Problem", "Media", "Upload");
        JsonNode open = described.path("paths").path("/content/uploads/{id}").path("put");
        assertThat(open.path("description").asString()).contains("TRAINER", "LEARNER");
        assertThat(open.path("security").size()).isEqualTo(1);
        assertThat(open.path("parameters").size())
                .as("who is calling is no parameter")
                .isEqualTo(1);
        assertThat(open.path("responses").path("default").path("content").propertyNames())
                .containsExactly("application/problem+json");
    }

    @Test
    void every_route_is_described_and_nothing_else() {
        Set<String> routes = Route.of(mapping).stream()
                .map(route -> shape(route.key()))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(routes).hasSizeGreaterThan(10);
        assertThat(described()).isEqualTo(routes);
    }

    @Test
    void every_exchange_of_the_contract_is_served() {
        Set<String> missing = CONTRACT.stream()
                .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
                .flatMap(InterfacesTest::exchange)
                .map(InterfacesTest::shape)
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(missing).hasSizeGreaterThan(8);

        missing.removeAll(described());

        assertThat(missing).isEmpty();
    }

    @Test
    void alive_ready_and_measured_without_a_token() {
        assertThat(browser.get("/actuator/health/liveness", null).text()).contains("UP");
        assertThat(browser.get("/actuator/health/readiness", null).text()).contains("UP");
        assertThat(browser.get("/actuator/prometheus", null).text())
                .contains("http_server_requests_seconds", "jvm_memory_used_bytes", "service=\"content\"");
        assertThat(browser.get("/actuator/env", null).status()).isEqualTo(404);
        assertThat(browser.get("/actuator/heapdump", null).status()).isEqualTo(404);
    }

    @Test
    void what_does_not_exist_or_cannot_be_read_is_a_problem_document() {
        String trainer = Stage.trainer();

        problem(404, browser.get("/nothing/here", null));
        problem(405, browser.put("/media/00000000-0000-7000-8000-000000000000/poster.jpg", trainer, "x"));
        problem(400, browser.put("/content/uploads/no-id", trainer, "x"));
        problem(400, browser.put("/content/uploads/00000000-0000-7000-8000-000000000000", trainer, List.of()));
        problem(
                413,
                browser.put(
                        "/content/media/00000000-0000-7000-8000-000000000000/captions/zh",
                        trainer,
                        java.util.Map.of("label", "中文", "text", "x".repeat(4 << 20))));
    }

    private static void problem(int status, Browser.Answer answer) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.json().path("type").asString()).startsWith("urn:jiangxue:problem:");
        assertThat(answer.json().path("next").asString()).isNotBlank();
        assertThat(answer.json().path("traceId").asString()).hasSize(32);
    }

    private Set<String> described() {
        JsonNode paths = browser.get("/openapi", null).json().path("paths");
        return paths.propertyNames().stream()
                .flatMap(path -> paths.path(path).propertyNames().stream()
                        .map(method -> shape(method.toUpperCase(Locale.ROOT) + " " + path)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> exchange(Method method) {
        HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
        return exchange == null ? Stream.empty() : Stream.of(exchange.method() + " " + exchange.url());
    }

    /** Names of path variables, and what they may look like, do not matter. */
    private static String shape(String exchange) {
        return exchange.replaceAll("\\{[^/]+}", "{}");
    }
}
