package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PlanSummary;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.PlanDossier;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;

/** The plans under which an enterprise evaluates its own workers, newest first. */
@Route("govern/plans")
@RolesAllowed("ADMINISTRATOR")
class PlansPage extends Page implements BeforeEnterObserver {

    static final String PATH = GovernNav.PLANS;

    private final transient EvaluationApi evaluation;
    private final transient OrganisationApi organisations;
    private final transient CurrentPerson person;

    PlansPage(EvaluationApi evaluation, OrganisationApi organisations, CurrentPerson person) {
        super("govern.plans");
        this.evaluation = evaluation;
        this.organisations = organisations;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Administered administered = Administered.of(organisations, person.get());
        List<Organisation> may = administered.organisations(OrganisationKind.EMPLOYER::equals);
        removeAll();
        add(
                new PageHeader(t("govern.plans")).lead(t("govern.plans.lead")),
                GovernNav.at(GovernNav.PLANS, administered.national()));
        Administered.chosen(may, event)
                .ifPresentOrElse(
                        chosen -> {
                            if (may.size() > 1) {
                                add(OrganisationPicker.choosing(
                                        t("govern.plans.employer"), may, chosen, other -> PATH + "?org=" + other.id()));
                            }
                            add(plans(chosen));
                        },
                        () -> add(new EmptyState(
                                Icon.GOVERN, t("govern.plans.noEmployer"), t("govern.plans.noEmployer.text"))));
    }

    private Component plans(Organisation employer) {
        Panel panel = new Panel(words().of(employer.name()));
        if (files(employer.id())) {
            Anchor file = Links.primary(PATH + "/new?org=" + employer.id(), t("govern.plans.new"));
            file.setId("new-plan");
            panel.add(file);
        }
        panel.add(new KeysetList<>(
                cursor -> evaluation.plans(employer.id(), cursor),
                PlansPage::row,
                () -> new EmptyState(Icon.TEXT, t("govern.plans.none"), t("govern.plans.none.text"))));
        return panel;
    }

    /** Plans are filed by the enterprise's own administrators; those above it read them. */
    private boolean files(UUID employer) {
        return person.get().organisationsAs(Role.ADMINISTRATOR).stream()
                .anyMatch(held -> held.organisationId().equals(employer));
    }

    private static Component row(PlanSummary summary) {
        return PlanDossier.line(
                PATH + "/" + summary.id(),
                words().of(summary.occupation()) + " · " + words().of(summary.institutionName()),
                summary);
    }
}
