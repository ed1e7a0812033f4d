package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleBookApi.BookChange;
import cn.jiangxue.contract.RuleBookApi.BookEntry;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleBookApi.RuleBookChange;
import cn.jiangxue.contract.RuleBookApi.RuleSummary;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lines of the lists of rules and changes. */
final class RuleRows {

    private RuleRows() {}

    /** {@code under}: the address that the rule's own address begins with. */
    static Component rule(RuleSummary rule, String under) {
        Words words = Words.now();
        Span title = new Quoted(words.of(rule.name()));
        title.addClassName("jx-row-title");
        Span who = new Span(names(rule.parties()));
        who.addClassName("jx-quiet");
        Span when = new Span(Texts.t("rules.version", rule.version()) + " · " + span(rule.from(), rule.until()) + " · "
                + rule.ruleId());
        when.addClassName("jx-quiet");
        Div body = new Div(title, who, when);
        body.addClassName("jx-row-body");
        Div badges = new Div(state(rule.state()));
        if (rule.source() == TrustedAs.SAMPLE) {
            badges.add(new Badge(Texts.t("rules.sample"), Badge.Tone.NEUTRAL));
        }
        badges.addClassName("jx-row-end");
        Anchor row = Links.to(under + rule.ruleId() + "/" + rule.version(), body, badges, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    static String names(List<NamedInstitution> institutions) {
        Words words = Words.now();
        return institutions.stream()
                .map(institution -> words.of(institution.name()))
                .collect(Collectors.joining(" · "));
    }

    static String span(LocalDate from, @Nullable LocalDate until) {
        Words words = Words.now();
        return until == null
                ? Texts.t("rules.from", words.date(from))
                : Texts.t("rules.fromUntil", words.date(from), words.date(until));
    }

    static Badge state(VersionState state) {
        return new Badge(
                Texts.t("rules.state." + state),
                switch (state) {
                    case DRAFT -> Badge.Tone.NEUTRAL;
                    case CONSULTATION, UPCOMING -> Badge.Tone.ACCENT;
                    case IN_FORCE -> Badge.Tone.GOOD;
                    case REFUSED -> Badge.Tone.BAD;
                    case ENDED, WITHDRAWN -> Badge.Tone.NEUTRAL;
                });
    }

    /** A programme is published by its institution alone, a rule by its parties. */
    private static String what(RuleBookChange change) {
        return change.what() == BookChange.PUBLISHED && change.entry() == BookEntry.PROGRAMME
                ? "rules.change.PUBLISHED.programme"
                : "rules.change." + change.what();
    }

    static Component change(RuleBookChange change) {
        Words words = Words.now();
        String who = change.institution() == null
                ? ""
                : words.of(change.institution().name()) + " · ";
        Span title = new Span(new Text(Texts.t(what(change)) + " · "), new Quoted(words.of(change.name())));
        title.addClassName("jx-row-title");
        Span small = new Span(who + words.dateTime(change.at()) + " · " + Texts.t("rules.version", change.version()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        String reason = change.reason();
        if (reason != null) {
            body.add(new Span(Texts.t("rules.because", reason)));
        }
        body.addClassName("jx-row-body");
        String under = switch (change.entry()) {
            case RULE -> "/rules/";
            case PROGRAMME -> "/rules/programmes/";
        };
        Anchor row = Links.to(under + change.entryId() + "/" + change.version(), body, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }
}
