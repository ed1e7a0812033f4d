package cn.jiangxue.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.EvaluationApi.PartEdit;
import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanChoice;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.EvaluationApi.PlanEdit;
import cn.jiangxue.contract.EvaluationApi.SupervisorsEdit;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.Site.SignedIn;
import cn.jiangxue.testing.WholeBackend;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.ParameterizedTypeReference;

/** A plan through the interface, with the people of the whole service. */
@WholeBackend
class EvaluationStoryTest {

    private static final String PLAN = "/api/evaluation-plans/{id}";

    @Autowired
    Site site;

    @Autowired
    CivilTime time;

    private UUID employer;
    private UUID institution;
    private final UUID planId = UUID.randomUUID();
    private SignedIn assessor;
    private SignedIn supervisor;
    private Client officer;

    @BeforeEach
    void file() {
        employer = site.employer();
        institution = site.organisation(OrganisationKind.INSTITUTION, null);
        assessor = site.person(Role.ASSESSOR, employer);
        supervisor = site.person(Role.ASSESSOR, institution);
        officer = site.person(Role.RECOGNITION_OFFICER, institution).client();
        PlanEdit edit = new PlanEdit(
                employer,
                institution,
                EvaluationFixture.TURNER,
                new VersionEdit(
                        List.of(Grade.JUNIOR),
                        time.today(),
                        time.today().plusYears(1),
                        List.of("一号车间实训区"),
                        List.of(assessor.personId()),
                        List.of(new PartEdit(ExamPart.THEORY, 600, 1), new PartEdit(ExamPart.PRACTICE, 600, 1))));
        site.person(Role.ADMINISTRATOR, employer)
                .client()
                .put(edit, PLAN, planId)
                .expectStatus()
                .isOk();
    }

    @Test
    void supervisors_are_offered_from_the_institution_and_a_plan_in_force_to_workers_of_the_enterprise() {
        List<PersonName> offered = officer.get(PLAN + "/supervisor-candidates", planId)
                .expectBody(new ParameterizedTypeReference<List<PersonName>>() {})
                .returnResult()
                .getResponseBody();
        assertThat(offered)
                .extracting(PersonName::personId)
                .contains(supervisor.personId())
                .doesNotContain(assessor.personId());
        SignedIn worker = site.person(Role.LEARNER, employer);
        assertThat(choices(worker)).isEmpty();

        approve();

        assertThat(choices(worker)).extracting(PlanChoice::planId).containsExactly(planId);
        assertThat(choices(site.person(Role.LEARNER, site.employer()))).isEmpty();
    }

    @Test
    void whoever_applies_hears_whether_the_enterprise_employs_them() {
        approve();

        assertThat(refusal(site.person(Role.LEARNER, employer)))
                .as("credit is missing, but not the enterprise")
                .contains("平台学分")
                .doesNotContain("本企业职工");
        assertThat(refusal(site.person(Role.LEARNER, site.employer()))).contains("本企业职工");
    }

    private void approve() {
        Plan named = officer.put(new SupervisorsEdit(List.of(supervisor.personId()), 1), PLAN + "/supervisors", planId)
                .expectBody(Plan.class)
                .returnResult()
                .getResponseBody();
        officer.put(
                        new PlanDecisionEdit(PlanDecisionKind.APPROVE, "", named.revision()),
                        PLAN + "/decisions/{decisionId}",
                        planId,
                        UUID.randomUUID())
                .expectStatus()
                .isOk();
    }

    private static List<PlanChoice> choices(SignedIn worker) {
        return worker.client()
                .get("/api/me/evaluation-plans?grade=JUNIOR&occupation=" + EvaluationFixture.TURNER)
                .expectBody(new ParameterizedTypeReference<List<PlanChoice>>() {})
                .returnResult()
                .getResponseBody();
    }

    private String refusal(SignedIn worker) {
        Application application = new Application(
                EvaluationFixture.TURNER, Grade.JUNIOR, institution, "", PromotionPath.ENTERPRISE, null, null, planId);
        byte[] body = worker.client()
                .put(application, "/api/promotion-cases/{id}", UUID.randomUUID())
                .expectStatus()
                .isEqualTo(422)
                .expectBody()
                .returnResult()
                .getResponseBodyContent();
        return new String(body, StandardCharsets.UTF_8);
    }
}
