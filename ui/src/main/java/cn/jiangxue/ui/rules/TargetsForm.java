package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The courses and other parts that can be granted, in the order in which they are. */
final class TargetsForm extends ProgrammeForm {

    private static final int MOST = 200;
    private static final int NAME = 200;
    private static final int ID = 80;
    private static final int UNITS = 2_000;

    private final Lines<ProgrammeTarget> targets;

    TargetsForm(ProgrammeContent content, Runnable changed) {
        targets = new Lines<ProgrammeTarget>(
                        Texts.t("rules.prog.targets.list"),
                        Texts.t("rules.prog.targets.add"),
                        MOST,
                        () -> fresh(content),
                        target -> new TargetLine(target, content, changed),
                        changed)
                .ordered()
                .with(content.targets());
        add(ProgrammeGeneralForm.panel(
                "rules.prog.part.TARGETS", new Paragraph(Texts.t("rules.prog.targets.text")), targets));
    }

    private static ProgrammeTarget fresh(ProgrammeContent content) {
        String category =
                content.categories().keySet().stream().sorted().findFirst().orElse("");
        return new ProgrammeTarget(
                ProgrammeGeneralForm.freshId("t"), new LocalText("", ""), 0, category, null, Map.of());
    }

    @Override
    ProgrammeContent on(ProgrammeContent content) {
        return ChangedProgramme.of(content, next -> next.targets = targets.values());
    }

    @Override
    Optional<Component> at(FaultPlace place) {
        return at(targets, place);
    }

    private static final class TargetLine implements Lines.Line<ProgrammeTarget> {

        private final TextField id = new TextField(Texts.t("rules.prog.target.id"));
        private final TwoTexts name;
        private final BigDecimalField credits;
        private final Select<String> category;
        private final IntegerField level = RuleFields.number(Texts.t("rules.prog.level"), 1, 8);
        private final TextField units = new TextField(Texts.t("rules.prog.target.units"));

        TargetLine(ProgrammeTarget target, ProgrammeContent content, Runnable changed) {
            id.setValue(target.id());
            id.setMaxLength(ID);
            name = TwoTexts.line(Texts.t("rules.prog.target.name"), target.name(), NAME)
                    .typed(text -> changed.run())
                    .wide();
            credits = RuleFields.decimal(
                    Texts.t("rules.table.credits"), target.milli() == 0 ? null : RuleFields.credits(target.milli()));
            category = ProgrammeFields.category(Texts.t("rules.prog.category"), content, target.category());
            level.setValue(target.level());
            units.setValue(WeightedUnits.text(target.units()));
            units.setMaxLength(UNITS);
            units.setHelperText(Texts.t("rules.prog.target.units.help"));
            units.addClassName("jx-wide");
        }

        @Override
        public List<Component> fields() {
            return List.of(id, credits, category, level, name, units);
        }

        @Override
        public ProgrammeTarget value() {
            return new ProgrammeTarget(
                    id.getValue().strip(),
                    name.value(),
                    Objects.requireNonNullElse(RuleFields.milli(credits.getValue()), 0L),
                    Objects.requireNonNullElse(category.getValue(), ""),
                    level.getValue(),
                    units());
        }

        private Map<String, BigDecimal> units() {
            return WeightedUnits.of(units.getValue());
        }

        @Override
        public Component at(String part) {
            return switch (part) {
                case "name" -> name;
                case "milli" -> credits;
                case "category" -> category;
                case "level" -> level;
                case "units" -> units;
                default -> id;
            };
        }
    }
}
