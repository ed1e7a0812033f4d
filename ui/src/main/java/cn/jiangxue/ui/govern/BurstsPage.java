package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.SupervisionApi;
import cn.jiangxue.contract.SupervisionApi.Burst;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;

/** Marks and approvals that followed each other too fast, for whoever supervises an institution. */
@Route("govern/bursts")
@RolesAllowed("ADMINISTRATOR")
class BurstsPage extends Page implements BeforeEnterObserver {

    private final transient SupervisionApi supervision;
    private final transient OrganisationApi organisations;
    private final transient CurrentPerson person;

    BurstsPage(SupervisionApi supervision, OrganisationApi organisations, CurrentPerson person) {
        super("govern.bursts");
        this.supervision = supervision;
        this.organisations = organisations;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Administered administered = Administered.of(organisations, person.get());
        List<Organisation> may = administered.organisations(OrganisationKind.INSTITUTION::equals);
        removeAll();
        add(
                new PageHeader(t("govern.bursts")).lead(t("govern.bursts.lead")),
                GovernNav.at(GovernNav.BURSTS, administered.national()));
        Administered.chosen(may, event)
                .ifPresentOrElse(
                        chosen -> add(
                                OrganisationPicker.choosing(
                                        t("govern.keys.institution"),
                                        may,
                                        chosen,
                                        other -> GovernNav.BURSTS + "?org=" + other.id()),
                                bursts(chosen)),
                        () -> add(new EmptyState(
                                Icon.CLOCK, t("govern.bursts.noInstitution"), t("govern.bursts.noInstitution.text"))));
    }

    private Component bursts(Organisation institution) {
        return new Panel(
                words().of(institution.name()),
                new KeysetList<>(
                        cursor -> supervision.bursts(institution.id(), cursor),
                        BurstsPage::row,
                        () -> new EmptyState(Icon.CLOCK, t("govern.bursts.none"), t("govern.bursts.none.text"))));
    }

    private static Component row(Burst burst) {
        Span title = new Span(burst.personName());
        title.addClassName("jx-row-title");
        Span small = new Span(summary(burst));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Anchor row = Links.to("/govern/bursts/" + burst.id(), body, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    /** When, and how many. */
    static String summary(Burst burst) {
        return t(
                "govern.bursts.summary",
                words().dateTime(burst.firstAt()),
                words().dateTime(burst.lastAt()),
                burst.acts());
    }
}
