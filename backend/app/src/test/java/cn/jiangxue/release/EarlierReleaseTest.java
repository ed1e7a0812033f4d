package cn.jiangxue.release;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CatalogApi.CourseView;
import cn.jiangxue.contract.CredentialApi.Verdict;
import cn.jiangxue.contract.CredentialApi.Verification;
import cn.jiangxue.contract.CreditApi.Account;
import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.CreditApi.Trace;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.contract.IdentityApi.UnmaskRequest;
import cn.jiangxue.contract.IdentityApi.Unmasked;
import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.LearningApi.EnrolmentState;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.GradeHeld;
import cn.jiangxue.contract.TransparencyApi.Head;
import cn.jiangxue.contract.TransparencyApi.Statement;
import cn.jiangxue.proof.Hash;
import cn.jiangxue.proof.SignedNote;
import cn.jiangxue.proof.StatedRecord;
import cn.jiangxue.testing.Site;
import cn.jiangxue.testing.Site.Client;
import cn.jiangxue.testing.Site.SignedIn;
import cn.jiangxue.testing.WholeStory;
import cn.jiangxue.transparency.TransparencyLogs;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.ParameterizedTypeReference;

/** The service of today over data folders that earlier releases left behind. Add each release to the list; none is ever taken off. */
class EarlierReleaseTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = "0.1.0")
    void everything_an_earlier_release_wrote_is_there(String version) throws IOException {
        try (DataFolder data = DataFolder.open(DataFolder.unpack(version, folder))) {
            WholeStory story = data.story();
            SignedIn worker = data.site.signIn(story.learner(), Site.PASSWORD);
            SignedIn officer = data.site.signIn(story.officer(), Site.PASSWORD);

            person(worker, officer);
            study(worker.client(), story);
            credit(worker.client(), story);
            promotion(worker.client(), officer.client(), story);
            credential(data.site.anonymous(), worker.client(), story);
            logs(data.site.anonymous(), worker.client());
        }
    }

    private static void person(SignedIn worker, SignedIn officer) {
        Me me = worker.tokens().me();
        assertThat(me.identityNumber()).isEqualTo("110*************36");
        assertThat(me.consents())
                .allSatisfy(consent -> assertThat(consent.givenVersion()).isNotNull());
        assertThat(officer.tokens().me().roles()).hasSize(1);
    }

    private static void study(Client worker, WholeStory story) {
        Enrolment enrolment = read(worker, Enrolment.class, "/api/enrolments/{id}", story.enrolmentId());
        assertThat(enrolment.state()).isEqualTo(EnrolmentState.COMPLETED);
        CourseView course = read(
                worker, CourseView.class, "/api/catalogue/{id}", story.course().courseId());
        assertThat(course.chapters().getFirst().lessons()).hasSize(2);
        worker.get("/api/attempts/{id}", story.attemptId()).expectStatus().isOk();
    }

    private static void credit(Client worker, WholeStory story) {
        Account account = WholeStory.account(worker);
        assertThat(account.balance().availableMilli()).isEqualTo(1_000);
        assertThat(account.entries().items()).hasSize(1);
        Trace trace = read(worker, Trace.class, "/api/me/account/entries/{seq}/trace", 1);
        assertThat(trace.outcome().sourceId()).isEqualTo(story.enrolmentId());
        assertThat(trace.outcome().details().code())
                .isEqualTo(story.course().courseId().toString());
        assertThat(outcomes(worker))
                .extracting(outcome -> outcome.details().code())
                .containsExactly(
                        "grade:" + WholeStory.TURNER + ":INTERMEDIATE",
                        story.course().courseId().toString());
    }

    private static List<Outcome> outcomes(Client worker) {
        return worker.get("/api/me/outcomes")
                .expectBody(new ParameterizedTypeReference<Page<Outcome>>() {})
                .returnResult()
                .getResponseBody()
                .items();
    }

    private static void promotion(Client worker, Client officer, WholeStory story) {
        Case decided = read(officer, Case.class, "/api/promotion-cases/{id}", story.caseId());
        assertThat(decided.state()).isEqualTo(CaseState.APPROVED);
        assertThat(decided.path()).as("before there were paths").isNull();
        assertThat(decided.examination()).isNull();
        assertThat(decided.workRecords())
                .singleElement()
                .satisfies(work -> assertThat(work.employer()).isEqualTo("匠心精工"));
        List<GradeHeld> grades = worker.get("/api/me/grades")
                .expectBody(new ParameterizedTypeReference<List<GradeHeld>>() {})
                .returnResult()
                .getResponseBody();
        assertThat(grades)
                .singleElement()
                .satisfies(held -> assertThat(held.grade()).isEqualTo(Grade.INTERMEDIATE));
    }

    private static void credential(Client anyone, Client worker, WholeStory story) {
        assertThat(WholeStory.credentials(worker))
                .singleElement()
                .satisfies(one -> assertThat(one.id()).isEqualTo(story.credentialId()));
        for (String name : List.of(story.credentialId().toString(), story.number())) {
            assertThat(read(anyone, Verification.class, "/api/public/credentials/{id}", name)
                            .verdict())
                    .isEqualTo(Verdict.VALID);
        }
    }

    /** Entries and audit records of the time before the logs are taken in. */
    private static void logs(Client anyone, Client worker) {
        Awaitility.await()
                .atMost(TransparencyLogs.MERGE_DELAY)
                .untilAsserted(() -> worker.get("/api/me/account/entries/{seq}/proof", 1)
                        .expectStatus()
                        .isOk());
        Statement statement = read(worker, Statement.class, "/api/me/account/statement");
        assertThat(statement.availableMilli()).isEqualTo(1_000);
        assertThat(statement.entries())
                .singleElement()
                .satisfies(entry -> assertThat(new StatedRecord(
                                        entry.index(),
                                        entry.salt(),
                                        entry.canonical(),
                                        entry.path().stream().map(Hash::ofHex).toList())
                                .isUnder(SignedNote.parse(statement.head().note())
                                        .checkpoint()))
                        .isTrue());
        Awaitility.await()
                .atMost(TransparencyLogs.MERGE_DELAY)
                .until(() ->
                        read(anyone, Head.class, "/api/public/logs/audit/head").size() > 10);
    }

    static <T> T read(Client client, Class<T> type, String path, Object... variables) {
        return client.get(path, variables)
                .expectStatus()
                .isOk()
                .expectBody(type)
                .returnResult()
                .getResponseBody();
    }

    static Unmasked unmasked(Client client, SignedIn person) {
        return client.post(new UnmaskRequest("核对纸质档案"), "/api/people/{id}/unmaskings", person.personId())
                .expectStatus()
                .isOk()
                .expectBody(Unmasked.class)
                .returnResult()
                .getResponseBody();
    }
}
