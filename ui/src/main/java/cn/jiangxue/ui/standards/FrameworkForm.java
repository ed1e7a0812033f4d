package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.FrameworkContent;
import cn.jiangxue.contract.FrameworkContent.Bridge;
import cn.jiangxue.contract.FrameworkContent.LevelDescribed;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi.NamedCreditUnit;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.StandardContent.Clause;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** What the framework says of itself: its version, its credit unit, how many levels it has, the papers, and the ways from grades to titles. */
final class FrameworkForm extends PartForm {

    private static final int NAME = 200;
    private static final int TEXT = 1_000;
    private static final int LEVELS = 16;
    private static final int BRIDGES = 20;
    private static final LocalText EMPTY = new LocalText("", "");

    private final TwoTexts name;
    private final TextField version = new TextField(Texts.t("standards.editionName"));
    private final TwoTexts basis;
    private final Select<TrustedAs> source = StandardFields.trust();
    private final Select<NamedCreditUnit> unit = new Select<>();
    private final IntegerField levels;
    private final ClauseLines clauses;
    private final Lines<Bridge> bridges;

    FrameworkForm(FrameworkContent framework, List<NamedCreditUnit> units, Runnable changed) {
        addClassName("jx-column");
        name = TwoTexts.line(Texts.t("standards.fullTitle"), framework.name(), NAME)
                .typed(text -> changed.run());
        basis = TwoTexts.area(Texts.t("standards.basis"), framework.basis(), TEXT, 3)
                .typed(text -> changed.run());
        version.setValue(framework.version());
        version.setMaxLength(NAME);
        version.setHelperText(Texts.t("standards.frameworkVersion.help"));
        version.setId("framework-version");
        source.setValue(framework.source());
        unit.setLabel(Texts.t("standards.creditUnit"));
        unit.setItems(units);
        unit.setItemLabelGenerator(each -> each == null ? "" : Words.now().of(each.name()));
        units.stream()
                .filter(each -> each.id().equals(framework.creditUnit()))
                .findFirst()
                .ifPresent(unit::setValue);
        levels = StandardFields.number(
                Texts.t("standards.levels"), 1, LEVELS, framework.levels().size());
        levels.setHelperText(Texts.t("standards.levels.help"));
        List.<Component>of(version, source, unit, levels).forEach(field -> Lines.heard(field, changed));
        clauses = new ClauseLines(framework.clauses(), changed);
        bridges = new Lines<Bridge>(
                        Texts.t("standards.bridges"),
                        Texts.t("standards.bridge.add"),
                        BRIDGES,
                        () -> new Bridge(
                                Grade.SENIOR, 0, "ASSISTANT", EMPTY, StandardFields.first(framework.clauses())),
                        bridge -> new BridgeLine(bridge, framework.clauses(), changed),
                        changed)
                .with(framework.bridges());
        Div general = new Div(name, FormDialog.row(version, source, unit, levels), basis);
        general.addClassName("jx-form");
        add(
                new Panel(Texts.t("standards.part.GENERAL"), general),
                clauses.panel(),
                new Panel(Texts.t("standards.bridges"), new Paragraph(Texts.t("standards.bridges.text")), bridges));
    }

    @Override
    VersionContent on(VersionContent content) {
        FrameworkContent framework = Objects.requireNonNull(content.framework());
        return new VersionContent(
                null,
                new FrameworkContent(
                        framework.id(),
                        version.getValue().strip(),
                        name.value(),
                        basis.value(),
                        source.getValue(),
                        unit.isEmpty()
                                ? framework.creditUnit()
                                : unit.getValue().id(),
                        clauses.values(),
                        numbered(framework.levels()),
                        bridges.values()));
    }

    /** As many as are wanted: new ones are added at the top, and taken away there. */
    private List<LevelDescribed> numbered(List<LevelDescribed> now) {
        int wanted = levels.isEmpty() || levels.isInvalid() ? now.size() : levels.getValue();
        return IntStream.rangeClosed(1, Math.clamp(wanted, 1, LEVELS))
                .mapToObj(number -> number <= now.size() ? now.get(number - 1) : blank(number))
                .toList();
    }

    private static LevelDescribed blank(int number) {
        return new LevelDescribed(number, EMPTY, EMPTY, EMPTY, EMPTY, List.of(), List.of(), List.of());
    }

    private static final class BridgeLine implements Lines.Line<Bridge> {

        private static final int YEARS = 60;

        private final Select<Grade> grade;
        private final IntegerField since;
        private final Select<String> title;
        private final Select<String> clause;
        private final TwoTexts wording;

        BridgeLine(Bridge bridge, Map<String, Clause> clauses, Runnable changed) {
            grade = StandardFields.grade(bridge.grade());
            since = StandardFields.number(Texts.t("standards.sinceYears"), 0, YEARS, bridge.sinceYears());
            title = StandardFields.title(bridge.title());
            clause = StandardFields.clause(clauses, bridge.clause());
            wording = TwoTexts.area(Texts.t("standards.wording"), bridge.wording(), TEXT, 2)
                    .typed(text -> changed.run())
                    .wide();
        }

        @Override
        public List<Component> fields() {
            return List.of(grade, since, title, clause, wording);
        }

        @Override
        public Bridge value() {
            return new Bridge(
                    grade.getValue(),
                    Objects.requireNonNullElse(since.getValue(), 0),
                    title.getValue(),
                    wording.value(),
                    Objects.requireNonNullElse(clause.getValue(), ""));
        }
    }
}
