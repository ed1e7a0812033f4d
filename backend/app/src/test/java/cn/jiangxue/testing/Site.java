package cn.jiangxue.testing;

import cn.jiangxue.contract.IdentityApi.FirstAdministrator;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.IdentityApi.SignIn;
import cn.jiangxue.contract.IdentityApi.Tokens;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationEdit;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.KeyFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.test.web.reactive.server.WebTestClient;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The service under test as a site: its address, its first administrator, and short ways to make organisations and people. */
@Component
public class Site {

    public static final String PASSWORD = "correct-horse-42";

    private static final String ADMINISTRATOR = "first.admin";

    private final Environment environment;
    private final KeyFolder keys;
    private final AtomicInteger count = new AtomicInteger();
    private @Nullable UUID national;
    private @Nullable SignedIn administrator;
    private long signedInAt;

    public Site(Environment environment, KeyFolder keys) {
        this.environment = environment;
        this.keys = keys;
    }

    /** A person who is signed in. */
    public record SignedIn(Tokens tokens, Client client) {
        public UUID personId() {
            return tokens.me().personId();
        }

        public UUID learnerId() {
            return tokens.me().learnerId();
        }
    }

    /** Requests with one access token, or none. */
    public record Client(WebTestClient http, @Nullable String token) {

        public WebTestClient.ResponseSpec get(String path, Object... variables) {
            return send(HttpMethod.GET, null, path, variables);
        }

        public WebTestClient.ResponseSpec put(@Nullable Object body, String path, Object... variables) {
            return send(HttpMethod.PUT, body, path, variables);
        }

        public WebTestClient.ResponseSpec post(@Nullable Object body, String path, Object... variables) {
            return send(HttpMethod.POST, body, path, variables);
        }

        public WebTestClient.ResponseSpec delete(String path, Object... variables) {
            return send(HttpMethod.DELETE, null, path, variables);
        }

        public WebTestClient.ResponseSpec send(
                HttpMethod method, @Nullable Object body, String path, Object... variables) {
            var request = http.method(method).uri(path, variables).headers(headers -> {
                if (token != null) {
                    headers.setBearerAuth(token);
                }
            });
            return body == null ? request.exchange() : request.bodyValue(body).exchange();
        }
    }

    public String baseUrl() {
        return "http://127.0.0.1:" + environment.getRequiredProperty("local.server.port");
    }

    /** Every answer is read to its end, so that no buffer is left behind, and held against the description. */
    public WebTestClient http() {
        Description description = Description.of(baseUrl());
        return WebTestClient.bindToServer()
                .baseUrl(baseUrl())
                .responseTimeout(Duration.ofSeconds(30))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(4 * 1024 * 1024))
                .filter((request, next) ->
                        next.exchange(request).flatMap(answer -> whole(description, request, answer)))
                .build();
    }

    private static Mono<ClientResponse> whole(Description description, ClientRequest request, ClientResponse answer) {
        return answer.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(body -> {
            description.check(
                    request.method(), request.url(), answer.statusCode().value(), body);
            return ClientResponse.create(answer.statusCode(), answer.strategies())
                    .headers(headers -> headers.addAll(answer.headers().asHttpHeaders()))
                    .body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body)))
                    .build();
        });
    }

    public Client anonymous() {
        return new Client(http(), null);
    }

    public Client with(Tokens tokens) {
        return new Client(http(), tokens.accessToken());
    }

    /** The national union, made with the first administrator at the first call unless the data has them already. */
    public synchronized UUID national() {
        UUID known = national;
        if (known == null) {
            var earlier = trySignIn(ADMINISTRATOR, PASSWORD).returnResult(Tokens.class);
            known = earlier.getStatus().is2xxSuccessful()
                    ? placeOf(earlier.getResponseBody().blockFirst().me().roles())
                    : placeOf(bootstrap().roles());
            national = known;
        }
        return known;
    }

    private static UUID placeOf(List<HeldRole> roles) {
        return roles.getFirst().organisationId();
    }

    private PersonView bootstrap() {
        var first = new FirstAdministrator(firstToken(), ADMINISTRATOR, "首位管理员", PASSWORD);
        return anonymous()
                .post(first, "/api/bootstrap/administrator")
                .expectStatus()
                .isOk()
                .expectBody(PersonView.class)
                .returnResult()
                .getResponseBody();
    }

    public String firstToken() {
        try {
            return Files.readString(keys.path().resolve("first-administrator.token"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The first administrator, signed in. */
    public synchronized SignedIn administrator() {
        national();
        SignedIn known = administrator;
        if (known == null
                || System.nanoTime() - signedInAt > Duration.ofMinutes(4).toNanos()) {
            known = signIn(ADMINISTRATOR, PASSWORD);
            administrator = known;
            signedInAt = System.nanoTime();
        }
        return known;
    }

    /** An organisation made by the first administrator. */
    public UUID organisation(OrganisationKind kind, @Nullable UUID parent) {
        UUID id = UUID.randomUUID();
        var edit = new OrganisationEdit(kind, new LocalText("单位" + count.incrementAndGet(), ""), parent, 0);
        administrator()
                .client()
                .put(edit, "/api/organisations/{id}", id)
                .expectStatus()
                .isOk()
                .expectBody(Organisation.class);
        return id;
    }

    /** An employer of its own, beside all others. */
    public UUID employer() {
        return organisation(OrganisationKind.EMPLOYER, null);
    }

    /** A new person with this role, signed in. */
    public SignedIn person(Role role, UUID organisation) {
        String userName = newUserName();
        create(userName, role, organisation);
        return signIn(userName, PASSWORD);
    }

    /** A new person with this role. */
    public PersonView create(String userName, Role role, UUID organisation) {
        var person = new NewPerson(userName, "人员" + userName, null, PASSWORD, false, role, organisation);
        return administrator()
                .client()
                .put(person, "/api/people/{id}", UUID.randomUUID())
                .expectStatus()
                .isOk()
                .expectBody(PersonView.class)
                .returnResult()
                .getResponseBody();
    }

    public String newUserName() {
        return "person" + count.incrementAndGet() + "-" + Integer.toHexString(hashCode());
    }

    public SignedIn signIn(String login, String password) {
        Tokens tokens = trySignIn(login, password)
                .expectStatus()
                .isOk()
                .expectBody(Tokens.class)
                .returnResult()
                .getResponseBody();
        return new SignedIn(tokens, with(tokens));
    }

    public WebTestClient.ResponseSpec trySignIn(String login, String password) {
        return anonymous().post(new SignIn(login, password, "test"), "/api/sessions");
    }

    /** A sign-in from another address, as the pages' server passes it on. */
    public WebTestClient.ResponseSpec trySignInFrom(String address, String login, String password) {
        return http().post()
                .uri("/api/sessions")
                .header("X-Forwarded-For", address)
                .bodyValue(new SignIn(login, password, "test"))
                .exchange();
    }
}
