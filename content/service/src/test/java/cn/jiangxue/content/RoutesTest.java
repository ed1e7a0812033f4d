package cn.jiangxue.content;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.AccessKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every route against its rule: the table, every kind of caller, and objects that are somebody else's. */
@WholeContent
class RoutesTest {

    private static final Path TABLE = Path.of("src/test/resources/routes.txt");
    private static final String NOTHING = "00000000-0000-7000-8000-000000000000";

    /** Routes whose object belongs to nobody, or is made by whoever names it first, with the reason. */
    private static final Map<String, String> NOBODYS =
            Map.of("GET /media/{mediaId}/poster.jpg", "the card of a course shows it to everyone");

    @LocalServerPort
    int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    private Browser browser;
    private List<Route> routes;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        routes = Route.of(mapping);
        assertThat(routes).hasSizeGreaterThan(10);
    }

    @Test
    void every_route_has_a_rule() {
        assertThat(routes)
                .allSatisfy(route -> assertThat(route.rule()).as(route.key()).isNotNull());
        assertThat(routes)
                .allSatisfy(
                        route -> assertThat(route.ruleText()).as(route.key()).isNotBlank());
    }

    @Test
    void every_route_stands_in_the_table_with_its_rule() throws IOException {
        Set<String> now = routes.stream()
                .map(route -> route.key() + " → " + route.ruleText())
                .collect(Collectors.toCollection(TreeSet::new));
        Path written = Path.of("target/routes.txt");
        Files.write(written, now);

        Set<String> listed = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(listed)
                .as("%s is out of date. Read what changed in %s; if it is meant, copy it.", TABLE, written)
                .isEqualTo(now);
    }

    @Test
    void whoever_lacks_the_role_is_refused_on_every_route() {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            for (Role role : Role.values()) {
                Browser.Answer answer = ask(route, Stage.person(role, UUID.randomUUID()));
                boolean open = route.isOpenTo(role) || route.isOpenTo(AccessKind.PUBLIC);
                if (isRefused(answer) == open) {
                    wrong.add(route.key() + " to " + role + ": " + answer.status());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void without_a_token_only_public_routes_answer() {
        List<String> wrong = routes.stream()
                .filter(route -> (ask(route, null).status() == 401) == route.isOpenTo(AccessKind.PUBLIC))
                .map(Route::key)
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void services_and_grants_reach_their_own_routes_only() {
        assertThat(wronglyAnswered(Stage.service(), AccessKind.SERVICE)).isEmpty();
        assertThat(wronglyAnswered(Stage.grant(UUID.randomUUID()), AccessKind.STUDY_GRANT))
                .isEmpty();
        assertThat(wronglyAnswered(Stage.preview(UUID.randomUUID()), AccessKind.PREVIEW_GRANT))
                .isEmpty();
    }

    @Test
    void an_object_of_somebody_else_is_not_found() {
        String owner = Stage.trainer();
        String id = UUID.randomUUID().toString();
        assertThat(browser.put("/content/uploads/" + id, owner, video(Stage.ORGANISATION))
                        .status())
                .isEqualTo(200);
        UUID elsewhere = UUID.randomUUID();

        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            if (NOBODYS.containsKey(route.key()) || !route.path().contains("{")) {
                continue;
            }
            for (String stranger : strangers(route, elsewhere)) {
                Browser.Answer answer = ask(route, stranger, id, elsewhere);
                if (answer.status() != 404 || !answer.text().contains(":not-found")) {
                    wrong.add(route.key() + ": " + answer.status() + " " + answer.text());
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    /** Whoever the rule lets in, only elsewhere. For a service nothing is foreign, but an upload under way is no file yet. */
    private static List<String> strangers(Route route, UUID elsewhere) {
        List<String> strangers = new ArrayList<>();
        for (Role role : Role.values()) {
            if (route.isOpenTo(role)) {
                strangers.add(Stage.person(role, elsewhere));
            }
        }
        if (route.isOpenTo(AccessKind.STUDY_GRANT)) {
            strangers.add(Stage.grant(UUID.randomUUID()));
        }
        if (route.isOpenTo(AccessKind.PREVIEW_GRANT)) {
            strangers.add(Stage.preview(UUID.randomUUID()));
        }
        if (route.isOpenTo(AccessKind.SERVICE)) {
            strangers.add(Stage.service());
        }
        assertThat(strangers).as(route.key()).isNotEmpty();
        return strangers;
    }

    private List<String> wronglyAnswered(String token, AccessKind kind) {
        return routes.stream()
                .filter(route -> !route.isOpenTo(AccessKind.PUBLIC))
                .filter(route -> isRefused(ask(route, token)) == route.isOpenTo(kind))
                .map(Route::key)
                .toList();
    }

    private static boolean isRefused(Browser.Answer answer) {
        return answer.status() == 403 && answer.text().contains(":not-allowed");
    }

    private Browser.Answer ask(Route route, @Nullable String token) {
        return browser.send(
                route.method(), route.pathOf(NOTHING), token, route.method().equals("GET") ? null : Map.of());
    }

    private Browser.Answer ask(Route route, String token, String id, UUID organisation) {
        return browser.send(route.method(), route.pathOf(id), token, bodyOf(route, organisation));
    }

    /** What the route reads, so that nothing but the rule stands in the way. */
    private static @Nullable Object bodyOf(Route route, UUID organisation) {
        return switch (route.key()) {
            case "PUT /content/uploads/{id}" -> video(organisation);
            case "POST /content/uploads/{id}/part-urls" -> Map.of("partNumbers", List.of(1));
            case "PUT /content/media/{id}/captions/{language}" ->
                Map.of("label", "中文", "text", "00:01.000 --> 00:02.000\n你好");
            default -> null;
        };
    }

    private static Map<String, Object> video(UUID organisation) {
        return Map.of("kind", "VIDEO", "fileName", "a.mp4", "sizeBytes", 100, "organisationId", organisation);
    }
}
