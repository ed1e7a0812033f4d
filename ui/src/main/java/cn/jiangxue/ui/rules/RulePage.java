package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.PublicFrame;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** One version of a rule as anyone may read it: what it says, who signed, what was done to it. */
@Route(value = "rules/:ruleId/:version([0-9]{1,5})", layout = PublicFrame.class)
@AnonymousAllowed
class RulePage extends Page implements BeforeEnterObserver {

    private final transient RuleBookApi book;

    RulePage(RuleBookApi book) {
        super("rules.title");
        this.book = book;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RuleVersionView rule = book.publicRule(
                event.getRouteParameters().get("ruleId").orElseThrow(),
                event.getRouteParameters().getInteger("version").orElseThrow());
        String name = words().of(rule.content().name());
        titled(name);
        removeAll();
        Div side = new Div(
                RuleParts.signatures(rule),
                RuleParts.versions(rule, "/rules/"),
                RuleParts.history(book, rule.ruleId()));
        side.addClassName("jx-column");
        Div main = new Div(RuleParts.said(rule));
        main.addClassName("jx-column");
        Div columns = new Div(main, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(name)
                        .above(Links.back("/rules", t("rules.title")))
                        .lead(t("rules.version", rule.version())),
                RuleParts.reason(rule),
                RuleParts.facts(rule),
                columns);
    }
}
