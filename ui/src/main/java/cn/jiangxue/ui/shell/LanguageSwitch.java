package cn.jiangxue.ui.shell;

import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.text.Languages;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.NativeButton;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** Offers the other language, in that language. */
final class LanguageSwitch extends NativeButton {

    LanguageSwitch() {
        Locale other = Languages.other(Languages.current());
        addClassName("jx-language");
        Span name = new Span(Languages.isEnglish(other) ? "English" : "中文");
        name.getElement().setAttribute("lang", other.toLanguageTag());
        add(Icon.GLOBE.svg(), name);
        addClickListener(click -> Languages.choose(UI.getCurrent(), other));
    }
}
