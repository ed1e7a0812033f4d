package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.CatalogueResult;
import cn.jiangxue.contract.CatalogApi.Facet;
import cn.jiangxue.contract.CatalogApi.FacetValue;
import cn.jiangxue.ui.parts.CourseTile;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finding a course: words, suggestions, facets with counts. What is searched for is in the address. */
@Route("catalogue")
@PermitAll
class CatalogueView extends Page implements BeforeEnterObserver {

    private final transient CatalogApi catalog;
    private final ComboBox<String> box = new ComboBox<>();
    private final Div facets = new Div();
    private final Paragraph count = new Paragraph();
    private final UnorderedList tiles = new UnorderedList();
    private final Div results = new Div();
    private CatalogueQuery query = CatalogueQuery.NOTHING;
    private @Nullable String cursor;

    CatalogueView(CatalogApi catalog) {
        super("shell.nav.catalogue");
        this.catalog = catalog;
        tiles.addClassName("jx-grid");
        facets.addClassName("jx-facets");
        count.addClassName("jx-quiet");
        count.getElement().setAttribute("aria-live", "polite");
        results.addClassName("jx-column");
        Div columns = new Div(facets, results);
        columns.addClassName("jx-catalogue");
        add(new PageHeader(t("learn.catalogue.title")).lead(t("learn.catalogue.lead")), searchBox(), columns);
    }

    private Component searchBox() {
        box.setPlaceholder(t("learn.catalogue.placeholder"));
        box.setAriaLabel(t("learn.catalogue.search"));
        box.setPrefixComponent(Icon.SEARCH.svg());
        box.setClearButtonVisible(true);
        box.setAllowCustomValue(true);
        box.setAutoOpen(true);
        box.setId("catalogue-search");
        box.addClassName("jx-search");
        box.setItems(typed -> suggestions(typed.getFilter().orElse(""))
                .skip(typed.getOffset())
                .limit(typed.getLimit()));
        box.addCustomValueSetListener(e -> search(e.getDetail()));
        box.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                search(e.getValue() == null ? "" : e.getValue());
            }
        });
        Section search = new Section(box);
        search.getElement().setAttribute("role", "search");
        search.setAriaLabel(t("learn.catalogue.search"));
        return search;
    }

    /** Suggestions are a comfort: when they fail, one types on. */
    private Stream<String> suggestions(String typed) {
        if (typed.isBlank()) {
            return Stream.empty();
        }
        try {
            return catalog.suggestions(typed.strip()).stream();
        } catch (org.springframework.web.client.RestClientException e) {
            return Stream.empty();
        }
    }

    private void search(String words) {
        UI.getCurrent().navigate(query.withWords(words.strip()).address());
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        query = CatalogueQuery.of(event.getLocation().getQueryParameters());
        box.setValue(query.words().isEmpty() ? null : query.words());
        tiles.removeAll();
        results.removeAll();
        cursor = null;
        CatalogueResult first = load();
        facets.removeAll();
        facets.add(filter(first));
        show(first);
    }

    private CatalogueResult load() {
        return catalog.catalogue(
                query.words().isEmpty() ? null : query.words(),
                query.trades().isEmpty() ? null : query.trades(),
                query.grades().isEmpty() ? null : query.grades(),
                query.durations().isEmpty() ? null : query.durations(),
                cursor);
    }

    private void show(CatalogueResult page) {
        page.items().forEach(card -> tiles.add(new ListItem(new CourseTile(card))));
        cursor = page.next();
        results.removeAll();
        if (page.degraded()) {
            Paragraph note = new Paragraph(t("learn.catalogue.degraded"));
            note.addClassNames("jx-note", "jx-note-warning");
            results.add(note);
        }
        count.setText(t("learn.catalogue.count", page.total()));
        if (tiles.getComponentCount() == 0) {
            results.add(nothing());
            return;
        }
        results.add(count, tiles);
        if (cursor != null) {
            Button more = new Button(t("parts.more"), click -> show(load()));
            more.addClassName("jx-more");
            results.add(more);
        }
    }

    private Component nothing() {
        return query.equals(CatalogueQuery.NOTHING)
                ? new EmptyState(Icon.COURSES, t("learn.catalogue.none"), t("learn.catalogue.none.text"))
                : new EmptyState(
                        Icon.SEARCH,
                        t("learn.catalogue.noMatch"),
                        t("learn.catalogue.noMatch.text"),
                        Links.secondary("/catalogue", t("learn.catalogue.clear")));
    }

    private Component filter(CatalogueResult page) {
        Div groups = new Div();
        groups.addClassName("jx-facet-groups");
        page.facets().stream().filter(facet -> !facet.values().isEmpty()).forEach(facet -> groups.add(group(facet)));
        if (query.filters() > 0) {
            groups.add(Links.to(query.withoutFilters().addressPath(), t("learn.catalogue.clear")));
        }
        Span summary = new Span(
                Icon.FILTER.svg(),
                new Span(
                        query.filters() == 0
                                ? t("learn.catalogue.filter")
                                : t("learn.catalogue.filtered", query.filters())));
        summary.addClassName("jx-with-icon");
        Details details = new Details(summary, groups);
        details.addClassName("jx-facet-details");
        details.setOpened(true);
        details.getElement().executeJs("if (matchMedia('(max-width: 760px)').matches) this.opened = false");
        return details;
    }

    private Component group(Facet facet) {
        H2 heading = new H2(t("learn.facet." + facet.name()));
        heading.addClassName("jx-facet-title");
        UnorderedList values = new UnorderedList();
        values.addClassName("jx-chips");
        facet.values().forEach(value -> values.add(new ListItem(chip(facet.name(), value))));
        return new Div(heading, values);
    }

    private Anchor chip(String facet, FacetValue value) {
        boolean on = query.has(facet, value.value());
        Span number = new Span(String.valueOf(value.count()));
        number.addClassName("jx-chip-count");
        Anchor chip = Links.to(
                query.toggled(facet, value.value()).addressPath(),
                new Span(CatalogueQuery.label(facet, value, words())),
                number);
        chip.addClassName("jx-chip");
        if (on) {
            chip.addComponentAsFirst(Icon.CHECK.svg());
            chip.getElement().setAttribute("aria-current", "true");
        }
        return chip;
    }
}
