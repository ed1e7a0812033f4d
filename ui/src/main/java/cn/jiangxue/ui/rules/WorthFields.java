package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleBookApi.NamedCreditUnit;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.CreditWorth;
import cn.jiangxue.contract.RuleContent.WorthBy;
import cn.jiangxue.contract.RuleContent.WorthRow;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How much a rule's sources are worth; each way shows its own fields. */
final class WorthFields extends Div {

    private final Select<WorthBy> by = RuleFields.choice(Texts.t("rules.worth"), "rules.worth.", WorthBy.values());
    private final BigDecimalField fixed;
    private final Select<NamedCreditUnit> unit = new Select<>();
    private final BigDecimalField most;
    private final Lines<WorthRow> rows;

    WorthFields(RuleContent rule, List<NamedCreditUnit> units, Runnable changed) {
        CreditWorth worth = rule.worth();
        addClassName("jx-form");
        fixed = RuleFields.decimal(Texts.t("rules.fixed"), RuleFields.credits(worth.fixedMilli()));
        most = RuleFields.decimal(Texts.t("rules.most"), RuleFields.credits(rule.mostPerUseMilli()));
        unit.setLabel(Texts.t("rules.unit"));
        unit.setItems(units);
        unit.setItemLabelGenerator(each -> Words.now().of(each.name()));
        units.stream()
                .filter(each -> each.id().equals(worth.creditUnit()))
                .findFirst()
                .ifPresent(unit::setValue);
        rows = PairLines.worth(worth.rows(), changed);
        by.setValue(worth.by());
        by.addValueChangeListener(e -> show());
        List.<Component>of(by, fixed, unit, most).forEach(field -> Lines.heard(field, changed));
        show();
        add(FormDialog.row(by, fixed, unit, most), rows);
    }

    private void show() {
        WorthBy way = by.getValue();
        fixed.setVisible(way == WorthBy.FIXED);
        unit.setVisible(way == WorthBy.HOURS);
        rows.setVisible(way == WorthBy.SCORE_TABLE || way == WorthBy.LEVEL_TABLE);
    }

    CreditWorth value() {
        WorthBy way = by.getValue();
        return new CreditWorth(
                way,
                way == WorthBy.FIXED ? RuleFields.milli(fixed.getValue()) : null,
                rows.isVisible() ? rows.values() : List.of(),
                way == WorthBy.HOURS && !unit.isEmpty() ? unit.getValue().id() : null);
    }

    @Nullable
    Long most() {
        return RuleFields.milli(most.getValue());
    }
}
