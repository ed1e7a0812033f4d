package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** What happened, in order: when, what, by whom, and why. */
public final class Timeline extends OrderedList {

    public Timeline() {
        addClassName("jx-timeline");
    }

    public Timeline event(String when, String what, @Nullable String by, @Nullable String reason, Component... more) {
        Span title = new Span(what);
        title.addClassName("jx-timeline-what");
        Span small = new Span(by == null || by.isBlank() ? when : when + " · " + by);
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        if (reason != null && !reason.isBlank()) {
            Paragraph words = new Paragraph(new Quoted(reason));
            words.addClassName("jx-timeline-reason");
            body.add(words);
        }
        body.add(more);
        add(new ListItem(body));
        return this;
    }
}
