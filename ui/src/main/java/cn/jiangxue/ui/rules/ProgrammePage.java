package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.ProgrammeVersionView;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.PublicFrame;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;
import java.util.List;
import java.util.function.Function;

/** One version of a programme: what can be granted, how much at most, what is asked at least, what is never granted. Officers may try it. */
@Route(value = "rules/programmes/:programmeId/:version([0-9]{1,5})", layout = PublicFrame.class)
@AnonymousAllowed
class ProgrammePage extends Page implements BeforeEnterObserver {

    private final transient RuleBookApi book;
    private final transient ProgrammesApi programmes;
    private final transient FrameworkApi framework;
    private final transient CurrentPerson person;

    ProgrammePage(RuleBookApi book, ProgrammesApi programmes, FrameworkApi framework, CurrentPerson person) {
        super("rules.programmes");
        this.book = book;
        this.programmes = programmes;
        this.framework = framework;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ProgrammeVersionView programme = book.publicProgramme(
                event.getRouteParameters().get("programmeId").orElseThrow(),
                event.getRouteParameters().getInteger("version").orElseThrow());
        ProgrammeContent content = programme.content();
        String name = words().of(content.name());
        titled(name);
        removeAll();
        PageHeader header = new PageHeader(name)
                .above(Links.back("/rules/programmes", t("rules.programmes")))
                .lead(words().of(content.grounds().wording()));
        if (isOwn(content)) {
            header.action(NextProgramme.of(programmes, programme));
        }
        add(header, facts(programme));
        add(list("rules.targets", "rules.targets.none", content.targets(), target -> target(target, content)));
        add(list("rules.caps", "rules.caps.none", content.caps(), cap -> line(cap(cap), cap.grounds())));
        add(list("rules.floors", "rules.floors.none", content.floors(), floor -> line(floor(floor), floor.grounds())));
        add(exclusions(content));
        if (isOfficer()) {
            add(TrialPanel.ofProgramme(book, framework, programme.programmeId()));
        }
        add(versions(programme), RuleParts.history(book, programme.programmeId()));
    }

    /** Whether the reader may draft the next version. The service decides; this only keeps away what would be refused. */
    private boolean isOwn(ProgrammeContent content) {
        return person.signedIn()
                .filter(known ->
                        !Acting.among(known, List.of(content.institution())).isEmpty())
                .isPresent();
    }

    private static Panel versions(ProgrammeVersionView programme) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        programme.versions().reversed().forEach(version -> rows.add(new ListItem(version(programme, version))));
        return new Panel(t("rules.versions"), rows);
    }

    private static Component version(ProgrammeVersionView programme, int version) {
        Anchor open =
                Links.to("/rules/programmes/" + programme.programmeId() + "/" + version, t("rules.version", version));
        open.addClassName("jx-version");
        Div body = new Div(open);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        if (version == programme.version()) {
            open.getElement().setAttribute("aria-current", "page");
        } else {
            int older = Math.min(version, programme.version());
            int newer = Math.max(version, programme.version());
            row.add(Links.to(
                    "/rules/programmes/%s/compare/%d/%d".formatted(programme.programmeId(), older, newer),
                    t("rules.compare", older, newer)));
        }
        return row;
    }

    private boolean isOfficer() {
        return person.signedIn()
                .filter(known -> known.has(Role.RECOGNITION_OFFICER) || known.has(Role.ADMINISTRATOR))
                .isPresent();
    }

    private static Facts facts(ProgrammeVersionView programme) {
        ProgrammeContent content = programme.content();
        Facts facts = new Facts()
                .with(t("rules.state"), RuleRows.state(programme.state()))
                .with(t("rules.institution"), words().of(programme.institution().name()))
                .with(t("rules.holds"), RuleRows.span(programme.from(), programme.until()))
                .with(t("rules.total"), t("rules.credits", Words.credits(content.totalMilli())));
        return content.level() == null ? facts : facts.with(t("rules.level"), t("rules.levelIs", content.level()));
    }

    private static <T> Panel list(String title, String none, List<T> items, Function<T, Component> row) {
        if (items.isEmpty()) {
            return new Panel(t(title), new Paragraph(t(none)));
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        items.forEach(item -> rows.add(new ListItem(row.apply(item))));
        return new Panel(t(title), rows);
    }

    private static Component target(ProgrammeTarget target, ProgrammeContent content) {
        LocalText category = content.categories().getOrDefault(target.category(), new LocalText(target.category(), ""));
        Span name = new Span(words().of(target.name()));
        name.addClassName("jx-row-title");
        String level = target.level() == null ? "" : " · " + t("rules.levelIs", target.level());
        String units = target.units().isEmpty()
                ? ""
                : " · " + t("rules.units", target.units().size());
        Span small = new Span(words().of(category) + level + units);
        small.addClassName("jx-quiet");
        Div body = new Div(name, small);
        body.addClassName("jx-row-body");
        Span credits = new Span(t("rules.credits", Words.credits(target.milli())));
        credits.addClassName("jx-row-end");
        Div row = new Div(body, credits);
        row.addClassName("jx-row");
        return row;
    }

    private static String cap(ProgrammeCap cap) {
        if (cap.outcomes() != null) {
            return t("rules.mostOutcomes", cap.outcomes());
        }
        return cap.mostPercent() != null
                ? t("rules.mostPercent", cap.mostPercent().toPlainString())
                : t("rules.mostCredits", Words.credits(cap.mostMilli() == null ? 0 : cap.mostMilli()));
    }

    private static String floor(ProgrammeFloor floor) {
        return floor.leastPercent() != null
                ? t("rules.leastPercent", floor.leastPercent().toPlainString())
                : t("rules.leastCredits", Words.credits(floor.leastMilli() == null ? 0 : floor.leastMilli()));
    }

    private static Component line(String amount, RuleGrounds grounds) {
        Span what = new Span(words().of(grounds.wording()));
        what.addClassName("jx-row-title");
        Span clause = new Span(words().of(grounds.clause()));
        clause.addClassName("jx-quiet");
        Div body = new Div(what, clause);
        body.addClassName("jx-row-body");
        Span end = new Span(amount);
        end.addClassName("jx-row-end");
        Div row = new Div(body, end);
        row.addClassName("jx-row");
        return row;
    }

    private static Panel exclusions(ProgrammeContent content) {
        Panel panel = new Panel(t("rules.exclusions"));
        RuleGrounds highest = content.highestOnly();
        RuleGrounds never = content.neverExemptibleGrounds();
        if (highest == null && never == null) {
            panel.add(new Paragraph(t("rules.exclusions.none")));
        }
        if (highest != null) {
            panel.add(line(t("rules.highestOnly"), highest));
        }
        if (never != null) {
            panel.add(line(t("rules.never"), never));
        }
        return panel;
    }
}
