package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The main things done with the keys alone. That every control can be reached is looked at in {@link EveryPageTest}. */
@Tag("pages")
@ExtendWith(SharedSite.class)
class KeyboardTest {

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

    @Test
    void one_signs_in_skips_to_the_content_searches_and_opens_a_course() {
        try (Visitor worker = Visitor.at(site, browser, "keys", Visitor.DESK, Language.CHINESE.tag())) {
            Page page = worker.page();
            worker.open("/login");
            assertThat(page.locator("input[name=username]")).isFocused();
            page.keyboard().type(Person.WORKER.userName());
            page.keyboard().press("Tab");
            page.keyboard().type(Person.PASSWORD);
            page.keyboard().press("Enter");
            page.waitForURL(url -> !url.contains("/login"));

            worker.open("/catalogue");
            Sweep.settled(page);
            page.keyboard().press("Tab");
            assertThat(page.locator(".jx-skip")).isFocused();
            page.keyboard().press("Enter");
            page.keyboard().press("Tab");
            assertThat(page.locator("#catalogue-search input")).isFocused();
            page.keyboard().type("卡尺");
            page.keyboard().press("Enter");
            Locator found = page.locator(".jx-tile h2 a").first();
            assertThat(found).containsText("卡尺");
            tabTo(page, found);
            page.keyboard().press("Enter");
            page.waitForURL(Pattern.compile(".*/course/.*"));
        }
    }

    @Test
    void a_dialog_opens_takes_the_keyboard_and_gives_it_back() {
        try (Visitor trainer = Visitor.at(site, browser, "keys", Visitor.DESK, Language.CHINESE.tag())) {
            Page page = trainer.page();
            trainer.signIn(Person.TRAINER.userName(), Person.PASSWORD);
            trainer.open("/teach");
            Sweep.settled(page);
            Locator create = page.locator("#new-course");
            tabTo(page, create);

            page.keyboard().press("Enter");
            page.locator("#course-title").waitFor();
            page.keyboard().press("Escape");

            assertThat(page.locator("#course-title")).hasCount(0);
            assertThat(create).isFocused();
        }
    }

    private static void tabTo(Page page, Locator wanted) {
        page.waitForCondition(() -> {
            page.keyboard().press("Tab");
            return (Boolean) wanted.evaluate("e => e === document.activeElement");
        });
    }
}
