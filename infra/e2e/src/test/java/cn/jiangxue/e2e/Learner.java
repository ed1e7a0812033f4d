package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.jiangxue.courses.SampleQuestion;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.regex.Pattern;

/** What a worker does with the course, on the pages. */
final class Learner {

    static final double LONGEST_FILM = 180_000;
    static final String VIDEO = "document.querySelector('jx-player video')";

    private final Visitor visitor;
    private final Page page;
    private final PublishedCourse course;

    Learner(Visitor visitor, PublishedCourse course) {
        this.visitor = visitor;
        this.page = visitor.page();
        this.course = course;
    }

    /** By words of its title; the course's page is open afterwards. */
    void search(String words) {
        visitor.open("/catalogue");
        page.locator("#catalogue-search input").fill(words);
        page.locator("#catalogue-search input").press("Enter");
        assertThat(page.locator("mark").first()).isVisible();
    }

    void openFound() {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(PublishedCourse.TITLE)))
                .first()
                .click();
        page.waitForURL("**" + course.path());
    }

    void enrol() {
        page.locator("#enrol").click();
        Locator agree = page.locator("vaadin-dialog vaadin-button[theme~=primary]");
        page.waitForCondition(() -> agree.count() > 0 || page.url().contains("/lesson/"));
        if (agree.count() > 0) {
            agree.first().click();
        }
        page.waitForURL("**/lesson/**");
    }

    void openLesson(String title) {
        visitor.open(course.path());
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile(title)))
                .first()
                .click();
        page.waitForURL("**/lesson/**");
        assertThat(page.locator("h1")).hasText(title);
        page.waitForFunction("scrollY === 0");
    }

    void read() {
        page.locator("#mark-read").click();
        assertThat(page.locator("#mark-read")).isHidden();
    }

    /** At double speed: everything is seen, and the clock grants half. */
    void play() {
        page.waitForFunction(VIDEO + "?.readyState >= 2");
        page.evaluate("() => { const v = " + VIDEO + "; v.muted = true; v.playbackRate = 2; return v.play(); }");
    }

    /** As pressing play: a page that lost the film to another may refuse. */
    void playOn() {
        page.evaluate(VIDEO + ".play().catch(() => {})");
        page.waitForTimeout(300);
    }

    boolean isPlaying() {
        return !(Boolean) page.evaluate(VIDEO + ".paused");
    }

    void pause() {
        page.evaluate(VIDEO + ".pause()");
    }

    /** Where the film began to play on this page. */
    double firstPosition() {
        page.waitForFunction(VIDEO + ".played.length > 0");
        return ((Number) page.evaluate(VIDEO + ".played.start(0)")).doubleValue();
    }

    void awaitPlayed(double seconds) {
        page.waitForFunction(VIDEO + ".currentTime >= " + seconds, null, patient());
    }

    double position() {
        return ((Number) page.evaluate(VIDEO + ".currentTime")).doubleValue();
    }

    void awaitEnd() {
        page.waitForFunction(VIDEO + ".ended", null, patient());
        assertThat(page.locator(".jx-p-count[data-complete]")).isVisible();
    }

    private static Page.WaitForFunctionOptions patient() {
        return new Page.WaitForFunctionOptions().setTimeout(LONGEST_FILM);
    }

    void startQuiz() {
        page.locator("#quiz-start").click();
        page.waitForURL("**/quiz/**");
        assertThat(page.locator(".jx-question").first()).isVisible();
    }

    /** Gives the right answers to the first {@code count} questions. */
    void answer(int count) {
        answerFrom(0, count);
    }

    /** Gives the right answers to the questions after the first {@code given}, up to {@code count} in all. */
    void answerFrom(int given, int count) {
        Locator cards = page.locator(".jx-question");
        for (int i = given; i < count; i++) {
            Locator card = cards.nth(i);
            String shown = card.innerText();
            SampleQuestion question = course.questions().stream()
                    .filter(one -> shown.contains(one.stem().zh().strip()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("a question nobody wrote: " + shown));
            tick(card, question);
        }
        assertThat(page.locator(".jx-submit-bar")).containsText("已答 " + count);
        // A question counts from its first tick on; the others may still be on their way.
        Sweep.settled(page);
    }

    private static void tick(Locator card, SampleQuestion question) {
        List<String> right = question.options().stream()
                .filter(option -> question.correct().contains(option.id()))
                .map(option -> option.text().zh().strip())
                .toList();
        right.forEach(text -> card.getByText(text, new Locator.GetByTextOptions().setExact(true))
                .click());
    }

    void submitQuiz() {
        page.locator("#quiz-submit").click();
        assertThat(page.locator(".jx-big-number")).containsText("100");
    }

    /** Tells who one is and how long one has worked, as applying for a grade asks. */
    void registerRealName(String name, String number) {
        visitor.open("/profile");
        visitor.press("登记实名");
        visitor.press("同意并继续");
        page.locator("#real-name input").fill(name);
        page.locator("#identity-number input").fill(number);
        page.locator("#real-name-send").click();
        assertThat(page.getByText("已实名")).isVisible();
    }

    void recordWork(String employer, String since) {
        visitor.open("/path");
        visitor.press("添加经历");
        visitor.chooseInDialog("工种", "车工");
        page.getByLabel("工作单位").fill(employer);
        page.getByLabel("开始日期").fill(since);
        page.getByLabel("开始日期").press("Enter");
        visitor.shot("work");
        visitor.press("保存");
        assertThat(page.locator(".jx-row-title").getByText(employer)).isVisible();
    }
}
