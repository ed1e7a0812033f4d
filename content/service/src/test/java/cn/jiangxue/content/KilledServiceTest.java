package cn.jiangxue.content;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.transcode.Films;
import cn.jiangxue.platform.PlatformConfiguration;
import com.mongodb.reactivestreams.client.MongoClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** {@code kill -9} in the middle of a conversion: nobody is left running, another takes over, and what kills three workers is given up. */
@Tag("fault")
class KilledServiceTest {

    private static final Duration LONG = Duration.ofMinutes(3);
    private static final Duration SOON = Duration.ofSeconds(10);
    private static final String[] SMALL = {"-preset", "ultrafast", "-b:v", "1M", "-maxrate", "1200k", "-bufsize", "2M"};

    /** Of their own: services clear away what a dead one left. */
    @TempDir
    static Path scratch;

    @TempDir
    Path folder;

    private final Map<String, String> properties =
            Stage.properties("killed_" + UUID.randomUUID().toString().substring(0, 8), scratch);
    private ServiceProcess service;

    @AfterEach
    void end() {
        if (service != null) {
            service.kill();
        }
    }

    @Test
    void another_service_takes_the_film_over_when_the_lease_is_out_and_no_converter_is_left_behind()
            throws IOException {
        service = ServiceProcess.start(properties);
        UUID film = sent(Films.film(folder.resolve("a.mp4"), 1280, 720, 40, SMALL));
        List<ProcessHandle> converters = converting(film, 1);

        service.kill();

        Waiting.until(
                "the converter died with the service",
                SOON,
                () -> converters.stream().noneMatch(ProcessHandle::isAlive));
        service = ServiceProcess.start(properties);
        assertThat(media(film).path("state").asString())
                .as("its lease is not out")
                .isEqualTo("RUNNING");
        JsonNode ended = ended(film);
        assertThat(ended.path("state").asString()).as("%s", ended).isEqualTo("READY");
        assertThat(ended.path("tries").asInt()).isEqualTo(2);
        assertThat(ended.path("durationSeconds").asInt()).isEqualTo(40);
        assertThat(service.browser()
                        .get("/media/" + film + "/360p.m3u8", Stage.grant(film))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_film_on_which_three_services_died_fails_with_its_reason_and_the_next_one_is_converted() throws IOException {
        service = ServiceProcess.start(properties);
        UUID deadly = sent(Films.film(folder.resolve("a.mp4"), 1280, 720, 40, SMALL));
        Path small = Films.film(folder.resolve("b.mp4"), 320, 180, 2);
        for (int tries = 1; tries <= 3; tries++) {
            List<ProcessHandle> converters = converting(deadly, tries);
            service.kill();
            Waiting.until("the converter died", SOON, () -> converters.stream().noneMatch(ProcessHandle::isAlive));
            leaseRunsOut(deadly);
            service = ServiceProcess.start(properties);
        }

        UUID next = sent(small);

        JsonNode failed = ended(deadly);
        assertThat(failed.path("state").asString()).as("%s", failed).isEqualTo("FAILED");
        assertThat(failed.path("failure").asString()).isEqualTo("转码中途中断了三次，请重试。");
        assertThat(ended(next).path("state").asString()).isEqualTo("READY");
        assertThat(service.browser()
                        .post("/content/media/" + deadly + "/retry", Stage.trainer(), null)
                        .json()
                        .path("tries")
                        .asInt())
                .as("asked for again it has three new tries")
                .isZero();
    }

    private UUID sent(Path film) throws IOException {
        UUID id = UUID.randomUUID();
        byte[] file = Files.readAllBytes(film);
        assertThat(file.length).as("one part").isLessThan(8 << 20);
        var completed = new Sender(service.browser()).send(Stage.trainer(id), id, "a.mp4", file, Stage.ORGANISATION);
        assertThat(completed.json().path("state").asString())
                .as(completed.text())
                .isEqualTo("COMPLETED");
        return id;
    }

    /** Waits until the film itself is being converted, for the n-th time: how far the last try came is shown until then. Answers who does it. */
    private List<ProcessHandle> converting(UUID film, int tries) {
        Waiting.until("it is being converted", LONG, () -> {
            JsonNode media = media(film);
            return media.path("tries").asInt() == tries
                    && media.path("progressPercent").asInt() > 0
                    && !service.converters().isEmpty();
        });
        return service.converters();
    }

    private JsonNode media(UUID id) {
        return service.browser().get("/content/media/" + id, Stage.trainer()).json();
    }

    private JsonNode ended(UUID id) {
        Waiting.until(
                "it ends",
                LONG,
                () -> List.of("READY", "FAILED")
                        .contains(media(id).path("state").asString()));
        return media(id);
    }

    private void leaseRunsOut(UUID film) {
        try (var client =
                MongoClients.create(PlatformConfiguration.clientSettings(properties.get("jiangxue.mongo.uri")))) {
            var changed = Mono.from(client.getDatabase(properties.get("jiangxue.mongo.database"))
                            .getCollection("media")
                            .updateOne(
                                    eq("_id", film),
                                    set("leaseUntil", Instant.now().minusSeconds(1))))
                    .block();
            assertThat(changed.getMatchedCount()).isEqualTo(1);
        }
    }
}
