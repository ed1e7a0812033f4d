package cn.jiangxue.ui.recognise;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.EvidenceEdit;
import cn.jiangxue.contract.PromotionApi.EvidenceLink;
import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.Reexamination;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationAct;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.files.EvidencePanel;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CaseHistory;
import cn.jiangxue.ui.parts.EligibilityPaths;
import cn.jiangxue.ui.parts.ExaminationPanel;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.ReexaminationDossier;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** One re-examination: the application with marks, files and decisions, what was said since, and what this person may do today. */
@Route("recognise/reexaminations/:reexaminationId([0-9a-f-]{36})")
@RolesAllowed({"ASSESSOR", "RECOGNITION_OFFICER", "ADMINISTRATOR"})
class ReexaminationPage extends Page implements BeforeEnterObserver {

    private final transient ReexaminationApi reexaminations;
    private final transient MediaApi media;
    private final transient CurrentPerson person;

    ReexaminationPage(ReexaminationApi reexaminations, MediaApi media, CurrentPerson person) {
        super("recognise.reexam.one");
        this.reexaminations = reexaminations;
        this.media = media;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(reexaminations.reexamination(Ids.of(event.getRouteParameters(), "reexaminationId")));
    }

    private void show(Reexamination r) {
        removeAll();
        String title = r.learnerName() + " · " + words().of(r.occupation()) + " · " + words().of(r.gradeName());
        titled(title);
        Div column = new Div(ReexaminationDossier.standing(r));
        column.addClassName("jx-column");
        if (!r.evidence().isEmpty() || r.acts().contains(ReexaminationAct.ATTACH)) {
            column.add(files(r));
        }
        if (r.dossier() != null) {
            dossier(column, r, r.dossier());
        }
        Div side = new Div(acts(r), new Panel(t("recognise.reexam.history"), new CaseHistory(r.history())));
        side.addClassName("jx-column");
        if (r.dossier() != null) {
            side.add(new Panel(
                    t("learn.case.history"), new CaseHistory(r.dossier().history())));
        }
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(new PageHeader(title).above(back()).lead(words().of(r.institutionName())), columns);
    }

    /** To the inbox for whoever has one, else to the supervisor's list. */
    private Component back() {
        boolean reviews = person.get().has(Role.ASSESSOR) || person.get().has(Role.RECOGNITION_OFFICER);
        return reviews
                ? Links.back(ReexaminationInboxPage.PATH, t("recognise.reexam"))
                : Links.back("/govern/reexaminations", t("govern.reexam"));
    }

    private void dossier(Div column, Reexamination r, Case c) {
        column.add(CaseRecords.facts(c), new Panel(t("recognise.found"), new EligibilityPaths(c.eligibility())));
        if (c.examination() != null) {
            column.add(new ExaminationPanel(c.examination()));
        }
        column.add(CaseRecords.work(c.workRecords()));
        if (!c.qualifications().isEmpty()) {
            column.add(CaseRecords.qualifications(c.qualifications()));
        }
        column.add(new EvidencePanel(media, c.id(), c.evidence(), false, shelf(r)));
    }

    private EvidencePanel files(Reexamination r) {
        boolean mayAttach = r.acts().contains(ReexaminationAct.ATTACH);
        return new EvidencePanel(t("recognise.reexam.files"), media, r.id(), r.evidence(), mayAttach, shelf(r));
    }

    /** Files of both kinds are opened as part of the re-examination. */
    private EvidencePanel.Shelf shelf(Reexamination r) {
        return new EvidencePanel.Shelf() {
            @Override
            public EvidenceLink open(UUID evidenceId) {
                return reexaminations.open(r.id(), evidenceId);
            }

            @Override
            public void attach(UUID evidenceId, EvidenceEdit edit) {
                show(reexaminations.attach(r.id(), evidenceId, edit));
            }
        };
    }

    private Panel acts(Reexamination r) {
        ReexaminationActs dialogs = new ReexaminationActs(reexaminations, r, this::show);
        Div acts = new Div();
        acts.addClassName("jx-stack");
        if (r.acts().contains(ReexaminationAct.TAKE)) {
            acts.add(named("take", Buttons.primary(t("recognise.reexam.take"), dialogs::take)));
        }
        if (r.acts().contains(ReexaminationAct.FIND)) {
            acts.add(
                    named(
                            "upheld",
                            Buttons.primary(t("recognise.reexam.find.UPHELD"), () -> dialogs.find(FindingKind.UPHELD))),
                    named(
                            "doubtful",
                            Buttons.plain(
                                    t("recognise.reexam.find.DOUBTFUL"), () -> dialogs.find(FindingKind.DOUBTFUL))));
        }
        if (r.acts().contains(ReexaminationAct.RULE)) {
            acts.add(
                    named(
                            "confirm",
                            Buttons.primary(
                                    t("recognise.reexam.rule.CONFIRM"), () -> dialogs.rule(RulingKind.CONFIRM))),
                    named(
                            "overturn",
                            Buttons.danger(
                                    t("recognise.reexam.rule.OVERTURN"), () -> dialogs.rule(RulingKind.OVERTURN))));
        }
        if (acts.getComponentCount() == 0) {
            return new Panel(t("recognise.acts"), new Paragraph(t("recognise.reexam.acts.none")));
        }
        Paragraph text = new Paragraph(t("recognise.reexam.acts.text"));
        text.addClassName("jx-quiet");
        return new Panel(t("recognise.acts"), text, acts);
    }

    private static Button named(String act, Button button) {
        button.setId("act-" + act);
        return button;
    }
}
