package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.SupervisionApi;
import cn.jiangxue.contract.SupervisionApi.Act;
import cn.jiangxue.contract.SupervisionApi.Burst;
import cn.jiangxue.contract.SupervisionApi.BurstInFull;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** One burst: each act with its case and the reason given. */
@Route("govern/bursts/:burstId([0-9a-f-]{36})")
@RolesAllowed("ADMINISTRATOR")
class BurstPage extends Page implements BeforeEnterObserver {

    private final transient SupervisionApi supervision;

    BurstPage(SupervisionApi supervision) {
        super("govern.burst");
        this.supervision = supervision;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        BurstInFull full = supervision.burst(Ids.of(event.getRouteParameters(), "burstId"));
        Burst burst = full.burst();
        titled(burst.personName());
        Paragraph rule =
                new Paragraph(t("govern.burst.rule", burst.most(), burst.minutes(), words().of(burst.clause())));
        rule.addClassName("jx-quiet");
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        full.acts().forEach(act -> rows.add(new ListItem(row(act))));
        removeAll();
        add(
                new PageHeader(burst.personName())
                        .above(Links.back("/govern/bursts?org=" + burst.institutionId(), t("govern.bursts")))
                        .lead(BurstsPage.summary(burst)),
                new Panel(t("govern.burst.acts"), rule, rows));
    }

    private static Component row(Act act) {
        Span title =
                new Span(act.learnerName() + " · " + words().of(act.occupation()) + " " + words().of(act.gradeName()));
        title.addClassName("jx-row-title");
        Span small = new Span(new Span(words().dateTime(act.at()) + " · " + words().of(act.what()) + " · "
                + t(act.reason().isBlank() ? "govern.burst.noReason" : "govern.burst.reason") + " "));
        if (!act.reason().isBlank()) {
            small.add(new Quoted(act.reason()));
        }
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        return row;
    }
}
