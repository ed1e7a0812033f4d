package cn.jiangxue.content.upload;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.Browser;
import cn.jiangxue.content.Sender;
import cn.jiangxue.content.Stage;
import cn.jiangxue.content.WholeContent;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.content.upload.rules.UploadLimits;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Documents;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** One person cannot fill the store or the queue for all others. */
@WholeContent
class UploadLimitsOfOnePersonTest {

    @LocalServerPort
    int port;

    @Autowired
    Documents<UploadDocument> uploads;

    private Sender sender;
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        sender = new Sender(browser);
    }

    @Test
    void no_more_uploads_at_once_than_stated_and_one_given_up_makes_room() {
        String trainer = Stage.trainer();
        UUID first = UUID.randomUUID();
        openedBy(trainer, first);
        for (int i = 1; i < UploadLimits.openAtOnce(UploadKind.VIDEO); i++) {
            openedBy(trainer, UUID.randomUUID());
        }
        UUID next = UUID.randomUUID();

        isRefused(sender.open(trainer, next, "a.mp4", 100, Stage.ORGANISATION), "8");

        assertThat(sender.open(trainer, first, "a.mp4", 100, Stage.ORGANISATION).status())
                .as("one under way is still resumed")
                .isEqualTo(200);
        openedBy(Stage.trainer(), UUID.randomUUID());
        assertThat(browser.delete("/content/uploads/" + first, trainer).status())
                .isEqualTo(200);
        openedBy(trainer, next);
    }

    @Test
    void no_more_files_a_day_than_stated_whatever_became_of_them() {
        UUID person = UUID.randomUUID();
        String trainer = Stage.person(person, Role.TRAINER, Stage.ORGANISATION);
        Instant now = Instant.now();
        int most = UploadLimits.openedPerDay(UploadKind.VIDEO);
        for (int i = 1; i < most; i++) {
            ended(person, now.minus(Duration.ofHours(23)));
            ended(person, now.minus(Duration.ofHours(25)));
        }
        openedBy(trainer, UUID.randomUUID());

        isRefused(sender.open(trainer, UUID.randomUUID(), "a.mp4", 100, Stage.ORGANISATION), String.valueOf(most));
    }

    private void openedBy(String trainer, UUID id) {
        var answer = sender.open(trainer, id, "a.mp4", 100, Stage.ORGANISATION);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    }

    private static void isRefused(Browser.Answer answer, String limit) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(429);
        assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(answer.header("Retry-After")).isEqualTo("600");
        assertThat(answer.json().path("type").asString()).endsWith(":uploads-at-limit");
        assertThat(answer.json().path("detail").asString()).contains(limit);
        assertThat(answer.json().path("next").asString()).isNotBlank();
    }

    private void ended(UUID person, Instant at) {
        UUID id = UUID.randomUUID();
        assertThat(uploads.insert(Sample.upload(id, person, UploadKind.VIDEO, UploadState.REFUSED, at))
                        .block())
                .isTrue();
    }
}
