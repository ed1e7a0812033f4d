package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardContent;
import cn.jiangxue.contract.StandardContent.ConditionAsked;
import cn.jiangxue.contract.StandardContent.GradeAsked;
import cn.jiangxue.contract.StandardContent.PartAsked;
import cn.jiangxue.contract.StandardContent.UnitAssessed;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** What one grade asks: conditions on every path, the alternatives, the units with their weights and what these make together. */
final class GradeForm extends PartForm {

    private static final int UNITS = 30;
    private static final int NAME = 100;
    private static final int WHOLE = 100;

    private final Grade grade;
    private final Lines<ConditionAsked> always;
    private final PathFields paths;
    private final Lines<UnitAssessed> units;
    private final Lines<PartAsked> examination;
    private final Paragraph sum = new Paragraph();

    GradeForm(StandardContent standard, Grade grade, Runnable changed) {
        this.grade = grade;
        addClassName("jx-column");
        GradeAsked asked = of(standard, grade);
        always = ConditionLines.of(Texts.t("standards.always.asked"), asked.always(), standard.clauses(), changed);
        paths = new PathFields(asked.anyOf(), standard.clauses(), changed);
        units = new Lines<UnitAssessed>(
                        Texts.t("standards.units"),
                        Texts.t("standards.unit.add"),
                        UNITS,
                        () -> new UnitAssessed(StandardFields.fresh("u"), new LocalText("", ""), 1),
                        unit -> new UnitLine(unit, changed),
                        () -> {
                            showSum();
                            changed.run();
                        })
                .with(asked.units());
        examination = PartLines.of(asked.examination(), standard.clauses(), changed);
        sum.getElement().setAttribute("role", "status");
        sum.setId("weights-sum");
        showSum();
        add(
                new Panel(
                        Texts.t("standards.editing", Words.now().grade(grade)),
                        new Paragraph(Texts.t("standards.editing.text")),
                        always),
                new Panel(Texts.t("standards.paths"), new Paragraph(Texts.t("standards.paths.text")), paths),
                new Panel(Texts.t("standards.units"), sum, units),
                new Panel(
                        Texts.t("standards.examination"),
                        new Paragraph(Texts.t("standards.examination.text")),
                        examination));
    }

    private static GradeAsked of(StandardContent standard, Grade grade) {
        return standard.grades().stream()
                .filter(each -> each.grade() == grade)
                .findFirst()
                .orElse(new GradeAsked(grade, List.of(), List.of(), List.of(), List.of()));
    }

    private void showSum() {
        int total =
                units.values().stream().mapToInt(UnitAssessed::weightPercent).sum();
        sum.setText(Texts.t(total == WHOLE ? "standards.sum.whole" : "standards.sum.other", total));
    }

    @Override
    VersionContent on(VersionContent content) {
        StandardContent standard = Objects.requireNonNull(content.standard());
        GradeAsked written =
                new GradeAsked(grade, always.values(), paths.values(), units.values(), examination.values());
        return new VersionContent(
                new StandardContent(
                        standard.occupation(),
                        standard.edition(),
                        standard.title(),
                        standard.basis(),
                        standard.source(),
                        standard.effectiveFrom(),
                        standard.clauses(),
                        Stream.of(Grade.values())
                                .map(each -> each == grade ? written : of(standard, each))
                                .toList()),
                null);
    }

    private static final class UnitLine implements Lines.Line<UnitAssessed> {

        private final TextField id = new TextField(Texts.t("standards.unit.id"));
        private final TwoTexts name;
        private final IntegerField weight;

        UnitLine(UnitAssessed unit, Runnable changed) {
            id.setValue(unit.id());
            id.setMaxLength(60);
            name = TwoTexts.line(Texts.t("standards.unit.name"), unit.name(), NAME)
                    .typed(text -> changed.run())
                    .wide();
            weight = StandardFields.number(Texts.t("standards.unit.weight"), 1, WHOLE, unit.weightPercent());
        }

        @Override
        public List<Component> fields() {
            return List.of(id, weight, name);
        }

        @Override
        public UnitAssessed value() {
            return new UnitAssessed(
                    id.getValue().strip(), name.value(), Objects.requireNonNullElse(weight.getValue(), 0));
        }
    }
}
