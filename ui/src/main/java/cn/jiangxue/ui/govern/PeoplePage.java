package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
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
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.ArrayList;
import java.util.List;

/** People of an organisation and of all below it, by user name. */
@Route("govern")
@RolesAllowed("ADMINISTRATOR")
class PeoplePage extends Page implements BeforeEnterObserver {

    private static final int ROLES_SHOWN = 4;
    private static final int TYPING_MILLIS = 400;

    private final transient IdentityApi identity;
    private final transient Administered administered;

    PeoplePage(IdentityApi identity, OrganisationApi organisations, CurrentPerson person) {
        super("govern.people");
        this.identity = identity;
        this.administered = Administered.of(organisations, person.get());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PeopleQuery query = PeopleQuery.of(event.getLocation().getQueryParameters());
        removeAll();
        Button create = Buttons.primary(t("govern.people.new"), () -> create(query));
        create.setId("new-person");
        Button find = Buttons.plain(t("govern.people.byNumber"), this::findByNumber);
        find.setId("find-by-number");
        add(
                new PageHeader(t("govern.people")).lead(t("govern.people.lead")).action(find, create),
                GovernNav.at(GovernNav.PEOPLE, administered.national()));
        administered
                .chosen(query.organisation())
                .ifPresentOrElse(
                        chosen -> add(panel(chosen, query)),
                        () -> add(new EmptyState(Icon.LEARNERS, t("govern.people.none"), t("govern.people.noneHere"))));
    }

    private Component panel(Organisation chosen, PeopleQuery query) {
        OrganisationPicker picker = new OrganisationPicker(t("govern.organisation"), administered.organisations());
        picker.setValue(chosen);
        picker.addValueChangeListener(e -> {
            if (e.isFromClient() && e.getValue() != null) {
                go(new PeopleQuery(e.getValue().id(), query.text()));
            }
        });
        TextField search = new TextField(t("govern.people.search"));
        search.setId("people-search");
        search.setValue(query.text());
        search.setHelperText(t("govern.people.search.help"));
        search.setPrefixComponent(Icon.SEARCH.svg());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLIS);
        Div list = new Div(list(chosen, query.text()));
        search.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                PeopleQuery typed = new PeopleQuery(chosen.id(), e.getValue());
                UI.getCurrent().getPage().getHistory().replaceState(null, typed.address());
                list.removeAll();
                list.add(guarded(() -> list(chosen, typed.text())));
            }
        });
        Div filters = FormDialog.row(picker, search);
        return new Panel(words().of(chosen.name()), filters, list);
    }

    private Component list(Organisation chosen, String text) {
        return new KeysetList<PersonView>(
                cursor -> identity.people(chosen.id(), text.isEmpty() ? null : text, cursor),
                PeoplePage::row,
                () -> text.isEmpty()
                        ? new EmptyState(Icon.LEARNERS, t("govern.people.none"), t("govern.people.none.text"))
                        : new EmptyState(Icon.SEARCH, t("govern.people.noMatch"), t("govern.people.noMatch.text")));
    }

    private static Component row(PersonView person) {
        Span name = new Span(person.displayName());
        name.addClassName("jx-row-title");
        List<String> contact = new ArrayList<>(List.of(person.userName()));
        if (person.phone() != null) {
            contact.add(person.phone());
        }
        Span small = new Span(String.join(" · ", contact));
        small.addClassName("jx-quiet");
        Div roles = new Div();
        roles.addClassName("jx-badges");
        person.roles().stream().limit(ROLES_SHOWN).forEach(held -> roles.add(badge(held)));
        if (person.roles().size() > ROLES_SHOWN) {
            roles.add(new Badge("+" + (person.roles().size() - ROLES_SHOWN), Badge.Tone.NEUTRAL));
        }
        if (person.locked()) {
            roles.add(new Badge(t("govern.person.locked"), Badge.Tone.WARNING));
        }
        Div body = new Div(name, small, roles);
        body.addClassName("jx-row-body");
        Anchor row = Links.to("/govern/people/" + person.personId(), body, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    private static Badge badge(HeldRole held) {
        Badge badge =
                new Badge(words().role(held.role()) + " · " + words().of(held.organisationName()), Badge.Tone.NEUTRAL);
        badge.addClassName("jx-badge-long");
        return badge;
    }

    private void create(PeopleQuery query) {
        new NewPersonDialog(
                        identity,
                        administered.organisations(),
                        administered.chosen(query.organisation()).orElse(null))
                .open();
    }

    private void findByNumber() {
        new FindByNumberDialog(identity).open();
    }

    private static void go(PeopleQuery query) {
        UI.getCurrent().navigate(query.address());
    }
}
