package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.FrameworkContent;
import cn.jiangxue.contract.FrameworkContent.LevelDescribed;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardContent;
import cn.jiangxue.contract.StandardContent.Clause;
import cn.jiangxue.contract.StandardContent.ConditionAsked;
import cn.jiangxue.contract.StandardContent.GradeAsked;
import cn.jiangxue.contract.StandardContent.PartAsked;
import cn.jiangxue.contract.StandardContent.PathAsked;
import cn.jiangxue.contract.StandardContent.UnitAssessed;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Meter;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** What a version says, to be read: grade by grade, or level by level. */
final class ContentPanels {

    private ContentPanels() {}

    static Component of(VersionContent content) {
        StandardContent standard = content.standard();
        return standard == null ? framework(Objects.requireNonNull(content.framework())) : standard(standard);
    }

    private static Panel standard(StandardContent standard) {
        Div grades = new Div();
        grades.addClassName("jx-paths");
        standard.grades().forEach(grade -> grades.add(grade(grade, standard.clauses())));
        return new Panel(Texts.t("standards.grades"), new Paragraph(Texts.t("standards.grades.text")), grades);
    }

    private static Details grade(GradeAsked grade, Map<String, Clause> clauses) {
        Span name = new Span(Words.now().grade(grade.grade()));
        name.addClassName("jx-row-title");
        Div summary = new Div(
                name,
                new Badge(Texts.t("standards.ways", grade.anyOf().size()), Badge.Tone.ACCENT),
                new Badge(Texts.t("standards.unitCount", grade.units().size()), Badge.Tone.NEUTRAL));
        summary.addClassName("jx-path-summary");
        Div body = new Div();
        body.addClassName("jx-form");
        if (!grade.always().isEmpty()) {
            body.add(new H3(Texts.t("standards.always.asked")), conditions(grade.always(), clauses));
        }
        body.add(new H3(Texts.t(grade.anyOf().size() > 1 ? "standards.anyOf" : "standards.only")));
        int number = 1;
        for (PathAsked path : grade.anyOf()) {
            body.add(path(number++, path, clauses));
        }
        body.add(new H3(Texts.t("standards.units")), units(grade.units()));
        if (!grade.examination().isEmpty()) {
            UnorderedList parts = new UnorderedList();
            parts.addClassName("jx-bullets");
            grade.examination().forEach(part -> parts.add(part(part, clauses)));
            body.add(new H3(Texts.t("standards.examination")), parts);
        }
        Details details = new Details(summary, body);
        details.setOpened(grade.grade() == Grade.JUNIOR);
        return details;
    }

    private static Component path(int number, PathAsked path, Map<String, Clause> clauses) {
        Span name = new Span(Texts.t("standards.way", number, Words.now().of(path.name())));
        name.addClassName("jx-row-title");
        Div card = new Div(name, conditions(path.allOf(), clauses));
        card.addClassName("jx-option");
        return card;
    }

    private static UnorderedList conditions(List<ConditionAsked> asked, Map<String, Clause> clauses) {
        UnorderedList list = new UnorderedList();
        list.addClassName("jx-bullets");
        asked.forEach(condition -> list.add(line(Words.now().of(condition.wording()), condition.clause(), clauses)));
        return list;
    }

    private static ListItem part(PartAsked part, Map<String, Clause> clauses) {
        String said = Texts.t(
                "standards.exam.said",
                Texts.t("standards.exam." + part.part()),
                part.passMark().stripTrailingZeros().toPlainString(),
                part.assessors(),
                part.sittings());
        return line(said + " " + Words.now().of(part.wording()), part.clause(), clauses);
    }

    private static ListItem line(String text, String clauseName, Map<String, Clause> clauses) {
        ListItem line = new ListItem(new Span(text));
        Clause clause = clauses.get(clauseName);
        if (clause != null) {
            Span source = new Quoted(Words.now().of(clause.text()));
            Div small = new Div(source, new Span(" · " + Texts.t("rules.trust." + clause.source())));
            small.addClassName("jx-quiet");
            line.add(small);
        }
        return line;
    }

    private static UnorderedList units(List<UnitAssessed> units) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        units.forEach(unit -> {
            String text = Words.now().of(unit.name());
            Span name = new Span(text);
            name.addClassName("jx-row-title");
            Span small = new Span(unit.id());
            small.addClassName("jx-quiet");
            Div body = new Div(name, small, new Meter(Texts.t("standards.weightOf", text), unit.weightPercent()));
            body.addClassName("jx-row-body");
            Div row = new Div(body, new Span(unit.weightPercent() + "%"));
            row.addClassName("jx-row");
            rows.add(new ListItem(row));
        });
        return rows;
    }

    private static Component framework(FrameworkContent framework) {
        Div levels = new Div();
        levels.addClassName("jx-column");
        framework.levels().forEach(level -> levels.add(level(level)));
        UnorderedList bridges = new UnorderedList();
        bridges.addClassName("jx-bullets");
        framework
                .bridges()
                .forEach(bridge -> bridges.add(new ListItem(Words.now().of(bridge.wording()))));
        levels.add(new Panel(Texts.t("standards.bridges"), bridges));
        return levels;
    }

    private static Panel level(LevelDescribed level) {
        Words words = Words.now();
        List<String> stands = new ArrayList<>();
        level.grades().forEach(grade -> stands.add(words.grade(grade)));
        level.titles().forEach(title -> stands.add(Texts.t("standards.title." + title)));
        level.degrees().stream().map(words::of).forEach(stands::add);
        Facts facts = new Facts()
                .with(Texts.t("standards.knowledge"), words.of(level.knowledge()))
                .with(Texts.t("standards.skill"), words.of(level.skill()))
                .with(Texts.t("standards.competence"), words.of(level.competence()))
                .with(
                        Texts.t("standards.stands"),
                        stands.isEmpty() ? "—" : stands.stream().collect(Collectors.joining(" · ")));
        facts.addClassName("jx-sentences");
        return new Panel(words.of(level.name()), facts);
    }

    /** What it leans on, and how far that goes. */
    static LocalText basis(VersionContent content) {
        StandardContent standard = content.standard();
        return standard == null ? Objects.requireNonNull(content.framework()).basis() : standard.basis();
    }
}
