package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.DeclaredOutcomeApi.AlikeOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcomeEdit;
import cn.jiangxue.contract.DeclaredOutcomeApi.EvidenceFinding;
import cn.jiangxue.contract.DeclaredOutcomeApi.Standing;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

/** Outcomes of elsewhere as learners and officers see them: what is said of each, and what was found out about its evidence. */
public final class DeclaredOutcomes extends UnorderedList {

    private static final int HUNDREDTHS = 2;

    /** {@code actions}: what may be done with each. */
    public DeclaredOutcomes(List<DeclaredOutcome> outcomes, Function<DeclaredOutcome, List<Component>> actions) {
        addClassName("jx-rows");
        outcomes.forEach(each -> add(new ListItem(row(each, actions.apply(each)))));
    }

    private static Component row(DeclaredOutcome outcome, List<Component> actions) {
        DeclaredOutcomeEdit said = outcome.said();
        H3 title = new H3(new Quoted(said.title()));
        Div head = new Div(title, new Badge(Texts.t("parts.declared." + outcome.standing()), tone(outcome.standing())));
        head.addClassName("jx-path-summary");
        Div body = new Div(head, facts(outcome));
        if (!outcome.alike().isEmpty()) {
            body.add(alike(outcome.alike()));
        }
        outcome.findings().forEach(found -> body.add(finding(found)));
        if (!actions.isEmpty()) {
            Div buttons = new Div();
            buttons.addClassName("jx-actions");
            actions.forEach(buttons::add);
            body.add(buttons);
        }
        body.addClassName("jx-stack");
        return body;
    }

    private static Badge.Tone tone(Standing standing) {
        return switch (standing) {
            case UNVERIFIED -> Badge.Tone.WARNING;
            case VERIFIED -> Badge.Tone.GOOD;
            case REFUTED -> Badge.Tone.BAD;
            case TAKEN_BACK -> Badge.Tone.NEUTRAL;
        };
    }

    private static Facts facts(DeclaredOutcome outcome) {
        Words words = Words.now();
        DeclaredOutcomeEdit said = outcome.said();
        String issuer = words.of(outcome.issuer());
        Facts facts = new Facts()
                .with(Texts.t("parts.declared.type"), Texts.t("learn.outcome." + said.type()))
                .with(
                        Texts.t("parts.declared.issuer"),
                        outcome.issuerRegistered()
                                ? new Span(Texts.t("parts.declared.issuer.here", issuer))
                                : new Quoted(issuer));
        if (said.number() != null) {
            facts.with(Texts.t("parts.declared.number"), said.number());
        }
        if (said.code() != null) {
            facts.with(Texts.t("parts.declared.code"), said.code());
        }
        if (said.occupationCode() != null) {
            String grade = said.grade() == null ? "" : " · " + words.grade(said.grade());
            facts.with(Texts.t("parts.declared.occupation"), said.occupationCode() + grade);
        }
        if (said.level() != null) {
            facts.with(Texts.t("parts.declared.level"), String.valueOf(said.level()));
        }
        if (said.classHours() > 0) {
            facts.with(Texts.t("parts.declared.hours"), String.valueOf(said.classHours()));
        }
        if (said.creditMilli() != null) {
            facts.with(Texts.t("parts.declared.credits"), Words.credits(said.creditMilli()));
        }
        if (said.scoreHundredths() != null) {
            facts.with(
                    Texts.t("parts.declared.score"),
                    BigDecimal.valueOf(said.scoreHundredths(), HUNDREDTHS)
                            .stripTrailingZeros()
                            .toPlainString());
        }
        facts.with(Texts.t("parts.declared.on"), words.date(said.attainedOn()));
        if (said.validThrough() != null) {
            facts.with(Texts.t("parts.declared.through"), words.date(said.validThrough()));
        }
        return facts;
    }

    private static Component alike(List<AlikeOutcome> alike) {
        UnorderedList list = new UnorderedList();
        list.addClassName("jx-findings");
        alike.forEach(each -> list.add(new ListItem(told(each))));
        Div body = new Div(new Div(new Paragraph(Texts.t("parts.declared.alike")), list));
        body.addClassNames("jx-note", "jx-note-warning");
        return body;
    }

    private static Component told(AlikeOutcome alike) {
        Words words = Words.now();
        return Quoted.each(
                " · ",
                Stream.of(
                                words.of(alike.title()),
                                words.of(alike.issuer()),
                                alike.number(),
                                words.date(alike.attainedOn()),
                                Texts.t("parts.declared.alike." + alike.standing()))
                        .filter(Objects::nonNull)
                        .toList());
    }

    private static Component finding(EvidenceFinding found) {
        Words words = Words.now();
        String who = words.of(found.institution()) + " · " + found.officer() + " · " + words.dateTime(found.at());
        Paragraph what = new Paragraph(
                found.means() == null
                        ? Texts.t("parts.declared.refuted.by", who)
                        : Texts.t("parts.declared.verified.by", Texts.t("parts.means." + found.means()), who));
        Div body = new Div(new Div(what, new Quoted(found.note())));
        body.addClassName("jx-note");
        if (!found.authentic()) {
            body.addClassName("jx-note-warning");
        }
        return body;
    }
}
