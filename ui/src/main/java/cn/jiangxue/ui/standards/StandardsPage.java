package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.StandardState;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** Every occupational standard and the framework, version by version, for everyone signed in; the national body begins new ones here. */
@Route("standards")
@PermitAll
class StandardsPage extends Page implements BeforeEnterObserver {

    private static final int TYPING_MILLIS = 600;
    private static final List<StandardState> OPEN = List.of(
            StandardState.IN_FORCE, StandardState.UPCOMING, StandardState.CONSULTATION, StandardState.SUPERSEDED);

    private final transient StandardsApi standards;
    private final transient OrganisationApi organisations;
    private final transient CurrentPerson person;
    private final transient Clock clock;

    StandardsPage(StandardsApi standards, OrganisationApi organisations, CurrentPerson person, Clock clock) {
        super("standards.title");
        this.standards = standards;
        this.organisations = organisations;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(StandardsQuery.of(event.getLocation().getQueryParameters()));
    }

    private void show(StandardsQuery query) {
        boolean drafting = Drafters.has(organisations, person.get());
        PageHeader header = new PageHeader(t("standards.title")).lead(t("standards.lead"));
        if (drafting) {
            header.action(actions());
        }
        removeAll();
        add(
                header,
                filters(query, drafting ? List.of(StandardState.values()) : OPEN),
                new Panel(
                        t("standards.list"),
                        new KeysetList<>(
                                cursor -> standards.standardVersions(
                                        query.state(), query.words().isEmpty() ? null : query.words(), cursor),
                                StandardRows::row,
                                () -> nothing(query))));
    }

    private Component[] actions() {
        Button fresh = Buttons.primary(
                t("standards.new"), () -> new NewStandardDialog(standards, words().today(clock.instant())).open());
        fresh.setId("new-standard");
        Button bring = Buttons.plain(
                t("standards.import"),
                () -> new StandardImportDialog(standards, () -> show(new StandardsQuery("", StandardState.DRAFT)))
                        .open());
        bring.setId("import-standard");
        return new Component[] {fresh, bring};
    }

    private static Component filters(StandardsQuery query, List<StandardState> states) {
        TextField search = new TextField(t("standards.search"));
        search.setPlaceholder(t("standards.search.hint"));
        search.setPrefixComponent(Icon.SEARCH.svg());
        search.setClearButtonVisible(true);
        search.setValue(query.words());
        search.setMaxLength(100);
        search.setValueChangeMode(ValueChangeMode.LAZY);
        search.setValueChangeTimeout(TYPING_MILLIS);
        search.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                UI.getCurrent().navigate(query.withWords(e.getValue()).address());
            }
        });
        Chips chips = new Chips()
                .with("/" + query.withState(null).address(), t("standards.state.all"), query.state() == null);
        states.forEach(state -> chips.with(
                "/" + query.withState(state).address(), t("standards.state." + state), state == query.state()));
        Div filters = new Div(search, chips);
        filters.addClassName("jx-form");
        return filters;
    }

    private static Component nothing(StandardsQuery query) {
        return query.isAnything()
                ? new EmptyState(
                        Icon.SEARCH,
                        t("standards.noMatch"),
                        t("standards.noMatch.text"),
                        Links.secondary("/standards", t("standards.noMatch.clear")))
                : new EmptyState(Icon.TEXT, t("standards.none"), t("standards.none.text"));
    }
}
