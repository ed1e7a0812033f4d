package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.ui.parts.CaseHistory;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.PlanBadge;
import cn.jiangxue.ui.parts.PlanDossier;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** One plan as its enterprise sees it: where it stands, every version, and the way to the next one. */
@Route("govern/plans/:planId([0-9a-f-]{36})")
@RolesAllowed("ADMINISTRATOR")
class PlanPage extends Page implements BeforeEnterObserver {

    private final transient EvaluationApi evaluation;

    PlanPage(EvaluationApi evaluation) {
        super("govern.plan");
        this.evaluation = evaluation;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Plan plan = evaluation.plan(Ids.of(event.getRouteParameters(), "planId"));
        removeAll();
        String title = t("govern.plan.title", words().of(plan.occupation()));
        titled(title);
        Div column = new Div();
        column.addClassName("jx-column");
        plan.versions().forEach(version -> column.add(PlanDossier.version(version)));
        Div side = new Div(
                PlanDossier.standing(plan),
                next(plan),
                new Panel(t("learn.case.history"), new CaseHistory(plan.history())));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(title)
                        .above(Links.back(PlansPage.PATH + "?org=" + plan.employerId(), t("govern.plans")))
                        .lead(words().of(plan.institutionName()))
                        .with(PlanBadge.of(plan.state())),
                columns);
    }

    private static Panel next(Plan plan) {
        Panel panel = new Panel(t("govern.plan.next"));
        panel.add(new Paragraph(t(plan.mayFile() ? "govern.plan.next.text" : "govern.plan.next.not")));
        if (plan.mayFile()) {
            Anchor file = Links.primary(PlansPage.PATH + "/" + plan.id() + "/next", t("govern.plan.next.file"));
            file.setId("next-version");
            panel.add(file);
        }
        return panel;
    }
}
