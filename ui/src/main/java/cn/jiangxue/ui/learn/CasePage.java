package cn.jiangxue.ui.learn;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.HeldCredit;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.contract.ReexaminationApi.Reexamination;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.ui.files.EvidencePanel;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CaseBadge;
import cn.jiangxue.ui.parts.CaseHistory;
import cn.jiangxue.ui.parts.EligibilityPaths;
import cn.jiangxue.ui.parts.ExaminationPanel;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Unanswered;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** One's own application: where it stands, who acts next, the evidence, and what happened so far. */
@Route("case/:caseId")
@RolesAllowed("LEARNER")
class CasePage extends Page implements BeforeEnterObserver {

    private final transient PromotionApi promotion;
    private final transient ReexaminationApi reexaminations;
    private final transient MediaApi media;
    private final transient CreditApi credit;
    private final transient Unanswered unanswered = new Unanswered();

    CasePage(PromotionApi promotion, ReexaminationApi reexaminations, MediaApi media, CreditApi credit) {
        super("learn.case");
        this.promotion = promotion;
        this.reexaminations = reexaminations;
        this.media = media;
        this.credit = credit;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(promotion.promotionCase(Ids.of(event.getRouteParameters(), "caseId")));
    }

    private void show(Case c) {
        removeAll();
        String title = t("learn.case.title", words().of(c.occupation()), words().of(c.gradeName()));
        titled(title);
        boolean open = Purpose.isOpen(c.state());
        List<Reexamination> again = c.state() == CaseState.APPROVED ? reexaminations.mine(c.id()) : List.of();
        boolean takenBack = again.stream().anyMatch(each -> each.state() == ReexaminationState.OVERTURNED);
        Div column = new Div(standing(c, takenBack));
        column.addClassName("jx-column");
        again.forEach(each -> column.add(new ReexaminationPanel(reexaminations, each)));
        if (c.examination() != null) {
            column.add(new ExaminationPanel(c.examination()));
        }
        column.add(EvidencePanel.of(promotion, media, c, open, this::show));
        column.add(new Panel(t("learn.case.conditions"), new EligibilityPaths(c.eligibility())));
        if (open) {
            column.add(guarded(() -> holds(c)));
        }
        Div side = new Div(new Panel(t("learn.case.history"), new CaseHistory(c.history())));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(title)
                        .above(Links.back("/path", t("learn.path")))
                        .lead((c.path() == null ? "" : t("parts.path." + c.path()) + " · ")
                                + (c.plan() == null ? "" : words().of(c.plan().employerName()) + " · ")
                                + words().of(c.institutionName()))
                        .with(CaseBadge.of(c.state())),
                columns);
    }

    private Component holds(Case c) {
        List<HeldCredit> forIt = credit.myHolds().stream()
                .filter(hold -> hold.applicationId().equals(c.id()))
                .toList();
        return new HoldsPanel(
                credit, forIt, List.of(Purpose.of(c)), unanswered, () -> show(promotion.promotionCase(c.id())));
    }

    private Component standing(Case c, boolean takenBack) {
        Panel panel = new Panel(t("learn.case.now"));
        if (c.actOn() != null) {
            Div note = new Div(Icon.INFO.svg(), new Paragraph(words().of(c.actOn())));
            note.addClassName("jx-note");
            panel.add(note);
        }
        if (c.actBy() != null) {
            String key = c.state() == CaseState.MORE_ASKED ? "learn.case.by" : "learn.case.due";
            panel.add(new Paragraph(t(key, words().date(c.actBy()))));
        }
        if (c.decision() != null && !c.decision().reason().isBlank()) {
            panel.add(new Paragraph(t("learn.case.reason", c.decision().reason())));
        }
        Div actions = new Div();
        actions.addClassName("jx-actions");
        switch (c.state()) {
            case MORE_ASKED -> actions.add(resubmit(c), withdraw(c));
            case SUBMITTED, IN_EXAMINATION, AWAITING_SECOND -> actions.add(withdraw(c));
            case APPROVED -> {
                panel.add(new Paragraph(t(takenBack ? "learn.case.takenBack" : "learn.case.approved")));
                if (c.credentialId() != null) {
                    actions.add(Links.primary("/credentials", t("learn.case.credential")));
                }
            }
            case REFUSED, WITHDRAWN -> actions.add(Links.secondary("/path", t("learn.case.back")));
        }
        panel.add(actions);
        return panel;
    }

    private Component resubmit(Case c) {
        return Buttons.primary(t("learn.case.resubmit"), () -> show(promotion.resubmit(c.id())));
    }

    private Component withdraw(Case c) {
        Button withdraw = Buttons.quiet(t("learn.case.withdraw"), () -> {
            new FormDialog(t("learn.case.withdraw"), new Paragraph(t("learn.case.withdraw.text")))
                    .risking(t("learn.case.withdraw"), () -> promotion.withdraw(c.id()), this::show)
                    .open();
        });
        withdraw.setId("withdraw-case");
        return withdraw;
    }
}
