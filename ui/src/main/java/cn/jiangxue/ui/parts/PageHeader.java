package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H1;
import com.vaadin.flow.component.html.Paragraph;

/** The head of a page: where one is (a line above), the one h1, what the page is for, and what can be done. */
public final class PageHeader extends Div {

    private final Div words = new Div();
    private final Div actions = new Div();

    public PageHeader(String title) {
        addClassName("jx-page-header");
        words.addClassName("jx-page-header-words");
        actions.addClassName("jx-actions");
        words.add(new H1(title));
        add(words);
    }

    /** A small line above the title, such as the way back. */
    public PageHeader above(Component line) {
        Div above = new Div(line);
        above.addClassName("jx-eyebrow");
        words.addComponentAsFirst(above);
        return this;
    }

    public PageHeader lead(String text) {
        Paragraph lead = new Paragraph(text);
        lead.addClassName("jx-lead");
        words.add(lead);
        return this;
    }

    /** Things beside the lead, such as badges. */
    public PageHeader with(Component... more) {
        words.add(more);
        return this;
    }

    public PageHeader action(Component... more) {
        actions.add(more);
        add(actions);
        return this;
    }
}
