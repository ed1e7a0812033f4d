package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** What a turner learnt at work is claimed on a phone, assessed, and awarded by somebody else. */
@ExtendWith(Stage.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PriorLearningStoryTest {

    private static Stage stage;
    private static String claim;

    @BeforeAll
    static void begin(Stage shared) {
        stage = shared;
        stage.cast();
    }

    @Test
    @Order(1)
    void a_worker_claims_a_unit_on_a_phone_and_hands_in_a_photo() {
        try (Visitor worker = stage.phone("prior-worker")) {
            worker.signIn(Cast.SECOND_TURNER, Cast.PASSWORD);
            worker.open("/prior-learning");
            worker.checked("prior-none");
            worker.open("/prior-learning/new?occupation=" + PublishedCourse.TURNING + "&grade=JUNIOR");
            worker.checked("prior-new");
            claim = PriorClaim.claim(worker, PublishedCourse.TURNING, "JUNIOR", List.of("turn-5-1"));
            assertThat(worker.page().getByText("等待评审员审核材料").first()).isVisible();
            worker.handIn(Films.photo());
            worker.checked("prior-claim");
        }
    }

    @Test
    @Order(2)
    void an_assessor_records_what_was_found() {
        try (Visitor assessor = stage.desk("prior-assessor")) {
            assessor.signIn(Cast.ASSESSOR, Cast.PASSWORD);
            assessor.open("/recognise/prior-learning");
            assessor.checked("prior-inbox");
            assessor.open("/recognise/prior-learning/" + claim);
            Page page = assessor.page();
            assertThat(page.locator("#act-decide")).hasCount(0);
            PriorClaim.recordPortfolio(page);
            PriorClaim.recordPractical(page, 82);
            assertThat(page.getByText("评审达到").first()).isVisible();
            assessor.checked("prior-assessed");
        }
    }

    @Test
    @Order(3)
    void an_officer_awards_it_and_it_is_among_the_outcomes() {
        try (Visitor officer = stage.phone("prior-officer")) {
            officer.signIn(Cast.OFFICER, Cast.PASSWORD);
            officer.open("/recognise/prior-learning/" + claim);
            officer.checked("prior-review");
            Page page = officer.page();
            page.locator("#act-decide").click();
            officer.shot("prior-decide");
            page.locator("#dialog-send").click();
            assertThat(page.locator("#act-decide")).hasCount(0);
            assertThat(page.getByText("已认定").first()).isVisible();
        }
        OnRecord worker = OnRecord.of(stage.site(), Cast.SECOND_TURNER);
        Site.await(
                "the outcome is on record",
                Duration.ofSeconds(60),
                () -> worker.get("/api/me/outcomes")
                        .get("items")
                        .valueStream()
                        .anyMatch(outcome -> outcome.get("type").stringValue().equals("PRIOR_LEARNING")));
        try (Visitor visitor = stage.phone("prior-after")) {
            visitor.signIn(Cast.SECOND_TURNER, Cast.PASSWORD);
            visitor.open("/prior-learning/" + claim);
            assertThat(visitor.page().getByText("用来申请学分认定")).isVisible();
            visitor.checked("prior-done");
        }
    }
}
