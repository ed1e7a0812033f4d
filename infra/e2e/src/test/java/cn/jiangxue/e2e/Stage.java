package cn.jiangxue.e2e;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * The one site on which the stories are told, started without samples on an empty folder. What a story needs from an earlier one (people, a published course) is made
 * through the pages by whichever comes first, so that each can be told alone.
 */
final class Stage implements AutoCloseable {

    /**
     * Short lives, so that tokens and grants are renewed within a film of a minute and a half. And one programme of the credit bank asks no publicity: working days do not
     * pass within a test.
     */
    private static final Map<String, String> TOLD = Map.of(
            "JIANGXUE_TOKENS_ACCESSLIFE",
            "40s",
            "JIANGXUE_TOKENS_GRANTLIFE",
            "40s",
            "JIANGXUE_RECOGNITION_PUBLICITYDAYSBYPROGRAMME_" + CreditBank.DIPLOMA_ID.toUpperCase(Locale.ROOT),
            "0");

    private final Site site;
    private final Playwright playwright;
    private final Browser browser;
    private @Nullable Cast cast;
    private @Nullable PublishedCourse course;

    private Stage() {
        site = Site.start(Path.of("target", "site").toAbsolutePath(), TOLD, "--no-demo", "--reset", "--yes");
        playwright = Playwright.create();
        browser = Visitor.chromium(playwright);
    }

    Site site() {
        return site;
    }

    Visitor phone(String name) {
        return Visitor.at(site, browser, name, Visitor.PHONE, "zh-CN");
    }

    Visitor desk(String name) {
        return Visitor.at(site, browser, name, Visitor.DESK, "zh-CN");
    }

    /** The same desk in English. */
    Visitor englishDesk(String name) {
        return Visitor.at(site, browser, name, Visitor.DESK, Language.ENGLISH.tag());
    }

    /** The people of the stories, entered by the first administrator. While writing tests on a running site, {@code -Dsite.cast=true} says that they are there. */
    Cast cast() {
        if (cast == null) {
            cast = Boolean.getBoolean("site.cast") ? Cast.of(site) : Cast.enter(this);
        }
        return cast;
    }

    /** What the story of the credit bank begins with. While writing tests on a running site, {@code -Dsite.bank=true} says that it is there. */
    void creditBank() {
        cast();
        if (!Boolean.getBoolean("site.bank")) {
            CreditBank.open(site);
        }
    }

    /**
     * The course of the stories, written and published by the trainer. While writing tests on a running site, {@code -Dsite.course=/course/ID} takes one that is
     * there.
     */
    PublishedCourse course() {
        if (course == null && System.getProperty("site.course") != null) {
            course = PublishedCourse.at(System.getProperty("site.course"));
        }
        if (course == null) {
            cast();
            course = PublishedCourse.write(this);
        }
        return course;
    }

    @Override
    public void close() {
        playwright.close();
        site.close();
    }

    /** Gives the stage to the first class that asks and clears it after the last. */
    static final class Shared implements ParameterResolver {

        @Override
        public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
            return parameter.getParameter().getType() == Stage.class;
        }

        @Override
        public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
            return context.getRoot()
                    .getStore(ExtensionContext.Namespace.GLOBAL)
                    .computeIfAbsent(Stage.class, key -> new Stage(), Stage.class);
        }
    }
}
