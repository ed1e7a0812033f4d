package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.Map;

/** The pages of one place beside each other, as links; the one that is open is marked. */
public final class Subnav extends Nav {

    /** {@code pages}: texts by path, in the order shown. */
    public Subnav(String name, String current, Map<String, String> pages) {
        addClassName("jx-subnav");
        setAriaLabel(name);
        UnorderedList items = new UnorderedList();
        pages.forEach((path, text) -> items.add(new ListItem(link(path, text, path.equals(current)))));
        add(items);
    }

    private static Anchor link(String path, String text, boolean open) {
        Anchor link = Links.to(path, text);
        if (open) {
            link.getElement().setAttribute("aria-current", "page");
        }
        return link;
    }
}
