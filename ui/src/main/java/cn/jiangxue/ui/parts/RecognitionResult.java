package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.RecognitionApi.AnswerVerdict;
import cn.jiangxue.contract.RecognitionApi.RecognitionAnswer;
import cn.jiangxue.contract.RecognitionApi.RecognitionEvaluation;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** What the rules say of some outcomes: what counts, what stays in the account, and under each answer every condition with what is missing. */
public final class RecognitionResult extends Div {

    public RecognitionResult(RecognitionEvaluation evaluation) {
        addClassName("jx-paths");
        Words words = Words.now();
        add(new Facts()
                .with(Texts.t("parts.result.granted"), credits(evaluation.grantedMilli()))
                .with(Texts.t("parts.result.banked"), credits(evaluation.bankedMilli()))
                .with(
                        Texts.t("parts.result.programme"),
                        words.of(evaluation.programme()) + " @" + evaluation.programmeVersion())
                .with(Texts.t("parts.result.asOf"), words.date(evaluation.asOf())));
        if (evaluation.boundMilli() != null) {
            Paragraph bound = new Paragraph(Texts.t("parts.result.bound", credits(evaluation.boundMilli())));
            bound.addClassName("jx-quiet");
            add(bound);
        }
        evaluation
                .givesWay()
                .forEach(way -> add(new Paragraph(Texts.t(
                        "parts.result.givesWay", words.of(way.what()), credits(way.milli()), words.of(way.reason())))));
        evaluation.answers().forEach(answer -> add(answer(answer, words)));
        if (!evaluation.floors().isEmpty()) {
            add(new H3(Texts.t("parts.result.floors")), new FindingList(evaluation.floors()));
        }
    }

    private static Details answer(RecognitionAnswer answer, Words words) {
        String target = answer.target() == null ? Texts.t("parts.result.noRule") : words.of(answer.target());
        Span name = Quoted.each(" + ", answer.sources().stream().map(words::of).toList());
        name.add(" → " + target);
        name.addClassName("jx-row-title");
        String label = Texts.t("parts.verdict." + answer.verdict())
                + (answer.grantedMilli() > 0 ? " · " + credits(answer.grantedMilli()) : "");
        Div summary = new Div(name, new Badge(label, tone(answer.verdict())));
        if (answer.unverified()) {
            summary.add(new Badge(Texts.t("parts.result.unverified"), Badge.Tone.WARNING));
        }
        summary.addClassName("jx-path-summary");
        Div body = new Div();
        if (answer.rule() != null && answer.ruleName() != null) {
            Paragraph rule = new Paragraph(
                    Texts.t("parts.result.rule", words.of(answer.ruleName()), answer.rule()) + review(answer));
            rule.addClassName("jx-quiet");
            body.add(rule);
        }
        if (answer.mark() != null) {
            body.add(new Paragraph(Texts.t("parts.result.mark", words.of(answer.mark()))));
        }
        body.add(new FindingList(answer.findings()));
        return new Details(summary, body);
    }

    private static String review(RecognitionAnswer answer) {
        return answer.review() == null ? "" : " · " + Texts.t("parts.review." + answer.review());
    }

    private static Badge.Tone tone(AnswerVerdict verdict) {
        return switch (verdict) {
            case GRANTED -> Badge.Tone.GOOD;
            case PARTLY_GRANTED -> Badge.Tone.ACCENT;
            case PRIOR_LEARNING, SUPPLEMENT -> Badge.Tone.WARNING;
            case NO_ROOM, REFUSED -> Badge.Tone.NEUTRAL;
        };
    }

    private static String credits(long milli) {
        return Texts.t("parts.credits", Words.credits(milli));
    }
}
