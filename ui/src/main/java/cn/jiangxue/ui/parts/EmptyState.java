package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;

/** Nothing here yet: says what will be here, and what to do so that it comes. */
public final class EmptyState extends Div {

    public EmptyState(Icon icon, String title, String text, Component... actions) {
        addClassName("jx-empty");
        Div drawing = new Div(icon.svg());
        drawing.addClassName("jx-empty-icon");
        Paragraph heading = new Paragraph(title);
        heading.addClassName("jx-empty-title");
        add(drawing, heading, new Paragraph(text));
        if (actions.length > 0) {
            Div row = new Div(actions);
            row.addClassName("jx-actions");
            add(row);
        }
    }
}
