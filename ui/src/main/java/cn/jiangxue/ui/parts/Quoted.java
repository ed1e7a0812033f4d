package cn.jiangxue.ui.parts;

import cn.jiangxue.ui.text.Languages;
import com.vaadin.flow.component.html.Span;
import java.util.regex.Pattern;

/** Words that stay in the language they were written in, such as the title of a regulation: marked with it, so that they are read out in it. */
public final class Quoted extends Span {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    public Quoted(String text) {
        super(text);
        if (CHINESE.matcher(text).find()) {
            getElement().setAttribute("lang", Languages.CHINESE.toLanguageTag());
        }
    }
}
