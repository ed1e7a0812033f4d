package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.RolesAllowed;

/** A draft of a programme beside a published version of it. */
@Route("recognise/programmes/:programmeId/:version([0-9]{1,5})/compare/:older([0-9]{1,5})")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class ProgrammeDraftComparisonPage extends Page implements BeforeEnterObserver {

    private final transient ProgrammesApi programmes;

    ProgrammeDraftComparisonPage(ProgrammesApi programmes) {
        super("rules.comparison");
        this.programmes = programmes;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        String programmeId = parameters.get("programmeId").orElseThrow();
        int version = parameters.getInteger("version").orElseThrow();
        int older = parameters.getInteger("older").orElseThrow();
        removeAll();
        add(ProgrammeComparisonPage.compared(
                programmes.compareProgrammeDraft(programmeId, version, older),
                ProgrammeRows.address(programmeId, version)));
    }
}
