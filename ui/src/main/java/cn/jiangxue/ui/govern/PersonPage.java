package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** One person: what is on record, their roles, and what an administrator can do for them. */
@Route("govern/people/:personId")
@RolesAllowed("ADMINISTRATOR")
class PersonPage extends Page implements BeforeEnterObserver {

    private final transient IdentityApi identity;
    private final transient Administered administered;

    PersonPage(IdentityApi identity, OrganisationApi organisations, CurrentPerson person) {
        super("govern.person");
        this.identity = identity;
        this.administered = Administered.of(organisations, person.get());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(identity.person(Ids.of(event.getRouteParameters(), "personId")));
    }

    private void show(PersonView person) {
        titled(person.displayName());
        removeAll();
        Div side = new Div(care(person));
        side.addClassName("jx-column");
        Div column = new Div(record(person), roles(person));
        column.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        PageHeader header = new PageHeader(person.displayName())
                .above(Links.back("/govern", t("govern.people")))
                .lead(person.userName());
        if (person.locked()) {
            header.with(new Badge(t("govern.person.locked"), Badge.Tone.WARNING));
        }
        add(header, columns);
    }

    private static Component record(PersonView person) {
        return new Panel(
                t("govern.person.record"),
                new Facts()
                        .with(t("govern.person.userName"), person.userName())
                        .with(t("govern.person.phone"), orNone(person.phone()))
                        .with(t("govern.person.identityNumber"), orNone(person.identityNumber()))
                        .with(t("govern.person.since"), words().date(person.createdAt())),
                Links.to("/govern/audit?subject=person:" + person.personId(), t("govern.person.audit")));
    }

    private static String orNone(@org.jspecify.annotations.Nullable String value) {
        return value == null ? t("govern.none") : value;
    }

    private Component roles(PersonView person) {
        Panel panel = new Panel(t("govern.person.roles"));
        if (person.roles().isEmpty()) {
            panel.add(new Paragraph(t("govern.person.roles.none")));
        } else {
            UnorderedList rows = new UnorderedList();
            rows.addClassName("jx-rows");
            person.roles().forEach(held -> rows.add(new ListItem(row(person, held))));
            panel.add(rows);
        }
        Button give = Buttons.plain(t("govern.role.give"), () -> give(person));
        give.setIcon(Icon.PLUS.svg());
        give.setId("give-role");
        panel.add(give);
        return panel;
    }

    private Component row(PersonView person, HeldRole held) {
        Span role = new Span(words().role(held.role()));
        role.addClassName("jx-row-title");
        Span where = new Span(words().of(held.organisationName()));
        where.addClassName("jx-quiet");
        Div body = new Div(role, where);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        if (administered.has(held.organisationId())) {
            row.add(Buttons.icon(
                    Icon.TRASH, t("govern.role.takeNamed", words().role(held.role())), () -> take(person, held)));
        }
        return row;
    }

    private void give(PersonView person) {
        Select<Role> role = new Select<>();
        role.setLabel(t("govern.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(each -> Words.now().role(each));
        role.setEmptySelectionAllowed(false);
        OrganisationPicker organisation =
                new OrganisationPicker(t("govern.organisation"), administered.organisations());
        new FormDialog(t("govern.role.give"), role, organisation)
                .asking(
                        t("govern.role.give"),
                        () -> {
                            FormDialog.demand(role);
                            FormDialog.demand(organisation);
                            return identity.giveRole(
                                    person.personId(),
                                    role.getValue(),
                                    organisation.getValue().id());
                        },
                        changed -> showSaying(changed, "govern.role.given"))
                .open();
    }

    private void take(PersonView person, HeldRole held) {
        String what = words().role(held.role()) + " · " + words().of(held.organisationName());
        new FormDialog(t("govern.role.take"), new Paragraph(t("govern.role.take.text", person.displayName(), what)))
                .risking(
                        t("govern.role.take"),
                        () -> identity.takeRole(person.personId(), held.role(), held.organisationId()),
                        changed -> showSaying(changed, "govern.role.taken"))
                .open();
    }

    private void showSaying(PersonView changed, String key) {
        show(changed);
        Pages.say(t(key));
    }

    private Component care(PersonView person) {
        Button reset = Buttons.plain(t("govern.reset"), () -> new PasswordReset(identity, person).ask());
        reset.setId("reset-password");
        Panel panel = new Panel(t("govern.person.care"), new Paragraph(t("govern.reset.text")), reset);
        if (person.identityNumber() != null) {
            Button unmask = Buttons.plain(t("govern.unmask"), () -> new Unmasking(identity, person).ask());
            unmask.setIcon(Icon.EYE.svg());
            unmask.setId("unmask");
            panel.add(new Paragraph(t("govern.unmask.text")), unmask);
        }
        return panel;
    }
}
