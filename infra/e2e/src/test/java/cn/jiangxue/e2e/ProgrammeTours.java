package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Locale;

/** Programmes: drafted by one officer of a college, read and published by another. */
final class ProgrammeTours {

    private static final String DRAFT_PAGE = "recognise/programmes/:programmeId/:version([0-9]{1,5})";

    /** A programme that the test begins and does not finish. */
    private static final String BEGUN = "sweep-programme";

    private static final String PUBLIC = "/rules/programmes/mechatronics-diploma/";
    private static final String OWN = "/recognise/programmes/";
    private static final String SECOND = OWN + "mechatronics-diploma/2";
    private static final String THIRD = OWN + "mechatronics-diploma/3";

    private ProgrammeTours() {}

    static List<Tour> all() {
        return List.of(anyone(), writer(), reader());
    }

    /** While the third version is still written. */
    static List<Tour> beingWritten() {
        Tour tour = Tour.of(Person.REVIEWER).to(DRAFT_PAGE, "programme-draft-whole", THIRD);
        for (String part : List.of("GENERAL", "TARGETS", "CAPS", "FLOORS", "EXCLUSIONS", "CALENDAR")) {
            tour.to(
                    DRAFT_PAGE + "/edit",
                    "programme-editor-" + part.toLowerCase(Locale.ROOT),
                    THIRD + "/edit?part=" + part);
        }
        return List.of(tour);
    }

    /** Unless an earlier run did: the second version is published, the third drafted, and another programme is begun. */
    static void prepare(Visitor writer, Visitor reader) {
        writer.open(PUBLIC + "1");
        Sweep.settled(writer.page());
        if (!writer.page().locator("#next-programme").isVisible()) {
            return;
        }
        draft(writer, "125", SECOND);
        submit(writer, SECOND);
        publish(reader);
        draft(writer, "130", THIRD);
        begin(writer);
    }

    /** Unless an earlier run did: the third version waits for its reader. */
    static void handOver(Visitor writer) {
        writer.open(THIRD);
        Sweep.settled(writer.page());
        if (writer.page().locator("#act-submit").isVisible()) {
            submit(writer, THIRD);
        }
    }

    private static void draft(Visitor writer, String total, String address) {
        Page page = writer.page();
        writer.open(PUBLIC + (address.equals(SECOND) ? "1" : "2"));
        Sweep.settled(page);
        page.locator("#next-programme").click();
        page.waitForURL("**" + address + "/edit");
        Sweep.settled(page);
        page.locator("#programme-total input").fill(total);
        page.locator("#programme-total input").blur();
        assertThat(page.getByText("已保存")).isVisible();
    }

    private static void submit(Visitor writer, String address) {
        Page page = writer.page();
        writer.open(address);
        Sweep.settled(page);
        page.locator("#act-submit").click();
        page.locator("#dialog-send").click();
        assertThat(page.locator("#act-return")).isVisible();
    }

    private static void publish(Visitor reader) {
        Page page = reader.page();
        reader.open(SECOND);
        Sweep.settled(page);
        page.locator("#act-publish").click();
        page.locator("#publish-from input").fill("2030-09-01");
        page.locator("#publish-from input").press("Enter");
        page.locator("#dialog-send").click();
        assertThat(page.getByText("这份草稿已经发布，内容不再改动。")).isVisible();
    }

    private static void begin(Visitor writer) {
        Page page = writer.page();
        writer.open("/recognise/programmes");
        Sweep.settled(page);
        page.locator("#new-programme").click();
        page.locator("#new-programme-id input").fill(BEGUN);
        page.locator("#new-programme-name input").fill("智能制造装备技术（专科）");
        page.getByLabel("方案名称 · 英文").fill("Intelligent manufacturing equipment (diploma)");
        page.locator("#dialog-send").click();
        page.waitForURL("**/" + BEGUN + "/1/edit");
        Sweep.settled(page);
    }

    private static Tour anyone() {
        return Tour.of(Person.ANYONE)
                .to("rules/programmes/:programmeId/:version([0-9]{1,5})", "programme-versions", PUBLIC + "2")
                .to(
                        "rules/programmes/:programmeId/compare/:older([0-9]{1,5})/:newer([0-9]{1,5})",
                        "programme-comparison",
                        "/rules/programmes/mechatronics-diploma/compare/1/2");
    }

    private static Tour writer() {
        Tour tour = Tour.of(Person.REVIEWER)
                .to("recognise/programmes", "own-programmes", "/recognise/programmes")
                .opening("RuleImportDialog", "import-programmes", "#import-programmes")
                .opening("NewProgrammeDialog", "new-programme", "#new-programme")
                .to(DRAFT_PAGE, "programme-draft", OWN + BEGUN + "/1")
                .opening("ProgrammeActs", "submit-programme", "#act-submit")
                .opening("ProgrammeActs", "abandon-programme", "#act-abandon")
                .to(DRAFT_PAGE, "programme-in-review", THIRD)
                .to(DRAFT_PAGE, "programme-draft-published", SECOND)
                .to(DRAFT_PAGE + "/edit", "programme-editor-begun", OWN + BEGUN + "/1/edit")
                .to(
                        DRAFT_PAGE + "/edit",
                        "programme-editor-fault",
                        OWN + BEGUN + "/1/edit?part=GENERAL&at=grounds.clause")
                .to(DRAFT_PAGE + "/edit", "programme-editor-closed", THIRD + "/edit")
                .to("rules/programmes/:programmeId/:version([0-9]{1,5})", "programme-own", PUBLIC + "1");
        for (String part : List.of("TARGETS", "CAPS", "FLOORS", "EXCLUSIONS", "CALENDAR")) {
            tour.to(
                    DRAFT_PAGE + "/edit",
                    "programme-editor-begun-" + part.toLowerCase(Locale.ROOT),
                    OWN + BEGUN + "/1/edit?part=" + part);
        }
        return tour;
    }

    private static Tour reader() {
        return Tour.of(Person.SECOND_REVIEWER)
                .to(DRAFT_PAGE, "programme-to-read", THIRD)
                .opening("ProgrammeActs", "publish-programme", "#act-publish")
                .opening("ProgrammeActs", "return-programme", "#act-return")
                .to(DRAFT_PAGE + "/compare/:older([0-9]{1,5})", "programme-draft-comparison", THIRD + "/compare/2");
    }
}
