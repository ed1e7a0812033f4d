package cn.jiangxue.ui.learn;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.content.contract.MediaApi.Upload;
import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.DeclaredOutcomeApi;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredFile;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.Standing;
import cn.jiangxue.contract.PromotionApi.Evidence;
import cn.jiangxue.ui.files.EvidencePanel;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.DeclaredOutcomes;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.ProblemNotice;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A learner's outcomes of elsewhere: what became of each, and a form to declare another one with evidence. Its id is made with the form: a second tap is the same one. */
@Route("recognition/outcomes")
@RolesAllowed("LEARNER")
class DeclaredOutcomesPage extends Page implements BeforeEnterObserver {

    private static final int MOST_CAPTION = 100;

    private final transient DeclaredOutcomeApi declared;
    private final transient CatalogApi catalog;
    private final transient MediaApi media;

    DeclaredOutcomesPage(DeclaredOutcomeApi declared, CatalogApi catalog, MediaApi media) {
        super("learn.declared");
        this.declared = declared;
        this.catalog = catalog;
        this.media = media;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        Div columns = new Div(guarded(this::mine), guarded(this::form));
        columns.addClassName("jx-columns");
        add(
                new PageHeader(t("learn.declared"))
                        .above(Links.back("/recognition", t("learn.recognitions")))
                        .lead(t("learn.declared.lead"))
                        .action(Links.secondary("/recognition/new", t("learn.recognition.new"))),
                columns);
    }

    private Component mine() {
        List<DeclaredOutcome> all = declared.declared();
        return new Panel(
                t("learn.declared.mine"),
                all.isEmpty()
                        ? new EmptyState(Icon.CREDENTIAL, t("learn.declared.none"), t("learn.declared.none.text"))
                        : new DeclaredOutcomes(all, this::actions));
    }

    private List<Component> actions(DeclaredOutcome outcome) {
        List<Component> actions = new ArrayList<>();
        outcome.files().forEach(file -> actions.add(open(outcome, file)));
        if (outcome.standing() == Standing.UNVERIFIED) {
            Button back = Buttons.quiet(t("learn.declared.takeBack"), () -> takeBack(outcome));
            back.setAriaLabel(t("learn.declared.takeBack.named", outcome.said().title()));
            back.addClassName("jx-take-back");
            actions.add(back);
        }
        return actions;
    }

    private Component open(DeclaredOutcome outcome, Evidence file) {
        return EvidencePanel.opener(file, () -> declared.openEvidence(outcome.id(), file.id()));
    }

    private void takeBack(DeclaredOutcome outcome) {
        new FormDialog(
                        t("learn.declared.takeBack"),
                        new Paragraph(
                                t("learn.declared.takeBack.text", outcome.said().title())))
                .risking(
                        t("learn.declared.takeBack"),
                        () -> {
                            declared.takeBack(outcome.id());
                            return outcome;
                        },
                        done -> show())
                .open();
    }

    private Component form() {
        UUID id = Ids.next();
        List<DeclaredFile> attached = new ArrayList<>();
        DeclaredFields fields = new DeclaredFields(catalog.occupations());
        ProblemNotice problem = new ProblemNotice();
        Div files = new Div();
        files.setId("declared-files");
        files.getElement().setAttribute("aria-live", "polite");
        TextField caption = new TextField(t("files.evidence.caption"));
        caption.setHelperText(t("files.evidence.caption.help"));
        caption.setMaxLength(MOST_CAPTION);
        Div form = new Div(fields.fields());
        form.addClassName("jx-form");
        Paragraph limits = new Paragraph(t(
                "learn.declared.files.text",
                DeclaredOutcomeApi.FILES_MOST,
                DeclaredOutcomeApi.DECLARED_MOST,
                DeclaredOutcomeApi.DECLARED_A_DAY));
        limits.addClassName("jx-quiet");
        Button send = Buttons.primary(t("learn.declared.send"), () -> send(id, fields, attached, problem));
        send.setId("declare-outcome");
        form.add(
                limits,
                caption,
                EvidencePanel.box(media, id, upload -> {
                    attached.add(file(upload, caption.getValue().strip()));
                    caption.clear();
                    files.removeAll();
                    files.add(names(attached));
                }),
                files,
                problem,
                send);
        Panel panel = new Panel(t("learn.declared.new"), new Paragraph(t("learn.declared.new.text")), form);
        panel.setId("declare");
        return panel;
    }

    private static DeclaredFile file(Upload upload, String caption) {
        return new DeclaredFile(upload.id(), EvidencePanel.edit(upload, caption));
    }

    private static UnorderedList names(List<DeclaredFile> attached) {
        UnorderedList rows = new UnorderedList();
        attached.forEach(each -> rows.add(new ListItem(each.file().fileName())));
        return rows;
    }

    private void send(UUID id, DeclaredFields fields, List<DeclaredFile> attached, ProblemNotice problem) {
        try {
            declared.declare(id, fields.said(List.copyOf(attached)));
        } catch (FormDialog.Incomplete marked) {
            return;
        } catch (RuntimeException refused) {
            problem.show(refused);
            return;
        }
        show();
    }
}
