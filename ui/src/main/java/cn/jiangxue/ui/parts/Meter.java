package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.html.Div;

/** How far along something is, in percent. The name is for screen readers; say the number in words beside it too. */
public final class Meter extends Div {

    private final Div bar = new Div();

    public Meter(String name, int percent) {
        addClassName("jx-meter");
        getElement().setAttribute("role", "progressbar");
        getElement().setAttribute("aria-label", name);
        getElement().setAttribute("aria-valuemin", "0");
        getElement().setAttribute("aria-valuemax", "100");
        add(bar);
        set(percent);
    }

    public void set(int percent) {
        int bounded = Math.clamp(percent, 0, 100);
        getElement().setAttribute("aria-valuenow", String.valueOf(bounded));
        bar.getStyle().set("width", bounded + "%");
    }
}
