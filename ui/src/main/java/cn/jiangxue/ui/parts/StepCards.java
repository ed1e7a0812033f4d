package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** Things to do first, each a link with a picture, what it is and what it is for. */
public final class StepCards extends UnorderedList {

    public StepCards() {
        addClassName("jx-step-cards");
    }

    public StepCards with(String path, Icon icon, String title, String text) {
        Span mark = new Span(icon.svg());
        mark.addClassName("jx-lesson-mark");
        Span heading = new Span(title);
        heading.addClassName("jx-row-title");
        Span small = new Span(text);
        small.addClassName("jx-quiet");
        Div body = new Div(heading, small);
        body.addClassName("jx-row-body");
        Anchor card = Links.to(path, mark, body, Icon.CHEVRON.svg());
        card.addClassNames("jx-row", "jx-step-card");
        add(new ListItem(card));
        return this;
    }
}
