package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/** From an empty data folder to a grade earned and a credential that anyone can verify, in a real browser and through the pages alone. */
@ExtendWith(Stage.Shared.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {

    private static final Duration SOON = Duration.ofSeconds(90);

    private static Stage stage;
    private static String verifyUrl = "";

    @BeforeAll
    static void begin(Stage shared) {
        stage = shared;
    }

    @Test
    @Order(1)
    void the_first_administrator_comes_in_by_a_token_that_is_good_once_and_enters_the_others() {
        Cast cast = stage.cast();

        try (Visitor stranger = stage.desk("stranger")) {
            cast.makeFirstAdministrator(stranger, "second");

            assertThat(stranger.page().locator(".jx-problem")).isVisible();
            stranger.checked("token-used");
        }
    }

    @Test
    @Order(2)
    void a_trainer_uploads_a_film_over_a_bad_link_and_publishes_a_course() {
        PublishedCourse course = stage.course();

        try (Visitor trainer = stage.desk("trainer-later")) {
            trainer.signIn(Cast.TRAINER, Cast.PASSWORD);
            trainer.open("/teach");
            assertThat(trainer.page().getByText(PublishedCourse.TITLE).first()).isVisible();
            trainer.open(course.path());
            assertThat(trainer.page().locator("h1")).hasText(PublishedCourse.TITLE);
            trainer.checked("as-learners-see-it");
        }
    }

    @Test
    @Order(3)
    void a_worker_finds_the_course_by_chinese_words_on_a_phone_and_enrols() {
        PublishedCourse course = stage.course();

        try (Visitor worker = stage.phone("worker")) {
            worker.signIn(Cast.TURNER, Cast.PASSWORD);
            worker.checked("home");
            Learner learner = new Learner(worker, course);
            learner.search("卡尺");
            worker.checked("catalogue");
            learner.openFound();
            worker.checked("course");
            learner.enrol();
            assertThat(worker.page().locator("h1")).hasText(PublishedCourse.TEXT);
            worker.checked("text");
            learner.read();
        }
    }

    @Test
    @Order(4)
    void the_film_goes_on_where_it_was_left_and_counts_on_one_device_alone() {
        PublishedCourse course = stage.course();
        try (Visitor phone = stage.phone("phone");
                Visitor desk = stage.desk("desk")) {
            phone.signIn(Cast.TURNER, Cast.PASSWORD);
            Learner onPhone = new Learner(phone, course);
            onPhone.openLesson(PublishedCourse.FILM);
            onPhone.play();
            onPhone.awaitPlayed(12);
            double left = onPhone.position();

            onPhone.pause();
            desk.signIn(Cast.TURNER, Cast.PASSWORD);
            Learner onDesk = new Learner(desk, course);
            onDesk.openLesson(PublishedCourse.FILM);
            onDesk.play();

            assertThat(onDesk.firstPosition()).isBetween(left - 5, left + 5);
            desk.checked("film");

            onPhone.playOn();
            assertThat(phone.page().locator(".jx-p-notice")).containsText("您在另一个页面或设备上开始了学习");
            phone.checked("taken-over");
            assertThat(onPhone.isPlaying()).isFalse();
            onPhone.playOn();
            assertThat(onPhone.isPlaying()).isFalse();

            desk.page().locator("a[href*='/account/study/']").click();
            assertThat(desk.page().locator(".jx-rows")).isVisible();
            desk.checked("record");
        }
    }

    @Test
    @Order(5)
    void a_sign_in_ended_elsewhere_leads_back_to_the_lesson_after_signing_in_again() {
        PublishedCourse course = stage.course();
        try (Visitor phone = stage.phone("ended");
                Visitor desk = stage.desk("elsewhere")) {
            phone.signIn(Cast.TURNER, Cast.PASSWORD);
            Learner learner = new Learner(phone, course);
            learner.openLesson(PublishedCourse.FILM);
            String lesson = phone.page().url();
            desk.signIn(Cast.TURNER, Cast.PASSWORD);
            desk.open("/profile");

            desk.press("退出所有设备");
            desk.page().waitForURL("**/login**");

            Site.await("the sign-in has ended on the phone", SOON, () -> {
                phone.open(lesson.substring(lesson.indexOf("/lesson/")));
                phone.page().waitForTimeout(1_500);
                return phone.page().url().contains("/login");
            });
            assertThat(phone.page().getByText("登录已结束。重新登录后会回到刚才的页面。")).isVisible();
            phone.checked("sign-in-ended");
            phone.enter(Cast.TURNER, Cast.PASSWORD);
            phone.page().waitForURL(lesson);
        }
    }

    @Test
    @Order(6)
    void reading_watching_and_passing_the_quiz_completes_the_course() {
        PublishedCourse course = stage.course();
        try (Visitor worker = stage.phone("study")) {
            worker.signIn(Cast.TURNER, Cast.PASSWORD);
            Learner learner = new Learner(worker, course);
            List<String> renewals = noted(worker.page(), "/study/grants/renewals");
            learner.openLesson(PublishedCourse.FILM);
            worker.checked("film");
            learner.play();
            learner.awaitEnd();
            assertThat(renewals).as("renewals of the grant while playing").isNotEmpty();
            worker.checked("film-done");
            learner.openLesson(PublishedCourse.QUIZ);
            worker.checked("quiz");
            learner.startQuiz();
            worker.checked("questions");
            learner.answer(course.questions().size());
            learner.submitQuiz();
            worker.checked("quiz-result");
            worker.open(course.path());
            assertThat(worker.page().getByText("已完成").first()).isVisible();
            worker.checked("course-done");
        }
    }

    private static List<String> noted(Page page, String path) {
        List<String> urls = new CopyOnWriteArrayList<>();
        page.onResponse(response -> {
            if (response.url().endsWith(path) && response.ok()) {
                urls.add(response.url());
            }
        });
        return urls;
    }

    @Test
    @Order(7)
    void the_credit_is_in_the_account_and_traces_back_to_the_seconds() {
        try (Visitor worker = stage.phone("account")) {
            worker.signIn(Cast.TURNER, Cast.PASSWORD);
            Page page = worker.page();
            Site.await("the credit is posted", SOON, () -> {
                worker.openShown("/account");
                return page.locator("a[href*='/account/entries/']").count() > 0;
            });
            worker.checked("account");
            page.locator("a[href*='/account/entries/']").first().click();
            page.waitForURL("**/account/entries/1");
            assertThat(page.locator("#main")).containsText(PublishedCourse.TITLE);
            assertThat(page.locator("#main")).containsText(PublishedCourse.FILM);
            worker.checked("entry");
        }
    }

    @Test
    @Order(8)
    void the_worker_applies_is_examined_and_an_officer_approves() {
        try (Visitor worker = stage.desk("worker-desk")) {
            worker.signIn(Cast.TURNER, Cast.PASSWORD);
            Learner learner = new Learner(worker, stage.course());
            learner.registerRealName(Cast.TURNERS_NAME, Cast.TURNERS_NUMBER);
            worker.checked("profile");
            learner.recordWork("匠心精工有限公司", "2020-07-01");
        }
        try (Visitor worker = stage.phone("path")) {
            worker.signIn(Cast.TURNER, Cast.PASSWORD);
            worker.open("/path");
            worker.checked("path");
            Page page = worker.page();
            page.locator("[id^='apply-" + PublishedCourse.TURNING + "']").last().click();
            worker.shot("apply");
            page.locator("#dialog-send").click();
            page.waitForURL("**/case/**");
            worker.checked("case");
        }
        try (Visitor officer = stage.desk("officer")) {
            officer.signIn(Cast.OFFICER, Cast.PASSWORD);
            officer.open("/recognise");
            officer.checked("inbox");
            reviewed(officer, "/recognise");
            officer.checked("review");
            decide(officer.page(), "#admit");
            officer.checked("admitted");
        }
        try (Visitor assessor = stage.phone("assessor")) {
            assessor.signIn(Cast.ASSESSOR, Cast.PASSWORD);
            assessor.open("/examine");
            assessor.checked("examinations");
            reviewed(assessor, "/examine");
            assessor.checked("examination");
            Grading.mark(assessor.page(), "theory", "86.5");
            Grading.mark(assessor.page(), "practice", "91");
            assessor.checked("examined");
        }
        try (Visitor officer = stage.desk("approval")) {
            officer.signIn(Cast.OFFICER, Cast.PASSWORD);
            officer.open("/recognise");
            reviewed(officer, "/recognise");
            decide(officer.page(), "#approve");
            officer.checked("approved");
        }
    }

    @Test
    @Order(9)
    void the_worker_is_told_of_each_step_and_reads_it_with_the_keys_alone() {
        try (Visitor worker = stage.phone("messages")) {
            worker.signIn(Cast.TURNER, Cast.PASSWORD);
            Page page = worker.page();
            Locator bell = page.locator("jx-bell a");
            Locator approved = page.locator(".jx-message").filter(new Locator.FilterOptions().setHasText("晋级申请已批准"));
            Locator issued = page.locator(".jx-message").filter(new Locator.FilterOptions().setHasText("证书已签发"));
            Site.await("approval and certificate were told", SOON, () -> {
                worker.openShown("/messages");
                return approved.count() == 1 && issued.count() == 1;
            });
            int unread = page.locator(".jx-message.jx-unread").count();
            assertThat(bell).hasAccessibleName("消息，" + unread + " 条未读");
            worker.checked("unread");

            approved.press("Enter");
            page.waitForURL(Pattern.compile(".*/case/[0-9a-f-]{36}"));
            assertThat(bell).hasAccessibleName("消息，" + (unread - 1) + " 条未读");
            assertThat(page.locator(".jx-bell-number")).hasText(String.valueOf(unread - 1));

            bell.press("Enter");
            page.waitForURL("**/messages");
            assertThat(page.locator(".jx-message.jx-unread")).hasCount(unread - 1);
            page.locator("#read-all").press("Enter");
            assertThat(page.locator(".jx-message.jx-unread")).hasCount(0);
            assertThat(page.locator("#read-all")).hasCount(0);
            assertThat(page.locator("#main")).isFocused();
            assertThat(bell).hasAccessibleName("消息，没有未读");
            assertThat(page.locator(".jx-bell-number")).isHidden();
            worker.checked("read");
        }
    }

    /** Opens the turner's application from a list. */
    private static void reviewed(Visitor visitor, String area) {
        Page page = visitor.page();
        page.locator("a[href*='" + area + "/']")
                .filter(new Locator.FilterOptions().setHasText(Cast.TURNERS_NAME))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*" + area + "/[0-9a-f-]{36}"));
    }

    private static void decide(Page page, String button) {
        page.locator(button).click();
        page.locator("#decision-send").click();
        assertThat(page.locator(button)).isHidden();
    }

    @Test
    @Order(10)
    void anyone_verifies_the_credential_until_it_is_revoked() {
        try (Visitor worker = stage.phone("credential")) {
            worker.signIn(Cast.TURNER, Cast.PASSWORD);
            Page page = worker.page();
            Site.await("the credential is issued", SOON, () -> {
                worker.openShown("/credentials");
                return page.locator("a[href*='/verify/']").count() > 0;
            });
            worker.checked("credentials");
            verifyUrl = page.locator("a[href*='/verify/']").first().getAttribute("href");
        }
        String path = verifyUrl.substring(verifyUrl.indexOf("/verify/"));
        verdict(path, "有效", "valid");
        try (Visitor officer = stage.desk("revoke")) {
            officer.signIn(Cast.OFFICER, Cast.PASSWORD);
            officer.open("/recognise/credentials");
            officer.checked("issued");
            Page page = officer.page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("撤销")))
                    .first()
                    .click();
            page.locator("#state-reason textarea").fill("演示：核查后发现材料有误，撤销该证书。");
            page.locator("#state-send").click();
            assertThat(page.locator("#state-send")).isHidden();
        }
        verdict(path, "撤销", "revoked");
    }

    private static void verdict(String path, String word, String shot) {
        try (Visitor anyone = stage.phone("verify")) {
            anyone.open(path);
            assertThat(anyone.page().locator("#verdict")).containsText(word);
            anyone.checked(shot);
        }
    }

    @Test
    @Order(11)
    void the_logs_name_nobody() throws Exception {
        try (var logs = Files.walk(stage.site().data().resolve("logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log))
                        .as(log.toString())
                        .doesNotContain(Cast.TURNERS_NAME, Cast.TURNERS_NUMBER);
            }
        }
    }
}
