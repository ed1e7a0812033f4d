package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.select.Select;
import java.util.List;

/** Why something holds: what is agreed, the paper and the place in it, and how far it can be trusted. */
final class GroundsFields {

    static final RuleGrounds EMPTY = new RuleGrounds(new LocalText("", ""), new LocalText("", ""), TrustedAs.SAMPLE);

    private static final int WORDING = 1_000;

    private final TwoTexts wording;
    private final TwoTexts clause;
    private final Select<TrustedAs> trust =
            RuleFields.choice(Texts.t("rules.trust"), "rules.trust.", TrustedAs.values());

    GroundsFields(RuleGrounds grounds, Runnable changed) {
        wording = TwoTexts.area(Texts.t("rules.wording"), grounds.wording(), WORDING, 2)
                .typed(text -> changed.run())
                .wide();
        clause = TwoTexts.area(Texts.t("rules.clause"), grounds.clause(), WORDING, 2)
                .typed(text -> changed.run())
                .wide();
        trust.setValue(grounds.source());
    }

    List<Component> fields() {
        return List.of(trust, wording, clause);
    }

    /** Those fields where nobody else listens to them. */
    List<Component> heard(Runnable changed) {
        Lines.heard(trust, changed);
        return fields();
    }

    void setVisible(boolean visible) {
        fields().forEach(field -> field.setVisible(visible));
    }

    RuleGrounds value() {
        return new RuleGrounds(wording.value(), clause.value(), trust.getValue());
    }

    /** {@code field}: ends with what is missing. */
    Component at(String field) {
        return field.endsWith("clause") ? clause : wording;
    }
}
