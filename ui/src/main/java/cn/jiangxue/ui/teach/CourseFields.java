package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.CatalogApi.CompletionRules;
import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;

/** What a course is about and when it counts as passed, saved as it is typed. */
final class CourseFields {

    private static final int MOST_SUMMARY = 1_000;
    private static final int MOST_HOURS = 2_000;
    private static final int LEAST_COVERAGE = 50;
    private static final int MOST_TEXT_SECONDS = 3_600;

    private final Draft draft;

    CourseFields(Draft draft) {
        this.draft = draft;
    }

    static Select<Occupation> occupation(List<Occupation> occupations) {
        Select<Occupation> select = new Select<>();
        select.setLabel(Texts.t("teach.course.occupation"));
        select.setItems(occupations);
        // Where an empty choice is allowed the field asks for its label too.
        select.setItemLabelGenerator(
                each -> each == null ? Texts.t("teach.all") : Words.now().of(each.name()));
        return select;
    }

    static Select<Grade> grade() {
        Select<Grade> select = new Select<>();
        select.setLabel(Texts.t("teach.course.grade"));
        select.setItems(Grade.values());
        select.setItemLabelGenerator(each -> Words.now().grade(each));
        return select;
    }

    static IntegerField number(String label, int least, int most, int value) {
        IntegerField field = new IntegerField(label);
        field.setMin(least);
        field.setMax(most);
        field.setStepButtonsVisible(true);
        field.setValue(value);
        field.setI18n(new IntegerField.IntegerFieldI18n()
                .setBadInputErrorMessage(Texts.t("teach.number.between", least, most))
                .setMinErrorMessage(Texts.t("teach.number.between", least, most))
                .setMaxErrorMessage(Texts.t("teach.number.between", least, most)));
        return field;
    }

    Component details(List<Occupation> occupations) {
        var content = draft.content();
        Select<Occupation> occupation = occupation(occupations);
        occupations.stream()
                .filter(each -> each.code().equals(content.occupationCode()))
                .findFirst()
                .ifPresent(occupation::setValue);
        Select<Grade> grade = grade();
        grade.setValue(content.grade());
        IntegerField hours = number(Texts.t("teach.course.hours"), 0, MOST_HOURS, content.classHours());
        Runnable serves = () -> {
            Integer number = hours.getValue();
            if (number != null && !hours.isInvalid()) {
                Occupation chosen = occupation.getValue();
                draft.change(c -> Outline.serving(
                        c, chosen == null ? c.occupationCode() : chosen.code(), grade.getValue(), number));
            }
        };
        occupation.addValueChangeListener(e -> serves.run());
        grade.addValueChangeListener(e -> serves.run());
        hours.addValueChangeListener(e -> serves.run());
        return new Panel(
                Texts.t("teach.details"),
                TwoTexts.line(Texts.t("teach.course.title"), content.title(), CoursesPage.MOST_TITLE)
                        .typed(text -> draft.change(c -> Outline.titled(c, text))),
                TwoTexts.area(Texts.t("teach.course.summary"), content.summary(), MOST_SUMMARY, 3)
                        .typed(text -> draft.change(c -> Outline.summarised(c, text)))
                        .named("course-summary"),
                FormDialog.row(occupation, grade, hours));
    }

    Component rules() {
        CompletionRules now = draft.content().rules();
        IntegerField coverage = number(Texts.t("teach.rules.coverage"), LEAST_COVERAGE, 100, now.coveragePercent());
        IntegerField study = number(Texts.t("teach.rules.study"), 0, 100, now.minimumStudyPercent());
        IntegerField text = number(Texts.t("teach.rules.text"), 0, MOST_TEXT_SECONDS, now.textCountsSeconds());
        for (IntegerField field : List.of(coverage, study, text)) {
            field.addValueChangeListener(e -> {
                Integer c = coverage.getValue();
                Integer s = study.getValue();
                Integer x = text.getValue();
                if (c != null && s != null && x != null) {
                    draft.change(content -> Outline.ruled(content, new CompletionRules(c, s, x)));
                }
            });
        }
        return new Panel(
                Texts.t("teach.rules"),
                new Paragraph(Texts.t("teach.rules.lead")),
                FormDialog.row(coverage, study, text));
    }
}
