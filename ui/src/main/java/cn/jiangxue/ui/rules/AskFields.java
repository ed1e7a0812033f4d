package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleContent.OverlapShort;
import cn.jiangxue.contract.RuleContent.SourcesMeet;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.List;

/** What a rule asks of its sources; an empty field asks nothing. */
final class AskFields extends Div {

    private static final int LEVELS = 8;
    private static final int MONTHS = 1_200;

    private final BigDecimalField overlap;
    private final Select<OverlapShort> whenShort =
            RuleFields.choice(Texts.t("rules.whenShort"), "rules.whenShort.", OverlapShort.values());
    private final BigDecimalField score;
    private final IntegerField below = RuleFields.number(Texts.t("rules.below"), 0, LEVELS);
    private final IntegerField above = RuleFields.number(Texts.t("rules.above"), 0, LEVELS);
    private final IntegerField age = RuleFields.number(Texts.t("rules.age"), 1, MONTHS);

    AskFields(SourcesMeet asks, Runnable changed) {
        addClassName("jx-form");
        overlap = RuleFields.decimal(Texts.t("rules.overlap"), asks.overlapPercent());
        score = RuleFields.decimal(Texts.t("rules.leastScore"), asks.scorePercent());
        whenShort.setValue(asks.whenShort());
        below.setValue(asks.levelsBelow());
        above.setValue(asks.levelsAbove());
        age.setValue(asks.ageMonths());
        List.<Component>of(overlap, whenShort, score, below, above, age).forEach(field -> Lines.heard(field, changed));
        add(FormDialog.row(overlap, whenShort, score), FormDialog.row(below, above, age));
    }

    SourcesMeet value() {
        return new SourcesMeet(
                overlap.getValue(),
                whenShort.getValue(),
                score.getValue(),
                below.getValue(),
                above.getValue(),
                age.getValue());
    }
}
