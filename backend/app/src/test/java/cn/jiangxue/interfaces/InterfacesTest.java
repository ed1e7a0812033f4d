package cn.jiangxue.interfaces;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.AuditApi;
import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CredentialApi;
import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.DeclaredOutcomeApi;
import cn.jiangxue.contract.ExaminationApi;
import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.SupervisionApi;
import cn.jiangxue.contract.TransparencyApi;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.WholeBackend;
import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.test.web.reactive.server.EntityExchangeResult;
import org.springframework.web.service.annotation.HttpExchange;

/** What the service shows to the outside: the description, the contract it keeps, health, metrics, texts of refusals. */
@WholeBackend
class InterfacesTest {

    private static final List<Class<?>> CONTRACT = List.of(
            AssessmentApi.class,
            AuditApi.class,
            CatalogApi.class,
            CredentialApi.class,
            CreditApi.class,
            DeclaredOutcomeApi.class,
            ExaminationApi.class,
            FrameworkApi.class,
            IdentityApi.class,
            LearningApi.class,
            OrganisationApi.class,
            ProgrammesApi.class,
            PromotionApi.class,
            RuleBookApi.class,
            RecognitionApi.class,
            ReexaminationApi.class,
            StandardsApi.class,
            StatingApi.class,
            SupervisionApi.class,
            TransparencyApi.class);

    @Autowired
    Site site;

    @Test
    void the_description_is_openapi_3_1_and_says_who_is_answered() {
        String description = openApi();

        assertThat(JsonPath.<String>read(description, "$.openapi")).startsWith("3.1");
        assertThat(JsonPath.<Map<String, Object>>read(description, "$.components.schemas"))
                .containsKeys("Problem", "Me", "Organisation");
        assertThat(JsonPath.<String>read(description, "$.paths['/api/people'].get.description"))
                .contains("ADMINISTRATOR");
        assertThat(JsonPath.<List<?>>read(description, "$.paths['/api/people'].get.security"))
                .hasSize(1);
        assertThat(JsonPath.<List<Map<String, Object>>>read(description, "$.paths['/api/people'].get.parameters"))
                .extracting(parameter -> parameter.get("name"))
                .containsExactlyInAnyOrder("organisation", "text", "cursor");
        assertThat(JsonPath.<Map<String, Object>>read(
                        description, "$.paths['/api/sessions'].post.responses.default.content"))
                .containsKey("application/problem+json");
    }

    @Test
    void every_exchange_of_the_contract_is_served() {
        Map<String, Map<String, Object>> paths = JsonPath.read(openApi(), "$.paths");
        Set<String> served = paths.entrySet().stream()
                .flatMap(path -> path.getValue().keySet().stream()
                        .map(method -> shape(method.toUpperCase(java.util.Locale.ROOT) + " " + path.getKey())))
                .collect(Collectors.toSet());

        Set<String> missing = CONTRACT.stream()
                .flatMap(api -> Arrays.stream(api.getDeclaredMethods()))
                .flatMap(InterfacesTest::exchange)
                .filter(exchange -> !served.contains(shape(exchange)))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(missing).isEmpty();
    }

    @Test
    void alive_ready_and_measured_without_a_token() {
        assertThat(body("/actuator/health/liveness")).contains("UP");
        assertThat(body("/actuator/health/readiness")).contains("UP");
        assertThat(body("/actuator/prometheus"))
                .contains("http_server_requests_seconds")
                .contains("jvm_memory_used_bytes")
                .contains("service=\"backend\"");
        site.anonymous().get("/actuator/env").expectStatus().isNotFound();
    }

    @Test
    void what_does_not_exist_or_cannot_be_read_is_a_problem_document() {
        problem(site.anonymous()
                .get("/nothing/here")
                .expectStatus()
                .isNotFound()
                .expectBody()
                .returnResult());
        problem(site.anonymous()
                .put("[]", "/api/sessions")
                .expectStatus()
                .isEqualTo(405)
                .expectBody()
                .returnResult());
        problem(site.http()
                .post()
                .uri("/api/sessions")
                .header("Content-Type", "text/plain")
                .bodyValue("hello")
                .exchange()
                .expectStatus()
                .isEqualTo(415)
                .expectBody()
                .returnResult());
    }

    @Test
    void a_body_that_is_too_large_is_told_the_limit_that_held() {
        String justBelow = "{\"login\":\"" + "x".repeat(8 * 1024 * 1024 - 100) + "\"}";
        String above = "{\"login\":\"" + "x".repeat(8 * 1024 * 1024) + "\"}";
        String document = "{\"id\":\"" + "x".repeat(256 * 1024) + "\"}";

        sent(justBelow, "/api/sessions").expectStatus().isBadRequest();
        var refused = sent(above, "/api/sessions")
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .returnResult();
        var refusedDocument = sent(document, "/api/public/verifications")
                .expectStatus()
                .isEqualTo(413)
                .expectBody()
                .returnResult();

        problem(refused);
        assertThat(text(refused)).contains("8 MiB");
        assertThat(text(refusedDocument)).contains("256 KiB");
    }

    @Test
    void every_refusal_has_its_texts_in_both_languages() throws IOException {
        Properties chinese = texts("/problems/problems.properties");
        Properties english = texts("/problems/problems_en.properties");

        Set<String> needed = Arrays.stream(ProblemCode.values())
                .flatMap(code -> Stream.of(code + ".title", code + ".detail", code + ".next"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(chinese.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(english.stringPropertyNames()).containsExactlyInAnyOrderElementsOf(needed);
        assertThat(chinese.values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank());
        assertThat(english.values())
                .allSatisfy(text -> assertThat(text.toString()).isNotBlank().doesNotContainPattern("\\p{IsHan}"));
    }

    @Test
    void every_audit_action_that_has_a_name_has_it_in_both_languages() throws IOException {
        assertThat(texts("/audit/actions.properties").stringPropertyNames())
                .isEqualTo(texts("/audit/actions_en.properties").stringPropertyNames());
    }

    private String openApi() {
        return body("/openapi");
    }

    private String body(String path) {
        return site.anonymous()
                .get(path)
                .expectStatus()
                .isOk()
                .expectBody(String.class)
                .returnResult()
                .getResponseBody();
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec sent(String json, String path) {
        return site.http()
                .post()
                .uri(path)
                .header("Content-Type", "application/json")
                .bodyValue(json)
                .exchange();
    }

    private static String text(EntityExchangeResult<byte[]> result) {
        return new String(result.getResponseBody(), StandardCharsets.UTF_8);
    }

    private static void problem(EntityExchangeResult<byte[]> result) {
        assertThat(result.getResponseHeaders().getContentType()).hasToString("application/problem+json");
        String text = text(result);
        assertThat(JsonPath.<String>read(text, "$.type")).startsWith("urn:jiangxue:problem:");
        assertThat(JsonPath.<String>read(text, "$.next")).isNotBlank();
        assertThat(JsonPath.<String>read(text, "$.traceId")).hasSize(32);
    }

    private static Stream<String> exchange(Method method) {
        HttpExchange exchange = AnnotatedElementUtils.findMergedAnnotation(method, HttpExchange.class);
        return exchange == null ? Stream.empty() : Stream.of(exchange.method() + " " + exchange.url());
    }

    /** Names of path variables do not matter. */
    private static String shape(String exchange) {
        return exchange.replaceAll("\\{[^}]+}", "{}");
    }

    private static Properties texts(String resource) throws IOException {
        Properties texts = new Properties();
        try (Reader reader =
                new InputStreamReader(InterfacesTest.class.getResourceAsStream(resource), StandardCharsets.UTF_8)) {
            texts.load(reader);
        }
        return texts;
    }
}
