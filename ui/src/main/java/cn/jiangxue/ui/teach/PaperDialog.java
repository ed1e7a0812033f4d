package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.AssessmentApi.Paper;
import cn.jiangxue.contract.AssessmentApi.PaperContent;
import cn.jiangxue.contract.AssessmentApi.PaperEdit;
import cn.jiangxue.contract.AssessmentApi.Question;
import cn.jiangxue.contract.AssessmentApi.QuestionRef;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A paper: which questions, how many are drawn, the pass mark, attempts and time. Saving makes the next version with the questions as they are now. */
final class PaperDialog {

    private static final LocalText EMPTY = new LocalText("", "");
    private static final int MOST_QUESTIONS = 200;
    private static final int MOST_ATTEMPTS = 20;
    private static final int MOST_MINUTES = 600;
    private static final int PASS_PERCENT = 60;
    private static final int ATTEMPTS = 3;

    private final AssessmentApi assessment;
    private final UUID organisation;
    private final UUID id;
    private final int version;
    private final Runnable saved;
    private final TwoTexts title;
    private final CheckboxGroup<Question> questions = new CheckboxGroup<>();
    private final IntegerField draw;
    private final IntegerField pass;
    private final IntegerField attempts;
    private final IntegerField minutes;

    PaperDialog(AssessmentApi assessment, UUID organisation, @Nullable Paper paper, Runnable saved) {
        this.assessment = assessment;
        this.organisation = paper == null ? organisation : paper.organisationId();
        this.id = paper == null ? Ids.next() : paper.id();
        this.version = paper == null ? 0 : paper.version();
        this.saved = saved;
        PaperContent content =
                paper == null ? new PaperContent(EMPTY, List.of(), 0, PASS_PERCENT, ATTEMPTS, 0) : paper.content();
        title = TwoTexts.line(Texts.t("teach.paper.title"), content.title(), CoursesPage.MOST_TITLE)
                .named("paper-title");
        draw = CourseFields.number(Texts.t("teach.paper.draw"), 0, MOST_QUESTIONS, content.drawCount());
        draw.setHelperText(Texts.t("teach.paper.draw.help"));
        pass = CourseFields.number(Texts.t("teach.paper.pass"), 1, 100, content.passPercent());
        attempts = CourseFields.number(Texts.t("teach.paper.attempts"), 1, MOST_ATTEMPTS, content.maxAttempts());
        minutes = CourseFields.number(Texts.t("teach.paper.minutes"), 0, MOST_MINUTES, content.minutes());
        List<Question> bank = bank();
        Set<UUID> held =
                content.questions().stream().map(QuestionRef::questionId).collect(Collectors.toSet());
        questions.setLabel(Texts.t("teach.paper.questions"));
        questions.setId("paper-questions");
        questions.addClassName("jx-choose-questions");
        questions.setItems(bank);
        questions.setItemLabelGenerator(
                each -> Texts.t("teach.question." + each.content().kind()) + " · "
                        + Words.now().of(each.content().stem()));
        questions.setValue(new HashSet<>(
                bank.stream().filter(each -> held.contains(each.id())).toList()));
        if (bank.isEmpty()) {
            questions.setHelperText(Texts.t("teach.bank.none.text"));
        }
    }

    private List<Question> bank() {
        List<Question> all = new ArrayList<>();
        String cursor = null;
        do {
            Page<Question> page = assessment.questions(organisation, null, cursor);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null && all.size() < MOST_QUESTIONS);
        return all;
    }

    void open() {
        new FormDialog(
                        Texts.t(version == 0 ? "teach.paper.new" : "teach.paper.change"),
                        title,
                        questions,
                        FormDialog.row(draw, pass),
                        FormDialog.row(attempts, minutes))
                .sending(Texts.t("teach.save"), this::send, this::done)
                .open();
    }

    private void send() {
        title.demand();
        List<QuestionRef> chosen = questions.getValue().stream()
                .map(each -> new QuestionRef(each.id(), each.version()))
                .toList();
        assessment.savePaper(
                id,
                new PaperEdit(
                        organisation,
                        version,
                        new PaperContent(
                                title.value(),
                                chosen,
                                number(draw) == 0 ? chosen.size() : number(draw),
                                number(pass),
                                number(attempts),
                                number(minutes))));
    }

    private static int number(IntegerField field) {
        Integer value = field.getValue();
        return value == null ? 0 : value;
    }

    private void done() {
        Pages.say(Texts.t("teach.saved"));
        saved.run();
    }
}
