package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.AssessmentApi.Option;
import cn.jiangxue.contract.AssessmentApi.Question;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.contract.AssessmentApi.QuestionEdit;
import cn.jiangxue.contract.AssessmentApi.QuestionKind;
import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One question: its kind, stem, options with the right ones marked, explanation and points. */
final class QuestionDialog {

    private static final LocalText EMPTY = new LocalText("", "");
    private static final int MOST_TEXT = 4_000;
    private static final int MOST_OPTIONS = 8;
    private static final int MOST_POINTS = 100;
    private static final int FIRST_OPTIONS = 4;

    /** An option as it is being written. */
    private record Line(String id, TwoTexts text, Checkbox right) {}

    private final AssessmentApi assessment;
    private final UUID organisation;
    private final Runnable saved;
    private final UUID id;
    private final int version;
    private final Select<QuestionKind> kind = new Select<>();
    private final Select<Occupation> occupation;
    private final TwoTexts stem;
    private final TwoTexts explanation;
    private final IntegerField points;
    private final List<Line> lines = new ArrayList<>();
    private final Div options = new Div();
    private final Button more;

    QuestionDialog(
            AssessmentApi assessment,
            List<Occupation> occupations,
            UUID organisation,
            @Nullable Occupation preset,
            @Nullable Question question,
            Runnable saved) {
        this.assessment = assessment;
        this.organisation = question == null ? organisation : question.organisationId();
        this.saved = saved;
        this.id = question == null ? Ids.next() : question.id();
        this.version = question == null ? 0 : question.version();
        QuestionContent content = question == null ? null : question.content();
        occupation = CourseFields.occupation(occupations);
        occupation.setValue(preset);
        if (question != null) {
            occupations.stream()
                    .filter(each -> each.code().equals(question.occupationCode()))
                    .findFirst()
                    .ifPresent(occupation::setValue);
        }
        stem = TwoTexts.area(Texts.t("teach.question.stem"), content == null ? EMPTY : content.stem(), MOST_TEXT, 2)
                .named("question-stem");
        explanation = TwoTexts.area(
                        Texts.t("teach.question.why"), content == null ? EMPTY : content.explanation(), MOST_TEXT, 2)
                .named("question-why");
        points = CourseFields.number(
                Texts.t("teach.question.points"), 1, MOST_POINTS, content == null ? 1 : content.points());
        options.addClassName("jx-form");
        more = Buttons.quiet(Texts.t("teach.option.add"), () -> addOption(nextId(), EMPTY, false));
        more.setIcon(Icon.PLUS.svg());
        kind.setLabel(Texts.t("teach.question.kind"));
        kind.setItems(QuestionKind.values());
        kind.setItemLabelGenerator(each -> Texts.t("teach.question." + each));
        kind.setValue(content == null ? QuestionKind.SINGLE : content.kind());
        kind.addValueChangeListener(e -> begin(e.getValue(), e.getOldValue()));
        if (content == null) {
            begin(QuestionKind.SINGLE, QuestionKind.TRUE_FALSE);
        } else {
            content.options()
                    .forEach(each ->
                            addOption(each.id(), each.text(), content.correct().contains(each.id())));
            more.setVisible(content.kind() != QuestionKind.TRUE_FALSE);
        }
    }

    void open() {
        new FormDialog(
                        Texts.t(version == 0 ? "teach.question.new" : "teach.question.change"),
                        FormDialog.row(kind, occupation),
                        stem,
                        options,
                        more,
                        explanation,
                        points)
                .sending(Texts.t("teach.save"), this::send, this::done)
                .open();
    }

    /** Options of one kind are kept when it turns into the other; true and false are their own. */
    private void begin(QuestionKind now, QuestionKind before) {
        boolean fixed = now == QuestionKind.TRUE_FALSE;
        if (fixed || before == QuestionKind.TRUE_FALSE) {
            lines.clear();
            options.removeAll();
            if (fixed) {
                addOption("true", new LocalText("正确", "True"), false);
                addOption("false", new LocalText("错误", "False"), false);
            } else {
                for (int n = 0; n < FIRST_OPTIONS; n++) {
                    addOption(nextId(), EMPTY, false);
                }
            }
        }
        more.setVisible(!fixed);
    }

    private String nextId() {
        for (char letter = 'a'; ; letter++) {
            String name = String.valueOf(letter);
            if (lines.stream().noneMatch(each -> each.id().equals(name))) {
                return name;
            }
        }
    }

    private void addOption(String option, LocalText text, boolean isRight) {
        if (lines.size() >= MOST_OPTIONS) {
            return;
        }
        int number = lines.size() + 1;
        Line line = new Line(
                option,
                TwoTexts.line(Texts.t("teach.option", number), text, MOST_TEXT).named("option-" + number),
                new Checkbox(Texts.t("teach.option.right", number), isRight));
        line.right().setId("right-" + number);
        line.right().addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() && kind.getValue() != QuestionKind.MULTIPLE) {
                lines.stream()
                        .filter(each -> each != line)
                        .forEach(each -> each.right().setValue(false));
            }
        });
        lines.add(line);
        Div box = new Div(line.text(), line.right());
        box.addClassName("jx-option");
        options.add(box);
    }

    /** Lines left empty are no options. */
    private void send() {
        stem.demand();
        FormDialog.demand(occupation);
        List<Line> written = lines.stream()
                .filter(each -> !each.text().value().zh().isEmpty()
                        || !each.text().value().en().isEmpty())
                .toList();
        assessment.saveQuestion(
                id,
                new QuestionEdit(
                        organisation,
                        occupation.getValue().code(),
                        version,
                        new QuestionContent(
                                kind.getValue(),
                                stem.value(),
                                written.stream()
                                        .map(each -> new Option(
                                                each.id(), each.text().value()))
                                        .toList(),
                                written.stream()
                                        .filter(each -> each.right().getValue())
                                        .map(Line::id)
                                        .toList(),
                                explanation.value(),
                                points.getValue() == null ? 0 : points.getValue())));
    }

    private void done() {
        Pages.say(Texts.t("teach.saved"));
        saved.run();
    }
}
