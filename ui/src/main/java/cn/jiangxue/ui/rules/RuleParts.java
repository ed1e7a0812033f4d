package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.RuleSentence;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Quoted;
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
import java.util.Objects;

/** The parts of a page about one version of a rule. */
final class RuleParts {

    private RuleParts() {}

    static Panel said(RuleVersionView rule) {
        return new Panel(
                Texts.t("rules.said"),
                new Paragraph(Words.now().of(rule.content().grounds().wording())),
                sentences(rule.sentences()));
    }

    /** One line for each thing it says. */
    static Component sentences(List<RuleSentence> sentences) {
        Facts facts = new Facts();
        facts.addClassName("jx-sentences");
        sentences.forEach(sentence -> facts.with(
                Texts.t("rules.part." + sentence.part()), new Quoted(Words.now().of(sentence.text()))));
        return facts;
    }

    static Panel signatures(RuleVersionView rule) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        rule.parties().forEach(party -> {
            Span name = new Span(Words.now().of(party.name()));
            name.addClassName("jx-row-title");
            Span when = new Span(rule.signatures().stream()
                    .filter(signature -> signature.institution().id().equals(party.id()))
                    .map(signature -> Texts.t("rules.signedAt", Words.now().dateTime(signature.at())))
                    .findFirst()
                    .orElse(Texts.t("rules.unsigned")));
            when.addClassName("jx-quiet");
            Div body = new Div(name, when);
            body.addClassName("jx-row-body");
            Div row = new Div(body);
            row.addClassName("jx-row");
            rows.add(new ListItem(row));
        });
        Span hash = new Span(rule.hash());
        hash.addClassNames("jx-quiet", "jx-hash");
        return new Panel(Texts.t("rules.signatures"), rows, new Paragraph(Texts.t("rules.hash")), hash);
    }

    static Facts facts(RuleVersionView rule) {
        return new Facts()
                .with(Texts.t("rules.state"), RuleRows.state(rule.state()))
                .with(Texts.t("rules.holds"), RuleRows.span(rule.from(), rule.until()))
                .with(Texts.t("rules.programme"), Words.now().of(rule.programmeName()))
                .with(Texts.t("rules.author"), Words.now().of(rule.author().name()))
                .with(Texts.t("rules.id"), rule.ruleId());
    }

    /** Other versions, each with the comparison. {@code under}: what addresses of versions begin with. */
    static Panel versions(RuleVersionView rule, String under) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        rule.versions().reversed().forEach(version -> {
            Anchor open = Links.to(under + rule.ruleId() + "/" + version, Texts.t("rules.version", version));
            open.addClassName("jx-version");
            if (version == rule.version()) {
                open.getElement().setAttribute("aria-current", "page");
            }
            Div body = new Div(open);
            body.addClassName("jx-row-body");
            Div row = new Div(body);
            row.addClassName("jx-row");
            if (version != rule.version()) {
                int older = Math.min(version, rule.version());
                int newer = Math.max(version, rule.version());
                row.add(Links.to(
                        "/rules/%s/compare/%d/%d".formatted(rule.ruleId(), older, newer),
                        Texts.t("rules.compare", older, newer)));
            }
            rows.add(new ListItem(row));
        });
        return new Panel(Texts.t("rules.versions"), rows);
    }

    static Panel history(RuleBookApi book, String entry) {
        return new Panel(
                Texts.t("rules.history"),
                new KeysetList<>(
                        cursor -> book.ruleChanges(entry, cursor),
                        RuleRows::change,
                        () -> new EmptyState(
                                Icon.HISTORY, Texts.t("rules.history.none"), Texts.t("rules.history.none.text"))));
    }

    static Component reason(RuleVersionView rule) {
        Paragraph note = new Paragraph(Texts.t("rules.because", Objects.requireNonNullElse(rule.reason(), "")));
        note.addClassNames("jx-note", "jx-note-warning");
        note.setVisible(rule.reason() != null);
        return note;
    }
}
