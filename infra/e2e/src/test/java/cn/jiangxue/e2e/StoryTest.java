package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.courses.SampleCourse;
import cn.jiangxue.courses.SampleCourses;
import cn.jiangxue.courses.SampleQuestion;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** From an empty data folder to a grade earned and a credential that anyone can verify, in a real browser. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class StoryTest {

    private static final String PASSWORD = "jiangxue-2026";
    private static final String TURNING = "6-18-01-01";

    @TempDir
    static Path data;

    private static Site site;
    private static Playwright playwright;
    private static Browser browser;
    private static SampleCourse caliper;
    private static String verifyUrl = "";

    @BeforeAll
    static void start() {
        site = Site.start(data.resolve("site"));
        playwright = Playwright.create();
        browser = Visitor.chromium(playwright);
        caliper = SampleCourses.load().stream()
                .filter(course -> course.occupationCode().equals(TURNING))
                .findFirst()
                .orElseThrow();
        site.awaitSamples();
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
        if (site != null) {
            site.close();
        }
    }

    @Test
    @Order(1)
    void a_worker_finds_a_course_by_chinese_words_on_a_phone_and_enrols() {
        try (Visitor worker = phone("worker")) {
            worker.signIn("zhanggong", PASSWORD);
            checked(worker, "home");
            worker.open("/catalogue");
            Page page = worker.page();
            page.locator("#catalogue-search input").fill("卡尺");
            page.locator("#catalogue-search input").press("Enter");
            assertThat(page.locator("mark").first()).isVisible();
            checked(worker, "catalogue");
            page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("卡尺")))
                    .first()
                    .click();
            checked(worker, "course");
            page.locator("#enrol").click();
            agreeWhenAsked(page);
            page.waitForURL(Pattern.compile(".*/lesson/.*"));
        }
    }

    @Test
    @Order(2)
    void reading_watching_and_passing_the_quiz_completes_the_course() {
        try (Visitor worker = phone("study")) {
            worker.signIn("zhanggong", PASSWORD);
            Page page = worker.page();
            for (SampleCourse.Chapter chapter : caliper.chapters()) {
                for (SampleCourse.Lesson lesson : chapter.lessons()) {
                    worker.open("/course/" + caliper.id());
                    page.locator("a[href*='/lesson/'][href$='" + lesson.id() + "']")
                            .first()
                            .click();
                    page.waitForURL(Pattern.compile(".*" + lesson.id()));
                    assertThat(page.locator("h1")).isVisible();
                    study(worker, lesson);
                }
            }
            worker.open("/course/" + caliper.id());
            assertThat(page.getByText("已完成").first()).isVisible();
            checked(worker, "course-done");
        }
    }

    private static void study(Visitor worker, SampleCourse.Lesson lesson) {
        switch (lesson) {
            case SampleCourse.TextLesson text -> {
                checked(worker, "text");
                worker.page().locator("#mark-read").click();
                assertThat(worker.page().locator("#mark-read")).isHidden();
            }
            case SampleCourse.VideoLesson video -> watch(worker);
            case SampleCourse.QuizLesson quiz -> answer(worker);
        }
    }

    /** At double speed: everything is seen, and the clock grants half. */
    private static void watch(Visitor worker) {
        Page page = worker.page();
        checked(worker, "video");
        Locator video = page.locator("jx-player video");
        page.waitForFunction("document.querySelector('jx-player video')?.readyState >= 2");
        video.evaluate("v => { v.muted = true; v.playbackRate = 2; return v.play(); }");
        page.waitForFunction(
                "document.querySelector('jx-player video').ended",
                null,
                new Page.WaitForFunctionOptions().setTimeout(150_000));
        assertThat(page.locator(".jx-lesson-next a.jx-button-primary, .jx-lesson-next .jx-note"))
                .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(60_000));
    }

    private static void answer(Visitor worker) {
        Page page = worker.page();
        page.locator("#quiz-start").click();
        page.waitForURL(Pattern.compile(".*/quiz/.*"));
        checked(worker, "quiz");
        Locator cards = page.locator(".jx-question");
        assertThat(cards.first()).isVisible();
        for (int i = 0; i < cards.count(); i++) {
            Locator card = cards.nth(i);
            String shown = card.innerText();
            SampleQuestion question = caliper.questions().stream()
                    .filter(one -> shown.contains(one.stem().zh().strip()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("a question nobody wrote: " + shown));
            for (var option : question.options()) {
                if (question.correct().contains(option.id())) {
                    card.getByText(option.text().zh().strip(), new Locator.GetByTextOptions().setExact(true))
                            .click();
                }
            }
        }
        page.waitForTimeout(500);
        page.locator("#quiz-submit").click();
        assertThat(page.locator(".jx-big-number")).containsText("100");
        checked(worker, "quiz-result");
    }

    @Test
    @Order(3)
    void the_credit_is_in_the_account_and_traces_back_to_the_seconds() {
        try (Visitor worker = phone("account")) {
            worker.signIn("zhanggong", PASSWORD);
            Page page = worker.page();
            Site.await("the credit is posted", java.time.Duration.ofSeconds(90), () -> {
                worker.openShown("/account");
                return page.locator("a[href*='/account/entries/']").count() > 0;
            });
            checked(worker, "account");
            page.locator("a[href*='/account/entries/']").first().click();
            page.waitForURL(Pattern.compile(".*/account/entries/1"));
            assertThat(page.locator("#main")).containsText(caliper.title().zh());
            checked(worker, "entry");
        }
    }

    @Test
    @Order(4)
    void the_worker_applies_and_an_officer_approves() {
        try (Visitor worker = phone("path")) {
            worker.signIn("zhanggong", PASSWORD);
            worker.open("/path");
            checked(worker, "path");
            Page page = worker.page();
            page.locator("[id^='apply-" + TURNING + "']").last().click();
            Locator send = page.locator("#apply-send");
            if (page.locator("#apply-institution").getAttribute("has-value") == null) {
                page.locator("#apply-institution").click();
                page.locator("vaadin-select-item").last().click();
            }
            send.click();
            page.waitForURL(Pattern.compile(".*/case/.*"));
            checked(worker, "case");
        }
        try (Visitor officer = desk("officer")) {
            officer.signIn("rending", PASSWORD);
            officer.open("/recognise");
            checked(officer, "inbox");
            Page page = officer.page();
            page.locator("a[href*='/recognise/']")
                    .filter(new Locator.FilterOptions().setHasText("张大伟"))
                    .first()
                    .click();
            page.waitForURL(Pattern.compile(".*/recognise/[0-9a-f-]{36}"));
            checked(officer, "review");
            page.locator("#approve").click();
            page.locator("#decision-send").click();
            assertThat(page.locator("#approve")).isHidden();
        }
    }

    @Test
    @Order(5)
    void anyone_verifies_the_credential_until_it_is_revoked() {
        try (Visitor worker = phone("credential")) {
            worker.signIn("zhanggong", PASSWORD);
            Page page = worker.page();
            Site.await("the credential is issued", java.time.Duration.ofSeconds(90), () -> {
                worker.openShown("/credentials");
                return page.locator("a[href*='/verify/']").count() > 0;
            });
            checked(worker, "credentials");
            verifyUrl = page.locator("a[href*='/verify/']").first().getAttribute("href");
        }
        String path = verifyUrl.substring(verifyUrl.indexOf("/verify/"));
        verdict(path, "有效", "verify-valid");
        try (Visitor officer = desk("revoke")) {
            officer.signIn("rending", PASSWORD);
            officer.open("/recognise/credentials");
            checked(officer, "issued");
            Page page = officer.page();
            page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("撤销")))
                    .first()
                    .click();
            page.locator("#state-reason textarea").fill("演示：核查后发现材料有误，撤销该证书。");
            page.locator("#state-send").click();
            assertThat(page.locator("#state-send")).isHidden();
        }
        verdict(path, "撤销", "verify-revoked");
    }

    private static void verdict(String path, String word, String shot) {
        try (Visitor anyone = phone("anyone")) {
            anyone.open(path);
            assertThat(anyone.page().locator("#verdict")).containsText(word);
            checked(anyone, shot);
        }
    }

    /** Looks right: nothing sticks out, axe finds nothing, a picture is kept. */
    private static void checked(Visitor visitor, String what) {
        assertThat(visitor.page().locator("h1").first()).isVisible();
        visitor.page().waitForTimeout(400);
        visitor.shot(what);
        List<String> wrong = new ArrayList<>(visitor.violations());
        if (!visitor.fits()) {
            wrong.add("the page is wider than the screen");
        }
        assertThat(wrong).as(what).isEmpty();
    }

    private static void agreeWhenAsked(Page page) {
        Locator agree = page.locator(
                "vaadin-dialog-overlay vaadin-button[theme~=primary], vaadin-dialog vaadin-button[theme~=primary]");
        page.waitForCondition(() -> agree.count() > 0 || page.url().contains("/lesson/"));
        if (agree.count() > 0) {
            agree.first().click();
        }
    }

    private static Visitor phone(String name) {
        return Visitor.at(site, browser, name, Visitor.PHONE, "zh-CN");
    }

    private static Visitor desk(String name) {
        return Visitor.at(site, browser, name, Visitor.DESK, "zh-CN");
    }

    @Test
    @Order(6)
    void the_logs_name_nobody() throws Exception {
        try (var logs = Files.walk(site.data().resolve("logs"))) {
            for (Path log : logs.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(log)).as(log.toString()).doesNotContain("张大伟", "110101199205209990");
            }
        }
    }
}
