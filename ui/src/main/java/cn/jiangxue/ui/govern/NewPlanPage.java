package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PlanEdit;
import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.FrameworkApi.Standard;
import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Filing a plan: the occupation first, then what it says and the institution that decides. The plan's id is made once, so that a second tap is the same plan. */
@Route("govern/plans/new")
@RolesAllowed("ADMINISTRATOR")
class NewPlanPage extends PlanEditing implements BeforeEnterObserver {

    private final transient EvaluationApi evaluation;
    private final transient FrameworkApi framework;
    private final transient PromotionApi promotion;
    private final transient Clock clock;
    private final UUID planId = Ids.next();

    NewPlanPage(
            EvaluationApi evaluation,
            FrameworkApi framework,
            PromotionApi promotion,
            IdentityApi identity,
            Clock clock) {
        super("govern.plan.new", identity);
        this.evaluation = evaluation;
        this.framework = framework;
        this.promotion = promotion;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        UUID employer = asked.getSingleParameter("org").map(Ids::parse).orElseGet(() -> new UUID(0, 0));
        String occupation = asked.getSingleParameter("occupation").orElse(null);
        removeAll();
        add(new PageHeader(t("govern.plan.new"))
                .above(Links.back(PlansPage.PATH + "?org=" + employer, t("govern.plans")))
                .lead(t("govern.plan.new.lead")));
        add(guarded(() -> choice(employer, occupation)));
        if (occupation != null) {
            add(guarded(() -> form(employer, framework.standard(occupation))));
        }
    }

    private Component choice(UUID employer, @Nullable String occupation) {
        List<Standard> standards = framework.standards();
        Select<Standard> trade = new Select<>();
        trade.setLabel(t("learn.path.occupation"));
        trade.setItems(standards);
        trade.setItemLabelGenerator(each -> words().of(each.occupation()));
        trade.setId("plan-occupation");
        standards.stream()
                .filter(each -> each.occupationCode().equals(occupation))
                .findFirst()
                .ifPresent(trade::setValue);
        trade.addValueChangeListener(chosen -> UI.getCurrent()
                .navigate("govern/plans/new?org=" + employer + "&occupation="
                        + chosen.getValue().occupationCode()));
        return new Panel(t("govern.plan.occupation"), trade);
    }

    private Component form(UUID employer, Standard standard) {
        Select<Organisation> institution = new Select<>();
        List<Organisation> institutions = promotion.institutions(standard.occupationCode());
        institution.setLabel(t("learn.apply.institution"));
        institution.setItems(institutions);
        institution.setItemLabelGenerator(each -> words().of(each.name()));
        institution.setHelperText(t("govern.plan.institution.help"));
        institution.setId("plan-institution");
        if (institutions.size() == 1) {
            institution.setValue(institutions.getFirst());
        }
        PlanForm content = new PlanForm(standard, assessors(employer), words().today(clock.instant()));
        Div form = new Div(content, institution, new Paragraph(t("govern.plan.fixed")), problem, send(() -> {
            FormDialog.demand(institution);
            evaluation.file(
                    planId,
                    new PlanEdit(employer, institution.getValue().id(), standard.occupationCode(), content.content()));
            UI.getCurrent().navigate("govern/plans/" + planId);
        }));
        form.addClassName("jx-form");
        return new Panel(t("govern.plan.content"), form);
    }
}
