package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.PublicFrame;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** What was done to the rule book, the newest first: which institution, what, when, why. */
@Route(value = "rules/changes", layout = PublicFrame.class)
@AnonymousAllowed
class RuleChangesPage extends Page {

    RuleChangesPage(RuleBookApi book) {
        super("rules.changes");
        add(
                new PageHeader(t("rules.changes")).lead(t("rules.changes.lead")),
                RulesNav.at("/rules/changes"),
                new Panel(
                        t("rules.changes.list"),
                        new KeysetList<>(
                                cursor -> book.ruleChanges(null, cursor),
                                RuleRows::change,
                                () -> new EmptyState(
                                        Icon.HISTORY, t("rules.changes.none"), t("rules.changes.none.text")))));
    }
}
