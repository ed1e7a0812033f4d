package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardsApi.StandardState;
import cn.jiangxue.contract.StandardsApi.StandardSummary;
import cn.jiangxue.contract.StandardsApi.VersionKind;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;

/** Lines of the lists of versions. */
final class StandardRows {

    private StandardRows() {}

    static Component row(StandardSummary version) {
        Span title = new Span(Words.now().of(version.name()));
        title.addClassName("jx-row-title");
        Span edition = edition(version);
        edition.addClassName("jx-quiet");
        Span small = new Span(version.subject() + held(version));
        small.addClassName("jx-quiet");
        Div body = new Div(title, edition, small);
        body.addClassName("jx-row-body");
        Div end = new Div(state(version.state()));
        if (version.kind() == VersionKind.FRAMEWORK) {
            end.add(new Badge(Texts.t("standards.kind.FRAMEWORK"), Badge.Tone.NEUTRAL));
        }
        end.addClassName("jx-row-end");
        Anchor row = Links.to(address(version), body, end, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    static String address(StandardSummary version) {
        return "/standards/" + version.subject() + "/" + version.version();
    }

    private static String held(StandardSummary version) {
        String span = span(version);
        return span.isEmpty() ? "" : " · " + span;
    }

    /** Number and name of the edition; the name stays in the language it was given in. */
    static Span edition(StandardSummary version) {
        return new Span(
                new Span(Texts.t("standards.version", version.version()) + " · "), new Quoted(version.edition()));
    }

    /** From when until when, or until when comments are taken; empty for a draft. */
    static String span(StandardSummary version) {
        Words words = Words.now();
        LocalDate from = version.from();
        LocalDate until = version.until();
        LocalDate closes = version.closesOn();
        if (from == null) {
            return closes == null ? "" : Texts.t("standards.closes", words.date(closes));
        }
        if (from.equals(LocalDate.EPOCH)) {
            return until == null ? Texts.t("standards.always") : Texts.t("standards.alwaysUntil", words.date(until));
        }
        return until == null
                ? Texts.t("standards.from", words.date(from))
                : Texts.t("standards.fromUntil", words.date(from), words.date(until));
    }

    static Badge state(StandardState state) {
        return new Badge(
                Texts.t("standards.state." + state),
                switch (state) {
                    case DRAFT, SUPERSEDED, ABANDONED -> Badge.Tone.NEUTRAL;
                    case CONSULTATION, UPCOMING -> Badge.Tone.ACCENT;
                    case IN_FORCE -> Badge.Tone.GOOD;
                });
    }
}
