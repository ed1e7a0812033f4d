package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.time.Duration;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Every page and dialog, as the people for whom it is, in both languages, on a phone and on a desk: drawn, in the reader's language, nothing sticking out or cut
 * off, large enough for a thumb, without a finding of axe. Pictures are kept under {@code target/shots/pages}.
 */
@Tag("pages")
@ExtendWith(SharedSite.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class EveryPageTest {

    private static Site site;
    private static Playwright playwright;
    private static Browser browser;
    private static Visitor studying;
    private static Electrician electrician;

    @BeforeAll
    static void start(Site shared) {
        site = shared;
        playwright = Playwright.create();
        browser = Visitor.chromium(playwright);
        studying = Visitor.at(site, browser, "electrician", Visitor.DESK, Language.CHINESE.tag());
        electrician = new Electrician(studying);
    }

    @AfterAll
    static void stop() {
        if (playwright != null) {
            playwright.close();
        }
    }

    @Test
    @Order(1)
    void every_route_is_on_a_tour() {
        var visited = new TreeSet<String>();
        Tours.all().forEach(tour -> tour.stops().forEach(stop -> visited.add(stop.route())));

        assertThat(visited).containsAll(UiSources.routes());
        assertThat(UiSources.routes()).hasSizeGreaterThan(20);
    }

    @Test
    @Order(2)
    void every_dialog_is_on_a_tour() {
        var opened = new TreeSet<String>();
        Tours.all()
                .forEach(tour ->
                        tour.stops().forEach(stop -> stop.openings().forEach(opening -> opened.add(opening.source()))));

        assertThat(opened).containsAll(UiSources.dialogs());
        assertThat(UiSources.dialogs()).hasSizeGreaterThan(15);
    }

    @Test
    @Order(3)
    void the_pages_of_everybody_but_learners_and_officers() {
        electrician.beginToStudy();
        electrician.facts().put("person", personId());
        stated().registerKey();
        electrician.facts().put("claim", claim());

        swept(Tours.whileStudying());
    }

    /** A claim of the electrician's: one is made unless there is one. */
    private static String claim() {
        try (Visitor worker = Visitor.at(site, browser, "prior-learning", Visitor.DESK, Language.CHINESE.tag())) {
            worker.signIn(Person.WORKER.userName(), Person.PASSWORD);
            worker.open("/prior-learning");
            Sweep.settled(worker.page());
            Locator made = worker.page().locator("#main a[href*='/prior-learning/']:not([href$='/new'])");
            return made.count() > 0
                    ? made.first().getAttribute("href").replaceAll(".*/", "")
                    : PriorClaim.claim(worker, "6-31-01-03", "JUNIOR", List.of("elec-5-1", "elec-5-2"));
        }
    }

    private static String personId() {
        try (Visitor administrator = Visitor.at(site, browser, "administrator", Visitor.DESK, Language.CHINESE.tag())) {
            administrator.signIn(Person.ADMINISTRATOR.userName(), Person.PASSWORD);
            administrator.open("/govern?q=" + Person.WORKER.userName());
            Page page = administrator.page();
            return page.locator("a[href*='/govern/people/']")
                    .first()
                    .getAttribute("href")
                    .replaceAll(".*/", "");
        }
    }

    @Test
    @Order(4)
    void the_pages_of_a_learner_who_may_apply() {
        electrician.passTheQuiz();
        electrician.awaitCredit();

        if (!electrician.hasApplied()) {
            swept(List.of(Tours.applying()));
        }
    }

    @Test
    @Order(5)
    void the_pages_of_a_learner() {
        if (!electrician.hasApplied()) {
            electrician.apply(Films.photo());
        }
        electrician.recognised("lifelong-account", "publicised");
        stated().setAside();

        swept(List.of(Tours.worker()));
    }

    private static StatedOutcomes stated() {
        return new StatedOutcomes(site, electrician.facts());
    }

    @Test
    @Order(6)
    void the_pages_of_an_officer() {
        stated().tryFile();
        stated().proposeWithdrawal();

        swept(List.of(Tours.officer()));
    }

    @Test
    @Order(7)
    void the_pages_of_an_examination() {
        Grading grading = new Grading(site, browser, electrician.facts().get("case"));
        grading.admit();
        grading.mark("theory");
        electrician.facts().put("message", newestMessage());

        swept(Tours.examined());
    }

    /** Of the electrician's. What is told goes by an outbox, so it comes a moment later. */
    private static String newestMessage() {
        OnRecord worker = OnRecord.of(site, Person.WORKER);
        Site.await(
                "the worker was told",
                Duration.ofSeconds(60),
                () -> !worker.get("/api/me/messages").get("items").isEmpty());
        return worker.get("/api/me/messages").get("items").get(0).get("id").stringValue();
    }

    @Test
    @Order(8)
    void the_pages_of_a_supervisor() {
        Grading grading = new Grading(site, browser, electrician.facts().get("case"));
        electrician.facts().put("burst", grading.haste(electrician.facts().get("institution")));

        swept(Tours.supervised());
    }

    @Test
    @Order(9)
    void the_pages_of_a_grade_earned() {
        Grading grading = new Grading(site, browser, electrician.facts().get("case"));
        grading.mark("practice");
        grading.approve();
        Site.await("the credential is issued", Duration.ofSeconds(90), () -> {
            studying.openShown("/credentials");
            return studying.page().locator("a[href*='/verify/']").count() > 0;
        });
        String verify = studying.page().locator("a[href*='/verify/']").first().getAttribute("href");
        electrician.facts().put("credential", verify.replaceAll(".*/", ""));
        electrician.recognised("mechatronics-diploma", "reviewed");

        swept(Tours.afterwards());
    }

    @Test
    @Order(10)
    void the_pages_of_a_re_examination() {
        Reexamining drawn = new Reexamining(site, electrician.facts().get("case"));
        electrician.facts().put("reexamination", drawn.id());
        swept(Tours.drawn());

        drawn.take();
        swept(Tours.underReview());

        drawn.findDoubtful();
        swept(Tours.foundDoubtful());
    }

    @Test
    @Order(11)
    void the_pages_of_an_evaluation_by_the_enterprise() {
        new OwnEvaluation(site, electrician.facts()).markTheTheory();

        swept(Tours.evaluated());
    }

    @Test
    @Order(12)
    void the_rule_book() {
        try (Visitor officer = Visitor.at(site, browser, "officer", Visitor.DESK, Language.CHINESE.tag())) {
            officer.signIn(Person.OFFICER.userName(), Person.PASSWORD);
            draftARule(officer);
        }

        swept(RuleTours.all());
    }

    @Test
    @Order(9)
    void the_standards() {
        try (Visitor administrator = Visitor.at(site, browser, "administrator", Visitor.DESK, Language.CHINESE.tag())) {
            administrator.signIn(Person.ADMINISTRATOR.userName(), Person.PASSWORD);
            StandardTours.prepare(administrator);
        }

        swept(StandardTours.all());
    }

    @Test
    @Order(13)
    void the_programmes() {
        try (Visitor writer = Visitor.at(site, browser, "writer", Visitor.DESK, Language.CHINESE.tag());
                Visitor reader = Visitor.at(site, browser, "reader", Visitor.DESK, Language.CHINESE.tag())) {
            writer.signIn(Person.REVIEWER.userName(), Person.PASSWORD);
            reader.signIn(Person.SECOND_REVIEWER.userName(), Person.PASSWORD);
            ProgrammeTours.prepare(writer, reader);
            swept(ProgrammeTours.beingWritten());
            ProgrammeTours.handOver(writer);
        }

        swept(ProgrammeTours.all());
    }

    /** Unless an earlier run made it. */
    private static void draftARule(Visitor officer) {
        officer.open("/recognise/rules?q=" + RuleTours.DRAFT);
        Page page = officer.page();
        Sweep.settled(page);
        if (page.locator("a[href$='/rules/" + RuleTours.DRAFT + "/1']").count() > 0) {
            return;
        }
        page.locator("#new-rule").click();
        page.locator("#new-rule-id input").fill(RuleTours.DRAFT);
        page.locator("#new-rule-name input").fill("车工磨削培训转选修");
        page.locator("#dialog-send").click();
        page.waitForURL("**/edit");
        Sweep.settled(page);
    }

    /** Each language in a browser of its own: Playwright wants one thread each. */
    private static void swept(List<Tour> tours) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<List<String>>> languages = Stream.of(Language.values())
                    .map(language -> CompletableFuture.supplyAsync(() -> swept(language, tours), threads))
                    .toList();

            assertThat(languages.stream().flatMap(each -> each.join().stream())).isEmpty();
        }
    }

    private static List<String> swept(Language language, List<Tour> tours) {
        try (Playwright own = Playwright.create();
                Browser window = Visitor.chromium(own)) {
            return tours.stream()
                    .flatMap(tour -> new Sweep(site, window, language, electrician.facts()).of(tour).stream())
                    .toList();
        }
    }
}
