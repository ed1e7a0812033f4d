package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.StandardContent;
import cn.jiangxue.contract.StandardContent.NamedOccupation;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Objects;

/** What a standard says of itself, and the papers it leans on. */
final class GeneralForm extends PartForm {

    private static final int NAME = 200;
    private static final int TEXT = 1_000;

    private final TwoTexts occupation;
    private final TextField edition = new TextField(Texts.t("standards.editionName"));
    private final TwoTexts title;
    private final TwoTexts basis;
    private final Select<TrustedAs> source = StandardFields.trust();
    private final DatePicker from = Dates.picker(Texts.t("standards.meantFrom"));
    private final ClauseLines clauses;

    GeneralForm(StandardContent standard, Runnable changed) {
        addClassName("jx-column");
        occupation = TwoTexts.line(
                        Texts.t("standards.occupation"), standard.occupation().name(), NAME)
                .typed(text -> changed.run());
        title = TwoTexts.line(Texts.t("standards.fullTitle"), standard.title(), NAME)
                .typed(text -> changed.run());
        basis = TwoTexts.area(Texts.t("standards.basis"), standard.basis(), TEXT, 3)
                .typed(text -> changed.run());
        edition.setValue(standard.edition());
        edition.setMaxLength(NAME);
        edition.setHelperText(Texts.t("standards.editionName.help"));
        edition.setId("standard-edition");
        source.setValue(standard.source());
        from.setValue(standard.effectiveFrom());
        from.setHelperText(Texts.t("standards.meantFrom.help"));
        List.<Component>of(edition, source, from).forEach(field -> Lines.heard(field, changed));
        clauses = new ClauseLines(standard.clauses(), changed);
        Div general = new Div(occupation, title, FormDialog.row(edition, source, from), basis);
        general.addClassName("jx-form");
        add(new Panel(Texts.t("standards.part.GENERAL"), general), clauses.panel());
    }

    @Override
    VersionContent on(VersionContent content) {
        StandardContent standard = Objects.requireNonNull(content.standard());
        return new VersionContent(
                new StandardContent(
                        new NamedOccupation(standard.occupation().code(), occupation.value()),
                        edition.getValue().strip(),
                        title.value(),
                        basis.value(),
                        source.getValue(),
                        Objects.requireNonNullElse(from.getValue(), standard.effectiveFrom()),
                        clauses.values(),
                        standard.grades()),
                null);
    }
}
