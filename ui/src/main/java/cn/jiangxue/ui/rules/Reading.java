package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.RuleBookApi.Trial;
import cn.jiangxue.contract.RuleBookApi.TrialAnswer;
import cn.jiangxue.contract.RuleBookApi.TrialVerdict;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.FindingList;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.stream.Collectors;

/** What a trial said: each answer with every condition that was looked at. */
final class Reading extends Div {

    Reading(Trial trial) {
        addClassName("jx-form");
        Paragraph sum = new Paragraph(
                Texts.t("rules.trial.sum", Words.credits(trial.grantedMilli()), Words.credits(trial.bankedMilli())));
        sum.getElement().setAttribute("role", "status");
        sum.setId("trial-sum");
        add(sum);
        if (!trial.exact()) {
            add(new Paragraph(Texts.t("rules.trial.bound", Words.credits(trial.boundMilli()))));
        }
        trial.answers().forEach(answer -> add(answer(answer)));
        if (!trial.floors().isEmpty()) {
            add(floors(trial.floors()));
        }
    }

    private static Component answer(TrialAnswer answer) {
        Words words = Words.now();
        String sources = answer.sources().stream().map(words::of).collect(Collectors.joining(" + "));
        String rule = answer.rule() == null ? Texts.t("rules.trial.noRule") : words.of(answer.rule());
        String target = answer.target() == null ? "" : " → " + words.of(answer.target());
        Span title = new Span(sources + target);
        title.addClassName("jx-row-title");
        Span small = new Span(rule + " · "
                + Texts.t(
                        "rules.trial.amounts",
                        Words.credits(answer.grantedMilli()),
                        Words.credits(answer.bankedMilli())));
        small.addClassName("jx-quiet");
        Div words2 = new Div(title, small);
        words2.addClassName("jx-row-body");
        Div head = new Div(words2, verdict(answer.verdict()));
        head.addClassNames("jx-row", "jx-row-wrap");
        Details conditions = new Details(
                Texts.t("rules.trial.conditions", answer.findings().size()), new FindingList(answer.findings()));
        conditions.setOpened(answer.verdict() != TrialVerdict.GRANTED);
        return new Div(head, conditions);
    }

    private static Badge verdict(TrialVerdict verdict) {
        return new Badge(
                Texts.t("rules.verdict." + verdict),
                switch (verdict) {
                    case GRANTED, PARTLY_GRANTED -> Badge.Tone.GOOD;
                    case NO_ROOM, PRIOR_LEARNING, SUPPLEMENT -> Badge.Tone.WARNING;
                    case REFUSED -> Badge.Tone.NEUTRAL;
                });
    }

    private static Component floors(List<Finding> floors) {
        return new Div(
                new H3(Texts.t("rules.trial.floors")),
                new Paragraph(Texts.t("rules.trial.floors.text")),
                new FindingList(floors));
    }
}
