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
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
        action.setPlaceholder("person.unmasked");
        action.setClearButtonVisible(true);
        action.addValueChangeListener(e -> go(query.withAction(e.getValue())));
        TextField subject = new TextField(t("govern.audit.subject"));
        subject.setValue(query.subject());
        subject.setPlaceholder("course:0190b0…");
        subject.setClearButtonVisible(true);
        subject.addValueChangeListener(e -> go(query.withSubject(e.getValue())));
        DatePicker from = Dates.picker(t("govern.audit.from"));
        from.setValue(query.from());
        from.addValueChangeListener(e -> go(query.withFrom(e.getValue())));
        DatePicker to = Dates.picker(t("govern.audit.to"));
        to.setValue(query.to());
        to.addValueChangeListener(e -> go(query.withTo(e.getValue())));
        Div rows = new Div(FormDialog.row(action, subject, from, to), chosen(query));
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
                record -> row(record, query),
                () -> query.equals(AuditQuery.ALL)
                        ? new EmptyState(Icon.HISTORY, t("govern.audit.none"), t("govern.audit.none.text"))
                        : new EmptyState(
                                Icon.SEARCH,
                                t("govern.audit.noMatch"),
                                t("govern.audit.noMatch.text"),
                                Links.secondary(AuditQuery.ALL.addressPath(), t("govern.audit.clear"))));
    }

    private static Component row(AuditRecord record, AuditQuery query) {
        Anchor action = Links.to(query.withAction(record.action()).addressPath(), words().of(record.actionName()));
        action.addClassName("jx-row-title");
        action.setTitle(record.action());
        UUID actorId = record.actorId();
        Component actor = actorId == null
                ? new Span(record.actorName())
                : Links.to(query.withActor(actorId).addressPath(), record.actorName());
        Span when = new Span("#" + record.seq() + " · " + words().dateTime(record.at()));
        when.addClassNames("jx-quiet", "jx-number");
        Div line = new Div(action, actor, when);
        line.addClassName("jx-audit-line");
        Anchor subject = Links.to(query.withSubject(record.subject()).addressPath(), record.subject());
        subject.addClassName("jx-hash");
        Div body = new Div(line, subject);
        body.addClassName("jx-row-body");
        String facts = facts(record.facts());
        if (!facts.isEmpty()) {
            Span explained = new Span(facts);
            explained.addClassName("jx-quiet");
            body.add(explained);
        }
        Div row = new Div(body);
        row.addClassName("jx-row");
        return row;
    }

    static String facts(Map<String, String> facts) {
        List<String> parts = new ArrayList<>();
        facts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(each -> parts.add(each.getKey() + " = " + each.getValue()));
        return String.join("；", parts);
    }

    private static void go(AuditQuery query) {
        UI.getCurrent().navigate(query.address());
    }
}
