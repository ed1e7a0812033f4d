package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.EvaluationApi.PlanUsed;
import cn.jiangxue.contract.ExaminationApi;
import cn.jiangxue.contract.ExaminationApi.Examination;
import cn.jiangxue.contract.ExaminationApi.Part;
import cn.jiangxue.contract.ExaminationApi.PartState;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CaseBadge;
import cn.jiangxue.ui.parts.CaseHistory;
import cn.jiangxue.ui.parts.ExaminationPanel;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.Locale;

/** One examination run by an enterprise as its outside supervisor sees it: the marks, and each sitting to confirm or to object to. */
@Route("supervise/:caseId([0-9a-f-]{36})")
@PermitAll
class SupervisePage extends Page implements BeforeEnterObserver {

    private final transient PromotionApi promotion;
    private final transient ExaminationApi examination;

    SupervisePage(PromotionApi promotion, ExaminationApi examination) {
        super("recognise.supervise.one");
        this.promotion = promotion;
        this.examination = examination;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(promotion.promotionCase(Ids.of(event.getRouteParameters(), "caseId")));
    }

    private void show(Case c) {
        removeAll();
        String title = c.learnerName() + " · " + words().of(c.gradeName());
        titled(title);
        Examination exam = c.examination();
        Div column = new Div();
        column.addClassName("jx-column");
        if (exam != null) {
            column.add(new ExaminationPanel(exam));
        }
        Div side = new Div(
                toConfirm(c, exam == null ? List.of() : exam.parts()),
                new Panel(t("learn.case.history"), new CaseHistory(c.history())));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        PlanUsed plan = c.plan();
        String employer = plan == null ? "" : " · " + words().of(plan.employerName());
        add(
                new PageHeader(title)
                        .above(Links.back(SupervisedPage.PATH, t("recognise.supervise")))
                        .lead(words().of(c.occupation()) + employer)
                        .with(CaseBadge.of(c.state())),
                columns);
    }

    private Panel toConfirm(Case c, List<Part> parts) {
        Panel panel = new Panel(t("recognise.supervise.waiting"));
        List<Part> waiting = c.state() == CaseState.IN_EXAMINATION
                ? parts.stream()
                        .filter(part -> part.state() == PartState.UNCONFIRMED)
                        .toList()
                : List.of();
        if (waiting.isEmpty()) {
            panel.add(new Paragraph(t("recognise.supervise.nothing")));
            return panel;
        }
        Paragraph text = new Paragraph(t("recognise.supervise.text"));
        text.addClassName("jx-quiet");
        Div actions = new Div();
        actions.addClassName("jx-stack");
        ConfirmDialogs dialogs = new ConfirmDialogs(examination, c, this::show);
        waiting.forEach(part -> actions.add(confirm(part, dialogs), object(part, dialogs)));
        panel.add(text, actions);
        return panel;
    }

    private static Button confirm(Part part, ConfirmDialogs dialogs) {
        Button confirm = Buttons.primary(
                t("recognise.supervise.confirm", words().of(part.name()), part.sitting()), () -> dialogs.confirm(part));
        confirm.setId("confirm-" + part.part().name().toLowerCase(Locale.ROOT));
        return confirm;
    }

    private static Button object(Part part, ConfirmDialogs dialogs) {
        Button object = Buttons.danger(
                t("recognise.supervise.object", words().of(part.name()), part.sitting()), () -> dialogs.object(part));
        object.setId("object-" + part.part().name().toLowerCase(Locale.ROOT));
        return object;
    }
}
