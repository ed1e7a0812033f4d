package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/** What officer and assessor do about one application, each step unless an earlier run did it. */
record Grading(Site site, Browser browser, String caseId) {

    void admit() {
        at(Person.OFFICER, "/recognise/", page -> decide(page, "#admit"));
    }

    void approve() {
        at(Person.OFFICER, "/recognise/", page -> decide(page, "#approve"));
    }

    private static void decide(Page page, String button) {
        if (page.locator(button).isVisible()) {
            page.locator(button).click();
            page.locator("#decision-send").click();
            assertThat(page.locator(button)).isHidden();
        }
    }

    /** {@code part}: theory, practice or review. */
    void mark(String part) {
        at(Person.ASSESSOR, "/examine/", page -> mark(page, part, "86.5"));
    }

    static void mark(Page page, String part, String points) {
        if (page.locator("#mark-" + part).isVisible()) {
            page.locator("#mark-" + part).click();
            page.locator("#mark-points input").fill(points);
            page.locator("#mark-points input").press("Tab");
            page.locator("#dialog-send").click();
            assertThat(page.locator("#mark-" + part)).isHidden();
        }
    }

    private void at(Person person, String area, Consumer<Page> act) {
        try (Visitor visitor = Visitor.at(site, browser, area.replace("/", ""), Visitor.DESK, Language.CHINESE.tag())) {
            visitor.signIn(person.userName(), Person.PASSWORD);
            visitor.open(area + caseId);
            Sweep.settled(visitor.page());
            act.accept(visitor.page());
        }
    }
}
