package cn.jiangxue.ui.parts;

import com.vaadin.flow.component.html.Span;

/** A state in a word, with a colour that only repeats what the word says. */
public final class Badge extends Span {

    public enum Tone {
        NEUTRAL,
        ACCENT,
        GOOD,
        WARNING,
        BAD
    }

    public Badge(String text, Tone tone) {
        super(text);
        addClassNames("jx-badge", "jx-tone-" + tone.name().toLowerCase(java.util.Locale.ROOT));
    }
}
