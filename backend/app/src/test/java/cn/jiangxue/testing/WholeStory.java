package cn.jiangxue.testing;

import cn.jiangxue.contract.AssessmentApi.Answer;
import cn.jiangxue.contract.AssessmentApi.StartAttempt;
import cn.jiangxue.contract.CredentialApi.Credential;
import cn.jiangxue.contract.CreditApi.Account;
import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.IdentityApi.ConsentDecision;
import cn.jiangxue.contract.IdentityApi.RealName;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.WorkRecordEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.Site.SignedIn;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/**
 * From a published course to a credential, told through the interface: a worker with a real name passes it, earns credit, applies for 四级, and an officer approves.
 *
 * @param learner user name of the worker
 * @param officer user name of the recognition officer
 */
public record WholeStory(
        String learner,
        String officer,
        SampleCourse course,
        UUID enrolmentId,
        UUID attemptId,
        UUID institutionId,
        UUID caseId,
        UUID credentialId,
        String number) {

    public static final String TURNER = "6-18-01-01";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Map<Site, WholeStory> TOLD = new ConcurrentHashMap<>();

    /** One that any test may read and none may change, told at the first call. */
    public static WholeStory in(Site site) {
        return TOLD.computeIfAbsent(site, one -> told(one, "王建国", "110105198503071230"));
    }

    public static WholeStory told(Site site, String name, String identityNumber) {
        SampleCourse course = SampleCourse.published(site);
        String learner = site.newUserName();
        String officer = site.newUserName();
        UUID institution = site.organisation(OrganisationKind.INSTITUTION, null);
        site.create(learner, Role.LEARNER, course.organisationId());
        site.create(officer, Role.RECOGNITION_OFFICER, institution);
        Client worker = registered(site.signIn(learner, Site.PASSWORD), name, identityNumber);
        UUID enrolment = UUID.randomUUID();
        UUID attempt = UUID.randomUUID();
        pass(worker, course, enrolment, attempt);
        Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> account(worker).balance().availableMilli() == 1_000);
        Client assessor = site.person(Role.ASSESSOR, institution).client();
        Case decided = promoted(worker, site.signIn(officer, Site.PASSWORD).client(), assessor, institution);
        Credential issued = Awaitility.await()
                .atMost(PATIENCE)
                .until(() -> credentials(worker), list -> !list.isEmpty())
                .getFirst();
        return new WholeStory(
                learner, officer, course, enrolment, attempt, institution, decided.id(), issued.id(), issued.number());
    }

    private static Client registered(SignedIn worker, String name, String identityNumber) {
        worker.tokens()
                .me()
                .consents()
                .forEach(consent -> worker.client()
                        .put(
                                new ConsentDecision(consent.currentVersion(), true),
                                "/api/me/consents/{k}",
                                consent.kind())
                        .expectStatus()
                        .isOk());
        worker.client()
                .put(new RealName(name, identityNumber), "/api/me/real-name")
                .expectStatus()
                .isOk();
        return worker.client();
    }

    private static void pass(Client worker, SampleCourse course, UUID enrolment, UUID attempt) {
        worker.put(course.enrol(), "/api/enrolments/{id}", enrolment)
                .expectStatus()
                .isOk();
        worker.put(null, "/api/enrolments/{id}/lessons/{l}/reading", enrolment, course.textLessonId())
                .expectStatus()
                .isOk();
        worker.put(new StartAttempt(enrolment, course.quizLessonId()), "/api/attempts/{id}", attempt)
                .expectStatus()
                .isOk();
        worker.put(new Answer(List.of("a")), "/api/attempts/{id}/answers/{q}", attempt, course.questionId())
                .expectStatus()
                .is2xxSuccessful();
        worker.post(null, "/api/attempts/{id}/submission", attempt)
                .expectStatus()
                .isOk();
    }

    private static Case promoted(Client worker, Client officer, Client assessor, UUID institution) {
        worker.put(
                        new WorkRecordEdit(TURNER, "匠心精工", LocalDate.of(2015, 7, 1), null),
                        "/api/me/work-records/{id}",
                        UUID.randomUUID())
                .expectStatus()
                .isOk();
        var application = Application.byExamination(TURNER, Grade.INTERMEDIATE, institution, "从事车工多年，申请认定。");
        Case applied = answer(worker.put(application, "/api/promotion-cases/{id}", UUID.randomUUID()));
        Case seen = decided(officer, applied, DecisionKind.ADMIT);
        for (ExamPart part : List.of(ExamPart.THEORY, ExamPart.PRACTICE)) {
            seen = answer(assessor.put(
                    new MarkEdit(part, 1, 855, null, ""),
                    "/api/promotion-cases/{id}/marks/{m}",
                    applied.id(),
                    UUID.randomUUID()));
        }
        return decided(officer, seen, DecisionKind.APPROVE);
    }

    private static Case decided(Client officer, Case seen, DecisionKind kind) {
        return answer(officer.put(
                new DecisionEdit(kind, "", seen.revision()),
                "/api/promotion-cases/{id}/decisions/{d}",
                seen.id(),
                UUID.randomUUID()));
    }

    private static Case answer(ResponseSpec response) {
        return response.expectStatus()
                .isOk()
                .expectBody(Case.class)
                .returnResult()
                .getResponseBody();
    }

    public static Account account(Client worker) {
        return worker.get("/api/me/account")
                .expectStatus()
                .isOk()
                .expectBody(Account.class)
                .returnResult()
                .getResponseBody();
    }

    public static List<Credential> credentials(Client worker) {
        return worker.get("/api/me/credentials")
                .expectStatus()
                .isOk()
                .expectBody(new ParameterizedTypeReference<List<Credential>>() {})
                .returnResult()
                .getResponseBody();
    }
}
