package cn.jiangxue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CatalogApi.CourseForTrainer;
import cn.jiangxue.contract.CatalogApi.CourseView;
import cn.jiangxue.contract.CatalogApi.DraftEdit;
import cn.jiangxue.contract.CatalogApi.Publish;
import cn.jiangxue.contract.Role;
import cn.jiangxue.testing.SampleCourse;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.WholeBackend;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Who reads which version of a course. */
@WholeBackend
class CourseVersionsTest {

    @Autowired
    Site site;

    @Test
    void an_earlier_version_is_there_for_those_enrolled_on_it_and_for_its_trainers_only() {
        SampleCourse course = SampleCourse.published(site);
        Client enrolledOnFirst = course.enrolled(site).learner().client();
        Client trainer = site.person(Role.TRAINER, course.organisationId()).client();
        publishAgain(trainer, course);
        Client enrolledOnSecond = course.enrolled(site).learner().client();
        Client anyone = site.person(Role.LEARNER, site.employer()).client();
        Client otherTrainer = site.person(Role.TRAINER, site.employer()).client();

        assertThat(read(enrolledOnFirst, course, 1)).isEqualTo(1);
        assertThat(read(trainer, course, 1)).isEqualTo(1);
        view(enrolledOnSecond, course, 1).expectStatus().isNotFound();
        view(anyone, course, 1).expectStatus().isNotFound();
        view(otherTrainer, course, 1).expectStatus().isNotFound();
    }

    @Test
    void the_version_in_force_is_there_for_everyone_signed_in() {
        SampleCourse course = SampleCourse.published(site);
        publishAgain(site.person(Role.TRAINER, course.organisationId()).client(), course);
        Client anyone = site.person(Role.LEARNER, site.employer()).client();

        CourseView inForce = anyone.get("/api/catalogue/{id}", course.courseId())
                .expectStatus()
                .isOk()
                .expectBody(CourseView.class)
                .returnResult()
                .getResponseBody();

        assertThat(inForce.version()).isEqualTo(2);
        assertThat(read(anyone, course, 2)).isEqualTo(2);
        view(anyone, course, 3).expectStatus().isNotFound();
    }

    private static int read(Client client, SampleCourse course, int version) {
        return view(client, course, version)
                .expectStatus()
                .isOk()
                .expectBody(CourseView.class)
                .returnResult()
                .getResponseBody()
                .version();
    }

    private static WebTestClient.ResponseSpec view(Client client, SampleCourse course, int version) {
        return client.get("/api/catalogue/{id}?version={v}", course.courseId(), version);
    }

    private static void publishAgain(Client trainer, SampleCourse course) {
        CourseForTrainer standing = trainer.get("/api/courses/{id}", course.courseId())
                .expectBody(CourseForTrainer.class)
                .returnResult()
                .getResponseBody();
        trainer.put(new DraftEdit(standing.revision(), standing.draft()), "/api/courses/{id}/draft", course.courseId())
                .expectStatus()
                .isOk();
        trainer.post(new Publish(standing.revision() + 1), "/api/courses/{id}/versions", course.courseId())
                .expectStatus()
                .isOk();
    }
}
