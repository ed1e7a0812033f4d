package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.AssessmentApi.Answer;
import cn.jiangxue.contract.AssessmentApi.AskedQuestion;
import cn.jiangxue.contract.AssessmentApi.Attempt;
import cn.jiangxue.contract.AssessmentApi.AttemptState;
import cn.jiangxue.contract.AssessmentApi.Option;
import cn.jiangxue.contract.AssessmentApi.QuestionKind;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.ProblemNotice;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An attempt at a quiz. Each answer is saved as it is given; after submission, what was right and why. */
@Route("quiz/:attemptId")
@PermitAll
class QuizPage extends Page implements BeforeEnterObserver {

    private final transient AssessmentApi assessment;
    private final Paragraph saved = new Paragraph();
    private final ProblemNotice problem = new ProblemNotice();
    private final Set<UUID> answered = new HashSet<>();
    private int asked;

    QuizPage(AssessmentApi assessment) {
        super("learn.quiz");
        this.assessment = assessment;
        addClassName("jx-narrow");
        saved.addClassName("jx-quiet");
        saved.getElement().setAttribute("role", "status");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(assessment.attempt(Ids.of(event.getRouteParameters(), "attemptId")));
    }

    private void show(Attempt attempt) {
        removeAll();
        if (attempt.state() == AttemptState.OPEN) {
            showOpen(attempt);
        } else {
            showResult(attempt);
        }
    }

    private static Component back(Attempt attempt) {
        return Links.back("/lesson/" + attempt.enrolmentId() + "/" + attempt.lessonId(), t("learn.quiz.back"));
    }

    private void showOpen(Attempt attempt) {
        asked = attempt.questions().size();
        answered.clear();
        String lead = t("learn.quiz.lead", attempt.attemptNumber(), attempt.maxAttempts(), attempt.passPercent());
        PageHeader header = new PageHeader(t("learn.quiz")).above(back(attempt)).lead(lead);
        if (attempt.closesAt() != null) {
            header.with(new Badge(t("learn.quiz.closes", words().dateTime(attempt.closesAt())), Badge.Tone.WARNING));
        }
        add(header);
        OrderedList questions = new OrderedList();
        questions.addClassName("jx-questions");
        int number = 1;
        for (AskedQuestion question : attempt.questions()) {
            if (!question.given().isEmpty()) {
                answered.add(question.questionId());
            }
            questions.add(new ListItem(question(attempt.id(), number++, question)));
        }
        Button submit = Buttons.primary(t("learn.quiz.submit"), () -> submit(attempt.id()));
        submit.setId("quiz-submit");
        Div bar = new Div(saved, submit);
        bar.addClassName("jx-submit-bar");
        add(questions, problem, bar);
        showAnswered();
    }

    private void showAnswered() {
        saved.setText(t("learn.quiz.answered", answered.size(), asked));
    }

    private Component question(UUID attemptId, int number, AskedQuestion question) {
        String label = t("learn.quiz.question", number, words().of(question.stem()));
        String helper = t("learn.quiz.kind." + question.kind(), question.points());
        Div card = new Div(
                question.kind() == QuestionKind.MULTIPLE
                        ? several(attemptId, question, label, helper)
                        : one(attemptId, question, label, helper));
        card.addClassNames("jx-panel", "jx-question");
        return card;
    }

    private Component one(UUID attemptId, AskedQuestion question, String label, String helper) {
        RadioButtonGroup<Option> group = new RadioButtonGroup<>(label);
        group.setHelperText(helper);
        group.setItems(question.options());
        group.setItemLabelGenerator(option -> words().of(option.text()));
        question.options().stream()
                .filter(option -> question.given().contains(option.id()))
                .findFirst()
                .ifPresent(group::setValue);
        group.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                save(attemptId, question.questionId(), List.of(e.getValue().id()));
            }
        });
        return group;
    }

    private Component several(UUID attemptId, AskedQuestion question, String label, String helper) {
        CheckboxGroup<Option> group = new CheckboxGroup<>(label);
        group.setHelperText(helper);
        group.setItems(question.options());
        group.setItemLabelGenerator(option -> words().of(option.text()));
        group.setValue(Set.copyOf(question.options().stream()
                .filter(option -> question.given().contains(option.id()))
                .toList()));
        group.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                save(
                        attemptId,
                        question.questionId(),
                        e.getValue().stream().map(Option::id).sorted().toList());
            }
        });
        return group;
    }

    private void save(UUID attemptId, UUID questionId, List<String> options) {
        try {
            assessment.answer(attemptId, questionId, new Answer(options));
            problem.clear();
            if (options.isEmpty()) {
                answered.remove(questionId);
            } else {
                answered.add(questionId);
            }
            showAnswered();
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }

    private void submit(UUID attemptId) {
        if (answered.size() == asked) {
            show(assessment.submit(attemptId));
            toTop();
            return;
        }
        new FormDialog(
                        t("learn.quiz.unanswered", asked - answered.size()),
                        new Paragraph(t("learn.quiz.unanswered.text")))
                .asking(t("learn.quiz.submit"), () -> assessment.submit(attemptId), attempt -> {
                    show(attempt);
                    toTop();
                })
                .open();
    }

    private static void toTop() {
        UI.getCurrent().getPage().executeJs("window.scrollTo(0, 0); document.getElementById('main')?.focus()");
    }

    private void showResult(Attempt attempt) {
        boolean passed = Boolean.TRUE.equals(attempt.passed());
        int score = attempt.scorePercent() == null ? 0 : attempt.scorePercent();
        Span number = new Span(score + " %");
        number.addClassNames("jx-big-number", "jx-number");
        Div line = new Div(
                number,
                new Badge(
                        t(passed ? "learn.quiz.passed" : "learn.quiz.failed", attempt.passPercent()),
                        passed ? Badge.Tone.GOOD : Badge.Tone.WARNING));
        line.addClassName("jx-big-line");
        Panel result = new Panel(
                t("learn.quiz.result"),
                line,
                new Paragraph(t(
                        passed ? "learn.quiz.passed.text" : "learn.quiz.failed.text",
                        attempt.passPercent(),
                        attempt.maxAttempts() - attempt.attemptNumber())),
                Links.primary("/lesson/" + attempt.enrolmentId() + "/" + attempt.lessonId(), t("learn.quiz.back")));
        add(new PageHeader(t("learn.quiz")).above(back(attempt)), result);
        OrderedList questions = new OrderedList();
        questions.addClassName("jx-questions");
        int at = 1;
        for (AskedQuestion question : attempt.questions()) {
            questions.add(new ListItem(explained(at++, question)));
        }
        add(questions);
    }

    private static Component explained(int number, AskedQuestion question) {
        boolean right = Boolean.TRUE.equals(question.right());
        Panel panel = new Panel(t("learn.quiz.question", number, words().of(question.stem())))
                .beside(new Badge(
                        t(right ? "learn.quiz.right" : "learn.quiz.wrong"), right ? Badge.Tone.GOOD : Badge.Tone.BAD))
                .named("jx-question");
        List<String> correct = question.correct() == null ? List.of() : question.correct();
        UnorderedList options = new UnorderedList();
        options.addClassName("jx-options");
        question.options().forEach(option -> options.add(option(option, question.given(), correct)));
        panel.add(options);
        if (question.explanation() != null
                && !words().of(question.explanation()).isBlank()) {
            Div why = new Div(Icon.INFO.svg(), new Paragraph(words().of(question.explanation())));
            why.addClassName("jx-note");
            panel.add(why);
        }
        return panel;
    }

    private static ListItem option(Option option, List<String> given, List<String> correct) {
        boolean isRight = correct.contains(option.id());
        boolean isGiven = given.contains(option.id());
        ListItem line = new ListItem(
                isRight ? Icon.CHECK.svg() : isGiven ? Icon.CROSS.svg() : new Span(),
                new Span(words().of(option.text())));
        if (isGiven) {
            line.add(new Badge(t("learn.quiz.yours"), Badge.Tone.NEUTRAL));
        }
        if (isRight) {
            line.add(new Badge(t("learn.quiz.key"), Badge.Tone.GOOD));
        }
        line.addClassName(isRight ? "jx-right" : isGiven ? "jx-wrong" : "jx-other");
        return line;
    }
}
