package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** What officer and assessor do about one application, each step unless an earlier run did it. */
record Grading(Site site, Browser browser, String caseId) {

    /** As many as one application takes. */
    private static final int CORRECTIONS = 20;

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

    /** The assessor corrects the mark of the theory twenty times within seconds; the id of the burst that is noticed. */
    String haste(String institution) {
        OnRecord assessor = OnRecord.of(site, Person.ASSESSOR);
        String path = "/api/promotion-cases/" + caseId;
        String mark = assessor.get(path)
                .get("examination")
                .get("marks")
                .get(0)
                .get("id")
                .stringValue();
        for (int i = 0; i < CORRECTIONS; i++) {
            UUID next = UUID.nameUUIDFromBytes((caseId + "/" + i).getBytes(StandardCharsets.UTF_8));
            assessor.put(
                    path + "/marks/" + next,
                    Map.of(
                            "part",
                            "THEORY",
                            "sitting",
                            1,
                            "tenths",
                            700 + i,
                            "corrects",
                            mark,
                            "reason",
                            "复核评分表后更正分数，原始评分表存档备查。"));
            mark = next.toString();
        }
        OnRecord supervisor = OnRecord.of(site, Person.ADMINISTRATOR);
        Site.await(
                "the burst is noticed",
                Duration.ofSeconds(60),
                () -> !bursts(supervisor, institution).isEmpty());
        return bursts(supervisor, institution).get(0).get("id").stringValue();
    }

    private static JsonNode bursts(OnRecord supervisor, String institution) {
        return supervisor.get("/api/bursts?institution=" + institution).get("items");
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
