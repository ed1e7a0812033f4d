package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PartEdit;
import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.FrameworkApi.ExamRequirement;
import cn.jiangxue.contract.FrameworkApi.GradeRequirements;
import cn.jiangxue.contract.FrameworkApi.Standard;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a version of a plan says, to be filled in. Only the parts that the standard asks at the chosen grades are shown. */
final class PlanForm extends Div {

    private static final int TENTHS = 10;
    private static final int FULL = 100;
    private static final int ASSESSORS_OF_PART = 5;

    private final Standard standard;
    private final CheckboxGroup<Grade> grades = new CheckboxGroup<>(Texts.t("govern.plan.grades"));
    private final DatePicker from = Dates.picker(Texts.t("govern.plan.from"));
    private final DatePicker last = Dates.picker(Texts.t("govern.plan.last"));
    private final TextArea places = new TextArea(Texts.t("govern.plan.places"));
    private final CheckboxGroup<PersonName> assessors = new CheckboxGroup<>(Texts.t("govern.plan.assessors"));
    private final Map<ExamPart, PartFields> parts = new EnumMap<>(ExamPart.class);

    /** @param staff who holds the role of an assessor in the enterprise */
    PlanForm(Standard standard, List<PersonName> staff, LocalDate today) {
        this.standard = standard;
        addClassName("jx-form");
        grades.setItems(standard.grades().stream()
                .filter(grade -> !grade.examination().isEmpty())
                .map(GradeRequirements::grade)
                .toList());
        grades.setItemLabelGenerator(Words.now()::grade);
        grades.setId("plan-grades");
        from.setMin(today);
        from.setValue(today);
        from.setId("plan-from");
        last.setValue(today.plusYears(EvaluationApi.YEARS_MOST).minusDays(1));
        last.setHelperText(Texts.t("govern.plan.last.help", EvaluationApi.YEARS_MOST));
        last.setId("plan-last");
        places.setMinRows(2);
        places.setMaxLength(EvaluationApi.PLACES_MOST * (EvaluationApi.PLACE_MOST + 1));
        places.setHelperText(Texts.t("govern.plan.places.help", EvaluationApi.PLACES_MOST));
        places.setId("plan-places");
        assessors.setItems(staff);
        assessors.setItemLabelGenerator(PersonName::name);
        assessors.setId("plan-assessors");
        add(grades, FormDialog.row(from, last), places, assessors);
        if (staff.isEmpty()) {
            Paragraph none = new Paragraph(Texts.t("govern.plan.assessors.none"));
            none.addClassNames("jx-note", "jx-note-warning");
            add(none);
        }
        for (ExamPart part : ExamPart.values()) {
            PartFields fields = new PartFields(part);
            parts.put(part, fields);
            add(fields);
        }
        grades.addValueChangeListener(chosen -> showParts(chosen.getValue()));
        showParts(Set.of());
    }

    /** Filled in with what an earlier version says. */
    PlanForm with(VersionEdit earlier) {
        grades.setValue(Set.copyOf(earlier.grades()));
        if (!earlier.from().isBefore(from.getMin())) {
            from.setValue(earlier.from());
        }
        if (earlier.until().isAfter(from.getValue())) {
            last.setValue(earlier.until().minusDays(1));
        }
        places.setValue(String.join("\n", earlier.places()));
        assessors.setValue(assessors
                .getListDataView()
                .getItems()
                .filter(person -> earlier.assessors().contains(person.personId()))
                .collect(Collectors.toSet()));
        earlier.parts().forEach(part -> parts.computeIfPresent(part.part(), (name, fields) -> fields.filled(part)));
        return this;
    }

    private void showParts(Set<Grade> chosen) {
        parts.values().forEach(fields -> fields.ask(asked(chosen, fields.part)));
    }

    private List<ExamRequirement> asked(Set<Grade> chosen, ExamPart part) {
        return standard.grades().stream()
                .filter(grade -> chosen.contains(grade.grade()))
                .flatMap(grade -> grade.examination().stream())
                .filter(requirement -> requirement.part() == part)
                .toList();
    }

    /** Marks what is missing and stops the sending. */
    VersionEdit content() {
        FormDialog.demand(grades);
        FormDialog.demand(from, last);
        FormDialog.demand(places);
        FormDialog.demand(assessors);
        return new VersionEdit(
                grades.getValue().stream().sorted().toList(),
                from.getValue(),
                last.getValue().plusDays(1),
                Stream.of(places.getValue().split("\n", -1))
                        .map(String::strip)
                        .filter(place -> !place.isEmpty())
                        .toList(),
                assessors.getValue().stream().map(PersonName::personId).sorted().toList(),
                parts.values().stream()
                        .filter(Div::isVisible)
                        .map(PartFields::value)
                        .toList());
    }

    /** The pass mark and the assessors of one part. */
    private static final class PartFields extends Div {

        private final ExamPart part;
        private final IntegerField pass;
        private final IntegerField assessors;

        PartFields(ExamPart part) {
            this.part = part;
            String name = Texts.t("govern.plan.part." + part);
            pass = new IntegerField(Texts.t("govern.plan.pass", name));
            pass.setMax(FULL);
            pass.setStepButtonsVisible(true);
            pass.setId("plan-pass-" + part.name().toLowerCase(java.util.Locale.ROOT));
            assessors = new IntegerField(Texts.t("govern.plan.each", name));
            assessors.setMax(ASSESSORS_OF_PART);
            assessors.setStepButtonsVisible(true);
            addClassName("jx-form-row");
            add(pass, assessors);
        }

        /** The standard is the least. */
        void ask(List<ExamRequirement> asked) {
            setVisible(!asked.isEmpty());
            int leastPass = asked.stream()
                    .mapToInt(requirement -> Math.ceilDiv(requirement.passTenths(), TENTHS))
                    .max()
                    .orElse(0);
            int leastAssessors =
                    asked.stream().mapToInt(ExamRequirement::assessors).max().orElse(1);
            pass.setMin(leastPass);
            pass.setHelperText(Texts.t("govern.plan.pass.help", leastPass));
            pass.setValue(Math.max(leastPass, pass.isEmpty() ? 0 : pass.getValue()));
            assessors.setMin(leastAssessors);
            assessors.setHelperText(Texts.t("govern.plan.each.help", leastAssessors));
            assessors.setValue(Math.max(leastAssessors, assessors.isEmpty() ? 0 : assessors.getValue()));
        }

        PartFields filled(PartEdit earlier) {
            pass.setValue(Math.ceilDiv(earlier.passTenths(), TENTHS));
            assessors.setValue(earlier.assessors());
            return this;
        }

        PartEdit value() {
            FormDialog.demand(pass, assessors);
            return new PartEdit(part, pass.getValue() * TENTHS, assessors.getValue());
        }
    }
}
