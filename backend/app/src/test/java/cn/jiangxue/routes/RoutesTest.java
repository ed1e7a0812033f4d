package cn.jiangxue.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.platform.StudyGrant;
import cn.jiangxue.platform.TokenIssuer;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.WholeBackend;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
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
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.FluxExchangeResult;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;

/** Every route against its rule: the table, every kind of caller, and objects that are somebody else's. */
@WholeBackend
class RoutesTest {

    private static final Path TABLE = Path.of("src/test/resources/routes.txt");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    TokenIssuer issuer;

    @Autowired
    Site site;

    @Autowired
    java.time.Clock clock;

    private List<Route> routes = List.of();

    @BeforeEach
    void readRoutes() {
        routes = Route.of(mapping);
        assertThat(routes).hasSizeGreaterThan(20);
    }

    @Test
    void every_route_has_a_rule() {
        assertThat(routes)
                .allSatisfy(route -> assertThat(route.rule()).as(route.key()).isNotNull())
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
                Answer answer = ask(route, tokenOf(role));
                boolean refused = answer.status() == 403 && answer.type().endsWith(":not-allowed");
                boolean mayBeRefused = !route.isOpenTo(role) || ForeignObjects.ASK_MORE.containsKey(route.key());
                boolean asMeant = refused ? mayBeRefused : route.isOpenTo(role);
                if (!asMeant && !route.isOpenTo(AccessKind.PUBLIC)) {
                    wrong.add(route.key() + " to " + role + ": " + answer);
                }
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void without_a_token_only_public_routes_answer() {
        List<String> wrong = routes.stream()
                .filter(route -> {
                    Answer answer = ask(route, null);
                    boolean unknown = answer.status() == 401 && answer.type().endsWith(":not-signed-in");
                    return unknown == route.isOpenTo(AccessKind.PUBLIC);
                })
                .map(Route::key)
                .toList();

        assertThat(wrong).isEmpty();
    }

    /** The pages send nobody's token to public addresses, and the site forwards these to the backend as they are. */
    @Test
    void what_asks_who_one_is_has_no_public_address() {
        assertThat(routes)
                .filteredOn(route -> route.key().contains(" /api/public/"))
                .isNotEmpty()
                .allSatisfy(route -> assertThat(route.isOpenTo(AccessKind.PUBLIC))
                        .as(route.key())
                        .isTrue());
    }

    @Test
    void services_and_study_grants_reach_their_own_routes_only() {
        String service = issuer.serviceToken("content");
        String grant = issuer.studyGrant(new StudyGrant(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                clock.instant().plus(Duration.ofMinutes(10))));

        assertThat(refused(service, AccessKind.SERVICE)).isEmpty();
        assertThat(refused(grant, AccessKind.STUDY_GRANT)).isEmpty();
    }

    @Test
    void a_person_who_must_change_the_password_reaches_nothing_else() {
        String token = issuer.accessToken(
                new Caller(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), everyRole(), true));

        List<String> wrong = routes.stream()
                .filter(route -> !route.isOpenTo(AccessKind.PUBLIC)
                        && (route.isOpenTo(AccessKind.SIGNED_IN) || route.rule().roles().length > 0))
                .filter(route -> ask(route, token).type().endsWith(":password-change-needed")
                        == route.rule().beforePasswordChange())
                .map(Route::key)
                .toList();

        assertThat(wrong).isEmpty();
    }

    @Test
    void an_object_of_somebody_else_is_not_found() {
        Map<String, ForeignObject> fixtures = ForeignObjects.all();
        Set<String> needed = routes.stream()
                .filter(Route::namesAnObject)
                .map(Route::key)
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> without = new TreeSet<>(needed);
        without.removeAll(fixtures.keySet());
        without.removeAll(ForeignObjects.NOBODYS.keySet());
        assertThat(without)
                .as("Routes that name an object need an entry in ForeignObjects: how a stranger would try to reach it")
                .isEmpty();

        assertThat(fixtures.keySet()).as("entries for routes that are gone").isSubsetOf(keys());

        List<String> wrong = new ArrayList<>();
        Map<Role, Client> elsewhere = everyRoleElsewhere();
        fixtures.forEach((key, fixture) -> {
            ForeignObject.Attempt attempt = fixture.prepare(site);
            Answer answer = attempt(key, attempt.stranger(), attempt);
            if (answer.status() != 404 || !answer.type().endsWith(":not-found")) {
                wrong.add(key + ": " + answer);
            }
            elsewhere.forEach((role, client) -> {
                Answer other = attempt(key, client, attempt);
                if (!isNotThere(other)) {
                    wrong.add(key + " to " + role + " elsewhere: " + other);
                }
            });
        });

        assertThat(wrong).isEmpty();
    }

    /** Not found, or refused before anything was looked for. */
    private static boolean isNotThere(Answer answer) {
        return answer.status() == 404 && answer.type().endsWith(":not-found")
                || answer.status() == 403 && answer.type().endsWith(":not-allowed");
    }

    private Map<Role, Client> everyRoleElsewhere() {
        UUID elsewhere = site.employer();
        return Arrays.stream(Role.values())
                .collect(Collectors.toMap(
                        role -> role, role -> site.person(role, elsewhere).client()));
    }

    private Set<String> keys() {
        return routes.stream().map(Route::key).collect(Collectors.toSet());
    }

    private static Answer attempt(String key, Client client, ForeignObject.Attempt attempt) {
        HttpMethod method = HttpMethod.valueOf(key.substring(0, key.indexOf(' ')));
        String path = key.substring(key.indexOf(' ') + 1) + attempt.query();
        return answer(
                client.send(method, attempt.body(), path, attempt.variables()).returnResult(byte[].class));
    }

    private List<String> refused(String token, AccessKind kind) {
        return routes.stream()
                .filter(route -> !route.isOpenTo(AccessKind.PUBLIC))
                .filter(route -> {
                    Answer answer = ask(route, token);
                    boolean refused = answer.status() == 403 && answer.type().endsWith(":not-allowed");
                    return refused == route.isOpenTo(kind);
                })
                .map(Route::key)
                .toList();
    }

    /** What came back: the status and, of a problem document, its type. */
    private record Answer(int status, String type) {}

    private Answer ask(Route route, @Nullable String token) {
        var request = site.http().method(route.method()).uri(route.pathOfNothing());
        if (token != null) {
            request.headers(headers -> headers.setBearerAuth(token));
        }
        if (route.method() != HttpMethod.GET && route.method() != HttpMethod.DELETE) {
            request.contentType(MediaType.APPLICATION_JSON).bodyValue("{}");
        }
        return answer(request.exchange().returnResult(byte[].class));
    }

    private static Answer answer(FluxExchangeResult<byte[]> result) {
        byte[] body = result.getResponseBody().reduce(RoutesTest::joined).block(Duration.ofSeconds(20));
        String text = body == null ? "" : new String(body, java.nio.charset.StandardCharsets.UTF_8);
        int at = text.indexOf("\"type\":\"urn:");
        String type = at < 0 ? "" : text.substring(at + 8, text.indexOf('"', at + 8));
        return new Answer(result.getStatus().value(), type);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] both = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, both, one.length, other.length);
        return both;
    }

    private String tokenOf(Role role) {
        return issuer.accessToken(new Caller(
                UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), Set.of(new RoleIn(role, UUID.randomUUID()))));
    }

    private static Set<RoleIn> everyRole() {
        return Arrays.stream(Role.values())
                .map(role -> new RoleIn(role, UUID.randomUUID()))
                .collect(Collectors.toSet());
    }
}
