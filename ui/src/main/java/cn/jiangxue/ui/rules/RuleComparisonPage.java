package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.RulePart;
import cn.jiangxue.contract.RuleBookApi.RuleSentence;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.PublicFrame;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** Two versions of a rule side by side: sentence by sentence, with what differs marked in words. Drafts for their authors only. */
@Route(value = "rules/:ruleId/compare/:older([0-9]{1,5})/:newer([0-9]{1,5})", layout = PublicFrame.class)
@AnonymousAllowed
class RuleComparisonPage extends Page implements BeforeEnterObserver {

    private final transient RuleBookApi book;
    private final transient CurrentPerson person;

    RuleComparisonPage(RuleBookApi book, CurrentPerson person) {
        super("rules.comparison");
        this.book = book;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        String ruleId = parameters.get("ruleId").orElseThrow();
        RuleVersionView older = read(ruleId, parameters.getInteger("older").orElseThrow());
        RuleVersionView newer = read(ruleId, parameters.getInteger("newer").orElseThrow());
        removeAll();
        add(new PageHeader(t("rules.comparison"))
                .above(Links.back(
                        "/rules/" + ruleId + "/" + newer.version(),
                        words().of(newer.content().name())))
                .lead(t("rules.comparison.lead", older.version(), newer.version())));
        for (RulePart part : RulePart.values()) {
            add(part(part, older, newer));
        }
    }

    private RuleVersionView read(String ruleId, int version) {
        boolean officer = person.signedIn()
                .filter(known -> known.has(Role.RECOGNITION_OFFICER) || known.has(Role.ADMINISTRATOR))
                .isPresent();
        return officer ? book.rule(ruleId, version) : book.publicRule(ruleId, version);
    }

    private static Component part(RulePart part, RuleVersionView older, RuleVersionView newer) {
        String before = said(older, part);
        String now = said(newer, part);
        boolean same = before.equals(now);
        Div both = new Div(side(older, before), side(newer, now));
        both.addClassName("jx-form-row");
        return new Panel(t("rules.part." + part), both)
                .beside(new Badge(
                        t(same ? "rules.same" : "rules.different"), same ? Badge.Tone.NEUTRAL : Badge.Tone.WARNING));
    }

    private static Div side(RuleVersionView rule, String text) {
        Span which = new Span(t("rules.version", rule.version()));
        which.addClassName("jx-quiet");
        return new Div(which, new Paragraph(text));
    }

    private static String said(RuleVersionView rule, RulePart part) {
        String sentence = rule.sentences().stream()
                .filter(each -> each.part() == part)
                .map(RuleSentence::text)
                .map(words()::of)
                .findFirst()
                .orElse("");
        return part == RulePart.GROUNDS ? words().of(rule.content().grounds().wording()) + " · " + sentence : sentence;
    }
}
