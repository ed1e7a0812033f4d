package cn.jiangxue.content.upload;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.content.Browser;
import cn.jiangxue.content.Sender;
import cn.jiangxue.content.Stage;
import cn.jiangxue.content.Waiting;
import cn.jiangxue.content.WholeContent;
import cn.jiangxue.content.contract.MediaApi.UploadKind;
import cn.jiangxue.content.contract.MediaApi.UploadState;
import cn.jiangxue.content.media.MediaKeys;
import cn.jiangxue.content.media.MediaLibrary;
import cn.jiangxue.content.media.MediaLibrary.NewMedia;
import cn.jiangxue.content.objects.ObjectTransfer;
import cn.jiangxue.content.objects.StoredObjects;
import cn.jiangxue.content.upload.rules.UploadLimits;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.Documents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** What is taken away, and what never is. */
@WholeContent
class UploadSweepTest {

    private static final Duration A_DAY_ON = Duration.ofHours(25);
    private static final Duration A_MONTH_ON = Duration.ofDays(33);

    @TempDir
    Path folder;

    @LocalServerPort
    int port;

    @Autowired
    Documents<UploadDocument> uploads;

    @Autowired
    StoredObjects objects;

    @Autowired
    ObjectTransfer transfer;

    @Autowired
    MediaLibrary library;

    @Autowired
    UploadFacts facts;

    private Sender sender;
    private Browser browser;

    @BeforeEach
    void open() {
        browser = new Browser(port);
        sender = new Sender(browser);
    }

    @Test
    void an_upload_nobody_continued_is_given_up_with_its_parts() {
        String trainer = Stage.trainer();
        UUID id = UUID.randomUUID();
        sender.open(trainer, id, "a.mp4", 100, Stage.ORGANISATION);
        assertThat(Browser.store("PUT", sender.partAddress(trainer, id), new byte[100])
                        .status())
                .isEqualTo(200);

        sweep(UploadLimits.OPEN_FOR.minusHours(1));
        assertThat(stateOf(id)).as("not before its time").isEqualTo(UploadState.OPEN);
        sweep(UploadLimits.OPEN_FOR.plusMinutes(1));

        assertThat(stateOf(id)).isEqualTo(UploadState.ABANDONED);
        assertThat(unfinished()).doesNotContain("source/" + id);
        assertThat(sender.complete(trainer, id).status()).isEqualTo(409);
        assertThat(sender.open(trainer, id, "a.mp4", 100, Stage.ORGANISATION)
                        .json()
                        .path("state")
                        .asString())
                .isEqualTo("ABANDONED");
    }

    @Test
    void one_whose_video_is_queued_already_counts_as_completed_and_keeps_its_file() throws IOException {
        UUID id = UUID.randomUUID();
        Instant now = Instant.now();
        uploads.insert(Sample.upload(id, UUID.randomUUID(), UploadKind.VIDEO, UploadState.OPEN, now))
                .block();
        String source = stored("source/" + id);
        library.queue(new NewMedia(id, Stage.ORGANISATION, UUID.randomUUID(), "a.mp4", source, 1))
                .block();

        sweep(A_MONTH_ON);

        assertThat(stateOf(id)).isEqualTo(UploadState.COMPLETED);
        assertThat(isThere(source)).isTrue();
    }

    @Test
    void objects_that_belong_to_nothing_go_once_they_are_a_day_old() throws IOException {
        String source = stored("source/" + UUID.randomUUID());
        String evidence = stored("evidence/" + UUID.randomUUID());
        String torn = stored("source/" + UUID.randomUUID() + "-" + UUID.randomUUID());
        String piece = stored(MediaKeys.file(UUID.randomUUID(), UUID.randomUUID(), "360p-0001.m4s"));
        String others = stored("backups/" + UUID.randomUUID());

        sweep(Duration.ZERO);
        assertThat(List.of(source, evidence, torn, piece))
                .as("young ones may be on their way in")
                .allMatch(this::isThere);
        sweep(A_DAY_ON);

        assertThat(List.of(source, evidence, torn, piece)).noneMatch(this::isThere);
        assertThat(isThere(others)).as("not ours").isTrue();
    }

    @Test
    void unfinished_multiparts_nobody_knows_of_go_and_those_under_way_stay() {
        String trainer = Stage.trainer();
        UUID underWay = UUID.randomUUID();
        sender.open(trainer, underWay, "a.mp4", 100, Stage.ORGANISATION);
        String lost = "source/" + UUID.randomUUID();
        objects.openMultipart(lost).block();

        sweep(A_DAY_ON);

        assertThat(unfinished()).contains("source/" + underWay).doesNotContain(lost);
    }

    @Test
    void evidence_goes_after_a_month_unless_somebody_asked_for_it() throws IOException {
        UUID used = UUID.randomUUID();
        UUID unused = UUID.randomUUID();
        Instant now = Instant.now();
        for (UUID id : List.of(used, unused)) {
            uploads.insert(Sample.upload(id, UUID.randomUUID(), UploadKind.EVIDENCE, UploadState.COMPLETED, now))
                    .block();
            stored("evidence/" + id);
        }
        assertThat(browser.get("/content/files/" + used, Stage.service()).status())
                .isEqualTo(200);

        sweep(A_DAY_ON);
        assertThat(isThere("evidence/" + unused)).isTrue();
        sweep(A_MONTH_ON);

        assertThat(isThere("evidence/" + used)).isTrue();
        assertThat(browser.get("/content/files/" + used, Stage.service()).status())
                .isEqualTo(200);
        assertThat(isThere("evidence/" + unused)).isFalse();
        Waiting.until(
                "the audit record can know",
                Duration.ofSeconds(20),
                () -> browser.get("/content/audit-facts", Stage.service())
                        .json()
                        .valueStream()
                        .anyMatch(fact -> fact.path("action").asString().equals("evidence.swept")
                                && fact.path("subject").asString().equals("file:" + unused)));
        assertThat(browser.get("/content/files/" + unused, Stage.service()).status())
                .isEqualTo(404);
    }

    @Test
    void what_was_refused_is_forgotten_after_a_month() {
        UUID id = UUID.randomUUID();
        String learner = Stage.person(Role.LEARNER, Stage.ORGANISATION);
        sender.send(learner, id, "a.jpg", new byte[] {1, 2, 3}, null);
        assertThat(stateOf(id)).isEqualTo(UploadState.REFUSED);

        sweep(A_MONTH_ON);

        assertThat(uploads.find(id).block()).isNull();
    }

    private void sweep(Duration later) {
        new UploadSweep(uploads, objects, library, facts, Clock.offset(Clock.systemUTC(), later))
                .sweep()
                .block(Duration.ofMinutes(1));
    }

    private String stored(String key) throws IOException {
        transfer.upload(Files.write(folder.resolve("x"), new byte[] {1}), key, "application/octet-stream");
        return key;
    }

    private boolean isThere(String key) {
        return objects.stat(key).block() != null;
    }

    private List<String> unfinished() {
        return objects.unfinished().map(StoredObjects.Found::key).collectList().block();
    }

    private UploadState stateOf(UUID id) {
        return uploads.find(id).block().state();
    }
}
