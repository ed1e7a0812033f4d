package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardContent.Clause;
import cn.jiangxue.contract.StandardContent.PartAsked;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The parts of an examination, one line each: pass mark, assessors, sittings, and the paper that asks it. */
final class PartLines {

    private static final int AT_MOST = 5;
    private static final int WORDING = 500;
    private static final BigDecimal USUAL_MARK = BigDecimal.valueOf(60);
    private static final int USUAL_SITTINGS = 3;

    private PartLines() {}

    static Lines<PartAsked> of(List<PartAsked> asked, Map<String, Clause> clauses, Runnable changed) {
        return new Lines<PartAsked>(
                        Texts.t("standards.examination"),
                        Texts.t("standards.exam.add"),
                        ExamPart.values().length,
                        () -> fresh(clauses),
                        part -> new PartLine(part, clauses, changed),
                        changed)
                .with(asked);
    }

    private static PartAsked fresh(Map<String, Clause> clauses) {
        return new PartAsked(
                ExamPart.THEORY, USUAL_MARK, 1, USUAL_SITTINGS, new LocalText("", ""), StandardFields.first(clauses));
    }

    private static final class PartLine implements Lines.Line<PartAsked> {

        private final Select<ExamPart> part = new Select<>();
        private final BigDecimalField mark = new BigDecimalField(Texts.t("standards.exam.mark"));
        private final IntegerField assessors;
        private final IntegerField sittings;
        private final Select<String> clause;
        private final TwoTexts wording;

        PartLine(PartAsked asked, Map<String, Clause> clauses, Runnable changed) {
            part.setLabel(Texts.t("standards.exam.part"));
            part.setItems(ExamPart.values());
            part.setItemLabelGenerator(each -> Texts.t("standards.exam." + each));
            part.setValue(asked.part());
            mark.setValue(asked.passMark());
            assessors = StandardFields.number(Texts.t("standards.exam.assessors"), 1, AT_MOST, asked.assessors());
            sittings = StandardFields.number(Texts.t("standards.exam.sittings"), 1, AT_MOST, asked.sittings());
            clause = StandardFields.clause(clauses, asked.clause());
            wording = TwoTexts.area(Texts.t("standards.wording"), asked.wording(), WORDING, 2)
                    .typed(text -> changed.run())
                    .wide();
        }

        @Override
        public List<Component> fields() {
            return List.of(part, mark, assessors, sittings, clause, wording);
        }

        @Override
        public PartAsked value() {
            return new PartAsked(
                    part.getValue(),
                    Objects.requireNonNullElse(mark.getValue(), BigDecimal.ZERO),
                    Objects.requireNonNullElse(assessors.getValue(), 0),
                    Objects.requireNonNullElse(sittings.getValue(), 0),
                    wording.value(),
                    Objects.requireNonNullElse(clause.getValue(), ""));
        }
    }
}
