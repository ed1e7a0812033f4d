package cn.jiangxue.ui.shell;

import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.HasDynamicTitle;

/** What a page of the site is: one column with one h1, and a title in the reader's language. */
public abstract class Page extends Div implements HasDynamicTitle {

    private final String titleKey;
    private String title = "";

    /** {@code titleKey}: the title until something better is known. */
    protected Page(String titleKey) {
        this.titleKey = titleKey;
        addClassName("jx-page");
    }

    /** The title once the page knows what it is about. */
    protected void titled(String better) {
        title = better;
    }

    @Override
    public String getPageTitle() {
        return (title.isEmpty() ? Texts.t(titleKey) : title) + " · " + Texts.t("shell.name");
    }

    protected static String t(String key, Object... values) {
        return Texts.t(key, values);
    }

    protected static Words words() {
        return Words.now();
    }
}
