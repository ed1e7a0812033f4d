package cn.jiangxue.ui.text;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServiceInitListener;
import com.vaadin.flow.server.VaadinSession;
import jakarta.servlet.http.Cookie;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The language of a page: what the reader chose (a cookie, for a year), else what the browser asks for, Chinese when in doubt. */
@Component
public class Languages implements VaadinServiceInitListener {

    public static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    public static final Locale ENGLISH = Locale.ENGLISH;
    public static final List<Locale> ALL = List.of(CHINESE, ENGLISH);

    static final String COOKIE = "jx-lang";
    private static final int YEAR_SECONDS = 31_536_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(e -> e.getSession().setLocale(of(e.getRequest())));
        event.getSource().addUIInitListener(e -> tellBrowser(e.getUI()));
        event.addIndexHtmlRequestListener(response -> response.getDocument()
                .getElementsByTag("html")
                .attr("lang", of(response.getVaadinRequest()).toLanguageTag()));
    }

    /** The language of the page being built or called from; Chinese outside any page. */
    public static Locale current() {
        UI ui = UI.getCurrent();
        return ui == null ? CHINESE : normal(ui.getLocale());
    }

    /** Remembers the choice and shows every open page of this session in it. */
    public static void choose(UI ui, Locale locale) {
        ui.getPage()
                .executeJs(
                        "document.cookie=$0+'='+$1+';path=/;max-age='+$2+';samesite=lax';location.reload()",
                        COOKIE,
                        locale.toLanguageTag(),
                        YEAR_SECONDS);
        VaadinSession.getCurrent().setLocale(locale);
    }

    /** The other of the two. */
    public static Locale other(Locale locale) {
        return isEnglish(locale) ? CHINESE : ENGLISH;
    }

    public static boolean isEnglish(Locale locale) {
        return locale.getLanguage().equals("en");
    }

    private static void tellBrowser(UI ui) {
        ui.getPage().executeJs("""
                document.documentElement.lang = $0;
                document.querySelector('vaadin-connection-indicator')?.setAttribute('role', 'status')""", normal(ui.getLocale()).toLanguageTag());
    }

    static Locale of(VaadinRequest request) {
        String chosen = cookie(request);
        return normal(chosen == null ? request.getLocale() : Locale.forLanguageTag(chosen));
    }

    private static Locale normal(@Nullable Locale locale) {
        return locale != null && isEnglish(locale) ? ENGLISH : CHINESE;
    }

    private static @Nullable String cookie(VaadinRequest request) {
        Cookie[] cookies = request.getCookies();
        return cookies == null
                ? null
                : Arrays.stream(cookies)
                        .filter(c -> c.getName().equals(COOKIE))
                        .map(Cookie::getValue)
                        .findFirst()
                        .orElse(null);
    }
}
