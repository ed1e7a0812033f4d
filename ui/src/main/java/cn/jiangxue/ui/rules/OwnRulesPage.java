package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.recognise.InboxPage;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;

/** The rules that concern an officer's institutions: drafts, what waits for a signature, what is in force. */
@Route("recognise/rules")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class OwnRulesPage extends Page implements BeforeEnterObserver {

    private final transient RuleBookApi book;
    private final transient CurrentPerson person;
    private final transient Clock clock;
    private RulesQuery query = new RulesQuery("", null, null);

    OwnRulesPage(RuleBookApi book, CurrentPerson person, Clock clock) {
        super("rules.own");
        this.book = book;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = RulesQuery.of(event.getLocation().getQueryParameters()).withInstitution(null);
        show();
    }

    private void show() {
        removeAll();
        Button fresh = Buttons.primary(
                t("rules.new"), () -> new NewRuleDialog(book, person.get(), words().today(clock.instant())).open());
        fresh.setId("new-rule");
        Button bring = Buttons.plain(
                t("rules.import"), () -> new RuleImportDialog(book, Acting.of(person.get()), this::show).open());
        bring.setId("import-rules");
        add(
                new PageHeader(t("rules.own")).lead(t("rules.own.lead")).action(fresh, bring),
                beside(),
                Links.to("/rules", t("rules.public")),
                new RuleFilters("recognise/rules", query, List.of(VersionState.values()), List.of()),
                new Panel(
                        t("rules.list"),
                        new KeysetList<>(
                                cursor -> book.ownRules(
                                        query.state(), query.words().isEmpty() ? null : query.words(), cursor),
                                rule -> RuleRows.rule(rule, "/recognise/rules/"),
                                this::nothing)));
    }

    /** Administrators come from their own pages. */
    private Component beside() {
        return person.get().has(Role.RECOGNITION_OFFICER)
                ? InboxPage.places("/recognise/rules")
                : Links.back("/govern", t("shell.nav.govern"));
    }

    private Component nothing() {
        return query.isAnything()
                ? new EmptyState(
                        Icon.SEARCH,
                        t("rules.noMatch"),
                        t("rules.noMatch.text"),
                        Links.secondary("/recognise/rules", t("rules.noMatch.clear")))
                : new EmptyState(Icon.TEXT, t("rules.own.none"), t("rules.own.none.text"));
    }
}
