package cn.jiangxue.learning;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LearningApi.EnrolmentImport;
import cn.jiangxue.contract.LearningApi.ImportFormat;
import cn.jiangxue.contract.LearningApi.ImportResult;
import cn.jiangxue.contract.LearningApi.ImportRow;
import cn.jiangxue.contract.LearningApi.LearnerStanding;
import cn.jiangxue.contract.LearningApi.RowOutcome;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.Role;
import cn.jiangxue.testing.SampleCourse;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.WholeBackend;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.HttpStatus;

@WholeBackend
class BulkEnrolmentTest {

    @Autowired
    Site site;

    private SampleCourse course;
    private UUID employer;
    private Client trainer;
    private String here;
    private String also;
    private String elsewhere;

    @BeforeEach
    void people() {
        course = SampleCourse.published(site);
        employer = site.employer();
        trainer = site.person(Role.TRAINER, employer).client();
        here = created(employer);
        also = created(employer);
        elsewhere = created(site.employer());
    }

    @Test
    void a_dry_run_says_what_would_happen_and_changes_nothing() {
        ImportResult dry = run(UUID.randomUUID(), true, here, elsewhere, "nobody");

        assertThat(dry.rows())
                .extracting(ImportRow::line, ImportRow::outcome)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(2, RowOutcome.WILL_ENROL),
                        org.assertj.core.groups.Tuple.tuple(3, RowOutcome.REFUSED),
                        org.assertj.core.groups.Tuple.tuple(4, RowOutcome.REFUSED));
        assertThat(dry.rows().get(1).why()).isEqualTo(dry.rows().get(2).why()).isNotNull();
        assertThat(standings()).isEmpty();
    }

    @Test
    void people_of_the_organisation_are_enrolled_once_with_their_due_date() {
        UUID id = UUID.randomUUID();

        ImportResult first = run(id, false, here, also, here, elsewhere);
        ImportResult again = run(id, false, here, also, here, elsewhere);
        ImportResult later = run(UUID.randomUUID(), false, here);

        assertThat(first.enrolled()).isEqualTo(2);
        assertThat(first.already()).isEqualTo(1);
        assertThat(first.refused()).isEqualTo(1);
        assertThat(again).isEqualTo(first);
        assertThat(later.rows()).extracting(ImportRow::outcome).containsExactly(RowOutcome.ALREADY_ENROLLED);
        assertThat(standings())
                .hasSize(2)
                .allSatisfy(standing -> assertThat(standing.dueOn()).isEqualTo(due()))
                .allSatisfy(standing -> assertThat(standing.overdue()).isFalse())
                .extracting(LearnerStanding::userName)
                .containsExactlyInAnyOrder(here, also);
    }

    @Test
    void the_same_id_with_another_file_is_refused() {
        UUID id = UUID.randomUUID();
        run(id, false, here);

        trainer.put(file(false, also), "/api/enrolment-imports/{id}", id)
                .expectStatus()
                .isEqualTo(HttpStatus.CONFLICT);
    }

    @Test
    void a_due_date_that_has_passed_and_an_unreadable_file_are_refused_with_the_field() {
        var past = new EnrolmentImport(
                employer, course.courseId(), LocalDate.of(2020, 1, 1), ImportFormat.CSV, base64("login\nx\n"), false);
        var noColumn =
                new EnrolmentImport(employer, course.courseId(), null, ImportFormat.CSV, base64("name\nx\n"), false);

        for (var wrong : List.of(past, noColumn)) {
            trainer.put(wrong, "/api/enrolment-imports/{id}", UUID.randomUUID())
                    .expectStatus()
                    .isBadRequest()
                    .expectBody()
                    .jsonPath("$.errors[0].field")
                    .exists();
        }
    }

    @Test
    void the_course_s_own_trainer_sees_them_and_a_learner_who_enrolled_alone_is_seen_too() {
        var own = course.enrolled(site);

        var seen = site.person(Role.TRAINER, course.organisationId())
                .client()
                .get("/api/courses/{id}/learners?organisation={o}", course.courseId(), course.organisationId())
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<LearnerStanding>>() {})
                .returnResult()
                .getResponseBody();

        assertThat(seen.items())
                .extracting(LearnerStanding::personId)
                .containsExactly(own.learner().personId());
        assertThat(seen.items().getFirst().lastStudiedAt()).isNull();
    }

    private String created(UUID organisation) {
        String userName = site.newUserName();
        site.create(userName, Role.LEARNER, organisation);
        return userName;
    }

    private ImportResult run(UUID id, boolean dryRun, String... logins) {
        return trainer.put(file(dryRun, logins), "/api/enrolment-imports/{id}", id)
                .expectStatus()
                .isOk()
                .expectBody(ImportResult.class)
                .returnResult()
                .getResponseBody();
    }

    private EnrolmentImport file(boolean dryRun, String... logins) {
        String text = "账号,姓名\n" + String.join(",某\n", logins) + ",某\n";
        return new EnrolmentImport(employer, course.courseId(), due(), ImportFormat.CSV, base64(text), dryRun);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(Charset.forName("GBK")));
    }

    private static LocalDate due() {
        return LocalDate.of(2099, 12, 31);
    }

    private List<LearnerStanding> standings() {
        return trainer.get("/api/courses/{id}/learners?organisation={o}", course.courseId(), employer)
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<Page<LearnerStanding>>() {})
                .returnResult()
                .getResponseBody()
                .items();
    }
}
