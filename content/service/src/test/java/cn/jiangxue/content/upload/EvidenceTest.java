package cn.jiangxue.content.upload;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.Browser;
import cn.jiangxue.content.Sender;
import cn.jiangxue.content.Stage;
import cn.jiangxue.content.WholeContent;
import cn.jiangxue.content.objects.StoredObjects;
import cn.jiangxue.content.upload.rules.UploadLimits;
import cn.jiangxue.contract.Role;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** Papers and photos a learner hands in: what is taken, what is not, and who gets to them. */
@WholeContent
class EvidenceTest {

    @LocalServerPort
    int port;

    @Autowired
    StoredObjects objects;

    private final String learner = Stage.person(Role.LEARNER, Stage.ORGANISATION);
    private final UUID id = UUID.randomUUID();
    private Browser browser;
    private Sender sender;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        sender = new Sender(browser);
    }

    @Test
    void a_photo_is_kept_as_it_was_sent_and_served_as_what_it_is_whatever_its_name_says() throws Exception {
        byte[] photo = picture("png");

        JsonNode completed =
                sender.send(learner, id, "合同 2021.pdf", photo, null).json();

        assertThat(completed.path("state").asString()).as("%s", completed).isEqualTo("COMPLETED");
        assertThat(completed.path("mediaId").isNull()).as("no video").isTrue();
        JsonNode file = browser.get("/content/files/" + id, Stage.service()).json();
        assertThat(file.path("contentType").asString()).isEqualTo("image/png");
        assertThat(file.path("fileName").asString()).isEqualTo("合同 2021.pdf");
        assertThat(file.path("sha256").asString()).isEqualTo(sha256(photo));
        Browser.Answer shown = opened();
        assertThat(shown.body()).isEqualTo(photo);
        assertThat(shown.header("Content-Type")).isEqualTo("image/png");
        assertThat(shown.header("Content-Disposition")).startsWith("attachment;");
    }

    @Test
    void jpeg_and_pdf_are_taken() throws IOException {
        UUID paper = UUID.randomUUID();

        JsonNode photo = sender.send(learner, id, "a.jpg", picture("jpg"), null).json();
        JsonNode scan = sender.send(learner, paper, "b.pdf", bytes("%PDF-1.7\n%âãÏÓ\n1 0 obj\n"), null)
                .json();

        assertThat(photo.path("state").asString()).isEqualTo("COMPLETED");
        assertThat(scan.path("state").asString()).isEqualTo("COMPLETED");
    }

    @Test
    void what_only_calls_itself_a_picture_is_refused_with_a_reason_and_not_kept() {
        byte[] page = bytes("<html><script>alert(1)</script></html>");

        JsonNode refused = sender.send(learner, id, "photo.jpg", page, null).json();

        assertThat(refused.path("state").asString()).isEqualTo("REFUSED");
        assertThat(refused.path("refusal").asString()).startsWith("文件不是支持的图片或 PDF");
        assertThat(sender.complete(learner, id).json())
                .as("a repeat answers the same")
                .isEqualTo(refused);
        assertThat(browser.get("/content/files/" + id, Stage.service()).status())
                .isEqualTo(404);
        assertThat(objects.stat("evidence/" + id).block()).isNull();
    }

    @Test
    void a_file_over_the_limit_is_refused_before_a_byte_is_sent() {
        var answer = sender.open(learner, id, "big.pdf", UploadLimits.EVIDENCE_BYTES + 1, null);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("errors").get(0).path("field").asString()).isEqualTo("sizeBytes");
        assertThat(answer.json().path("errors").get(0).path("message").asString())
                .contains("20 MiB");
        assertThat(sender.open(learner, id, "big.pdf", UploadLimits.EVIDENCE_BYTES, null)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void nobody_gets_to_a_file_here_but_a_service_that_answers_for_it() throws IOException {
        sender.send(learner, id, "a.png", picture("png"), null);

        for (String other : new String[] {
            Stage.person(Role.LEARNER, Stage.ORGANISATION), Stage.person(Role.TRAINER, Stage.ORGANISATION)
        }) {
            assertThat(browser.get("/content/uploads/" + id, other).status()).isEqualTo(404);
            assertThat(sender.open(other, id, "a.png", 1, null).status()).isIn(403, 404);
            assertThat(sender.complete(other, id).status()).isEqualTo(404);
        }
        for (Role role : Role.values()) {
            String person = Stage.person(role, Stage.ORGANISATION);
            assertThat(browser.get("/content/files/" + id, person).status()).isEqualTo(403);
            assertThat(browser.post("/content/files/" + id + "/links", person, null)
                            .status())
                    .isEqualTo(403);
        }
        assertThat(browser.get("/content/files/" + id, learner).status())
                .as("its owner asks the service that refers to it, too")
                .isEqualTo(403);
    }

    @Test
    void a_link_lives_for_five_minutes_and_cannot_be_bent_to_another_file() throws IOException {
        sender.send(learner, id, "a.png", picture("png"), null);
        Instant before = Instant.now();

        JsonNode link = browser.post("/content/files/" + id + "/links", Stage.service(), null)
                .json();

        assertThat(Instant.parse(link.path("expiresAt").asString()))
                .isBetween(before.plusSeconds(299), Instant.now().plusSeconds(301));
        String url = link.path("url").asString();
        assertThat(url).contains("X-Amz-Expires=300");
        assertThat(status(url.replace("X-Amz-Expires=300", "X-Amz-Expires=3000")))
                .isEqualTo(403);
        assertThat(status(url.replace(id.toString(), UUID.randomUUID().toString())))
                .isEqualTo(403);
        assertThat(status(url)).isEqualTo(200);
    }

    private static int status(String url) {
        return Browser.store("GET", url, new byte[0]).status();
    }

    private Browser.Answer opened() {
        JsonNode link = browser.post("/content/files/" + id + "/links", Stage.service(), null)
                .json();
        return Browser.store("GET", link.path("url").asString(), new byte[0]);
    }

    private static byte[] picture(String format) throws IOException {
        var out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(32, 32, BufferedImage.TYPE_INT_RGB), format, out);
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String sha256(byte[] file) throws java.security.NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(file));
    }
}
