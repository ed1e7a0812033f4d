package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.CatalogApi.CourseCard;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Html;
import com.vaadin.flow.component.html.Article;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import org.jspecify.annotations.Nullable;

/** A course as a card: poster, trade and grade, title, what it is about, how long it takes. The whole card is the link. */
public final class CourseTile extends Article {

    public CourseTile(CourseCard card) {
        Words words = Words.now();
        addClassName("jx-tile");
        Div badges = new Div(
                new Badge(words.of(card.occupation().name()), Badge.Tone.ACCENT),
                new Badge(words.grade(card.grade()), Badge.Tone.NEUTRAL));
        badges.addClassName("jx-badges");
        H2 title =
                new H2(Links.to("/course/" + card.courseId(), marked(card.highlightedTitle(), words.of(card.title()))));
        Paragraph text = new Paragraph();
        text.addClassName("jx-tile-text");
        text.add(marked(card.highlightedSummary(), words.of(card.summary())));
        Div foot = new Div(
                fact(Icon.CLOCK, Texts.t("parts.classHours", card.classHours())),
                fact(Icon.PLAY, words.minutes(card.nominalMinutes())),
                new Span(words.of(card.organisationName())));
        foot.addClassName("jx-tile-foot");
        Div body = new Div(badges, title, text, foot);
        body.addClassName("jx-tile-body");
        add(new Poster(card.occupation().code(), card.posterMediaId()), body);
    }

    /**
     * The service escapes everything but {@code <mark>}; anything else is shown as plain text. So is what was found in the other language: the reader of this one
     * could not read it.
     */
    private static Component marked(@Nullable String highlighted, String plain) {
        if (highlighted == null || !isOnlyMarks(highlighted) || !plain.contains(withoutMarks(highlighted))) {
            return new Span(plain);
        }
        return new Html("<span>" + highlighted + "</span>");
    }

    static boolean isOnlyMarks(String html) {
        String without = withoutMarks(html);
        return without.indexOf('<') < 0 && without.indexOf('>') < 0;
    }

    private static String withoutMarks(String html) {
        return html.replace("<mark>", "").replace("</mark>", "");
    }

    private static Span fact(Icon icon, String text) {
        Span fact = new Span(icon.svg(), new Span(text));
        fact.addClassName("jx-with-icon");
        return fact;
    }
}
