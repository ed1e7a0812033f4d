package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.ProgrammeSummary;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.PublicFrame;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;

/** Programmes in force that credit is transferred into. */
@Route(value = "rules/programmes", layout = PublicFrame.class)
@AnonymousAllowed
class ProgrammesPage extends Page {

    ProgrammesPage(RuleBookApi book, CurrentPerson person) {
        super("rules.programmes");
        List<ProgrammeSummary> programmes = book.publicProgrammes();
        PageHeader header = new PageHeader(t("rules.programmes")).lead(t("rules.programmes.lead"));
        if (person.signedIn().map(Acting::of).filter(held -> !held.isEmpty()).isPresent()) {
            header.action(Links.secondary("/recognise/programmes", t("rules.prog.own")));
        }
        add(header, RulesNav.at("/rules/programmes"), new Panel(t("rules.programmes.list"), list(programmes)));
    }

    private static Component list(List<ProgrammeSummary> programmes) {
        if (programmes.isEmpty()) {
            return new EmptyState(Icon.COURSES, t("rules.programmes.none"), t("rules.programmes.none.text"));
        }
        return rows(programmes);
    }

    static Component rows(List<ProgrammeSummary> programmes) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        programmes.forEach(programme -> rows.add(new ListItem(row(programme))));
        return rows;
    }

    private static Component row(ProgrammeSummary programme) {
        Span title = new Span(words().of(programme.name()));
        title.addClassName("jx-row-title");
        Span small = new Span(words().of(programme.institution().name()) + " · "
                + t("rules.version", programme.version()) + " · " + RuleRows.span(programme.from(), programme.until()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Anchor row = Links.to(
                "/rules/programmes/" + programme.programmeId() + "/" + programme.version(), body, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }
}
