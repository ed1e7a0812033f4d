package cn.jiangxue.local.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.contract.IdentityApi.FirstAdministrator;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpServicesTest {
    private static final UUID THERE = DemoOrganisation.CITY.id().orElseThrow();
    private static final UUID ABSENT = DemoOrganisation.DISTRICT.id().orElseThrow();

    private final List<String> requests = new ArrayList<>();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private HttpServer server;
    private HttpServices services;
    private int accessSeconds = 600;
    private int busyAnswers;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        URI base = base();
        services = new HttpServices(base, base, stopped);
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_signed_in_person_asks_with_a_token_and_reads_the_answer() {
        var person = services.signIn("admin", "right").orElseThrow();

        var organisation = person.organisations().organisation(THERE);

        assertThat(organisation.kind()).isEqualTo(OrganisationKind.UNION_CITY);
        assertThat(organisation.name().zh()).isEqualTo("临江市总工会");
        assertThat(requests).last().isEqualTo("GET /api/organisations/" + THERE + " Bearer first");
    }

    @Test
    void a_refused_sign_in_is_an_empty_answer() {
        assertThat(services.signIn("admin", "wrong")).isEmpty();
    }

    @Test
    void what_is_not_there_is_an_empty_answer() {
        var person = services.signIn("admin", "right").orElseThrow();

        assertThat(services.found(() -> person.organisations().organisation(THERE)))
                .isPresent();
        assertThat(services.found(() -> person.organisations().organisation(ABSENT)))
                .isEmpty();
    }

    @Test
    void a_token_about_to_run_out_is_renewed() {
        accessSeconds = 1;
        var person = services.signIn("admin", "right").orElseThrow();

        person.organisations().organisation(THERE);

        assertThat(requests)
                .contains("POST /api/sessions/refresh null")
                .last()
                .asString()
                .endsWith("Bearer second");
    }

    @Test
    void a_busy_service_is_asked_again() {
        busyAnswers = 2;

        assertThat(services.signIn("admin", "right")).isPresent();
        assertThat(requests)
                .containsExactly("POST /api/sessions null", "POST /api/sessions null", "POST /api/sessions null");
    }

    @Test
    void a_second_first_administrator_is_refused_without_a_failure() {
        assertThat(services.makeFirstAdministrator(new FirstAdministrator("token", "admin", "Admin", "password")))
                .isFalse();
    }

    @Test
    void bytes_go_to_the_presigned_address_as_they_are() {
        services.put(base().resolve("/part/1?signature=a%2Fb"), new byte[] {1, 2, 3});

        assertThat(requests).containsExactly("PUT /part/1?signature=a%2Fb null");
        assertThatExceptionOfType(SeedFailed.class)
                .isThrownBy(() -> services.put(base().resolve("/refused"), new byte[1]))
                .withMessageContaining("404");
    }

    private URI base() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().toString();
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        requests.add("%s %s %s"
                .formatted(
                        exchange.getRequestMethod(),
                        path,
                        exchange.getRequestHeaders().getFirst("Authorization")));
        if (busyAnswers-- > 0) {
            exchange.getResponseHeaders().set("Retry-After", "0");
            send(exchange, 429, "{}");
        } else if (path.equals("/api/bootstrap/administrator")) {
            send(exchange, 409, "{}");
        } else if (path.equals("/api/sessions") && body.contains("\"wrong\"")) {
            send(exchange, 401, "{}");
        } else if (path.equals("/api/sessions")) {
            send(exchange, 200, tokens("first", accessSeconds));
        } else if (path.equals("/api/sessions/refresh")) {
            send(exchange, 200, tokens("second", 600));
        } else if (path.endsWith(THERE.toString())) {
            send(
                    exchange,
                    200,
                    "{\"id\":\"%s\",\"kind\":\"UNION_CITY\",\"name\":{\"zh\":\"临江市总工会\",\"en\":\"Linjiang\"},\"revision\":1,\"depth\":2}"
                            .formatted(THERE));
        } else if (path.startsWith("/part/")) {
            send(exchange, 200, "");
        } else {
            send(exchange, 404, "{}");
        }
    }

    private static String tokens(String access, int seconds) {
        return "{\"accessToken\":\"%s\",\"accessExpiresInSeconds\":%d,\"refreshToken\":\"r\",\"me\":null}"
                .formatted(access, seconds);
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
