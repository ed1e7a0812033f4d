package cn.jiangxue.ui.message;

import cn.jiangxue.contract.MessageApi.Message;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** One message: what happened, to what, when, and what to do next. All of it is a link to the matter. */
final class MessageLine {

    private MessageLine() {}

    static Anchor of(Message message) {
        Words words = Words.now();
        String key = "messages." + message.kind();
        Span title = new Span(Texts.t(key, words.of(message.matter())));
        title.addClassName("jx-row-title");
        Span next = new Span(next(message, Texts.t(key + ".next"), words));
        Span small = new Span(words.of(message.institution()) + " · " + words.dateTime(message.at()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, next, small);
        body.addClassName("jx-row-body");
        Anchor row = Links.to("/messages/" + message.id(), body);
        row.addClassNames("jx-row", "jx-message");
        if (!message.read()) {
            row.addClassName("jx-unread");
            body.addComponentAsFirst(new Badge(Texts.t("messages.unread"), Badge.Tone.ACCENT));
        }
        row.add(Icon.CHEVRON.svg());
        return row;
    }

    /** While a result is publicised others may act, not the reader. */
    private static String next(Message message, String what, Words words) {
        if (message.actBy() == null) {
            return what;
        }
        String key =
                message.kind() == MessageKind.RECOGNITION_PUBLICISED ? "messages.withPublicity" : "messages.withDay";
        return Texts.t(key, what, words.date(message.actBy()));
    }
}
