package cn.jiangxue.routes;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CreditApi.CorrectionEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.PriorLearningApi.AssessmentEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimEdit;
import cn.jiangxue.contract.PriorLearningApi.Method;
import cn.jiangxue.contract.PriorLearningApi.UnitStatement;
import cn.jiangxue.contract.ReexaminationApi.FindingEdit;
import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.StatementEdit;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.TransparencyApi.RecordProof;
import cn.jiangxue.evaluation.EvaluationForeignObjects;
import cn.jiangxue.platform.AccessKind;
import cn.jiangxue.promotion.BurstStory;
import cn.jiangxue.proof.Merkle;
import cn.jiangxue.recognition.RecognitionStory;
import cn.jiangxue.reexamination.ReexaminationStory;
import cn.jiangxue.stating.ImportsFixture;
import cn.jiangxue.testing.Description;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.WholeBackend;
import cn.jiangxue.testing.WholeStory;
import cn.jiangxue.transfer.ProgrammeForeignObjects;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** The OpenAPI description against every route, and against what the service really answers. */
@WholeBackend
class DescriptionTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern VARIABLE = Pattern.compile("\\{([^}]+)}");

    /** Routes whose answer is a file or a signed document, not described JSON. */
    private static final List<String> DOCUMENTS = List.of(
            "GET /.well-known/did.json",
            "GET /.well-known/jwks.json",
            "GET /api/credentials/{id}/document",
            "GET /api/credentials/{id}/pdf",
            "GET /api/me/account/statement/pdf",
            "GET /api/outcome-imports/template",
            "GET /api/outcome-imports/{id}/results",
            "GET /credentials/status/{listId}");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    @Autowired
    Site site;

    @Autowired
    BeanFactory beans;

    private List<Route> routes = List.of();
    private Description description;

    @BeforeEach
    void read() {
        routes = Route.of(mapping);
        description = Description.of(site.baseUrl());
    }

    @Test
    void every_route_is_described_with_its_rule_its_parameters_its_answer_and_its_refusals() {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes) {
            description
                    .operation(route.method(), route.path())
                    .ifPresentOrElse(
                            operation -> lacks(route, operation).forEach(lack -> wrong.add(route.key() + " " + lack)),
                            () -> wrong.add(route.key() + " is not described"));
        }

        assertThat(wrong).isEmpty();
    }

    private List<String> lacks(Route route, JsonNode operation) {
        List<String> lacks = new ArrayList<>();
        if (!operation.path("description").asString("").contains(who(route))) {
            lacks.add("does not say whom it answers");
        }
        if (operation.path("security").isEmpty() != route.isOpenTo(AccessKind.PUBLIC)) {
            lacks.add("does not say whether it needs a token");
        }
        if (!operation.path("responses").path("default").path("content").has("application/problem+json")) {
            lacks.add("does not describe its refusals");
        }
        var parameters = operation
                .path("parameters")
                .valueStream()
                .map(parameter -> parameter.path("name").asString())
                .collect(Collectors.toSet());
        VARIABLE.matcher(route.path())
                .results()
                .map(match -> match.group(1))
                .filter(name -> !parameters.contains(name))
                .forEach(name -> lacks.add("does not describe " + name));
        boolean answersJson = !DOCUMENTS.contains(route.key()) && !isVoid(route);
        if (answersJson && description.schema(operation, statusOf(route)) == null) {
            lacks.add("does not describe its answer");
        }
        return lacks;
    }

    private static String who(Route route) {
        String rule = route.ruleText();
        int note = rule.indexOf(" (");
        return note < 0 ? rule : rule.substring(0, note);
    }

    private static int statusOf(Route route) {
        ResponseStatus status = route.handler().getMethodAnnotation(ResponseStatus.class);
        return status == null ? 200 : status.value().value();
    }

    private static boolean isVoid(Route route) {
        Type answer = route.handler().getMethod().getGenericReturnType();
        return answer instanceof ParameterizedType generic && generic.getActualTypeArguments()[0] == Void.class;
    }

    @Test
    void what_is_read_is_as_described_on_every_route() {
        WholeStory story = WholeStory.in(site);
        Map<String, Read> reads = reads(story);
        assertThat(reads.keySet())
                .as("every route that reads is tried; add the new ones here")
                .isEqualTo(routes.stream()
                        .filter(route -> route.method() == HttpMethod.GET && !DOCUMENTS.contains(route.key()))
                        .map(Route::key)
                        .collect(Collectors.toCollection(TreeSet::new)));

        Map<String, List<String>> wrong = new LinkedHashMap<>();
        reads.forEach((key, read) -> {
            byte[] body = read.client()
                    .get(key.substring(4) + read.query(), read.variables())
                    .expectStatus()
                    .isOk()
                    .expectBody()
                    .returnResult()
                    .getResponseBodyContent();
            JsonNode operation =
                    description.operation(HttpMethod.GET, key.substring(4)).orElseThrow();
            List<String> faults = description.faults(operation, 200, body);
            if (!faults.isEmpty()) {
                wrong.put(key, faults);
            }
        });

        assertThat(wrong).isEmpty();
    }

    @Test
    void an_answer_that_differs_is_noticed() {
        JsonNode operation =
                description.operation(HttpMethod.GET, "/api/organisations/{id}").orElseThrow();
        String good = "{'id':'x','kind':'EMPLOYER','name':{'zh':'厂','en':''},'parentId':null,'revision':1,'depth':0}";

        assertThat(faults(operation, 200, good)).isEmpty();
        assertThat(faults(operation, 200, good.replace("'depth':0", "'depth':0,'more':1")))
                .hasSize(1);
        assertThat(faults(operation, 200, good.replace(",'depth':0", ""))).hasSize(1);
        assertThat(faults(operation, 200, good.replace("'revision':1", "'revision':'1'")))
                .hasSize(1);
        assertThat(faults(operation, 200, good.replace("{'zh':'厂','en':''}", "null")))
                .hasSize(1);
        assertThat(faults(operation, 200, good.replace("EMPLOYER", "SHOP"))).hasSize(1);
        assertThat(faults(operation, 404, "{'type':'x'}")).isNotEmpty();
    }

    private List<String> faults(JsonNode operation, int status, String json) {
        return description.faults(operation, status, json.replace('\'', '"').getBytes(StandardCharsets.UTF_8));
    }

    private record Read(Client client, String query, Object... variables) {}

    private Map<String, Read> reads(WholeStory story) {
        Client worker = site.signIn(story.learner(), Site.PASSWORD).client();
        Client officer = site.signIn(story.officer(), Site.PASSWORD).client();
        Client trainer =
                site.person(Role.TRAINER, story.course().organisationId()).client();
        Client administrator = site.administrator().client();
        Client anyone = site.anonymous();
        var course = story.course();
        Map<String, Read> reads = new java.util.TreeMap<>();
        reads.put("GET /api/attempts/{id}", new Read(worker, "", story.attemptId()));
        reads.put("GET /api/audit", new Read(administrator, ""));
        reads.put("GET /api/audit/{seq}/proof", new Read(administrator, "", 1));
        reads.put("GET /api/catalogue", new Read(worker, ""));
        reads.put("GET /api/catalogue/rebuilds/current", new Read(administrator, ""));
        reads.put("GET /api/catalogue/suggestions", new Read(worker, "?q=a"));
        reads.put("GET /api/catalogue/{courseId}", new Read(worker, "", course.courseId()));
        reads.put("GET /api/courses", new Read(trainer, ""));
        reads.put(
                "GET /api/courses/{courseId}/learners",
                new Read(trainer, "?organisation=" + course.organisationId(), course.courseId()));
        reads.put("GET /api/courses/{id}", new Read(trainer, "", course.courseId()));
        reads.put("GET /api/courses/{id}/preview", new Read(trainer, "", course.courseId()));
        reads.put("GET /api/credentials/{id}", new Read(worker, "", story.credentialId()));
        reads.put(
                "GET /api/enrolments/{enrolmentId}/lessons/{lessonId}/quiz",
                new Read(worker, "", story.enrolmentId(), course.quizLessonId()));
        reads.put("GET /api/enrolments/{id}", new Read(worker, "", story.enrolmentId()));
        reads.put(
                "GET /api/enrolments/{id}/lessons/{lessonId}/segments",
                new Read(worker, "", story.enrolmentId(), course.textLessonId()));
        for (String mine : List.of(
                "",
                "/account",
                "/account/corrections",
                "/account/entries",
                "/account/holds",
                "/account/statement",
                "/credentials",
                "/enrolments",
                "/grades",
                "/messages",
                "/messages/unread",
                "/outcomes",
                "/paths",
                "/promotion-cases",
                "/qualifications",
                "/work-records")) {
            reads.put("GET /api/me" + mine, new Read(worker, ""));
        }
        reads.put("GET /api/me/account/entries/{seq}/trace", new Read(worker, "", 1));
        reads.put("GET /api/me/account/entries/{seq}/proof", new Read(worker, "", 1));
        for (String open : List.of(
                "framework", "occupations", "organisations", "qualification-types", "standards", "transfer-rules")) {
            reads.put("GET /api/" + open, new Read(worker, ""));
        }
        reads.put("GET /api/organisations/{id}", new Read(administrator, "", course.organisationId()));
        reads.put("GET /api/papers", new Read(trainer, "?organisation=" + course.organisationId()));
        reads.put("GET /api/papers/{id}", new Read(trainer, "", course.paperId()));
        reads.put("GET /api/people", new Read(administrator, "?organisation=" + course.organisationId()));
        reads.put("GET /api/people/{personId}", new Read(administrator, "", personOf(story)));
        reads.put(
                "GET /api/examinations",
                new Read(site.person(Role.ASSESSOR, course.organisationId()).client(), ""));
        Client supervisor =
                site.person(Role.ADMINISTRATOR, story.institutionId()).client();
        reads.put(
                "GET /api/bursts/{id}",
                new Read(supervisor, "", BurstStory.of(beans, story.institutionId(), story.caseId())));
        reads.put("GET /api/bursts", new Read(supervisor, "?institution=" + story.institutionId()));
        reads.put("GET /api/promotion-cases/{id}", new Read(officer, "", story.caseId()));
        reads.put("GET /api/public/credentials/{id}", new Read(anyone, "", story.credentialId()));
        reads.put("GET /api/questions", new Read(trainer, "?organisation=" + course.organisationId()));
        reads.put("GET /api/questions/{id}", new Read(trainer, "", course.questionId()));
        reads.put("GET /api/recognition/credentials", new Read(officer, ""));
        reads.put("GET /api/recognition/inbox", new Read(officer, "?state=APPROVED"));
        reads.put("GET /api/recognition/institutions", new Read(worker, "?occupation=" + WholeStory.TURNER));
        reads.put("GET /api/standards/{occupationCode}", new Read(worker, "", WholeStory.TURNER));
        reads.put("GET /api/credit-applications/{applicationId}/holds", new Read(officer, "", story.caseId()));
        reads.put("GET /api/credit-holds", new Read(officer, "?granted=true"));
        reads.put("GET /api/logs/{log}/records", new Read(administrator, "?from=0", "ledger"));
        reads.putAll(rules(officer, anyone));
        reads.putAll(programmes());
        reads.putAll(standards(worker));
        reads.putAll(recognition(story, worker, officer, anyone));
        reads.putAll(priorLearning(story, worker, officer));
        reads.putAll(reexamination(story, worker, supervisor));
        reads.putAll(evaluation(story, worker, officer));
        reads.putAll(stating());
        reads.putAll(logs(worker, anyone));
        reads.putAll(corrections(worker, course.organisationId()));
        return reads;
    }

    private Map<String, Read> recognition(WholeStory story, Client worker, Client officer, Client anyone) {
        UUID made = RecognitionStory.of(beans, site.signIn(story.learner(), Site.PASSWORD), story.institutionId());
        return Map.of(
                "GET /api/recognition-programmes", new Read(worker, ""),
                "GET /api/recognition-cases/{id}", new Read(officer, "", made),
                "GET /api/recognition-cases", new Read(officer, ""),
                "GET /api/me/recognition-cases", new Read(worker, ""),
                "GET /api/me/declared-outcomes", new Read(worker, ""),
                "GET /api/me/recognition-waiting", new Read(officer, ""),
                "GET /api/public/recognition-notices", new Read(anyone, ""),
                "GET /api/me/stand-ins", new Read(officer, ""));
    }

    private Map<String, Read> priorLearning(WholeStory story, Client worker, Client officer) {
        Client assessor = site.person(Role.ASSESSOR, story.institutionId()).client();
        UUID claim = UUID.randomUUID();
        var claimed = new ClaimEdit(
                WholeStory.TURNER,
                Grade.JUNIOR,
                story.institutionId(),
                List.of(new UnitStatement("turn-5-1", "从事车工多年，独立完成轴类零件加工。")));
        worker.put(claimed, "/api/prior-learning-claims/{id}", claim)
                .expectStatus()
                .isOk();
        var passed = new AssessmentEdit(
                "turn-5-1", Method.PRACTICAL, LocalDate.of(2026, 1, 5), Set.of(), null, 80, "按图车削阶梯轴，尺寸合格。");
        assessor.put(passed, "/api/prior-learning-claims/{id}/assessments/{a}", claim, UUID.randomUUID())
                .expectStatus()
                .isOk();
        return Map.of(
                "GET /api/me/claimable-units",
                new Read(worker, "?grade=JUNIOR&occupation=" + WholeStory.TURNER),
                "GET /api/me/prior-learning-claims",
                new Read(worker, ""),
                "GET /api/prior-learning-institutions",
                new Read(worker, ""),
                "GET /api/prior-learning-claims/{id}",
                new Read(officer, "", claim),
                "GET /api/prior-learning-inbox",
                new Read(assessor, ""));
    }

    /** The grade of the story was drawn; it is found doubtful, and the worker says something. */
    private Map<String, Read> reexamination(WholeStory story, Client worker, Client supervisor) {
        UUID drawn = ReexaminationStory.of(story.credentialId());
        String one = "/api/reexaminations/{id}";
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> worker.get(one, drawn).expectStatus().isOk());
        Client reviewer = site.person(Role.ASSESSOR, story.institutionId()).client();
        reviewer.post(null, one + "/review", drawn).expectStatus().isOk();
        reviewer.put(
                        new FindingEdit(FindingKind.DOUBTFUL, "评分表缺少第二位考评员签字。"),
                        one + "/findings/{f}",
                        drawn,
                        UUID.randomUUID())
                .expectStatus()
                .isOk();
        worker.put(new StatementEdit("当天两位考评员均在场，可以核实。"), one + "/statement", drawn)
                .expectStatus()
                .isOk();
        String period = "/api/reexamination-periods/{period}";
        String institution = "?institution=" + story.institutionId();
        String quarter = ReexaminationStory.period(beans);
        return Map.of(
                "GET /api/reexamination-periods",
                new Read(supervisor, ""),
                "GET " + period,
                new Read(supervisor, institution, quarter),
                "GET " + period + "/draws",
                new Read(supervisor, institution, quarter),
                "GET " + period + "/reexaminations",
                new Read(supervisor, institution, quarter),
                "GET /api/reexamination-inbox",
                new Read(reviewer, ""),
                "GET /api/me/reexaminations",
                new Read(worker, "?case=" + story.caseId()),
                "GET " + one,
                new Read(reviewer, "", drawn));
    }

    private Map<String, Read> evaluation(WholeStory story, Client worker, Client officer) {
        UUID employer = site.employer();
        Client administrator = site.person(Role.ADMINISTRATOR, employer).client();
        UUID assessor = site.person(Role.ASSESSOR, employer).personId();
        UUID plan = UUID.randomUUID();
        administrator
                .put(
                        EvaluationForeignObjects.plan(employer, story.institutionId(), assessor),
                        "/api/evaluation-plans/{id}",
                        plan)
                .expectStatus()
                .isOk();
        return Map.of(
                "GET /api/evaluation-plans", new Read(administrator, "?employer=" + employer),
                "GET /api/evaluation-inbox", new Read(officer, ""),
                "GET /api/evaluation-plans/{id}", new Read(officer, "", plan),
                "GET /api/evaluation-plans/{id}/supervisor-candidates", new Read(officer, "", plan),
                "GET /api/me/evaluation-plans", new Read(worker, "?grade=JUNIOR&occupation=" + WholeStory.TURNER),
                "GET /api/supervised-examinations", new Read(worker, ""));
    }

    /** Once the rule book is there. */
    private Map<String, Read> programmes() {
        UUID college = ProgrammeForeignObjects.institution(site);
        Client officer = site.person(Role.RECOGNITION_OFFICER, college).client();
        String drafted = ProgrammeForeignObjects.draft(site, college);
        String published = ProgrammeForeignObjects.published(site, college);
        return Map.of(
                "GET /api/programme-drafts", new Read(officer, ""),
                "GET /api/programme-drafts/{programmeId}/{version}", new Read(officer, "", drafted, 1),
                "GET /api/programme-drafts/{programmeId}/{version}/comparison",
                        new Read(officer, "?older=1", published, 1),
                "GET /api/public/programmes/{programmeId}/comparison",
                        new Read(officer, "?older=1&newer=1", published));
    }

    private static Map<String, Read> standards(Client worker) {
        return Map.of(
                "GET /api/standard-versions", new Read(worker, "?state=IN_FORCE"),
                "GET /api/standard-versions/{subject}/{version}", new Read(worker, "", WholeStory.TURNER, 1),
                "GET /api/standard-versions/{subject}/comparison",
                        new Read(worker, "?older=1&newer=1", WholeStory.TURNER),
                "GET /api/standard-versions/{subject}/{version}/comments", new Read(worker, "", WholeStory.TURNER, 1));
    }

    /** Once the sample rule book is there. */
    private static Map<String, Read> rules(Client officer, Client anyone) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(
                        () -> anyone.get("/api/public/rules/{ruleId}/versions/{version}", "welder-title-skill", 1)
                                .expectStatus()
                                .isOk(),
                        found -> true);
        return Map.of(
                "GET /api/public/rules", new Read(anyone, "?state=IN_FORCE"),
                "GET /api/public/rules/{ruleId}/versions/{version}", new Read(anyone, "", "welder-title-skill", 1),
                "GET /api/public/rule-changes", new Read(anyone, ""),
                "GET /api/public/rule-institutions", new Read(anyone, ""),
                "GET /api/public/programmes", new Read(anyone, ""),
                "GET /api/public/programmes/{programmeId}/versions/{version}",
                        new Read(anyone, "", "welding-diploma", 1),
                "GET /api/rules", new Read(officer, ""),
                "GET /api/rules/{ruleId}/versions/{version}", new Read(officer, "", "welder-title-skill", 1),
                "GET /api/credit-units", new Read(officer, ""),
                "GET /api/sample-learners", new Read(officer, ""));
    }

    private Map<String, Read> stating() {
        ImportsFixture fixture = new ImportsFixture(site);
        UUID imported = fixture.ended(ImportsFixture.HEADER + "=1\n", true).id();
        UUID withdrawal = fixture.withdrawal("W-1");
        Client administrator =
                site.person(Role.ADMINISTRATOR, fixture.institution).client();
        String institution = "?institution=" + fixture.institution;
        return Map.of(
                "GET /api/outcome-imports", new Read(fixture.officer, institution),
                "GET /api/outcome-imports/columns", new Read(fixture.officer, ""),
                "GET /api/outcome-imports/{id}", new Read(fixture.officer, "", imported),
                "GET /api/outcome-imports/{id}/rows", new Read(fixture.officer, "", imported),
                "GET /api/stated-outcomes", new Read(fixture.officer, institution + "&number=W-1"),
                "GET /api/outcome-withdrawals", new Read(fixture.officer, institution),
                "GET /api/outcome-withdrawals/{id}", new Read(fixture.officer, "", withdrawal),
                "GET /api/institution-keys", new Read(administrator, institution));
    }

    private Map<String, Read> corrections(Client worker, UUID organisation) {
        Client officer = site.person(Role.RECOGNITION_OFFICER, organisation).client();
        UUID entry = WholeStory.account(worker).entries().items().getLast().entryId();
        UUID correction = UUID.randomUUID();
        officer.put(new CorrectionEdit(entry, "登记有误，申请冲正。"), "/api/ledger-corrections/{id}", correction)
                .expectStatus()
                .isOk();
        return Map.of(
                "GET /api/ledger-entries/{entryId}", new Read(officer, "", entry),
                "GET /api/ledger-entries/{entryId}/proof", new Read(officer, "", entry),
                "GET /api/ledger-corrections", new Read(officer, ""),
                "GET /api/ledger-corrections/{id}", new Read(officer, "", correction));
    }

    /** Once a head covers the worker's entry. */
    private static Map<String, Read> logs(Client worker, Client anyone) {
        RecordProof proof = Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .ignoreExceptionsInstanceOf(AssertionError.class)
                .until(() -> proof(worker), found -> true);
        String leaf = Merkle.leaf(
                        HexFormat.of().parseHex(proof.record().salt()),
                        proof.record().canonical().getBytes(StandardCharsets.UTF_8))
                .hex();
        long size = proof.head().size();
        return Map.of(
                "GET /api/public/logs", new Read(anyone, ""),
                "GET /api/public/logs/{log}/head", new Read(anyone, "", "ledger"),
                "GET /api/public/logs/{log}/heads/{size}", new Read(anyone, "", "ledger", size),
                "GET /api/public/logs/{log}/inclusion", new Read(anyone, "?leaf=" + leaf, "ledger"),
                "GET /api/public/logs/{log}/consistency", new Read(anyone, "?from=1&to=" + size, "ledger"),
                "GET /api/public/logs/{log}/leaves", new Read(anyone, "?from=0", "ledger"));
    }

    private static RecordProof proof(Client worker) {
        return worker.get("/api/me/account/entries/{seq}/proof", 1)
                .expectStatus()
                .isOk()
                .expectBody(RecordProof.class)
                .returnResult()
                .getResponseBody();
    }

    private Object personOf(WholeStory story) {
        return site.signIn(story.learner(), Site.PASSWORD).personId();
    }
}
