package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.AssessmentApi.AttemptState;
import cn.jiangxue.contract.AssessmentApi.AttemptSummary;
import cn.jiangxue.contract.AssessmentApi.QuizStanding;
import cn.jiangxue.contract.AssessmentApi.StartAttempt;
import cn.jiangxue.contract.CatalogApi.LessonView;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.UUID;

/** Before a quiz: its rules, the attempts so far, and the way in. */
final class QuizPanel extends Div {

    private final transient AssessmentApi assessment;
    private final UUID enrolmentId;
    private final UUID lessonId;

    QuizPanel(AssessmentApi assessment, UUID enrolmentId, LessonView lesson) {
        this.assessment = assessment;
        this.enrolmentId = enrolmentId;
        this.lessonId = lesson.id();
        addClassName("jx-column");
        QuizStanding standing = assessment.standing(enrolmentId, lessonId);
        add(rules(standing));
        if (!standing.attempts().isEmpty()) {
            add(attempts(standing));
        }
    }

    private Component rules(QuizStanding standing) {
        Facts facts = new Facts()
                .with(t("learn.quiz.questions"), String.valueOf(standing.questions()))
                .with(t("learn.quiz.pass"), standing.passPercent() + " %")
                .with(t("learn.quiz.left"), t("learn.quiz.leftOf", left(standing), standing.maxAttempts()))
                .with(
                        t("learn.quiz.time"),
                        standing.minutes() == 0
                                ? t("learn.quiz.noLimit")
                                : Words.now().minutes(standing.minutes()));
        Panel panel = new Panel(Words.now().of(standing.title()), facts);
        if (standing.passed()) {
            panel.beside(new Badge(t("learn.quiz.passed"), Badge.Tone.GOOD));
        }
        panel.add(wayIn(standing));
        return panel;
    }

    private static int left(QuizStanding standing) {
        return Math.max(0, standing.maxAttempts() - standing.attempts().size());
    }

    private Component wayIn(QuizStanding standing) {
        UUID open = standing.openAttemptId();
        if (open != null) {
            return Links.primary("/quiz/" + open, t("learn.quiz.goOn"));
        }
        if (left(standing) == 0) {
            return new Paragraph(t(standing.passed() ? "learn.quiz.passedText" : "learn.quiz.noneLeft"));
        }
        UUID id = Ids.next();
        Button start = standing.passed()
                ? Buttons.plain(t("learn.quiz.again"), () -> start(id))
                : Buttons.primary(
                        t(standing.attempts().isEmpty() ? "learn.quiz.start" : "learn.quiz.again"), () -> start(id));
        start.setId("quiz-start");
        return new Div(start);
    }

    private void start(UUID id) {
        UUID attempt =
                assessment.start(id, new StartAttempt(enrolmentId, lessonId)).id();
        UI.getCurrent().navigate("quiz/" + attempt);
    }

    private static Component attempts(QuizStanding standing) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        standing.attempts().forEach(attempt -> rows.add(new ListItem(row(attempt))));
        return new Panel(t("learn.quiz.attempts"), rows);
    }

    private static Component row(AttemptSummary attempt) {
        Span title = new Span(t("learn.quiz.attempt", attempt.attemptNumber()));
        title.addClassName("jx-row-title");
        Span small = new Span(
                attempt.submittedAt() == null
                        ? t("learn.quiz.open")
                        : Words.now().dateTime(attempt.submittedAt()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Anchor row = Links.to("/quiz/" + attempt.id(), body, result(attempt), Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    private static Badge result(AttemptSummary attempt) {
        if (attempt.state() == AttemptState.OPEN || attempt.scorePercent() == null) {
            return new Badge(t("learn.quiz.open"), Badge.Tone.ACCENT);
        }
        boolean passed = Boolean.TRUE.equals(attempt.passed());
        return new Badge(
                t(passed ? "learn.quiz.passedWith" : "learn.quiz.failedWith", attempt.scorePercent()),
                passed ? Badge.Tone.GOOD : Badge.Tone.WARNING);
    }

    private static String t(String key, Object... values) {
        return Texts.t(key, values);
    }
}
