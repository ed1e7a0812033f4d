package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;

/** Standards and the framework: as a worker reads and comments on them, and as the national body drafts them. */
final class StandardTours {

    private static final String VERSION = "standards/:subject/:version([0-9]{1,5})";

    /** A draft that the test makes. */
    private static final String DRAFT = "/standards/6-18-01-01/2";

    /** A draft of the framework that the test makes. */
    private static final String FRAMEWORK = "/standards/jx-qf/2";

    /** A version that the test opens for comments. */
    private static final String CONSULTED = "/standards/6-31-01-03/2";

    private StandardTours() {}

    static List<Tour> all() {
        return List.of(worker(), national());
    }

    /** Unless an earlier run did. */
    static void prepare(Visitor administrator) {
        Page page = administrator.page();
        drafted(administrator, DRAFT);
        drafted(administrator, FRAMEWORK);
        if (!drafted(administrator, CONSULTED)) {
            return;
        }
        administrator.open(CONSULTED + "/edit");
        Sweep.settled(page);
        page.locator("#standard-edition input").fill("2027-征求意见");
        page.locator("#standard-edition input").blur();
        assertThat(page.getByText("没有问题，可以提交征求意见。")).isVisible();
        administrator.open(CONSULTED);
        Sweep.settled(page);
        page.locator("#act-consult").click();
        page.locator("#dialog-send").click();
        assertThat(page.locator("#act-redraft")).isVisible();
    }

    /** False when the version is there already. */
    private static boolean drafted(Visitor administrator, String address) {
        Page page = administrator.page();
        administrator.open(address.replaceAll("2$", "1"));
        Sweep.settled(page);
        if (!page.locator("#act-next_version").isVisible()) {
            return false;
        }
        page.locator("#act-next_version").click();
        page.waitForURL("**" + address + "/edit");
        Sweep.settled(page);
        return true;
    }

    private static Tour worker() {
        return Tour.of(Person.WORKER)
                .to("standards", "standards", "/standards")
                .to("standards", "standards-none", "/standards?q=zzzzzz")
                .to(VERSION, "standard", "/standards/6-18-01-01/1")
                .to(VERSION, "framework", "/standards/jx-qf/1")
                .to(VERSION, "standard-consulted", CONSULTED);
    }

    private static Tour national() {
        return Tour.of(Person.ADMINISTRATOR)
                .to("standards", "standards-national", "/standards")
                .opening("NewStandardDialog", "new-standard", "#new-standard")
                .opening("StandardImportDialog", "import-standard", "#import-standard")
                .to(VERSION, "standard-draft", DRAFT)
                .opening("StandardActs", "consult-standard", "#act-consult")
                .opening("StandardActs", "abandon-standard", "#act-abandon")
                .to(VERSION, "standard-in-consultation", CONSULTED)
                .opening("StandardActs", "redraft-standard", "#act-redraft")
                .to(VERSION + "/edit", "standard-editor", DRAFT + "/edit")
                .to(VERSION + "/edit", "standard-editor-grade", DRAFT + "/edit?part=SENIOR")
                .to(VERSION + "/edit", "framework-editor", FRAMEWORK + "/edit")
                .to(VERSION + "/edit", "framework-editor-level", FRAMEWORK + "/edit?part=4")
                .to(VERSION + "/edit", "standard-editor-closed", "/standards/6-18-01-01/1/edit")
                .to(
                        "standards/:subject/compare/:older([0-9]{1,5})/:newer([0-9]{1,5})",
                        "standard-comparison",
                        "/standards/6-31-01-03/compare/1/2")
                .to(
                        "standards/:subject/compare/:older([0-9]{1,5})/:newer([0-9]{1,5})",
                        "standard-comparison-same",
                        "/standards/6-18-01-01/compare/1/2");
    }
}
