package cn.jiangxue.content;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.transcode.Films;
import cn.jiangxue.contract.Role;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;

/** The main job: a trainer's file becomes a film a learner plays. */
@WholeContent
class FromUploadToPlaybackTest {

    private static final int PART = 8 << 20;
    private static final DateTimeFormatter SIGNED =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
    }

    @Test
    void a_film_sent_in_parts_with_a_pause_is_converted_and_played_from_the_store() throws IOException {
        byte[] file = Files.readAllBytes(
                Films.film(folder.resolve("film.mp4"), 1280, 720, 12, "-c:v", "mpeg4", "-b:v", "9M", "-minrate", "8M"));
        assertThat(file.length).isBetween(PART + 1, 2 * PART);
        String trainer = Stage.trainer();
        UUID id = UUID.randomUUID();

        // The second part first, then the page is reloaded.
        JsonNode opened = opened(trainer, id, file.length);
        assertThat(opened.path("parts").asInt()).isEqualTo(2);
        assertThat(sendPart(trainer, id, 2, Arrays.copyOfRange(file, PART, file.length)))
                .isEqualTo(200);
        assertThat(browser.post("/content/uploads/" + id + "/completion", trainer, null)
                        .status())
                .isEqualTo(409);
        JsonNode resumed = opened(trainer, id, file.length);
        assertThat(resumed.path("donePartNumbers").toString()).isEqualTo("[2]");
        assertThat(sendPart(trainer, id, 1, Arrays.copyOf(file, PART))).isEqualTo(200);

        JsonNode completed = browser.post("/content/uploads/" + id + "/completion", trainer, null)
                .json();
        assertThat(completed.path("state").asString()).as("%s", completed).isEqualTo("COMPLETED");
        assertThat(completed.path("mediaId").asString()).isEqualTo(id.toString());
        assertThat(browser.post("/content/uploads/" + id + "/completion", trainer, null)
                        .json())
                .isEqualTo(completed);

        JsonNode media = ended(trainer, id);
        assertThat(media.path("state").asString()).as("%s", media).isEqualTo("READY");
        assertThat(media.path("durationSeconds").asInt()).isEqualTo(12);
        assertThat(media.path("tries").asInt()).isEqualTo(1);
        assertThat(names(media)).containsExactly("720p", "540p", "360p");
        plays(id, "720p", 1280, 720);
        plays(id, "360p", 640, 360);
        captions(trainer, id);
        poster(id);
        nobodyElseSeesIt(id);
        aGrantOpensItsOwnFilmWhileItLasts(id);
        piecesAreGoodForMinutesAndReadableByPages(id);
    }

    private void aGrantOpensItsOwnFilmWhileItLasts(UUID id) {
        String path = "/media/" + id + "/master.m3u8";
        String grant = Stage.grant(id);
        String signature = grant.substring(grant.lastIndexOf('.') + 1);
        String another = Stage.grant(UUID.randomUUID());

        assertThat(browser.get(path, Stage.grantUntil(id, Instant.now().minusSeconds(15)))
                        .status())
                .as("expired")
                .isEqualTo(401);
        assertThat(browser.get(path, another.substring(0, another.lastIndexOf('.') + 1) + signature)
                        .status())
                .as("the claims of one under the signature of another")
                .isEqualTo(401);
        assertThat(browser.get(path + "?grant=" + grant.substring(1), null).status())
                .as("damaged")
                .isEqualTo(401);
        for (String part : List.of("master.m3u8", "360p.m3u8", "captions/zh.vtt", "captions/zh.m3u8")) {
            assertThat(browser.get("/media/" + id + "/" + part, Stage.preview(id))
                            .status())
                    .as("a preview of %s", part)
                    .isEqualTo(200);
            assertThat(browser.get("/media/" + id + "/" + part, Stage.preview(UUID.randomUUID()))
                            .status())
                    .as("a preview of another film for %s", part)
                    .isEqualTo(404);
        }
    }

    private void piecesAreGoodForMinutesAndReadableByPages(UUID id) {
        Instant asked = Instant.now();
        List<String> addresses = addresses(
                browser.get("/media/" + id + "/360p.m3u8", Stage.grant(id)).text());

        assertThat(addresses).isNotEmpty().allSatisfy(address -> {
            var query = UriComponentsBuilder.fromUriString(address).build().getQueryParams();
            Instant signed = SIGNED.parse(query.getFirst("X-Amz-Date"), Instant::from);
            Instant end = signed.plusSeconds(Long.parseLong(query.getFirst("X-Amz-Expires")));
            assertThat(Duration.between(asked, end)).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(10));
        });
        var piece = Browser.store(
                "GET", addresses.getLast(), new byte[0], "Origin", "http://site.example", "Range", "bytes=10-19");
        assertThat(piece.status()).isEqualTo(206);
        assertThat(piece.body()).hasSize(10);
        assertThat(piece.header("Content-Range")).startsWith("bytes 10-19/");
        assertThat(piece.header("Access-Control-Allow-Origin")).isIn("*", "http://site.example");
        assertThat(piece.header("Access-Control-Expose-Headers").toLowerCase(Locale.ROOT))
                .contains("etag", "content-range", "accept-ranges");
    }

    private void plays(UUID id, String size, int width, int height) throws IOException {
        String grant = Stage.grant(id);
        var master = browser.get("/media/" + id + "/master.m3u8?grant=" + grant, null);
        assertThat(master.status()).as(master.text()).isEqualTo(200);
        assertThat(master.header("Content-Type")).startsWith("application/vnd.apple.mpegurl");
        assertThat(master.text()).contains(size + ".m3u8?grant=" + grant, "CODECS=\"avc1.");

        var rendition = browser.get("/media/" + id + "/" + size + ".m3u8", grant);
        assertThat(rendition.status()).isEqualTo(200);
        assertThat(browser.get("/media/" + id + "/" + size + ".m3u8", Stage.grant(id))
                        .text())
                .as("equal for everyone within a signing window, so that it is cacheable")
                .isEqualTo(rendition.text());
        var whole = new ByteArrayOutputStream();
        for (String address : addresses(rendition.text())) {
            var piece = Browser.store("GET", address, new byte[0]);
            assertThat(piece.status()).isEqualTo(200);
            whole.writeBytes(piece.body());
            assertThat(Browser.store("GET", address.replaceFirst("[0-9a-f]$", "x"), new byte[0])
                            .status())
                    .isEqualTo(403);
        }
        Path played = folder.resolve(size + ".mp4");
        Files.write(played, whole.toByteArray());
        assertThat(Films.probed(played).replace(" ", ""))
                .contains("\"codec_name\":\"h264\"", "\"codec_name\":\"aac\"")
                .contains("\"width\":" + width, "\"height\":" + height);
    }

    private static List<String> addresses(String playlist) {
        return playlist.lines()
                .filter(line -> line.startsWith("http") || line.startsWith("#EXT-X-MAP"))
                .map(line -> line.replaceFirst("#EXT-X-MAP:URI=\"", "").replace("\"", ""))
                .toList();
    }

    private void captions(String trainer, UUID id) {
        String srt = "1\n00:00:01,000 --> 00:00:02,000\n<b>你好</b><script>x</script>\n";
        var saved = browser.put("/content/media/" + id + "/captions/zh", trainer, Map.of("label", "中文", "text", srt));
        assertThat(saved.json().path("captions").toString()).isEqualTo("[{\"language\":\"zh\",\"label\":\"中文\"}]");

        var text = browser.get("/media/" + id + "/captions/zh.vtt", Stage.grant(id));
        assertThat(text.text()).isEqualTo("WEBVTT\n\n00:00:01.000 --> 00:00:02.000\n<b>你好</b>x\n");
        assertThat(text.header("Content-Type")).isEqualTo("text/vtt;charset=utf-8");
        assertThat(browser.get(
                                "/media/" + id + "/captions/zh.vtt",
                                Stage.grant(id),
                                "If-None-Match",
                                text.header("ETag"))
                        .status())
                .isEqualTo(304);
        assertThat(browser.get("/media/" + id + "/master.m3u8", Stage.grant(id)).text())
                .contains("LANGUAGE=\"zh\"", "URI=\"captions/zh.m3u8\"");
        assertThat(browser.get("/media/" + id + "/captions/zh.m3u8", Stage.grant(id))
                        .text())
                .contains("\nzh.vtt\n");
        assertThat(browser.get("/media/" + id + "/captions/en.vtt", Stage.grant(id))
                        .status())
                .isEqualTo(404);

        var refused = browser.put(
                "/content/media/" + id + "/captions/en",
                trainer,
                Map.of("label", "English", "text", "00:02.000 --> 00:01.000\nx"));
        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().path("errors").get(0).path("message").asString())
                .startsWith("第 1 行");
    }

    private void poster(UUID id) {
        var poster = browser.get("/media/" + id + "/poster.jpg", null);
        assertThat(poster.status()).isEqualTo(200);
        assertThat(poster.body()).startsWith(0xff, 0xd8).hasSizeLessThan(512 << 10);
        assertThat(poster.header("Cache-Control")).contains("max-age=3600", "public");
        assertThat(browser.get("/media/" + id + "/poster.jpg", null, "If-None-Match", poster.header("ETag"))
                        .status())
                .isEqualTo(304);
    }

    private void nobodyElseSeesIt(UUID id) {
        String stranger = Stage.person(Role.TRAINER, UUID.randomUUID());
        assertThat(browser.get("/content/media/" + id, stranger).status()).isEqualTo(404);
        assertThat(browser.get("/content/uploads/" + id, stranger).status()).isEqualTo(404);
        assertThat(browser.get("/media/" + id + "/master.m3u8", null).status()).isEqualTo(401);
        assertThat(browser.get("/media/" + id + "/master.m3u8", stranger).status())
                .isEqualTo(403);
        assertThat(browser.get("/media/" + id + "/master.m3u8", Stage.grant(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(browser.get("/media/" + id + "/360p.m3u8", Stage.grant(UUID.randomUUID()))
                        .status())
                .isEqualTo(404);
        assertThat(browser.get("/content/media/" + id, Stage.service()).status())
                .isEqualTo(200);
        assertThat(browser.get("/content/media/" + id, Stage.person(Role.LEARNER, Stage.ORGANISATION))
                        .status())
                .isEqualTo(403);
    }

    @Test
    void a_broken_film_ends_with_its_reason_and_the_next_one_is_converted() throws IOException {
        byte[] whole = Files.readAllBytes(Films.film(folder.resolve("a.mp4"), 320, 180, 4, "-movflags", "+faststart"));
        String trainer = Stage.trainer();
        UUID broken = send(trainer, Arrays.copyOf(whole, whole.length / 2));
        UUID sound = send(trainer, whole);

        JsonNode failed = ended(trainer, broken);
        assertThat(failed.path("state").asString()).isEqualTo("FAILED");
        assertThat(failed.path("failure").asString()).isNotBlank();
        assertThat(browser.get("/content/media/" + broken, trainer, "Accept-Language", "en")
                        .json()
                        .path("failure")
                        .asString())
                .startsWith("The ");
        assertThat(ended(trainer, sound).path("state").asString()).isEqualTo("READY");
        assertThat(browser.get("/media/" + broken + "/master.m3u8", Stage.grant(broken))
                        .status())
                .isEqualTo(409);
        assertThat(browser.post("/content/media/" + sound + "/retry", trainer, null)
                        .status())
                .isEqualTo(409);
        assertThat(browser.post("/content/media/" + broken + "/retry", trainer, null)
                        .status())
                .isEqualTo(200);
        assertThat(ended(trainer, broken).path("state").asString()).isEqualTo("FAILED");
    }

    private JsonNode opened(String trainer, UUID id, long size) {
        var answer = browser.put(
                "/content/uploads/" + id,
                trainer,
                Map.of("kind", "VIDEO", "fileName", "焊接.mp4", "sizeBytes", size, "organisationId", Stage.ORGANISATION));
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        return answer.json();
    }

    private int sendPart(String trainer, UUID id, int number, byte[] bytes) {
        var signed =
                browser.post("/content/uploads/" + id + "/part-urls", trainer, Map.of("partNumbers", List.of(number)));
        assertThat(signed.status()).as(signed.text()).isEqualTo(200);
        String address = signed.json().get(0).path("url").asString();
        assertThat(isRefused(address, Arrays.copyOf(bytes, 100)))
                .as("a part of another size than announced is refused by the signature")
                .isTrue();
        return Browser.store("PUT", address, bytes).status();
    }

    /** The store may hang up while it is still being told. */
    private static boolean isRefused(String address, byte[] bytes) {
        try {
            return Browser.store("PUT", address, bytes).status() == 403;
        } catch (java.io.UncheckedIOException e) {
            return true;
        }
    }

    private UUID send(String trainer, byte[] file) {
        UUID id = UUID.randomUUID();
        opened(trainer, id, file.length);
        assertThat(sendPart(trainer, id, 1, file)).isEqualTo(200);
        var completed = browser.post("/content/uploads/" + id + "/completion", trainer, null);
        assertThat(completed.json().path("state").asString())
                .as(completed.text())
                .isEqualTo("COMPLETED");
        return id;
    }

    private JsonNode ended(String trainer, UUID id) {
        Instant deadline = Instant.now().plus(Duration.ofMinutes(3));
        while (Instant.now().isBefore(deadline)) {
            JsonNode media = browser.get("/content/media/" + id, trainer).json();
            if (List.of("READY", "FAILED").contains(media.path("state").asString())) {
                return media;
            }
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000);
        }
        throw new AssertionError("not converted in time: "
                + browser.get("/content/media/" + id, trainer).text());
    }

    private static List<String> names(JsonNode media) {
        return media.path("renditions")
                .valueStream()
                .map(size -> size.path("name").asString())
                .toList();
    }
}
