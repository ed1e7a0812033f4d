package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.FrameworkContent;
import cn.jiangxue.contract.FrameworkContent.LevelDescribed;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardContent.ConditionAsked;
import cn.jiangxue.contract.StandardsApi.VersionContent;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One level of the framework: what one knows, can do and answers for, and what stands here. */
final class LevelForm extends PartForm {

    private static final int NAME = 100;
    private static final int TEXT = 1_000;
    private static final int DEGREES = 10;

    private final int number;
    private final TwoTexts name;
    private final TwoTexts knowledge;
    private final TwoTexts skill;
    private final TwoTexts competence;
    private final CheckboxGroup<Grade> grades = new CheckboxGroup<>(Texts.t("standards.stands.grades"));
    private final CheckboxGroup<String> titles = new CheckboxGroup<>(Texts.t("standards.stands.titles"));
    private final Lines<LocalText> degrees;

    LevelForm(LevelDescribed level, Runnable changed) {
        number = level.number();
        addClassName("jx-column");
        name = TwoTexts.line(Texts.t("standards.level.name"), level.name(), NAME)
                .typed(text -> changed.run());
        knowledge = described("standards.knowledge", level.knowledge(), changed);
        skill = described("standards.skill", level.skill(), changed);
        competence = described("standards.competence", level.competence(), changed);
        grades.setItems(Grade.values());
        grades.setItemLabelGenerator(grade -> Words.now().grade(grade));
        grades.setValue(Set.copyOf(level.grades()));
        titles.setItems(ConditionAsked.TITLES);
        titles.setItemLabelGenerator(title -> Texts.t("standards.title." + title));
        titles.setValue(
                level.titles().stream().filter(ConditionAsked.TITLES::contains).collect(Collectors.toSet()));
        List.<Component>of(grades, titles).forEach(field -> Lines.heard(field, changed));
        degrees = new Lines<LocalText>(
                        Texts.t("standards.stands.degrees"),
                        Texts.t("standards.degree.add"),
                        DEGREES,
                        () -> new LocalText("", ""),
                        degree -> new DegreeLine(degree, changed),
                        changed)
                .with(level.degrees());
        Div descriptors = new Div(name, knowledge, skill, competence);
        descriptors.addClassName("jx-form");
        Div stands = new Div(FormDialog.row(grades, titles), degrees);
        stands.addClassName("jx-form");
        add(new Panel(Texts.t("standards.level", number), descriptors), new Panel(Texts.t("standards.stands"), stands));
    }

    private static TwoTexts described(String key, LocalText text, Runnable changed) {
        return TwoTexts.area(Texts.t(key), text, TEXT, 3).typed(typed -> changed.run());
    }

    @Override
    VersionContent on(VersionContent content) {
        FrameworkContent framework = Objects.requireNonNull(content.framework());
        LevelDescribed written = new LevelDescribed(
                number,
                name.value(),
                knowledge.value(),
                skill.value(),
                competence.value(),
                Stream.of(Grade.values()).filter(grades.getValue()::contains).toList(),
                ConditionAsked.TITLES.stream()
                        .filter(titles.getValue()::contains)
                        .toList(),
                degrees.values());
        return new VersionContent(
                null,
                new FrameworkContent(
                        framework.id(),
                        framework.version(),
                        framework.name(),
                        framework.basis(),
                        framework.source(),
                        framework.creditUnit(),
                        framework.clauses(),
                        framework.levels().stream()
                                .map(level -> level.number() == number ? written : level)
                                .toList(),
                        framework.bridges()));
    }

    private static final class DegreeLine implements Lines.Line<LocalText> {

        private final TwoTexts name;

        DegreeLine(LocalText degree, Runnable changed) {
            name = TwoTexts.line(Texts.t("standards.degree"), degree, NAME)
                    .typed(text -> changed.run())
                    .wide();
        }

        @Override
        public List<Component> fields() {
            return List.of(name);
        }

        @Override
        public LocalText value() {
            return name.value();
        }
    }
}
