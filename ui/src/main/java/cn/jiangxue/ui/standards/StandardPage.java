package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.StandardAct;
import cn.jiangxue.contract.StandardsApi.StandardState;
import cn.jiangxue.contract.StandardsApi.StandardSummary;
import cn.jiangxue.contract.StandardsApi.StandardVersion;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.ProofDownloads;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.shell.Page;
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
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.util.List;

/** One version of a standard or of the framework: what it says, when it holds, the other versions, comments, and what may be done with it. */
@Route("standards/:subject/:version([0-9]{1,5})")
@PermitAll
class StandardPage extends Page implements BeforeEnterObserver {

    private final transient StandardsApi standards;
    private final transient Clock clock;

    StandardPage(StandardsApi standards, Clock clock) {
        super("standards.title");
        this.standards = standards;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(standards.standardVersion(
                event.getRouteParameters().get("subject").orElseThrow(),
                event.getRouteParameters().getInteger("version").orElseThrow()));
    }

    private void show(StandardVersion version) {
        StandardSummary summary = version.summary();
        String name = words().of(summary.name());
        titled(name);
        removeAll();
        Div side = new Div(facts(version), versions(version), file(version));
        side.addClassName("jx-column");
        Div main = new Div(
                ContentPanels.of(version.content()),
                new CommentsPanel(standards, summary, version.acts().contains(StandardAct.COMMENT)));
        main.addClassName("jx-column");
        Div columns = new Div(main, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(name)
                        .above(Links.back("/standards", t("standards.title")))
                        .with(StandardRows.edition(summary), StandardRows.state(summary.state())),
                new StandardActs(standards, version, words().today(clock.instant()), this::show),
                columns);
    }

    private static Panel facts(StandardVersion version) {
        StandardSummary summary = version.summary();
        String span = StandardRows.span(summary);
        Facts facts = new Facts()
                .with(
                        t(summary.state() == StandardState.CONSULTATION ? "standards.comments" : "standards.holds"),
                        span.isEmpty() ? t("standards.notYet") : span)
                .with(t("standards.subject"), summary.subject())
                .with(t("standards.basis"), new Quoted(words().of(ContentPanels.basis(version.content()))));
        if (version.author() != null) {
            facts.with(t("standards.author"), version.author());
        }
        if (version.adoptedBy() != null) {
            facts.with(t("standards.adoptedBy"), version.adoptedBy());
        }
        if (version.reason() != null) {
            facts.with(t("standards.reason"), version.reason());
        }
        Span hash = new Span(version.hash());
        hash.addClassNames("jx-quiet", "jx-hash");
        return new Panel(t("standards.facts"), facts, new Paragraph(t("standards.hash")), hash);
    }

    private static Component versions(StandardVersion version) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        List<StandardSummary> newestFirst = version.versions().reversed();
        newestFirst.forEach(other -> rows.add(new ListItem(line(version.summary(), other))));
        return new Panel(t("standards.versions"), rows);
    }

    private static Div line(StandardSummary here, StandardSummary other) {
        Div body = new Div(
                thumbed(Links.to(StandardRows.address(other), StandardRows.edition(other))),
                StandardRows.state(other.state()));
        if (other.version() != here.version()) {
            int older = Math.min(here.version(), other.version());
            int newer = Math.max(here.version(), other.version());
            String address = "/standards/" + here.subject() + "/compare/" + older + "/" + newer;
            body.add(thumbed(Links.to(address, t("standards.compare.with"))));
        }
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        row.addClassName("jx-row");
        return row;
    }

    private static Anchor thumbed(Anchor link) {
        link.addClassName("jx-version");
        return link;
    }

    /** The form in which an import takes it. */
    private static Component file(StandardVersion version) {
        StandardSummary summary = version.summary();
        return new Panel(
                t("standards.file"),
                new Paragraph(t("standards.file.text")),
                ProofDownloads.link(
                        t("standards.file.get"),
                        summary.subject() + "@" + summary.version() + ".json",
                        "application/json",
                        () -> StandardFile.of(version.content())));
    }
}
