package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.AdoptionEdit;
import cn.jiangxue.contract.StandardsApi.ConsultationEdit;
import cn.jiangxue.contract.StandardsApi.ContentEdit;
import cn.jiangxue.contract.StandardsApi.StandardAct;
import cn.jiangxue.contract.StandardsApi.StandardReason;
import cn.jiangxue.contract.StandardsApi.StandardVersion;
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
import java.time.LocalDate;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;

/** What the national body may do with a version, as buttons: only what the service says is possible now. */
final class StandardActs extends Div {

    private static final int LEAST_DAYS = 7;
    private static final int MOST_DAYS = 180;
    private static final int USUAL_DAYS = 30;
    private static final int MOST_REASON = 2_000;

    private final transient StandardsApi standards;
    private final transient StandardVersion version;
    private final transient LocalDate today;
    private final transient Consumer<StandardVersion> changed;

    StandardActs(StandardsApi standards, StandardVersion version, LocalDate today, Consumer<StandardVersion> changed) {
        this.standards = standards;
        this.version = version;
        this.today = today;
        this.changed = changed;
        addClassName("jx-actions");
        if (has(StandardAct.EDIT)) {
            add(Links.primary(StandardRows.address(version.summary()) + "/edit", t("standards.act.EDIT")));
        }
        button(StandardAct.CONSULT, this::consult);
        button(StandardAct.ADOPT, this::adopt);
        button(StandardAct.NEXT_VERSION, this::next);
        button(
                StandardAct.REDRAFT,
                () -> withReason(
                        StandardAct.REDRAFT, reason -> standards.redraftStandard(subject(), number(), reason)));
        button(
                StandardAct.ABANDON,
                () -> withReason(
                        StandardAct.ABANDON, reason -> standards.abandonStandard(subject(), number(), reason)));
    }

    private boolean has(StandardAct act) {
        return version.acts().contains(act);
    }

    private void button(StandardAct act, Runnable action) {
        if (has(act)) {
            Button button = act == StandardAct.ADOPT
                    ? Buttons.primary(t("standards.act." + act), action)
                    : Buttons.plain(t("standards.act." + act), action);
            button.setId("act-" + act.name().toLowerCase(Locale.ROOT));
            add(button);
        }
    }

    private void consult() {
        DatePicker closes = Dates.picker(t("standards.closesOn"));
        closes.setMin(today.plusDays(LEAST_DAYS));
        closes.setMax(today.plusDays(MOST_DAYS));
        closes.setValue(today.plusDays(USUAL_DAYS));
        closes.setId("closes-on");
        new FormDialog(t("standards.act.CONSULT"), new Paragraph(t("standards.consult.text", LEAST_DAYS)), closes)
                .asking(
                        t("standards.act.CONSULT"),
                        () -> {
                            FormDialog.demand(closes);
                            return standards.consultOnStandard(
                                    subject(), number(), new ConsultationEdit(version.revision(), closes.getValue()));
                        },
                        this::done)
                .open();
    }

    private void adopt() {
        DatePicker from = Dates.picker(t("standards.effectiveFrom"));
        from.setMin(version.earliestFrom());
        from.setValue(version.earliestFrom());
        from.setId("effective-from");
        Paragraph hash = new Paragraph(version.hash());
        hash.addClassNames("jx-quiet", "jx-hash");
        new FormDialog(t("standards.act.ADOPT"), new Paragraph(t("standards.adopt.text")), hash, from)
                .asking(
                        t("standards.act.ADOPT"),
                        () -> {
                            FormDialog.demand(from);
                            return standards.adoptStandard(
                                    subject(), number(), new AdoptionEdit(version.hash(), from.getValue()));
                        },
                        this::done)
                .open();
    }

    private void withReason(StandardAct act, Function<StandardReason, StandardVersion> send) {
        TextArea reason = new TextArea(t("standards.reason"));
        reason.setMinRows(3);
        reason.setMaxLength(MOST_REASON);
        reason.setHelperText(t("standards.reason.help"));
        reason.setId("standard-reason");
        new FormDialog(t("standards.act." + act), new Paragraph(t("standards.actText." + act)), reason)
                .risking(
                        t("standards.act." + act),
                        () -> {
                            FormDialog.demand(reason);
                            return send.apply(new StandardReason(reason.getValue()));
                        },
                        this::done)
                .open();
    }

    /** The next version begins with what this one says. */
    private void next() {
        int number = version.versions().getLast().version() + 1;
        StandardVersion made = standards.saveStandard(subject(), number, new ContentEdit(version.content(), 0));
        UI.getCurrent().navigate(StandardRows.address(made.summary()).substring(1) + "/edit");
    }

    private void done(StandardVersion now) {
        changed.accept(now);
        Pages.say(t("standards.done", t("standards.state." + now.summary().state())));
    }

    private String subject() {
        return version.summary().subject();
    }

    private int number() {
        return version.summary().version();
    }

    private static String t(String key, Object... values) {
        return Texts.t(key, values);
    }
}
