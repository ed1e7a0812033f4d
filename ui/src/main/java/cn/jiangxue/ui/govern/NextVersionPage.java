package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.Version;
import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Ids;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;

/** Filing the next version of a plan, filled in with what the newest one says. */
@Route("govern/plans/:planId([0-9a-f-]{36})/next")
@RolesAllowed("ADMINISTRATOR")
class NextVersionPage extends PlanEditing implements BeforeEnterObserver {

    private final transient EvaluationApi evaluation;
    private final transient FrameworkApi framework;
    private final transient Clock clock;

    NextVersionPage(EvaluationApi evaluation, FrameworkApi framework, IdentityApi identity, Clock clock) {
        super("govern.plan.next.file", identity);
        this.evaluation = evaluation;
        this.framework = framework;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Plan plan = evaluation.plan(Ids.of(event.getRouteParameters(), "planId"));
        removeAll();
        add(
                new PageHeader(t("govern.plan.next.title", words().of(plan.occupation())))
                        .above(Links.back(PlansPage.PATH + "/" + plan.id(), t("govern.plan")))
                        .lead(words().of(plan.institutionName())),
                guarded(() -> form(plan)));
    }

    private Component form(Plan plan) {
        if (!plan.mayFile()) {
            return new Panel(t("govern.plan.content"), new Paragraph(t("govern.plan.next.not")));
        }
        Version newest = plan.versions().getFirst();
        PlanForm content = new PlanForm(
                        framework.standard(plan.occupationCode()),
                        assessors(plan.employerId()),
                        words().today(clock.instant()))
                .with(newest.content());
        Div form = new Div(content, new Paragraph(t("govern.plan.fixed")), problem, send(() -> {
            evaluation.file(plan.id(), newest.version() + 1, content.content());
            UI.getCurrent().navigate("govern/plans/" + plan.id());
        }));
        form.addClassName("jx-form");
        return new Panel(t("parts.plan.versionNumber", newest.version() + 1), form);
    }
}
