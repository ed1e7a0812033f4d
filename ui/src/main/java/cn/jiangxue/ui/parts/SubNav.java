package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;

/** The pages of one area, side by side. */
public final class SubNav extends Nav {

    private final String here;
    private final UnorderedList items = new UnorderedList();

    /** {@code here}: the address of the page that shows it. */
    public SubNav(String name, String here) {
        this.here = here;
        addClassName("jx-subnav");
        setAriaLabel(name);
        add(items);
    }

    public SubNav to(String path, String text, Icon icon) {
        Anchor link = Links.to(path, icon.svg(), new Span(text));
        if (path.equals(here)) {
            link.getElement().setAttribute("aria-current", "page");
        }
        items.add(new ListItem(link));
        return this;
    }
}
