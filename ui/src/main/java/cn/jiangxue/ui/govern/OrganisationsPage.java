package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The forest of unions, employers and institutions, as far as the caller may see. Branches are built when opened. */
@Route("govern/organisations")
@RolesAllowed("ADMINISTRATOR")
class OrganisationsPage extends Page {

    /** Up to this many, every branch is open from the start. */
    private static final int ALL_OPEN = 60;

    private static final int MOST_MATCHES = 100;
    private static final int TYPING_MILLIS = 300;

    private final transient OrganisationApi organisations;
    private final transient CurrentPerson person;
    private final Div tree = new Div();
    private final TextField search = new TextField(t("govern.organisations.search"));
    private transient Administered administered;

    OrganisationsPage(OrganisationApi organisations, CurrentPerson person) {
        super("govern.organisations");
        this.organisations = organisations;
        this.person = person;
        this.administered = Administered.of(organisations, person.get());
        search.setPrefixComponent(Icon.SEARCH.svg());
        search.setClearButtonVisible(true);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLIS);
        search.addValueChangeListener(e -> show());
        PageHeader header = new PageHeader(t("govern.organisations")).lead(t("govern.organisations.lead"));
        if (administered.national()) {
            Button add = Buttons.primary(t("govern.organisation.new"), () -> edit(null, null));
            add.setId("new-organisation");
            header.action(add);
        }
        Panel panel = new Panel(t("govern.organisations.tree"), search, tree);
        add(header, GovernNav.at(GovernNav.ORGANISATIONS, administered.national()), panel);
        show();
    }

    private void reload() {
        administered = Administered.of(organisations, person.get());
        show();
    }

    private void show() {
        tree.removeAll();
        String wanted = search.getValue().strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            tree.add(branch(administered.below(null)));
            return;
        }
        List<Organisation> found = administered.visible().stream()
                .filter(each -> each.name().zh().contains(wanted)
                        || each.name().en().toLowerCase(Locale.ROOT).contains(wanted))
                .limit(MOST_MATCHES)
                .toList();
        if (found.isEmpty()) {
            tree.add(new EmptyState(
                    Icon.SEARCH, t("govern.organisations.noMatch"), t("govern.organisations.noMatch.text")));
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-tree");
        found.forEach(each -> rows.add(new ListItem(row(each, null))));
        tree.add(rows);
    }

    private UnorderedList branch(List<Organisation> nodes) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-tree");
        nodes.forEach(each -> rows.add(node(each)));
        return rows;
    }

    private ListItem node(Organisation each) {
        List<Organisation> children = administered.below(each.id());
        ListItem item = new ListItem();
        if (children.isEmpty()) {
            item.add(row(each, null));
            return item;
        }
        Button toggle = new Button(Icon.CHEVRON.svg());
        toggle.addThemeVariants(com.vaadin.flow.component.button.ButtonVariant.AURA_TERTIARY);
        toggle.addClassNames("jx-icon-button", "jx-tree-toggle");
        toggle.setAriaLabel(t("govern.organisations.toggle", words().of(each.name())));
        item.add(row(each, toggle));
        Div below = new Div();
        item.add(below);
        toggle.addClickListener(click -> open(toggle, below, children, below.getComponentCount() == 0));
        open(toggle, below, children, administered.visible().size() <= ALL_OPEN || each.depth() == 0);
        return item;
    }

    private void open(Button toggle, Div below, List<Organisation> children, boolean open) {
        below.removeAll();
        toggle.getElement().setAttribute("aria-expanded", String.valueOf(open));
        if (open) {
            below.add(branch(children));
        }
    }

    private Component row(Organisation each, @Nullable Button toggle) {
        Span name = new Span(words().of(each.name()));
        name.addClassName("jx-row-title");
        Badge kind = new Badge(
                t("govern.kind." + each.kind()),
                Administered.isUnion(each.kind()) ? Badge.Tone.ACCENT : Badge.Tone.NEUTRAL);
        Div body = new Div(name, kind);
        body.addClassName("jx-tree-body");
        Div row = new Div();
        row.addClassName("jx-tree-row");
        if (toggle == null) {
            Span leaf = new Span();
            leaf.addClassName("jx-tree-leaf");
            row.add(leaf);
        } else {
            row.add(toggle);
        }
        row.add(body);
        if (administered.has(each.id())) {
            row.add(actions(each));
        }
        return row;
    }

    private Component actions(Organisation each) {
        String name = words().of(each.name());
        Div actions = new Div();
        actions.addClassName("jx-tree-actions");
        var people = Links.to("/govern?org=" + each.id(), Icon.LEARNERS.svg());
        people.addClassName("jx-icon-link");
        people.setAriaLabel(t("govern.organisations.people", name));
        people.setTitle(t("govern.organisations.people", name));
        actions.add(people);
        if (!Administered.kindsUnder(each.kind()).isEmpty()) {
            actions.add(Buttons.icon(Icon.PLUS, t("govern.organisation.addUnder", name), () -> edit(null, each)));
        }
        actions.add(Buttons.icon(Icon.EDIT, t("govern.organisation.rename", name), () -> edit(each, null)));
        return actions;
    }

    private void edit(@Nullable Organisation existing, @Nullable Organisation parent) {
        List<OrganisationKind> kinds = existing == null
                ? Administered.kindsUnder(parent == null ? null : parent.kind())
                : List.of(existing.kind());
        new OrganisationDialog(organisations, existing, parent, kinds, this::reload).open();
    }
}
