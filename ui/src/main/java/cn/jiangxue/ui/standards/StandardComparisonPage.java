package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.StandardComparison;
import cn.jiangxue.ui.parts.ComparedPanels;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;

/** Two versions side by side: every row that differs, under its grade or level, marked in words. */
@Route("standards/:subject/compare/:older([0-9]{1,5})/:newer([0-9]{1,5})")
@PermitAll
class StandardComparisonPage extends Page implements BeforeEnterObserver {

    private final transient StandardsApi standards;

    StandardComparisonPage(StandardsApi standards) {
        super("standards.comparison");
        this.standards = standards;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        StandardComparison found = standards.compareStandards(
                parameters.get("subject").orElseThrow(),
                parameters.getInteger("older").orElseThrow(),
                parameters.getInteger("newer").orElseThrow());
        removeAll();
        add(new PageHeader(t("standards.comparison"))
                .above(Links.back(
                        StandardRows.address(found.newer()),
                        words().of(found.newer().name())))
                .lead(t(
                        "standards.comparison.lead",
                        found.rows().size(),
                        found.same(),
                        found.older().version(),
                        found.newer().version())));
        if (found.rows().isEmpty()) {
            add(new EmptyState(Icon.CHECK, t("standards.comparison.same"), t("standards.comparison.same.text")));
        }
        add(ComparedPanels.of(
                found.rows(),
                t("standards.version", found.older().version()),
                t("standards.version", found.newer().version())));
    }
}
