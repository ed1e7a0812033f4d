package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.MessageApi;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import org.springframework.web.client.RestClientException;

/** The way to one's messages, with the number of unread ones. Without an answer it is a plain link: the page itself does not wait for it to be right. */
final class Bell extends Div {

    private final transient MessageApi messages;
    private final Span number = new Span();
    private final Anchor link = Links.to("/messages", Icon.BELL.svg(), number);

    Bell(MessageApi messages) {
        this.messages = messages;
        addClassName("jx-bell-place");
        link.addClassName("jx-bell");
        number.addClassName("jx-bell-number");
        number.getElement().setAttribute("aria-hidden", "true");
        show(0);
        add(link);
    }

    /** Asks once for the number and shows it. */
    void ask() {
        try {
            show(messages.unread().count());
        } catch (RestClientException | SessionEnded unanswered) {
            show(0);
        }
    }

    private void show(int unread) {
        String shown = unread < MessageApi.COUNT_MOST ? String.valueOf(unread) : MessageApi.COUNT_MOST - 1 + "+";
        number.setText(shown);
        number.setVisible(unread > 0);
        link.setAriaLabel(unread == 0 ? Texts.t("messages.bell.none") : Texts.t("messages.bell.unread", shown));
    }
}
