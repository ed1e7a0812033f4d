package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardsApi;
import cn.jiangxue.contract.StandardsApi.ComparedRow;
import cn.jiangxue.contract.StandardsApi.RowChange;
import cn.jiangxue.contract.StandardsApi.StandardComparison;
import cn.jiangxue.contract.StandardsApi.StandardSummary;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.router.RouteParameters;
import jakarta.annotation.security.PermitAll;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Two versions side by side: every row that differs, under its grade or level, marked in words. */
@Route("standards/:subject/compare/:older([0-9]{1,5})/:newer([0-9]{1,5})")
@PermitAll
class StandardComparisonPage extends Page implements BeforeEnterObserver {

    private final transient StandardsApi standards;

    StandardComparisonPage(StandardsApi standards) {
        super("standards.comparison");
        this.standards = standards;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        RouteParameters parameters = event.getRouteParameters();
        StandardComparison found = standards.compareStandards(
                parameters.get("subject").orElseThrow(),
                parameters.getInteger("older").orElseThrow(),
                parameters.getInteger("newer").orElseThrow());
        removeAll();
        add(new PageHeader(t("standards.comparison"))
                .above(Links.back(
                        StandardRows.address(found.newer()),
                        words().of(found.newer().name())))
                .lead(t(
                        "standards.comparison.lead",
                        found.rows().size(),
                        found.same(),
                        found.older().version(),
                        found.newer().version())));
        if (found.rows().isEmpty()) {
            add(new EmptyState(Icon.CHECK, t("standards.comparison.same"), t("standards.comparison.same.text")));
        }
        sections(found.rows()).forEach((section, rows) -> add(section(section, rows, found)));
    }

    private static Map<String, List<ComparedRow>> sections(List<ComparedRow> rows) {
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> words().of(row.section()), LinkedHashMap::new, Collectors.toList()));
    }

    private static Component section(String name, List<ComparedRow> rows, StandardComparison found) {
        Panel panel = new Panel(name);
        rows.forEach(row -> panel.add(row(row, found)));
        return panel;
    }

    private static Component row(ComparedRow row, StandardComparison found) {
        Span place = new Span(words().of(row.place()));
        place.addClassName("jx-row-title");
        Div head = new Div(place, badge(row.change()));
        head.addClassName("jx-path-summary");
        Div both = new Div(side(found.older(), row.older()), side(found.newer(), row.newer()));
        both.addClassName("jx-form-row");
        Div line = new Div(head, both);
        line.addClassName("jx-option");
        return line;
    }

    private static Badge badge(RowChange change) {
        return new Badge(
                t("standards.change." + change),
                switch (change) {
                    case ADDED -> Badge.Tone.GOOD;
                    case REMOVED -> Badge.Tone.BAD;
                    case CHANGED -> Badge.Tone.WARNING;
                });
    }

    private static Component side(StandardSummary version, @Nullable LocalText text) {
        Span which = new Span(t("standards.version", version.version()));
        which.addClassName("jx-quiet");
        return new Div(
                which,
                text == null ? new Paragraph(t("standards.absent")) : new Paragraph(new Quoted(words().of(text))));
    }
}
