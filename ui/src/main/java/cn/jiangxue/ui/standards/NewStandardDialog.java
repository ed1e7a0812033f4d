package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.StandardContent;
import cn.jiangxue.contract.StandardContent.GradeAsked;
import cn.jiangxue.contract.StandardContent.NamedOccupation;
import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.ContentEdit;
import cn.jiangxue.contract.StandardsApi.StandardVersion;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Begins the standard of an occupation that has none: code, name, edition. All else is written on its page. */
final class NewStandardDialog {

    private static final LocalText EMPTY = new LocalText("", "");
    private static final int NAME = 100;

    private final StandardsApi standards;
    private final LocalDate today;
    private final TextField code = new TextField(Texts.t("standards.code"));
    private final TwoTexts name =
            TwoTexts.line(Texts.t("standards.occupation"), EMPTY, NAME).named("new-standard-name");
    private final TextField edition = new TextField(Texts.t("standards.editionName"));

    NewStandardDialog(StandardsApi standards, LocalDate today) {
        this.standards = standards;
        this.today = today;
        code.setPattern("\\d-\\d{2}-\\d{2}-\\d{2}");
        code.setHelperText(Texts.t("standards.code.help"));
        code.setId("new-standard-code");
        edition.setMaxLength(NAME);
        edition.setHelperText(Texts.t("standards.editionName.help"));
        edition.setId("new-standard-edition");
    }

    void open() {
        new FormDialog(Texts.t("standards.new"), new Paragraph(Texts.t("standards.new.text")), code, name, edition)
                .asking(Texts.t("standards.new.make"), this::make, NewStandardDialog::edit)
                .open();
    }

    private StandardVersion make() {
        FormDialog.demand(code, edition);
        name.demand();
        String subject = code.getValue().strip();
        return standards.saveStandard(subject, 1, new ContentEdit(new VersionContent(blank(subject), null), 0));
    }

    private static void edit(StandardVersion made) {
        UI.getCurrent().navigate(StandardRows.address(made.summary()).substring(1) + "/edit");
    }

    private StandardContent blank(String subject) {
        return new StandardContent(
                new NamedOccupation(subject, name.value()),
                edition.getValue().strip(),
                EMPTY,
                EMPTY,
                TrustedAs.SAMPLE,
                today,
                Map.of(),
                Stream.of(Grade.values())
                        .map(grade -> new GradeAsked(grade, List.of(), List.of(), List.of(), List.of()))
                        .toList());
    }
}
