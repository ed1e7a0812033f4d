package cn.jiangxue.ui.shell;

import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.ErrorParameter;
import com.vaadin.flow.router.HasDynamicTitle;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.ParentLayout;
import com.vaadin.flow.router.RouteNotFoundError;
import com.vaadin.flow.server.HttpStatusCode;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** No such page, or not for this person: the same words for both. */
@ParentLayout(PublicFrame.class)
@AnonymousAllowed
public class MissingPage extends RouteNotFoundError implements HasDynamicTitle {

    @Override
    public int setErrorParameter(BeforeEnterEvent event, ErrorParameter<NotFoundException> parameter) {
        Div page = new Div(
                new H1(Texts.t("shell.problem.missing.title")),
                new EmptyState(
                        Icon.SEARCH,
                        Texts.t("shell.problem.missing.detail"),
                        Texts.t("shell.problem.missing.next"),
                        Links.primary("/", Texts.t("shell.problem.home"))));
        page.addClassNames("jx-page", "jx-narrow");
        getElement().appendChild(page.getElement());
        return HttpStatusCode.NOT_FOUND.getCode();
    }

    @Override
    public String getPageTitle() {
        return Texts.t("shell.problem.missing.title") + " · " + Texts.t("shell.name");
    }
}
