package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardsApi.ComparedRow;
import cn.jiangxue.contract.StandardsApi.RowChange;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between two versions, side by side: a panel for each section, each row marked in words. */
public final class ComparedPanels {

    private ComparedPanels() {}

    /** {@code older} and {@code newer}: what the versions are called. */
    public static List<Component> of(List<ComparedRow> rows, String older, String newer) {
        Map<String, List<ComparedRow>> sections = rows.stream()
                .collect(Collectors.groupingBy(
                        row -> Words.now().of(row.section()), LinkedHashMap::new, Collectors.toList()));
        return sections.entrySet().stream()
                .map(section -> section(section.getKey(), section.getValue(), older, newer))
                .toList();
    }

    private static Component section(String name, List<ComparedRow> rows, String older, String newer) {
        Panel panel = new Panel(name);
        rows.forEach(row -> panel.add(row(row, older, newer)));
        return panel;
    }

    private static Component row(ComparedRow row, String older, String newer) {
        Span place = new Span(Words.now().of(row.place()));
        place.addClassName("jx-row-title");
        Div head = new Div(place, badge(row.change()));
        head.addClassName("jx-path-summary");
        Div both = new Div(side(older, row.older()), side(newer, row.newer()));
        both.addClassName("jx-form-row");
        Div line = new Div(head, both);
        line.addClassName("jx-option");
        return line;
    }

    private static Badge badge(RowChange change) {
        return new Badge(
                Texts.t("parts.compared." + change),
                switch (change) {
                    case ADDED -> Badge.Tone.GOOD;
                    case REMOVED -> Badge.Tone.BAD;
                    case CHANGED -> Badge.Tone.WARNING;
                });
    }

    private static Component side(String version, @Nullable LocalText text) {
        Span which = new Span(version);
        which.addClassName("jx-quiet");
        return new Div(
                which,
                text == null
                        ? new Paragraph(Texts.t("parts.compared.absent"))
                        : new Paragraph(new Quoted(Words.now().of(text))));
    }
}
