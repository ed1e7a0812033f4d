package cn.jiangxue.ui.shell;

import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.router.RouterLayout;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The frame of pages that need no sign-in. */
@AnonymousAllowed
public class PublicFrame extends Div implements RouterLayout {

    private final Main main = new Main();

    PublicFrame(CurrentPerson person) {
        addClassNames("jx-frame", "jx-public");
        Div tools = new Div(new LanguageSwitch());
        tools.addClassName("jx-tools");
        tools.add(
                person.signedIn().isPresent()
                        ? Links.secondary("/", Texts.t("shell.nav.home"))
                        : Links.secondary("/login", Texts.t("shell.signIn")));
        Div inner = new Div(new Brand("/"), tools);
        inner.addClassName("jx-top-inner");
        Header top = new Header(inner);
        top.addClassName("jx-top");
        add(top, main);
    }

    @Override
    public void showRouterLayoutContent(HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }
}
