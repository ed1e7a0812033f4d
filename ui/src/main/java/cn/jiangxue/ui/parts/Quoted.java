package cn.jiangxue.ui.parts;

import cn.jiangxue.ui.text.Languages;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.regex.Pattern;

/** Words that stay in the language they were written in, such as the title of a regulation: marked with it, so that they are read out in it. */
public final class Quoted extends Span {

    private static final Pattern CHINESE = Pattern.compile("\\p{IsHan}");

    /** Several, each marked by itself, with {@code between} between them. */
    public static Span each(String between, List<String> texts) {
        Span all = new Span();
        for (String text : texts) {
            if (all.getElement().getChildCount() > 0) {
                all.add(between);
            }
            all.add(new Quoted(text));
        }
        return all;
    }

    public Quoted(String text) {
        super(text);
        if (CHINESE.matcher(text).find()) {
            getElement().setAttribute("lang", Languages.CHINESE.toLanguageTag());
        }
    }
}
