package cn.jiangxue.stating;

import cn.jiangxue.bench.Subject;
import cn.jiangxue.contract.IdentityApi.FirstAdministrator;
import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.IdentityApi.SignIn;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.OrganisationEdit;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.KeyFolder;
import cn.jiangxue.platform.RoleIn;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.env.Environment;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An institution with people, made through the interface as an administrator makes them. */
record BenchInstitution(UUID id, Caller officer, List<String> logins) {

    private static final String PASSWORD = "bench-horse-42";
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    static BenchInstitution of(Subject subject, int people) {
        String base = "http://127.0.0.1:" + subject.part(Environment.class).getRequiredProperty("local.server.port");
        UUID institution = UUID.randomUUID();
        UUID officer = UUID.randomUUID();
        String token = administrator(subject, base);
        send(
                base + "/api/organisations/" + institution,
                "PUT",
                token,
                new OrganisationEdit(OrganisationKind.INSTITUTION, new LocalText("测试机构", "Bench"), null, 0));
        List<String> logins = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            String login = "bench" + i;
            person(base, token, UUID.randomUUID(), login, Role.LEARNER, institution);
            logins.add(login);
        }
        person(base, token, officer, "bench.officer", Role.RECOGNITION_OFFICER, institution);
        Set<RoleIn> roles = Set.of(new RoleIn(Role.RECOGNITION_OFFICER, institution));
        return new BenchInstitution(
                institution, new Caller(officer, UUID.randomUUID(), UUID.randomUUID(), roles), List.copyOf(logins));
    }

    private static String administrator(Subject subject, String base) {
        try {
            String once = Files.readString(subject.part(KeyFolder.class).path().resolve("first-administrator.token"));
            send(
                    base + "/api/bootstrap/administrator",
                    "POST",
                    null,
                    new FirstAdministrator(once, "bench.admin", "管理员", PASSWORD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return send(base + "/api/sessions", "POST", null, new SignIn("bench.admin", PASSWORD, "bench"))
                .path("accessToken")
                .asString();
    }

    private static void person(String base, String token, UUID id, String login, Role role, UUID institution) {
        send(
                base + "/api/people/" + id,
                "PUT",
                token,
                new NewPerson(login, "学员" + login, null, PASSWORD, false, role, institution));
    }

    private static JsonNode send(
            String address, String method, @org.jspecify.annotations.Nullable String token, Record body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address))
                .header("Content-Type", "application/json")
                .method(method, HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        try {
            HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(address + ": " + answer.statusCode() + " " + answer.body());
            }
            return JSON.readTree(answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
