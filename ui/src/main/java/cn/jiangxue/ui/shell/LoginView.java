package cn.jiangxue.ui.shell;

import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;

/** Sign-in by user name or phone; afterwards one is where one wanted to go. */
@Route(value = "login", autoLayout = false)
@AnonymousAllowed
public class LoginView extends Div implements BeforeEnterObserver, HasDynamicTitle {

    private final transient CurrentPerson person;
    private final TextField login = new TextField(Texts.t("shell.login.name"));
    private final PasswordField password = new PasswordField(Texts.t("shell.login.password"));
    private final ProblemNotice problem = new ProblemNotice();
    private final Paragraph ended = new Paragraph(Texts.t("shell.login.ended"));
    private @Nullable String to;

    LoginView(CurrentPerson person) {
        this.person = person;
        addClassName("jx-login");
        login.setAutocomplete(Autocomplete.USERNAME);
        login.setId("login-name");
        login.getElement().setAttribute("name", "username");
        login.setAutofocus(true);
        password.setAutocomplete(Autocomplete.CURRENT_PASSWORD);
        password.setId("login-password");
        password.getElement().setAttribute("name", "password");
        ended.addClassName("jx-note");
        ended.setVisible(false);
        add(new Main(pitch(), form()));
    }

    private Section form() {
        Button enter = Buttons.primary(Texts.t("shell.login.submit"), this::signIn);
        enter.setId("login-submit");
        enter.addClickShortcut(Key.ENTER);
        Paragraph forgotten = new Paragraph(Texts.t("shell.login.forgotten"));
        forgotten.addClassName("jx-quiet");
        Div verify = new Div(
                Icon.SHIELD.svg(),
                Links.to("/verify", Texts.t("shell.login.verify")),
                Links.to("/rules", Texts.t("rules.public")));
        verify.addClassName("jx-login-verify");
        Div head = new Div(new Brand("/login"), new LanguageSwitch());
        head.addClassName("jx-login-head");
        Div fields = new Div(
                new H2(Texts.t("shell.login.title")), ended, problem, login, password, enter, forgotten, verify);
        fields.addClassName("jx-login-fields");
        Section form = new Section(head, fields);
        form.addClassName("jx-login-form");
        form.setAriaLabel(Texts.t("shell.login.title"));
        return form;
    }

    private static Section pitch() {
        UnorderedList points =
                new UnorderedList(point("shell.pitch.learn"), point("shell.pitch.credit"), point("shell.pitch.grade"));
        H1 title = new H1(Texts.t("shell.pitch.title"));
        Paragraph text = new Paragraph(Texts.t("shell.pitch.text"));
        Section pitch = new Section(title, text, points);
        pitch.addClassName("jx-login-pitch");
        pitch.setAriaLabel(Texts.t("shell.name"));
        return pitch;
    }

    private static ListItem point(String key) {
        return new ListItem(Icon.CHECK.svg(), new Span(Texts.t(key)));
    }

    private void signIn() {
        problem.clear();
        if (login.isEmpty() || password.isEmpty()) {
            login.setInvalid(login.isEmpty());
            password.setInvalid(password.isEmpty());
            login.setErrorMessage(Texts.t("shell.required"));
            password.setErrorMessage(Texts.t("shell.required"));
            (login.isEmpty() ? login : password).focus();
            return;
        }
        try {
            String target = target();
            person.signIn(login.getValue().strip(), password.getValue());
            UI.getCurrent().getPage().setLocation(target);
        } catch (RuntimeException refused) {
            password.clear();
            problem.show(Problems.of(refused, cn.jiangxue.ui.text.Languages.current()));
            password.focus();
        }
    }

    /** Where the person was going: by the address, else what was asked for when sign-in stopped it, else home. */
    private String target() {
        String wanted = Pages.safePath(to);
        return wanted != null ? wanted : savedPath();
    }

    private static String savedPath() {
        var request = VaadinServletRequest.getCurrent().getHttpServletRequest();
        SavedRequest saved = new HttpSessionRequestCache()
                .getRequest(
                        request,
                        com.vaadin.flow.server.VaadinServletResponse.getCurrent()
                                .getHttpServletResponse());
        if (saved == null || !saved.getMethod().equals("GET")) {
            return "/";
        }
        URI uri = URI.create(saved.getRedirectUrl());
        String query = uri.getRawQuery();
        String path = Pages.safePath(uri.getRawPath()
                + (query == null || query.startsWith("continue") ? "" : "?" + query.replaceFirst("&?continue$", "")));
        return path == null ? "/" : path;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        QueryParameters query = event.getLocation().getQueryParameters();
        to = query.getSingleParameter("to").orElse(null);
        ended.setVisible(query.getParameters().containsKey("ended"));
        if (person.signedIn().isPresent() && !ended.isVisible()) {
            event.forwardTo("");
        }
    }

    @Override
    public String getPageTitle() {
        return Texts.t("shell.login.title") + " · " + Texts.t("shell.name");
    }
}
