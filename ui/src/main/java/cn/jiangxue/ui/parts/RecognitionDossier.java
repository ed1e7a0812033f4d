package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.RecognitionApi.ObjectionView;
import cn.jiangxue.contract.RecognitionApi.Opinion;
import cn.jiangxue.contract.RecognitionApi.PostedEntry;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.contract.RecognitionApi.RecognitionSummary;
import cn.jiangxue.contract.RecognitionApi.Ruling;
import cn.jiangxue.contract.RecognitionApi.SupplementView;
import cn.jiangxue.contract.RecognitionApi.WithdrawnOutcome;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The parts of a recognition case that applicants and officers see alike. */
public final class RecognitionDossier {

    private RecognitionDossier() {}

    /** Where it is, who must act, and by when. */
    public static Panel standing(RecognitionCase c) {
        Words words = Words.now();
        Panel panel = new Panel(Texts.t("parts.dossier.now"));
        if (c.actOn() != null) {
            Div note = new Div(Icon.INFO.svg(), new Paragraph(words.of(c.actOn())));
            note.addClassName("jx-note");
            panel.add(note);
        }
        Facts facts = new Facts();
        if (c.actBy() != null) {
            facts.with(
                    Texts.t("parts.dossier.by"),
                    c.overdue() ? Texts.t("parts.dossier.overdue", words.date(c.actBy())) : words.date(c.actBy()));
        }
        facts.with(Texts.t("parts.dossier.review"), Texts.t("parts.review." + c.review()));
        if (!c.parties().isEmpty()) {
            facts.with(
                    Texts.t("parts.dossier.parties"),
                    c.parties().stream().map(words::of).collect(Collectors.joining(" · ")));
        }
        if (c.handler() != null) {
            facts.with(Texts.t("parts.dossier.handler"), c.handler());
        }
        if (c.escalatedTo() != null) {
            facts.with(Texts.t("parts.dossier.escalated"), words.of(c.escalatedTo()));
        }
        if (c.appealUntil() != null) {
            facts.with(Texts.t("parts.dossier.appealUntil"), words.date(c.appealUntil()));
        }
        panel.add(facts);
        if (c.hindrance() != null) {
            Paragraph hindrance = new Paragraph(words.of(c.hindrance()));
            hindrance.addClassNames("jx-note", "jx-note-warning");
            panel.add(hindrance);
        }
        if (!c.withdrawn().isEmpty()) {
            Paragraph note = new Paragraph(Texts.t("parts.dossier.withdrawn.text"));
            note.addClassNames("jx-note", "jx-note-warning");
            panel.add(note);
        }
        return panel;
    }

    /** What was said and decided so far; empty panels are left out. */
    public static List<Component> record(RecognitionCase c) {
        return java.util.stream.Stream.of(
                        listed("parts.dossier.rulings", c.rulings(), RecognitionDossier::ruling),
                        listed("parts.dossier.withdrawn", c.withdrawn(), RecognitionDossier::withdrawn),
                        listed("parts.dossier.posted", c.posted(), RecognitionDossier::posted),
                        listed("parts.dossier.opinions", c.opinions(), RecognitionDossier::opinion),
                        listed("parts.dossier.supplements", c.supplements(), RecognitionDossier::supplement),
                        listed("parts.dossier.objections", c.objections(), RecognitionDossier::objection))
                .filter(java.util.Objects::nonNull)
                .toList();
    }

    private static <T> @Nullable Component listed(String title, List<T> items, Function<T, Component> row) {
        if (items.isEmpty()) {
            return null;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        items.forEach(item -> rows.add(new ListItem(row.apply(item))));
        return new Panel(Texts.t(title), rows);
    }

    private static Component ruling(Ruling ruling) {
        String what = Texts.t(
                ruling.appeal()
                        ? ruling.granted() ? "parts.dossier.upheld" : "parts.dossier.dismissed"
                        : ruling.granted() ? "parts.dossier.granted" : "parts.dossier.refused");
        String who = ruling.officer() == null ? Texts.t("parts.dossier.byRules") : ruling.officer();
        return row(what, who, ruling.reason());
    }

    private static Component withdrawn(WithdrawnOutcome outcome) {
        Words words = Words.now();
        return row(
                words.of(outcome.title()),
                Texts.t("parts.dossier.withdrawn.on", words.date(outcome.at())),
                outcome.reason());
    }

    private static Component posted(PostedEntry entry) {
        Words words = Words.now();
        String small = "#" + entry.seq() + " · " + Texts.t("learn.entry." + entry.kind())
                + (entry.takenBack() ? " · " + Texts.t("parts.dossier.takenBack") : "");
        Span change = new Span(Words.change(entry.milli()));
        change.addClassNames("jx-change", "jx-number", entry.milli() < 0 ? "jx-minus" : "jx-plus");
        Div row = row(words.of(entry.what()), small, "");
        row.add(change);
        return row;
    }

    private static Component opinion(Opinion opinion) {
        String what = Texts.t(opinion.favourable() ? "parts.dossier.inFavour" : "parts.dossier.against")
                + (opinion.chair() ? " · " + Texts.t("parts.dossier.chair") : "");
        String who = opinion.officer() + " · " + Words.now().of(opinion.institution()) + " · "
                + Texts.t("parts.dossier.round", opinion.round());
        return row(what, who, opinion.reason());
    }

    private static Component supplement(SupplementView asked) {
        String answer = asked.answer() == null ? Texts.t("parts.dossier.noAnswer") : asked.answer();
        return row(asked.reason(), Texts.t("parts.dossier.askedBy", Words.now().date(asked.due())), answer);
    }

    private static Component objection(ObjectionView objection) {
        String answer = objection.answer() == null
                ? Texts.t("parts.dossier.noAnswer")
                : objection.answeredBy() + "：" + objection.answer();
        return row(objection.reason(), objection.by(), answer);
    }

    private static Div row(String title, String small, String reason) {
        Span what = new Span(title);
        what.addClassName("jx-row-title");
        Span who = new Span(small);
        who.addClassName("jx-quiet");
        Div body = new Div(what, who);
        if (!reason.isBlank()) {
            Paragraph words = new Paragraph(reason);
            words.addClassName("jx-timeline-reason");
            body.add(words);
        }
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        return row;
    }

    /** One line of a list, with its due mark. */
    public static Anchor line(String path, String title, RecognitionSummary summary) {
        Words words = Words.now();
        Span name = new Span(title);
        name.addClassName("jx-row-title");
        String due = summary.actBy() == null
                ? ""
                : " · "
                        + (summary.overdue()
                                ? Texts.t("parts.dossier.overdue", words.date(summary.actBy()))
                                : Texts.t("parts.dossier.until", words.date(summary.actBy())));
        String handler = summary.handler() == null ? "" : " · " + Texts.t("parts.dossier.handledBy", summary.handler());
        Span small = new Span(words.of(summary.institution()) + " · "
                + Texts.t("parts.credits", Words.credits(summary.grantedMilli())) + due + handler);
        small.addClassName("jx-quiet");
        Div body = new Div(name, small);
        body.addClassName("jx-row-body");
        Div badges = new Div(StageBadge.of(summary.stage()));
        badges.addClassName("jx-row-end");
        if (summary.overdue()) {
            badges.add(new Badge(Texts.t("parts.dossier.late"), Badge.Tone.BAD));
        }
        Anchor row = Links.to(path, body, badges, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }
}
