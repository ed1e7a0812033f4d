package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.PublicFrame;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;

/** Every rule that was ever sent, for anyone: by institution, state and words. */
@Route(value = "rules", layout = PublicFrame.class)
@AnonymousAllowed
class RulesPage extends Page implements BeforeEnterObserver {

    private static final List<VersionState> STATES = List.of(
            VersionState.IN_FORCE,
            VersionState.UPCOMING,
            VersionState.CONSULTATION,
            VersionState.ENDED,
            VersionState.REFUSED,
            VersionState.WITHDRAWN);

    private final transient RuleBookApi book;

    RulesPage(RuleBookApi book) {
        super("rules.title");
        this.book = book;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RulesQuery query = RulesQuery.of(event.getLocation().getQueryParameters());
        removeAll();
        add(
                new PageHeader(t("rules.title")).lead(t("rules.lead")),
                RulesNav.at("/rules"),
                new RuleFilters("rules", query, STATES, book.ruleInstitutions()),
                new Panel(
                        t("rules.list"),
                        new KeysetList<>(
                                cursor -> book.publicRules(
                                        query.institution(),
                                        null,
                                        query.state(),
                                        query.words().isEmpty() ? null : query.words(),
                                        cursor),
                                rule -> RuleRows.rule(rule, "/rules/"),
                                () -> nothing(query))));
    }

    private static Component nothing(RulesQuery query) {
        return query.isAnything()
                ? new EmptyState(
                        Icon.SEARCH,
                        t("rules.noMatch"),
                        t("rules.noMatch.text"),
                        Links.secondary("/rules", t("rules.noMatch.clear")))
                : new EmptyState(Icon.TEXT, t("rules.none"), t("rules.none.text"));
    }
}
