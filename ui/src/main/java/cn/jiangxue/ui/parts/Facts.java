package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.DescriptionList;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** Names and values, one pair a line on a phone, side by side where there is room. */
public final class Facts extends DescriptionList {

    public Facts() {
        addClassName("jx-facts");
    }

    public Facts with(String name, String value) {
        return with(name, new Span(value));
    }

    public Facts with(String name, Component value) {
        Description description = new Description();
        description.add(value);
        Div pair = new Div(new Term(name), description);
        getElement().appendChild(pair.getElement());
        return this;
    }
}
