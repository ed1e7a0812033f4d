package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftAct;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeEdit;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePublication;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeReason;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeStep;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.Locale;
import java.util.function.Consumer;

/** What an officer may do with the draft of a programme, as buttons: only what the service says is possible now. */
final class ProgrammeActs extends Div {

    private static final int MOST_REASON = 2_000;

    private final transient ProgrammesApi programmes;
    private final transient ProgrammeDraft draft;
    private final transient Consumer<ProgrammeDraft> changed;

    ProgrammeActs(ProgrammesApi programmes, ProgrammeDraft draft, Consumer<ProgrammeDraft> changed) {
        this.programmes = programmes;
        this.draft = draft;
        this.changed = changed;
        addClassName("jx-actions");
        if (draft.acts().contains(ProgrammeDraftAct.EDIT)) {
            add(Links.primary(ProgrammeRows.address(draft.summary()) + "/edit", t("rules.prog.act.EDIT")));
        }
        button(ProgrammeDraftAct.SUBMIT, this::submit);
        button(ProgrammeDraftAct.PUBLISH, this::publish);
        button(ProgrammeDraftAct.RETURN, this::giveBack);
        button(ProgrammeDraftAct.RENEW, this::renew);
        button(ProgrammeDraftAct.ABANDON, this::abandon);
    }

    private void button(ProgrammeDraftAct act, Runnable action) {
        if (draft.acts().contains(act)) {
            boolean first = act == ProgrammeDraftAct.PUBLISH || act == ProgrammeDraftAct.RENEW;
            Button button = first
                    ? Buttons.primary(t("rules.prog.act." + act), action)
                    : Buttons.plain(t("rules.prog.act." + act), action);
            button.setId("act-" + act.name().toLowerCase(Locale.ROOT));
            add(button);
        }
    }

    private void submit() {
        new FormDialog(t("rules.prog.act.SUBMIT"), new Paragraph(t("rules.prog.submit.text")))
                .asking(
                        t("rules.prog.act.SUBMIT"),
                        () -> programmes.submitProgramme(id(), version(), new ProgrammeStep(draft.revision())),
                        this::done)
                .open();
    }

    private void publish() {
        DatePicker from = Dates.picker(t("rules.prog.publish.from"));
        from.setMin(draft.earliestFrom());
        from.setValue(draft.earliestFrom());
        from.setHelperText(t("rules.prog.publish.from.help"));
        from.setId("publish-from");
        Paragraph hash = new Paragraph(draft.hash());
        hash.addClassNames("jx-quiet", "jx-hash");
        new FormDialog(t("rules.prog.act.PUBLISH"), new Paragraph(t("rules.prog.publish.text")), hash, from)
                .asking(
                        t("rules.prog.act.PUBLISH"),
                        () -> {
                            FormDialog.demand(from);
                            return programmes.publishProgramme(
                                    id(), version(), new ProgrammePublication(draft.hash(), from.getValue()));
                        },
                        this::done)
                .open();
    }

    private void giveBack() {
        TextArea reason = new TextArea(t("rules.reason"));
        reason.setMinRows(3);
        reason.setMaxLength(MOST_REASON);
        reason.setHelperText(t("rules.prog.reason.help"));
        reason.setId("programme-reason");
        new FormDialog(t("rules.prog.act.RETURN"), new Paragraph(t("rules.prog.return.text")), reason)
                .asking(
                        t("rules.prog.act.RETURN"),
                        () -> {
                            FormDialog.demand(reason);
                            return programmes.returnProgramme(id(), version(), new ProgrammeReason(reason.getValue()));
                        },
                        this::done)
                .open();
    }

    private void abandon() {
        new FormDialog(t("rules.prog.act.ABANDON"), new Paragraph(t("rules.prog.abandon.text")))
                .risking(
                        t("rules.prog.act.ABANDON"),
                        () -> programmes.abandonProgramme(id(), version(), new ProgrammeStep(draft.revision())),
                        this::done)
                .open();
    }

    /** The next version begins with what this one says. */
    private void renew() {
        int next = draft.published().getLast() + 1;
        ProgrammeDraft made = programmes.saveProgramme(id(), next, new ProgrammeEdit(draft.content(), 0));
        UI.getCurrent().navigate(ProgrammeRows.address(made.summary()).substring(1) + "/edit");
    }

    private void done(ProgrammeDraft now) {
        changed.accept(now);
        Pages.say(t("rules.done", t("rules.prog.state." + now.summary().state())));
    }

    private String id() {
        return draft.summary().programmeId();
    }

    private int version() {
        return draft.summary().version();
    }

    private static String t(String key, Object... values) {
        return Texts.t(key, values);
    }
}
