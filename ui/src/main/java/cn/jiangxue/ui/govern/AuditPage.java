package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.AuditApi;
import cn.jiangxue.contract.AuditApi.AuditRecord;
import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import org.springframework.web.client.RestClientException;

/** Who did what to what, newest first. Each record leads to those like it: the same action, person or subject. */
@Route("govern/audit")
@RolesAllowed("ADMINISTRATOR")
class AuditPage extends Page implements BeforeEnterObserver {

    private final transient AuditApi audit;
    private final transient IdentityApi identity;
    private final transient boolean national;

    AuditPage(AuditApi audit, IdentityApi identity, OrganisationApi organisations, CurrentPerson person) {
        super("govern.audit");
        this.audit = audit;
        this.identity = identity;
        this.national = Administered.of(organisations, person.get()).national();
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        AuditQuery query = AuditQuery.of(event.getLocation().getQueryParameters());
        removeAll();
        add(
                new PageHeader(t("govern.audit")).lead(t("govern.audit.lead")),
                GovernNav.at(GovernNav.AUDIT, national),
                new Panel(t("govern.audit.filter"), filters(query)),
                new Panel(t("govern.audit.records"), guarded(() -> records(query))));
    }

    private Component filters(AuditQuery query) {
        TextField action = new TextField(t("govern.audit.action"));
        action.setValue(query.action());
        action.setHelperText(t("govern.audit.action.help"));
        action.setClearButtonVisible(true);
        action.addValueChangeListener(e -> go(query.withAction(e.getValue())));
        TextField subject = new TextField(t("govern.audit.subject"));
        subject.setValue(query.subject());
        subject.setHelperText(t("govern.audit.subject.help"));
        subject.setClearButtonVisible(true);
        subject.addValueChangeListener(e -> go(query.withSubject(e.getValue())));
        DatePicker from = Dates.picker(t("govern.audit.from"));
        from.setValue(query.from());
        from.addValueChangeListener(e -> go(query.withFrom(e.getValue())));
        DatePicker to = Dates.picker(t("govern.audit.to"));
        to.setValue(query.to());
        to.addValueChangeListener(e -> go(query.withTo(e.getValue())));
        Details byCode = new Details(t("govern.audit.byCode"), FormDialog.row(action, subject));
        byCode.setOpened(!query.action().isEmpty() || !query.subject().isEmpty());
        Div rows = new Div(FormDialog.row(from, to), byCode, chosen(query));
        rows.addClassName("jx-form");
        return rows;
    }

    private Component chosen(AuditQuery query) {
        Div chosen = new Div();
        chosen.addClassName("jx-actions");
        UUID actor = query.actor();
        if (actor != null) {
            Anchor drop = Links.to(
                    query.withActor(null).addressPath(),
                    new Span(t("govern.audit.by", nameOf(actor))),
                    Icon.CLOSE.svg());
            drop.addClassName("jx-chip");
            drop.setAriaLabel(t("govern.audit.drop", nameOf(actor)));
            chosen.add(drop);
        }
        if (!query.equals(AuditQuery.ALL)) {
            chosen.add(Links.to(AuditQuery.ALL.addressPath(), t("govern.audit.clear")));
        }
        return chosen;
    }

    /** A name is a comfort here: the id does where it cannot be told. */
    private String nameOf(UUID actor) {
        try {
            return identity.person(actor).displayName();
        } catch (RestClientException notTold) {
            return actor.toString();
        }
    }

    private Component records(AuditQuery query) {
        return new KeysetList<AuditRecord>(
                cursor -> audit.search(
                        query.action().isEmpty() ? null : query.action(),
                        query.actor(),
                        query.subject().isEmpty() ? null : query.subject(),
                        query.fromInstant(words().zone()),
                        query.toInstant(words().zone()),
                        cursor),
                record -> AuditRow.of(record, query),
                () -> query.equals(AuditQuery.ALL)
                        ? new EmptyState(Icon.HISTORY, t("govern.audit.none"), t("govern.audit.none.text"))
                        : new EmptyState(
                                Icon.SEARCH,
                                t("govern.audit.noMatch"),
                                t("govern.audit.noMatch.text"),
                                Links.secondary(AuditQuery.ALL.addressPath(), t("govern.audit.clear"))));
    }

    private static void go(AuditQuery query) {
        UI.getCurrent().navigate(query.address());
    }
}
