package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;

/** A recognition case as applicants and officers move it on the pages. */
final class Recognising {

    private final Visitor visitor;
    private final Page page;

    Recognising(Visitor visitor) {
        this.visitor = visitor;
        this.page = visitor.page();
    }

    /** Chooses the programme and sees what the rules would grant. */
    void choose(String programme) {
        visitor.open("/recognition/new");
        page.locator("#recognition-programme").click();
        page.locator("vaadin-select-item")
                .filter(new Locator.FilterOptions().setHasText(programme))
                .click();
        page.waitForURL("**/recognition/new?programme=*");
        Sweep.settled(page);
    }

    /** The case's page is open afterwards. */
    void apply() {
        page.locator("#apply-recognition").click();
        page.waitForURL(Pattern.compile(".*/recognition/[0-9a-f-]{36}"));
    }

    /** The applicant's newest, from their own list. */
    void openOwn() {
        visitor.open("/recognition");
        page.locator("a[href*='/recognition/']:not([href$='/new']):not([href$='/outcomes'])")
                .first()
                .click();
    }

    /** From the list, the newest of this learner. */
    void open(String learner) {
        page.locator("a[href*='/recognise/cases/']")
                .filter(new Locator.FilterOptions().setHasText(learner))
                .first()
                .click();
        page.waitForURL(Pattern.compile(".*/recognise/cases/[0-9a-f-]{36}"));
        Sweep.settled(page);
    }

    /** Chooses in the dialog of an act, says why, and sends. */
    void act(String act, String choice, String reason) {
        page.locator("#act-" + act).click();
        page.getByRole(
                        AriaRole.RADIO,
                        new Page.GetByRoleOptions().setName(choice).setExact(true))
                .check();
        say("#act-reason", reason);
        assertThat(page.locator("#act-" + act)).hasCount(0);
    }

    void reply(String answer) {
        page.locator(".jx-reply").click();
        say("#act-reason", answer);
        assertThat(page.locator(".jx-reply")).hasCount(0);
    }

    /** Writes into the dialog that is open, and sends it. */
    void say(String field, String words) {
        page.locator(field + " textarea").fill(words);
        page.locator("#dialog-send").click();
        assertThat(page.locator("#dialog-send")).hasCount(0);
    }
}
