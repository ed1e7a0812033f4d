package cn.jiangxue.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.BackendApplication;
import cn.jiangxue.contract.CatalogApi.VideoPreview;
import cn.jiangxue.contract.Role;
import cn.jiangxue.learning.FakeMedia;
import cn.jiangxue.testing.FreshStores;
import cn.jiangxue.testing.MovableClock;
import cn.jiangxue.testing.Site;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

/** Who may see a video without studying it, and that nothing comes of it. */
@SpringBootTest(classes = BackendApplication.class, webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = {FreshStores.class, FakeMedia.class})
@Import({Site.class, MovableClock.class})
class VideoPreviewTest {

    private static final String PATH = "/api/courses/{id}/videos/{mediaId}/previews";

    @Autowired
    Site site;

    @Autowired
    MovableClock.Ahead clock;

    private UUID school;
    private UUID course;
    private Site.Client trainer;

    @BeforeEach
    void makeCourse() {
        school = site.employer();
        trainer = site.person(Role.TRAINER, school).client();
        course = CatalogForeignObjects.draft(trainer, school);
    }

    @Test
    void a_trainer_of_the_course_gets_a_grant_for_a_video_of_its_organisation() {
        UUID video = FakeMedia.ready(school, 60);

        VideoPreview preview = open(trainer, video)
                .expectStatus()
                .isOk()
                .expectBody(VideoPreview.class)
                .returnResult()
                .getResponseBody();

        assertThat(preview.playlistPath()).isEqualTo("/media/" + video + "/master.m3u8");
        assertThat(preview.expiresAt()).isBeforeOrEqualTo(clock.instant().plus(Duration.ofMinutes(15)));
    }

    @Test
    void a_video_of_another_organisation_or_none_does_not_exist_for_them() {
        UUID others = FakeMedia.ready(site.employer(), 60);

        open(trainer, others).expectStatus().isNotFound();
        open(trainer, UUID.randomUUID()).expectStatus().isNotFound();
    }

    @Test
    void nobody_but_a_trainer_of_the_course_gets_one() {
        UUID video = FakeMedia.ready(school, 60);

        open(site.person(Role.TRAINER, site.employer()).client(), video)
                .expectStatus()
                .isNotFound();
        open(site.person(Role.LEARNER, school).client(), video).expectStatus().isForbidden();
        open(site.anonymous(), video).expectStatus().isUnauthorized();
    }

    @Test
    void what_is_played_by_it_cannot_be_counted_as_study() {
        VideoPreview preview = open(trainer, FakeMedia.ready(school, 60))
                .expectBody(VideoPreview.class)
                .returnResult()
                .getResponseBody();
        var player = new Site.Client(site.http(), preview.grant());

        player.post(Map.of(), "/study/beats").expectStatus().isForbidden();
        player.post(Map.of(), "/study/grants/renewals").expectStatus().isForbidden();
        player.get("/api/me").expectStatus().isForbidden();
    }

    private org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec open(Site.Client who, UUID video) {
        return who.post(null, PATH, course, video);
    }
}
