package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CaseHistory;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.PlanBadge;
import cn.jiangxue.ui.parts.PlanDossier;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;

/** One plan as the institution's officers see it: every version, who supervises, and what may be decided today. */
@Route("recognise/plans/:planId([0-9a-f-]{36})")
@RolesAllowed("RECOGNITION_OFFICER")
class PlanReviewPage extends Page implements BeforeEnterObserver {

    private final transient EvaluationApi evaluation;

    PlanReviewPage(EvaluationApi evaluation) {
        super("recognise.plan");
        this.evaluation = evaluation;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(evaluation.plan(Ids.of(event.getRouteParameters(), "planId")));
    }

    private void show(Plan plan) {
        removeAll();
        String title = words().of(plan.employerName()) + " · " + words().of(plan.occupation());
        titled(title);
        Div column = new Div();
        column.addClassName("jx-column");
        plan.versions().forEach(version -> column.add(PlanDossier.version(version)));
        Div side = new Div(
                PlanDossier.standing(plan),
                acts(plan, new PlanActs(evaluation, plan, this::show)),
                new Panel(t("learn.case.history"), new CaseHistory(plan.history())));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(title)
                        .above(Links.back(PlanInboxPage.PATH, t("recognise.plans")))
                        .lead(words().of(plan.institutionName()))
                        .with(PlanBadge.of(plan.state())),
                columns);
    }

    private static Panel acts(Plan plan, PlanActs dialogs) {
        Div acts = new Div();
        acts.addClassName("jx-stack");
        if (plan.mayName()) {
            Button name = Buttons.plain(t("recognise.plan.supervisors"), dialogs::nameSupervisors);
            name.setId("name-supervisors");
            acts.add(name);
        }
        plan.possible().forEach(kind -> acts.add(button(kind, dialogs)));
        if (acts.getComponentCount() == 0) {
            return new Panel(t("recognise.acts"), new Paragraph(t("recognise.plan.acts.none")));
        }
        Paragraph text = new Paragraph(t("recognise.plan.acts.text"));
        text.addClassName("jx-quiet");
        return new Panel(t("recognise.acts"), text, acts);
    }

    private static Button button(PlanDecisionKind kind, PlanActs dialogs) {
        String text = t("recognise.plan.decide." + kind);
        Button button = switch (kind) {
            case APPROVE, RESUME -> Buttons.primary(text, () -> dialogs.decide(kind));
            case RETURN, SUSPEND -> Buttons.plain(text, () -> dialogs.decide(kind));
            case WITHDRAW -> Buttons.danger(text, () -> dialogs.decide(kind));
        };
        button.setId("plan-" + kind.name().toLowerCase(Locale.ROOT));
        return button;
    }
}
