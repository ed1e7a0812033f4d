package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeEdit;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.SignedIn;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextField;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Begins a programme: its institution, its id, its name. All else is written on its page. */
final class NewProgrammeDialog {

    private static final LocalText EMPTY = new LocalText("", "");
    private static final int NAME = 200;

    private final ProgrammesApi programmes;
    private final LocalDate today;
    private final Select<HeldRole> institution;
    private final TextField id = new TextField(Texts.t("rules.prog.id"));
    private final TwoTexts name =
            TwoTexts.line(Texts.t("rules.prog.name"), EMPTY, NAME).named("new-programme-name");

    NewProgrammeDialog(ProgrammesApi programmes, SignedIn person, LocalDate today) {
        this.programmes = programmes;
        this.today = today;
        institution = Acting.choice(Acting.of(person));
        id.setPattern("[a-z0-9][a-z0-9-]{1,79}");
        id.setHelperText(Texts.t("rules.prog.id.help"));
        id.setId("new-programme-id");
    }

    void open() {
        new FormDialog(Texts.t("rules.prog.new"), new Paragraph(Texts.t("rules.prog.new.text")), institution, id, name)
                .asking(Texts.t("rules.new.make"), this::make, NewProgrammeDialog::edit)
                .open();
    }

    private ProgrammeDraft make() {
        FormDialog.demand(id);
        name.demand();
        return programmes.saveProgramme(id.getValue().strip(), 1, new ProgrammeEdit(blank(), 0));
    }

    private static void edit(ProgrammeDraft made) {
        UI.getCurrent().navigate(ProgrammeRows.address(made.summary()).substring(1) + "/edit");
    }

    private ProgrammeContent blank() {
        return new ProgrammeContent(
                name.value(),
                institution.getValue().organisationId(),
                null,
                0,
                today,
                null,
                Map.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                List.of(),
                GroundsFields.EMPTY);
    }
}
