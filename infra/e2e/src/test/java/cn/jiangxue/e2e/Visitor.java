package cn.jiangxue.e2e;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;

/** Somebody with a browser of a given width and language. */
final class Visitor implements AutoCloseable {

    static final int PHONE = 360;
    static final int DESK = 1440;

    private static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    private final Site site;
    private final BrowserContext context;
    private final Page page;
    private final String name;
    private final List<String> errors = new ArrayList<>();

    private Visitor(Site site, BrowserContext context, String name) {
        this.site = site;
        this.context = context;
        this.page = context.newPage();
        this.name = name;
        page.setDefaultTimeout(30_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                errors.add(message.text());
            }
        });
        page.onPageError(errors::add);
    }

    /** Chromium as Debian ships it. */
    static Browser chromium(Playwright playwright) {
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(Path.of(System.getProperty("chromium", "/usr/bin/chromium")))
                        .setHeadless(true)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync",
                                "--autoplay-policy=no-user-gesture-required")));
    }

    static Visitor at(Site site, Browser browser, String name, int width, String locale) {
        var options = new Browser.NewContextOptions()
                .setLocale(locale)
                .setTimezoneId("Asia/Shanghai")
                .setAcceptDownloads(true)
                .setViewportSize(width, width == PHONE ? 740 : 900);
        if (width == PHONE) {
            options.setHasTouch(true).setIsMobile(true).setDeviceScaleFactor(2);
        }
        return new Visitor(site, browser.newContext(options), name);
    }

    String name() {
        return name;
    }

    Page page() {
        return page;
    }

    /** Gives a file to the first place for one on the page, and waits until it is among the evidence. */
    void handIn(Path file) {
        page.locator("jx-upload input[type=file]").first().setInputFiles(file);
        Locator problem = page.locator(".jx-u-problem:not([hidden])");
        Locator sent = page.locator(".jx-row vaadin-button");
        PlaywrightAssertions.assertThat(sent.or(problem).first()).isVisible();
        if (problem.count() > 0) {
            throw new AssertionError("the file was not taken: " + problem.allInnerTexts());
        }
    }

    BrowserContext context() {
        return context;
    }

    List<String> consoleErrors() {
        return List.copyOf(errors);
    }

    /** The errors since the last call. */
    List<String> takeConsoleErrors() {
        List<String> taken = consoleErrors();
        errors.clear();
        return taken;
    }

    void open(String path) {
        page.navigate(site.url(path));
    }

    /** Presses the button of this name. */
    void press(String name) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true))
                .click();
    }

    /** Takes an option of the select with this label. */
    void choose(String label, String option) {
        choose(page.locator("vaadin-select"), label, option);
    }

    /** As {@link #choose}, in the dialog that is open: the page below may have a select of the same label. */
    void chooseInDialog(String label, String option) {
        choose(page.locator("vaadin-dialog[opened] vaadin-select"), label, option);
    }

    private void choose(Locator selects, String label, String option) {
        selects.filter(new Locator.FilterOptions()
                        .setHas(page.getByText(label, new Page.GetByTextOptions().setExact(true))))
                .last()
                .click();
        page.getByRole(AriaRole.OPTION, new Page.GetByRoleOptions().setName(option))
                .first()
                .click();
    }

    /** Opens the page and waits until it has drawn itself: counting before that finds nothing on a fast machine. */
    void openShown(String path) {
        open(path);
        page.locator("#main h1").first().waitFor();
        page.waitForTimeout(1_000);
    }

    void signIn(String user, String password) {
        open("/login");
        enter(user, password);
    }

    /** Fills in the sign-in page that is open and waits until it has let one go. */
    void enter(String user, String password) {
        page.locator("input[name=username]").fill(user);
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-button[theme~=primary], button[type=submit]")
                .first()
                .click();
        page.waitForURL(url -> !url.contains("/login"));
    }

    void shot(String what) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target/shots", name + "-" + what + ".png"))
                .setFullPage(true));
    }

    /**
     * What axe finds wrong with the page as it now is, one line each. {@code more}: tags of rules beyond WCAG 2.2 AA. Looked at from its top: what is scrolled half under
     * the bar there would count as too small to touch.
     */
    List<String> violations(String... more) {
        page.evaluate("scrollTo(0, 0)");
        List<String> tags = new ArrayList<>(WCAG);
        tags.addAll(List.of(more));
        return new AxeBuilder(page)
                .withTags(tags).analyze().getViolations().stream()
                        .map(Visitor::line)
                        .toList();
    }

    private static String line(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream()
                        .map(node -> String.valueOf(node.getTarget()))
                        .toList();
    }

    /** True when nothing of the page sticks out to the right. */
    boolean fits() {
        return (Boolean)
                page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth + 1");
    }

    /** Looks right: nothing sticks out, axe finds nothing, a picture is kept. */
    void checked(String what) {
        PlaywrightAssertions.assertThat(page.locator("h1").first()).isVisible();
        page.waitForTimeout(400);
        shot(what);
        List<String> wrong = new ArrayList<>(violations());
        if (!fits()) {
            wrong.add("the page is wider than the screen");
        }
        Assertions.assertThat(wrong).as(what).isEmpty();
    }

    @Override
    public void close() {
        context.close();
    }
}
