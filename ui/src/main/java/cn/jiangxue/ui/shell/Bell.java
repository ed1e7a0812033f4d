package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasComponents;
import com.vaadin.flow.component.Tag;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/**
 * The way to one's messages, with the number of unread ones. The browser asks for the number beside the page, so that no page waits for it or fails by it; until it
 * is known, and without an answer, this is a plain link.
 */
@Tag("jx-bell")
@JavaScript("context://jx/bell.js")
public final class Bell extends Component implements HasComponents {

    Bell() {
        Span number = new Span();
        number.addClassName("jx-bell-number");
        number.getElement().setAttribute("aria-hidden", "true").setAttribute("hidden", true);
        Anchor link = Links.to("/messages", Icon.BELL.svg(), number);
        link.addClassName("jx-bell");
        link.setAriaLabel(Texts.t("messages.bell.none"));
        add(link);
        getElement()
                .setAttribute("most", String.valueOf(MessageApi.COUNT_MOST))
                .setAttribute("none", Texts.t("messages.bell.none"))
                .setAttribute("some", Texts.raw("messages.bell.unread"));
    }

    /** Has the browser ask for the number. */
    void ask() {
        getElement().callJsFunction("ask");
    }

    /** After the reader's messages were marked as read on the page that is shown. */
    public static void askAgain() {
        UI.getCurrent().getPage().executeJs("window.dispatchEvent(new Event('jx-messages-read'))");
    }
}
