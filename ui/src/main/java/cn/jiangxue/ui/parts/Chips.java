package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;

/** One list in several cuts, each at an address of its own; the one that is looked at is marked. */
public final class Chips extends UnorderedList {

    public Chips() {
        addClassName("jx-chips");
    }

    public Chips with(String path, String text, boolean chosen) {
        Anchor chip = Links.to(path, text);
        chip.addClassName("jx-chip");
        if (chosen) {
            chip.getElement().setAttribute("aria-current", "true");
        }
        add(new ListItem(chip));
        return this;
    }
}
