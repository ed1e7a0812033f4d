package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A service that does not answer is worse than one that refuses: the pages wait for it, but not for ever, and say how to go on. */
@Tag("pages")
@ExtendWith(SharedSite.class)
class StalledServiceTest {

    private static final String BACKEND = "backend-app";

    /** The bound of one call, 8 s, and the time to draw a page on a busy machine. */
    private static final Duration MOST_WAIT = Duration.ofSeconds(14);

    private static Site site;
    private static Playwright playwright;
    private static Browser browser;

    @BeforeAll
    static void start(Site shared) {
        site = shared;
        playwright = Playwright.create();
        browser = Visitor.chromium(playwright);
    }

    @AfterAll
    static void stop() {
        playwright.close();
    }

    @ParameterizedTest
    @CsvSource({"WORKER, /", "WORKER, /catalogue", "WORKER, /account", "OFFICER, /recognise"})
    void a_page_says_within_the_bound_that_a_service_does_not_answer_and_comes_back_when_it_does(
            Person person, String address) {
        try (Visitor visitor = Visitor.at(site, browser, "stalled", Visitor.PHONE, Language.CHINESE.tag())) {
            Page page = visitor.page();
            visitor.signIn(person.userName(), Person.PASSWORD);
            visitor.open(address);
            Sweep.settled(page);

            try (Stall stall = Stall.of(site, BACKEND)) {
                Instant asked = Instant.now();
                visitor.open(address);
                assertThat(page.getByText("服务暂时不可用").first())
                        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(MOST_WAIT.toMillis()));
                assertThat(Duration.between(asked, Instant.now())).isLessThan(MOST_WAIT);
                Sweep.settled(page);
                visitor.shot(person + address.replace('/', '-'));
                assertThat(visitor.violations("best-practice")).isEmpty();
                assertThat(visitor.fits()).isTrue();
            }

            page.locator(".jx-again").first().click();
            assertThat(page.locator(".jx-again")).hasCount(0);
            assertThat(page.locator("h1")).isVisible();
            assertThat(page.getByText("服务暂时不可用")).hasCount(0);
        }
    }

    @Test
    void a_phone_without_a_connection_says_so_in_the_language_of_the_page_and_goes_on_when_it_is_back() {
        try (Visitor visitor = Visitor.at(site, browser, "unconnected", Visitor.PHONE, Language.CHINESE.tag())) {
            Page page = visitor.page();
            visitor.signIn(Person.WORKER.userName(), Person.PASSWORD);
            visitor.open("/account");
            Sweep.settled(page);

            visitor.context().setOffline(true);
            assertThat(page.getByText("网络已断开").first()).isVisible();
            visitor.shot("offline");

            visitor.context().setOffline(false);
            assertThat(page.getByText("网络已断开")).not().isVisible();
            assertThat(page.locator("h1")).isVisible();
        }
    }
}
