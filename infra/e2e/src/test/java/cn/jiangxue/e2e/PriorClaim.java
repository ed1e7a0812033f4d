package cn.jiangxue.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.regex.Pattern;

/** A claim of prior learning as its people make it through the pages. */
final class PriorClaim {

    static final String WORDS = "在匠心精工做了六年，独立完成这一单元的全部工作。";
    static final String FOUND = "现场提问与操作均符合这一单元的要求。";

    private PriorClaim() {}

    /** Claims units of a grade; the address of the claim. */
    static String claim(Visitor worker, String occupation, String grade, List<String> units) {
        Page page = worker.page();
        worker.open("/prior-learning/new?occupation=" + occupation + "&grade=" + grade);
        for (String unit : units) {
            page.locator("#claim-unit-" + unit + " input").check();
            page.locator("#claim-words-" + unit + " textarea").fill(WORDS);
        }
        if (page.locator("#claim-institution").getAttribute("has-value") == null) {
            page.locator("#claim-institution").click();
            page.locator("vaadin-select-item")
                    .filter(new Locator.FilterOptions().setHasText("临江"))
                    .first()
                    .click();
        }
        page.locator("#claim-send").click();
        page.waitForURL(Pattern.compile(".*/prior-learning/[0-9a-f-]{36}"));
        return page.url().replaceAll(".*/", "");
    }

    /** The portfolio of the first unit fits in all respects. */
    static void recordPortfolio(Page page) {
        page.locator(".jx-assess-portfolio").first().click();
        Locator criteria = page.locator("#assess-criteria vaadin-checkbox input");
        assertThat(criteria.first()).isVisible();
        for (int i = 0; i < criteria.count(); i++) {
            criteria.nth(i).check();
        }
        record(page);
    }

    static void recordPractical(Page page, int mark) {
        page.locator(".jx-assess-practical").first().click();
        page.locator("#assess-mark input").fill(String.valueOf(mark));
        record(page);
    }

    private static void record(Page page) {
        page.locator("#claim-words textarea").fill(FOUND);
        page.locator("#dialog-send").click();
        assertThat(page.locator("#dialog-send")).hasCount(0);
    }
}
