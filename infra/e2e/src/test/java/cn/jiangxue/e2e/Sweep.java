package cn.jiangxue.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Goes where a tour goes, in one language, and looks at every page and dialog at both widths. */
final class Sweep {

    private static final String LOOKS = script("looks.js");
    /** While one page is worked on: {@code -Dpages.only=audit|person}. */
    private static final String ONLY = System.getProperty("pages.only", ".*");

    private static final double MOST_WAIT_MILLIS = 15_000;
    private static final double LAYOUT_MILLIS = 500;
    private static final String DIALOG = "vaadin-dialog[opened]";

    /** The element of a dialog has no size of its own. */
    private static final Page.WaitForSelectorOptions DRAWN_OR_NOT =
            new Page.WaitForSelectorOptions().setState(WaitForSelectorState.ATTACHED);

    private static final Map<Integer, Integer> HEIGHTS = Map.of(Visitor.PHONE, 740, Visitor.DESK, 900);
    private static final int MOST_HEIGHT = 5_000;

    private final Site site;
    private final Browser browser;
    private final Language language;
    private final Wording wording;
    private final Map<String, String> facts;
    private final List<String> wrong = new ArrayList<>();

    Sweep(Site site, Browser browser, Language language, Map<String, String> facts) {
        this.site = site;
        this.browser = browser;
        this.language = language;
        this.wording = new Wording(language);
        this.facts = facts;
    }

    static String script(String name) {
        try (var stream = Sweep.class.getResourceAsStream(name)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is wrong in all of the tour, one line each, each beginning with the page. */
    List<String> of(Tour tour) {
        try (Visitor visitor = Visitor.at(site, browser, "pages/" + language.tag(), Visitor.DESK, language.tag())) {
            visitor.page().setDefaultTimeout(MOST_WAIT_MILLIS);
            visitor.page().emulateMedia(new Page.EmulateMediaOptions().setReducedMotion(ReducedMotion.REDUCE));
            if (tour.person() != Person.ANYONE) {
                visitor.signIn(tour.person().userName(), Person.PASSWORD);
            }
            tour.stops().stream().filter(stop -> stop.name().matches(ONLY)).forEach(stop -> visit(visitor, stop));
        }
        return List.copyOf(wrong);
    }

    private void visit(Visitor visitor, Tour.Stop stop) {
        try {
            visitor.open(filled(stop.address()));
            look(visitor, stop.name());
            if (language == Language.CHINESE) {
                Keyboard.wrong(visitor.page()).forEach(each -> note(stop.name(), each));
            }
            for (Tour.Opening opening : stop.openings()) {
                opening.open().accept(visitor.page());
                visitor.page().waitForSelector(DIALOG, DRAWN_OR_NOT);
                look(visitor, stop.name() + "-" + opening.name());
                visitor.open(filled(stop.address()));
                settled(visitor.page());
            }
        } catch (PlaywrightException e) {
            note(stop.name(), "did not come: " + e.getMessage().lines().limit(3).toList());
        }
        visitor.takeConsoleErrors().forEach(error -> note(stop.name(), "console: " + error));
    }

    private String filled(String address) {
        String filled = address;
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            filled = filled.replace("{" + fact.getKey() + "}", fact.getValue());
        }
        return filled;
    }

    private void look(Visitor visitor, String name) {
        Page page = visitor.page();
        for (int width : List.of(Visitor.DESK, Visitor.PHONE)) {
            page.setViewportSize(width, HEIGHTS.get(width));
            page.waitForFunction("width => document.documentElement.clientWidth === width", width);
            settled(page);
            String where = name + "-" + width;
            lasting(page).forEach(each -> note(where, each));
            if (isForAxe(width)) {
                visitor.violations("best-practice").forEach(each -> note(where, each));
            }
            picture(visitor, where, width);
        }
        page.setViewportSize(Visitor.DESK, HEIGHTS.get(Visitor.DESK));
    }

    /** Alike in both languages but for the words: on a phone in Chinese and on a desk in English. */
    private boolean isForAxe(int width) {
        return (language == Language.CHINESE) == (width == Visitor.PHONE);
    }

    /** All of the page at once, as on a screen that is high enough: what stands at the edge of the screen stands at the edge of the picture. */
    private static void picture(Visitor visitor, String name, int width) {
        if (visitor.page().querySelector(DIALOG) == null) {
            int height = (Integer) visitor.page().evaluate("document.documentElement.scrollHeight");
            visitor.page().setViewportSize(width, Math.clamp(height, HEIGHTS.get(width), MOST_HEIGHT));
        }
        visitor.page()
                .screenshot(new Page.ScreenshotOptions()
                        .setPath(Path.of("target/shots", visitor.name() + "-" + name + ".png")));
    }

    /** The page has drawn itself and waits for nothing. */
    static void settled(Page page) {
        page.locator("h1").first().waitFor();
        page.waitForFunction("""
                () => document.fonts.status === 'loaded'
                    && Object.values(window.Vaadin?.Flow?.clients ?? {}).every(c => !c.isActive?.())
                    && !document.querySelector('vaadin-connection-indicator[loading]')
                    && [...document.images].every(i => i.complete || i.loading === 'lazy')""");
        page.evaluate("() => new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    /** What is still wrong a moment later: a busy machine may be measured while it still lays out a page whose width has changed. */
    private List<String> lasting(Page page) {
        List<String> wrong = measured(page);
        if (wrong.isEmpty()) {
            return wrong;
        }
        page.waitForTimeout(LAYOUT_MILLIS);
        return measured(page);
    }

    @SuppressWarnings("unchecked")
    private List<String> measured(Page page) {
        var seen = (Map<String, Object>) page.evaluate(LOOKS);
        List<String> found = new ArrayList<>((List<String>) seen.get("wrong"));
        List<Wording.Shown> texts = ((List<Map<String, String>>) seen.get("texts"))
                .stream()
                        .map(each -> new Wording.Shown(each.get("text"), each.get("lang")))
                        .toList();
        found.addAll(wording.wrong(texts));
        return found;
    }

    private void note(String where, String what) {
        wrong.add(language.tag() + " " + where + ": " + what);
    }
}
