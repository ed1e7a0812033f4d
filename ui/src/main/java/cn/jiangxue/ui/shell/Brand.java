package cn.jiangxue.ui.shell;

import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Svg;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** The mark and the name: a set square in a seal. */
final class Brand extends Anchor {

    private static final String MARK = """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" focusable="false"><rect width="32" height="32" rx="8" fill="var(--jx-accent)"/>
            <g fill="none" stroke="#fff" stroke-width="2.4" stroke-linejoin="round" stroke-linecap="round"><path d="M24.500 8H8v16.500h17"/><path d="M13 13.500h8.500M17.500 13.500V19.500h5.500M13 13.500v6"/></g></svg>""";

    Brand(String home) {
        super(home);
        addClassName("jx-brand");
        getElement().setAttribute("router-link", true);
        Svg mark = new Svg(MARK);
        mark.getElement().setAttribute("aria-hidden", "true");
        mark.addClassName("jx-brand-mark");
        Span name = new Span(Texts.t("shell.name"));
        name.addClassName("jx-brand-name");
        add(mark, name);
    }
}
