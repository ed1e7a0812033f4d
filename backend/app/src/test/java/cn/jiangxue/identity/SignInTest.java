package cn.jiangxue.identity;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.contract.IdentityApi.PasswordChange;
import cn.jiangxue.contract.IdentityApi.Refresh;
import cn.jiangxue.contract.IdentityApi.SignIn;
import cn.jiangxue.contract.IdentityApi.TemporaryPassword;
import cn.jiangxue.contract.IdentityApi.Tokens;
import cn.jiangxue.contract.Role;
import cn.jiangxue.testing.MovableClock;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.WholeBackend;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

@WholeBackend
class SignInTest {

    @Autowired
    Site site;

    @Autowired
    MovableClock.Ahead clock;

    @Test
    void a_person_signs_in_and_sees_who_they_are() {
        UUID employer = site.employer();
        var person = site.person(Role.LEARNER, employer);

        Me me = person.client()
                .get("/api/me")
                .expectStatus()
                .isOk()
                .expectBody(Me.class)
                .returnResult()
                .getResponseBody();

        assertThat(me.personId()).isEqualTo(person.personId());
        assertThat(me.learnerId()).isNotEqualTo(me.personId());
        assertThat(me.roles()).singleElement().satisfies(held -> {
            assertThat(held.role()).isEqualTo(Role.LEARNER);
            assertThat(held.organisationId()).isEqualTo(employer);
        });
        assertThat(me.consents())
                .hasSize(3)
                .allSatisfy(consent -> assertThat(consent.decidedAt()).isNull());
    }

    @Test
    void a_phone_number_signs_in_like_the_user_name() {
        UUID employer = site.employer();
        String phone = "139" + String.format("%08d", Math.abs(UUID.randomUUID().hashCode()) % 100_000_000);
        String userName = site.newUserName();
        var body = Map.of(
                "userName",
                userName,
                "displayName",
                "王师傅",
                "phone",
                phone,
                "initialPassword",
                Site.PASSWORD,
                "mustChangePassword",
                false,
                "role",
                "LEARNER",
                "organisationId",
                employer);
        site.administrator()
                .client()
                .put(body, "/api/people/{id}", UUID.randomUUID())
                .expectStatus()
                .isOk();

        Me me = site.signIn("+86 " + phone.substring(0, 3) + "-" + phone.substring(3), Site.PASSWORD)
                .tokens()
                .me();

        assertThat(me.userName()).isEqualTo(userName);
        assertThat(me.phone()).isEqualTo(phone.substring(0, 3) + "****" + phone.substring(7));
    }

    @Test
    void a_wrong_password_and_an_unknown_login_get_the_same_answer() {
        String known = site.newUserName();
        site.create(known, Role.LEARNER, site.employer());

        String wrong = problemType(site.trySignIn(known, "not-the-password"), 401);
        String unknown = problemType(site.trySignIn(site.newUserName(), "not-the-password"), 401);
        String unreadable = problemType(site.trySignIn("不 是 登录名 !", "not-the-password"), 401);

        assertThat(wrong).isEqualTo(unknown).isEqualTo(unreadable).endsWith("sign-in-refused");
    }

    @Test
    void an_unknown_login_takes_as_long_as_a_wrong_password() {
        String[] known = IntStream.range(0, 8)
                .mapToObj(i -> {
                    String name = site.newUserName();
                    site.create(name, Role.LEARNER, site.national());
                    return name;
                })
                .toArray(String[]::new);
        site.trySignIn(site.newUserName(), "warm up");

        long wrong = median(Arrays.stream(known).mapToLong(name -> nanos(name, "not-the-password")));
        long unknown = median(IntStream.range(0, 8).mapToLong(i -> nanos("nobody" + i + site.newUserName(), "x")));

        assertThat((double) unknown / wrong).isBetween(0.5, 2.0);
    }

    @Test
    void guessing_one_account_soon_has_to_wait_and_a_right_password_waits_too() {
        String name = site.newUserName();
        site.create(name, Role.LEARNER, site.employer());
        for (int i = 0; i < 6; i++) {
            problemType(site.trySignInFrom("198.51.100." + i, name, "guess number " + i), 401);
        }

        String limited = problemType(
                site.trySignInFrom("198.51.100.77", name, Site.PASSWORD)
                        .expectHeader()
                        .exists("Retry-After"),
                429);
        clock.forward(Duration.ofSeconds(11));

        assertThat(limited).endsWith("sign-in-limited");
        site.trySignInFrom("198.51.100.77", name, Site.PASSWORD).expectStatus().isOk();
        problemType(site.trySignInFrom("198.51.100.78", name, "a slip"), 401);
        site.trySignInFrom("198.51.100.78", name, Site.PASSWORD).expectStatus().isOk();
    }

    @Test
    void a_hundred_guesses_at_once_count_as_a_hundred() {
        String name = site.newUserName();
        site.create(name, Role.LEARNER, site.employer());

        long lookedAt = IntStream.range(0, 40)
                .parallel()
                .map(i -> site.trySignInFrom("203.0.113." + i, name, "guess " + i)
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .filter(status -> status == 401)
                .count();

        assertThat(lookedAt).isBetween(1L, 6L);
    }

    @Test
    void one_address_that_tries_many_accounts_has_to_wait_but_who_was_there_before_gets_in() {
        String address = "192.0.2.10";
        String regular = site.newUserName();
        site.create(regular, Role.LEARNER, site.employer());
        site.trySignInFrom(address, regular, Site.PASSWORD).expectStatus().isOk();

        long refused = IntStream.range(0, 60)
                .map(i -> site.trySignInFrom(address, "sprayed" + i + site.newUserName(), "x")
                        .returnResult(String.class)
                        .getStatus()
                        .value())
                .filter(status -> status == 401)
                .count();

        assertThat(refused).isEqualTo(51);
        site.trySignInFrom(address, regular, Site.PASSWORD).expectStatus().isOk();
        site.trySignInFrom("192.0.2.11", "sprayed" + site.newUserName(), "x")
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void a_factory_behind_one_address_gets_in_though_every_third_person_mistypes() {
        String address = "192.0.2.99";
        UUID employer = site.employer();

        IntStream.range(0, 60).forEach(i -> {
            String name = site.newUserName();
            site.create(name, Role.LEARNER, employer);
            if (i % 3 == 0) {
                site.trySignInFrom(address, name, "mistyped").expectStatus().isUnauthorized();
            }
            site.trySignInFrom(address, name, Site.PASSWORD).expectStatus().isOk();
        });
    }

    @Test
    void a_refresh_token_is_used_once_and_its_answer_may_get_lost() {
        Tokens first = site.person(Role.LEARNER, site.employer()).tokens();

        Tokens second = refreshed(first);
        Tokens again = refreshed(first);
        Tokens third = refreshed(again);

        assertThat(second.refreshToken()).isEqualTo(again.refreshToken()).isNotEqualTo(first.refreshToken());
        assertThat(third.refreshToken()).isNotEqualTo(second.refreshToken());
        site.with(third).get("/api/me").expectStatus().isOk();
    }

    @Test
    void a_refresh_token_that_turns_up_late_ends_the_whole_sign_in() {
        Tokens first = site.person(Role.LEARNER, site.employer()).tokens();
        Tokens second = refreshed(first);
        clock.forward(Duration.ofSeconds(31));

        assertThat(problemType(refresh(first.refreshToken()), 401)).endsWith("session-ended");
        assertThat(problemType(refresh(second.refreshToken()), 401)).endsWith("session-ended");
    }

    @Test
    void a_forged_refresh_token_ends_nothing() {
        Tokens tokens = site.person(Role.LEARNER, site.employer()).tokens();
        char last = tokens.refreshToken().charAt(40);
        String forged = tokens.refreshToken().substring(0, 40)
                + (last == 'A' ? 'B' : 'A')
                + tokens.refreshToken().substring(41);

        problemType(refresh(forged), 401);
        problemType(refresh("nonsense"), 401);

        refreshed(tokens);
    }

    @Test
    void twenty_refreshes_at_once_leave_one_usable_sign_in() {
        Tokens tokens = site.person(Role.LEARNER, site.employer()).tokens();

        long different = IntStream.range(0, 20)
                .parallel()
                .mapToObj(i -> refreshed(tokens).refreshToken())
                .distinct()
                .count();

        assertThat(different).isEqualTo(1);
    }

    @Test
    void signing_out_ends_this_sign_in_and_signing_out_everywhere_ends_all() {
        String name = site.newUserName();
        site.create(name, Role.LEARNER, site.employer());
        var phone = site.signIn(name, Site.PASSWORD);
        var desk = site.signIn(name, Site.PASSWORD);
        var kiosk = site.signIn(name, Site.PASSWORD);

        phone.client().delete("/api/sessions/current").expectStatus().isNoContent();
        problemType(refresh(phone.tokens().refreshToken()), 401);
        Tokens stillThere = refreshed(desk.tokens());
        desk.client().delete("/api/sessions").expectStatus().isNoContent();

        problemType(refresh(stillThere.refreshToken()), 401);
        problemType(refresh(kiosk.tokens().refreshToken()), 401);
        site.signIn(name, Site.PASSWORD);
    }

    @Test
    void a_changed_password_ends_the_other_sign_ins_and_keeps_this_one() {
        String name = site.newUserName();
        site.create(name, Role.LEARNER, site.employer());
        var mine = site.signIn(name, Site.PASSWORD);
        var other = site.signIn(name, Site.PASSWORD);

        problemType(mine.client().put(new PasswordChange("wrong", "another-good-one"), "/api/me/password"), 403);
        problemType(mine.client().put(new PasswordChange(Site.PASSWORD, "short"), "/api/me/password"), 400);
        mine.client()
                .put(new PasswordChange(Site.PASSWORD, "another-good-one"), "/api/me/password")
                .expectStatus()
                .isNoContent();

        refreshed(mine.tokens());
        problemType(refresh(other.tokens().refreshToken()), 401);
        problemType(site.trySignIn(name, Site.PASSWORD), 401);
        site.signIn(name, "another-good-one");
    }

    @Test
    void a_reset_password_ends_every_sign_in_and_must_be_changed_before_anything_else() {
        String name = site.newUserName();
        UUID id = site.create(name, Role.LEARNER, site.employer()).personId();
        var before = site.signIn(name, Site.PASSWORD);

        String temporary = site.administrator()
                .client()
                .post(null, "/api/people/{id}/password-resets", id)
                .expectStatus()
                .isOk()
                .expectBody(TemporaryPassword.class)
                .returnResult()
                .getResponseBody()
                .temporaryPassword();
        problemType(refresh(before.tokens().refreshToken()), 401);
        problemType(site.trySignIn(name, Site.PASSWORD), 401);
        var after = site.signIn(name, temporary);

        assertThat(after.tokens().me().mustChangePassword()).isTrue();
        assertThat(problemType(after.client().get("/api/organisations"), 403)).endsWith("password-change-needed");
        after.client().get("/api/me").expectStatus().isOk();
        after.client()
                .put(new PasswordChange(temporary, "my-own-choice-7"), "/api/me/password")
                .expectStatus()
                .isNoContent();
        Tokens free = refreshed(after.tokens());
        site.with(free).get("/api/organisations").expectStatus().isOk();
    }

    @Test
    void a_temporary_password_is_good_for_three_days() {
        String name = site.newUserName();
        UUID id = site.create(name, Role.LEARNER, site.employer()).personId();
        String temporary = site.administrator()
                .client()
                .post(null, "/api/people/{id}/password-resets", id)
                .expectBody(TemporaryPassword.class)
                .returnResult()
                .getResponseBody()
                .temporaryPassword();

        clock.forward(Duration.ofDays(3).plusMinutes(1));

        problemType(site.trySignIn(name, temporary), 401);
    }

    @Test
    void a_request_that_leaves_out_what_is_needed_is_refused_by_name() {
        site.anonymous()
                .post(Map.of("login", "somebody"), "/api/sessions")
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .jsonPath("$.detail")
                .value(detail -> assertThat(detail.toString()).contains("password"));
    }

    @Test
    void a_trace_id_that_came_in_goes_out_again_and_stands_in_the_problem() {
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";

        site.http()
                .post()
                .uri("/api/sessions")
                .header("traceparent", "00-" + trace + "-00f067aa0ba902b7-01")
                .bodyValue(new SignIn("nobody.at.all", "x", ""))
                .exchange()
                .expectHeader()
                .value("traceparent", value -> assertThat(value).contains(trace))
                .expectBody()
                .jsonPath("$.traceId")
                .isEqualTo(trace);
    }

    private Tokens refreshed(Tokens tokens) {
        return refresh(tokens.refreshToken())
                .expectStatus()
                .isOk()
                .expectBody(Tokens.class)
                .returnResult()
                .getResponseBody();
    }

    private WebTestClient.ResponseSpec refresh(String token) {
        return site.anonymous().post(new Refresh(token), "/api/sessions/refresh");
    }

    private long nanos(String login, String password) {
        long start = System.nanoTime();
        site.trySignIn(login, password).expectStatus().isUnauthorized().expectBody();
        return System.nanoTime() - start;
    }

    private static long median(LongStream values) {
        long[] sorted = values.sorted().toArray();
        return sorted[sorted.length / 2];
    }

    static String problemType(WebTestClient.ResponseSpec response, int status) {
        Map<?, ?> problem = response.expectStatus()
                .isEqualTo(status)
                .expectHeader()
                .contentType("application/problem+json")
                .expectBody(Map.class)
                .returnResult()
                .getResponseBody();
        return String.valueOf(problem.get("type"));
    }
}
