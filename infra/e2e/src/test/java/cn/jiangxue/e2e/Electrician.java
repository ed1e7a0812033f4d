package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import cn.jiangxue.courses.SampleCourse;
import cn.jiangxue.courses.SampleCourses;
import cn.jiangxue.courses.SampleQuestion;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The electrician's way to a grade, so that the pages of a learner have something to show. Each step may be done already: on a site that is kept, a second run
 * goes on where the first ended.
 */
final class Electrician {

    private static final String ELECTRICS = "6-31-01-03";
    private static final String WELDING = "6-18-02-04";

    private final Visitor visitor;
    private final Page page;
    private final SampleCourse course = course(ELECTRICS);
    private final Map<String, String> facts = new ConcurrentHashMap<>();

    Electrician(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    static SampleCourse course(String occupation) {
        return SampleCourses.load().stream()
                .filter(each -> each.occupationCode().equals(occupation))
                .findFirst()
                .orElseThrow();
    }

    /** Ids that addresses of pages are made of. */
    Map<String, String> facts() {
        return facts;
    }

    /** Reads the texts and leaves the film playing at double speed. */
    void beginToStudy() {
        visitor.signIn(Person.WORKER.userName(), Person.PASSWORD);
        facts.put("course", course.id().toString());
        facts.put("otherCourse", course("6-18-01-01").id().toString());
        course.lessons().forEach(lesson -> {
            switch (lesson) {
                case SampleCourse.TextLesson text -> read(text);
                case SampleCourse.VideoLesson video ->
                    facts.put("video", video.id().toString());
                case SampleCourse.QuizLesson quiz -> facts.put("quiz", quiz.id().toString());
            }
        });
        openLesson(facts.get("video"));
        page.waitForFunction("document.querySelector('jx-player video')?.readyState >= 2");
        page.locator("jx-player video").evaluate("v => { v.muted = true; v.playbackRate = 2; return v.play(); }");
    }

    private void read(SampleCourse.TextLesson text) {
        facts.put("text", text.id().toString());
        openLesson(text.id().toString());
        Locator read = page.locator("#mark-read");
        if (read.isVisible()) {
            read.click();
            assertThat(read).isHidden();
        }
    }

    private void openLesson(String lesson) {
        visitor.open("/course/" + course.id());
        page.locator("a[href*='/lesson/'][href$='" + lesson + "']").first().click();
        page.waitForURL(Pattern.compile(".*" + lesson));
        assertThat(page.locator("h1")).isVisible();
        Sweep.settled(page);
        facts.put("enrolment", page.url().replaceAll(".*/lesson/([0-9a-f-]+)/.*", "$1"));
    }

    /** Waits for the film to end, passes the quiz, and begins another attempt, which stays open. */
    void passTheQuiz() {
        page.waitForFunction(
                "document.querySelector('jx-player video').ended",
                null,
                new Page.WaitForFunctionOptions().setTimeout(150_000));
        assertThat(page.locator(".jx-lesson-next a.jx-button-primary").first()).isVisible();
        openLesson(facts.get("quiz"));
        Locator passed = page.locator("a[href*='/quiz/']").filter(new Locator.FilterOptions().setHasText("通过"));
        if (passed.count() == 0) {
            page.locator("#quiz-start").click();
            page.waitForURL(Pattern.compile(".*/quiz/.*"));
            answer();
            openLesson(facts.get("quiz"));
        }
        facts.put("attempt", passed.first().getAttribute("href").replaceAll(".*/", ""));
        page.locator("#quiz-start").click();
        page.waitForURL(Pattern.compile(".*/quiz/.*"));
        facts.put("openAttempt", page.url().replaceAll(".*/", ""));
        enrolInAnother();
    }

    private void answer() {
        Locator cards = page.locator(".jx-question");
        assertThat(cards.first()).isVisible();
        for (int i = 0; i < cards.count(); i++) {
            Locator card = cards.nth(i);
            String shown = card.innerText();
            SampleQuestion question = course.questions().stream()
                    .filter(one -> shown.contains(one.stem().zh().strip()))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("a question nobody wrote: " + shown));
            question.options().stream()
                    .filter(option -> question.correct().contains(option.id()))
                    .forEach(option -> card.getByText(
                                    option.text().zh().strip(), new Locator.GetByTextOptions().setExact(true))
                            .click());
            assertThat(page.locator(".jx-submit-bar [role=status]")).containsText(i + 1 + " / ");
        }
        page.locator("#quiz-submit").click();
        assertThat(page.locator(".jx-big-number")).isVisible();
    }

    /** So that the home page has something to go on with. */
    private void enrolInAnother() {
        visitor.open("/course/" + course(WELDING).id());
        Sweep.settled(page);
        if (page.locator("#enrol").isVisible()) {
            page.locator("#enrol").click();
            page.waitForURL(Pattern.compile(".*/lesson/.*"));
        }
    }

    /** Whether an application was sent before. */
    boolean hasApplied() {
        visitor.open("/path");
        Sweep.settled(page);
        Locator cases = page.locator("a[href*='/case/']");
        if (cases.count() > 0) {
            facts.put("case", cases.first().getAttribute("href").replaceAll(".*/", ""));
        }
        return cases.count() > 0;
    }

    void awaitCredit() {
        Site.await("the credit is posted", Duration.ofSeconds(90), () -> {
            visitor.openShown("/account");
            return page.locator("a[href*='/account/entries/']").count() > 0;
        });
    }

    void apply(Path photo) {
        visitor.open("/path");
        page.locator("[id^='apply-" + ELECTRICS + "']").first().click();
        page.locator("#apply-institution").waitFor();
        if (page.locator("#apply-institution").getAttribute("has-value") == null) {
            page.locator("#apply-institution").click();
            page.locator("vaadin-select-item")
                    .filter(new Locator.FilterOptions().setHasText("认定中心"))
                    .click();
        }
        page.locator("#dialog-send").click();
        page.waitForURL(Pattern.compile(".*/case/.*"));
        facts.put("case", page.url().replaceAll(".*/", ""));
        visitor.handIn(photo);
    }

    /** Applies for recognition in a programme once; the case is the fact of that name. */
    void recognised(String programme, String fact) {
        visitor.open("/recognition/new?programme=" + programme);
        Sweep.settled(page);
        Locator open = page.locator("#main a[href*='/recognition/']:not([href$='/new'], [href$='/outcomes'])");
        if (page.locator("#apply-recognition").count() > 0) {
            page.locator("#apply-recognition").click();
            page.waitForURL(Pattern.compile(".*/recognition/[0-9a-f-]{36}"));
            facts.put(fact, page.url().replaceAll(".*/", ""));
        } else {
            facts.put(fact, open.first().getAttribute("href").replaceAll(".*/", ""));
        }
    }
}
