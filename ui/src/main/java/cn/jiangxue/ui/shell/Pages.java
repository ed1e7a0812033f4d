package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.Problem;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.text.Languages;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.notification.Notification;
import com.vaadin.flow.server.ErrorEvent;
import com.vaadin.flow.server.ServiceInitEvent;
import com.vaadin.flow.server.VaadinServiceInitListener;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What every page does alike: short messages, and what follows an error nobody caught. */
@Component
public class Pages implements VaadinServiceInitListener {

    private static final int MESSAGE_MILLIS = 4_000;

    @Override
    public void serviceInit(ServiceInitEvent event) {
        event.getSource().addSessionInitListener(e -> e.getSession().setErrorHandler(Pages::uncaught));
    }

    private static void uncaught(ErrorEvent event) {
        UI ui = UI.getCurrent();
        if (ui == null) {
            Problems.of(event.getThrowable(), Languages.CHINESE);
            return;
        }
        showOrSignIn(event.getThrowable(), Pages::open);
    }

    /** Shows the problem, or goes to the sign-in page (and back here afterwards) when the sign-in has ended. */
    static void showOrSignIn(Throwable error, Consumer<Problem> show) {
        Problem problem = Problems.of(error, Languages.current());
        if (Problems.isSignInNeeded(problem)) {
            UI.getCurrent().getPage().executeJs("""
                    location.assign('/login?ended&to=' + encodeURIComponent(location.pathname + location.search))""");
        } else {
            show.accept(problem);
        }
    }

    /** The address of the sign-in page that leads back to {@code path}. */
    static String signInAddress(String path) {
        return "/login?ended&to=" + URLEncoder.encode(path, StandardCharsets.UTF_8);
    }

    /** A short word that something was done. */
    public static void say(String text) {
        Notification message = new Notification();
        message.setPosition(Notification.Position.BOTTOM_CENTER);
        message.setDuration(MESSAGE_MILLIS);
        message.addClassName("jx-said");
        Span words = new Span(text);
        Div line = new Div(Icon.CHECK.svg(), words);
        line.addClassName("jx-said-line");
        message.add(line);
        message.open();
    }

    /** A problem that has no place of its own in the page; stays until closed. */
    public static void open(Problem problem) {
        Notification message = new Notification();
        message.setPosition(Notification.Position.BOTTOM_CENTER);
        message.setDuration(0);
        Button close = new Button(Icon.CLOSE.svg(), click -> message.close());
        close.addThemeVariants(ButtonVariant.AURA_TERTIARY);
        close.setAriaLabel(Texts.t("shell.close"));
        Div line = new Div(new ProblemNotice(problem), close);
        line.addClassName("jx-problem-toast");
        message.add(line);
        message.open();
    }

    /** Only a path of this site: never a way out of it. */
    public static @Nullable String safePath(@Nullable String wanted) {
        return wanted == null
                        || !wanted.startsWith("/")
                        || wanted.startsWith("//")
                        || wanted.contains("\\")
                        || wanted.chars().anyMatch(Character::isISOControl)
                        || wanted.startsWith("/login")
                ? null
                : wanted;
    }
}
