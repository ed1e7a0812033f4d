package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** Links by address: what one sees can be opened in a new tab, bookmarked and sent. */
public final class Links {

    private Links() {}

    /** A link inside the site, followed without loading the page anew. */
    public static Anchor to(String path, Component... content) {
        Anchor link = new Anchor(path);
        link.getElement().setAttribute("router-link", true);
        link.add(content);
        return link;
    }

    public static Anchor to(String path, String text) {
        return to(path, new Text(text));
    }

    /** The main thing to do on a page. */
    public static Anchor primary(String path, String text) {
        return button(to(path, new Span(text), Icon.ARROW.svg()), "jx-button-primary");
    }

    public static Anchor secondary(String path, String text) {
        return button(to(path, new Span(text)), "jx-button-secondary");
    }

    /** The way back to the page above. */
    public static Anchor back(String path, String text) {
        Anchor link = to(path, Icon.BACK.svg(), new Span(text));
        link.addClassName("jx-back");
        return link;
    }

    private static Anchor button(Anchor link, String kind) {
        link.addClassNames("jx-button", kind);
        return link;
    }
}
