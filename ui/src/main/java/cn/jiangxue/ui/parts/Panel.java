package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Section;

/** A card of the page: one subject, with its heading. */
public final class Panel extends Section {

    private final Div head = new Div();

    public Panel(String title, Component... content) {
        addClassName("jx-panel");
        head.addClassName("jx-panel-head");
        H2 heading = new H2(title);
        String id = "h" + Integer.toHexString(System.identityHashCode(this));
        heading.setId(id);
        getElement().setAttribute("aria-labelledby", id);
        head.add(heading);
        add(head);
        add(content);
    }

    /** Something at the end of the heading's line. */
    public Panel beside(Component... more) {
        head.add(more);
        return this;
    }

    public Panel named(String className) {
        addClassName(className);
        return this;
    }
}
