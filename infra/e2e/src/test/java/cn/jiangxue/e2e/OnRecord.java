package cn.jiangxue.e2e;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the learning service has on record about a person, asked for past the pages: pages may round, leave out or count twice by themselves. */
final class OnRecord {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Site site;
    private final String user;
    private final String password;

    private OnRecord(Site site, String user, String password) {
        this.site = site;
        this.user = user;
        this.password = password;
    }

    static OnRecord of(Site site, String user) {
        return new OnRecord(site, user, Cast.PASSWORD);
    }

    static OnRecord of(Site site, Person person) {
        return new OnRecord(site, person.userName(), Person.PASSWORD);
    }

    /** Changes the password that somebody else entered, which lets one do nothing else. */
    static OnRecord withOwnPassword(Site site, String user, String first) {
        new OnRecord(site, user, first)
                .put("/api/me/password", Map.of("currentPassword", first, "newPassword", Cast.PASSWORD));
        return of(site, user);
    }

    /** A new one for each look: they live for seconds here. */
    private String token() {
        HttpRequest.Builder request = HttpRequest.newBuilder(backend(site, "/api/sessions"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.createObjectNode()
                        .put("login", user)
                        .put("password", password)
                        .put("device", "test")
                        .toString()));
        return answer(request).get("accessToken").stringValue();
    }

    /** The one enrolment. */
    JsonNode enrolment() {
        JsonNode enrolments = get("/api/me/enrolments").get("items");
        if (enrolments.size() != 1) {
            throw new AssertionError("not one enrolment: " + enrolments);
        }
        return enrolments.get(0);
    }

    /** Of the lesson with a film. */
    JsonNode film() {
        return enrolment()
                .get("lessons")
                .valueStream()
                .filter(lesson -> lesson.get("durationSeconds").intValue() > 0)
                .findFirst()
                .orElseThrow();
    }

    /** Every entry of the study record of the lesson with a film. */
    List<JsonNode> segments() {
        String path = "/api/enrolments/" + enrolment().get("id").stringValue() + "/lessons/"
                + film().get("lessonId").stringValue() + "/segments";
        List<JsonNode> all = new ArrayList<>();
        JsonNode page = get(path);
        all.addAll(page.get("items").values());
        while (page.get("next") != null && page.get("next").isString()) {
            page = get(path + "?cursor=" + page.get("next").stringValue());
            all.addAll(page.get("items").values());
        }
        return all;
    }

    /** Of every entry of the study record together. */
    int secondsOnRecord() {
        return segments().stream()
                .mapToInt(segment -> segment.get("countedSeconds").intValue())
                .sum();
    }

    JsonNode creditEntries() {
        return get("/api/me/account").get("entries").get("items");
    }

    JsonNode outcomes() {
        return get("/api/me/outcomes").get("items");
    }

    /** What the person sends past the pages: an object or raw bytes. */
    JsonNode put(String path, Object body) {
        byte[] bytes = body instanceof byte[] raw ? raw : JSON.writeValueAsBytes(body);
        String type = body instanceof byte[] ? "application/octet-stream" : "application/json";
        return answer(HttpRequest.newBuilder(backend(site, path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes)));
    }

    JsonNode post(String path) {
        return answer(HttpRequest.newBuilder(backend(site, path))
                .header("Authorization", "Bearer " + token())
                .POST(HttpRequest.BodyPublishers.noBody()));
    }

    JsonNode post(String path, Object body) {
        return answer(HttpRequest.newBuilder(backend(site, path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body))));
    }

    JsonNode get(String path) {
        return answer(HttpRequest.newBuilder(backend(site, path)).header("Authorization", "Bearer " + token()));
    }

    private static URI backend(Site site, String path) {
        try {
            return Files.readAllLines(site.data().resolve("run/ports")).stream()
                    .filter(line -> line.startsWith("backend="))
                    .map(line -> URI.create("http://127.0.0.1:" + line.substring("backend=".length()) + path))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonNode answer(HttpRequest.Builder request) {
        try (HttpClient client = HttpClient.newHttpClient()) {
            var response = client.send(request.build(), BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(response.statusCode() + " " + response.uri() + " " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
