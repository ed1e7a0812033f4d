package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleBookApi.TriedOutcome;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.function.Consumer;

/** An outcome to try a rule on. */
final class OutcomeDialog {

    private final Consumer<TriedOutcome> taken;
    private final Select<AttainedKind> kind = RuleFields.kind();
    private final TextField title = new TextField(Texts.t("rules.outcome.title"));
    private final TextField code = new TextField(Texts.t("rules.code"));
    private final ComboBox<NamedInstitution> issuer;
    private final ComboBox<FrameworkApi.Standard> occupation;
    private final IntegerField level = RuleFields.number(Texts.t("rules.level"), 1, 8);
    private final IntegerField hours = RuleFields.number(Texts.t("rules.hours"), 0, 100_000);
    private final BigDecimalField credits = new BigDecimalField(Texts.t("rules.stated"));
    private final BigDecimalField score = new BigDecimalField(Texts.t("rules.scoreIs"));
    private final DatePicker attained = Dates.picker(Texts.t("rules.attained"));
    private final TextField units = new TextField(Texts.t("rules.outcome.units"));

    OutcomeDialog(RuleBookApi book, FrameworkApi framework, Consumer<TriedOutcome> taken) {
        this.taken = taken;
        this.issuer = RuleFields.institution(Texts.t("rules.issuer"), book.ruleInstitutions());
        this.occupation = RuleFields.occupation(framework.standards());
        kind.setValue(AttainedKind.COURSE);
        title.setId("outcome-title");
        title.setMaxLength(200);
        code.setMaxLength(100);
        units.setHelperText(Texts.t("rules.outcome.units.help"));
    }

    void open() {
        new FormDialog(
                        Texts.t("rules.trial.add"),
                        FormDialog.row(kind, title),
                        FormDialog.row(code, issuer),
                        FormDialog.row(occupation, level),
                        FormDialog.row(hours, credits),
                        FormDialog.row(score, attained),
                        units)
                .asking(Texts.t("rules.trial.take"), this::outcome, taken)
                .open();
    }

    private TriedOutcome outcome() {
        FormDialog.demand(title);
        FormDialog.demand(issuer);
        FormDialog.demand(attained);
        String name = title.getValue().strip();
        return new TriedOutcome(
                kind.getValue(),
                code.isEmpty() ? "-" : code.getValue().strip(),
                new LocalText(name, name),
                issuer.getValue().id(),
                occupation.isEmpty() ? null : occupation.getValue().occupationCode(),
                level.getValue(),
                hours.isEmpty() ? 0 : hours.getValue(),
                RuleFields.milli(credits.getValue()),
                score.getValue(),
                attained.getValue(),
                null,
                null,
                null,
                units.isEmpty() ? List.of() : List.of(units.getValue().strip().split("[\\s,，、]+")));
    }
}
