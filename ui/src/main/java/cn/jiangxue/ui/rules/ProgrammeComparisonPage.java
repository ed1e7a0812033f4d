package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeComparison;
import cn.jiangxue.ui.parts.ComparedPanels;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.PublicFrame;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.ArrayList;
import java.util.List;

/** Two published versions of a programme side by side: what was added, removed and changed. */
@Route(
        value = "rules/programmes/:programmeId/compare/:older([0-9]{1,5})/:newer([0-9]{1,5})",
        layout = PublicFrame.class)
@AnonymousAllowed
class ProgrammeComparisonPage extends Page implements BeforeEnterObserver {

    private final transient ProgrammesApi programmes;

    ProgrammeComparisonPage(ProgrammesApi programmes) {
        super("rules.comparison");
        this.programmes = programmes;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        String programmeId = parameters.get("programmeId").orElseThrow();
        ProgrammeComparison found = programmes.compareProgrammes(
                programmeId,
                parameters.getInteger("older").orElseThrow(),
                parameters.getInteger("newer").orElseThrow());
        removeAll();
        add(compared(found, "/rules/programmes/" + programmeId + "/" + found.newer()));
    }

    /** {@code back}: where the newer one is read. */
    static List<Component> compared(ProgrammeComparison found, String back) {
        List<Component> all = new ArrayList<>();
        all.add(new PageHeader(t("rules.comparison"))
                .above(Links.back(back, words().of(found.name())))
                .lead(t(
                        "rules.prog.comparison.lead",
                        found.rows().size(),
                        found.same(),
                        found.older(),
                        found.newer())));
        if (found.rows().isEmpty()) {
            all.add(new EmptyState(Icon.CHECK, t("rules.prog.comparison.same"), t("rules.prog.comparison.same.text")));
        }
        all.addAll(
                ComparedPanels.of(found.rows(), t("rules.version", found.older()), t("rules.version", found.newer())));
        return all;
    }
}
