package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.FloorOver;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeFloor;
import cn.jiangxue.ui.rules.ProgrammeFields.Amount;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The least a learner must have, transferred and earned together. */
final class FloorsForm extends ProgrammeForm {

    private static final int MOST = 40;
    private static final int LEVELS = 8;

    private final Lines<ProgrammeFloor> floors;

    FloorsForm(ProgrammeContent content, Runnable changed) {
        floors = new Lines<ProgrammeFloor>(
                        Texts.t("rules.prog.floors.list"),
                        Texts.t("rules.prog.floors.add"),
                        MOST,
                        FloorsForm::fresh,
                        floor -> new FloorLine(floor, content, changed),
                        changed)
                .with(content.floors());
        add(ProgrammeGeneralForm.panel(
                "rules.prog.part.FLOORS", new Paragraph(Texts.t("rules.prog.floors.text")), floors));
    }

    private static ProgrammeFloor fresh() {
        return new ProgrammeFloor(
                ProgrammeGeneralForm.freshId("floor"),
                FloorOver.TOTAL,
                null,
                null,
                null,
                null,
                null,
                GroundsFields.EMPTY);
    }

    @Override
    ProgrammeContent on(ProgrammeContent content) {
        return ChangedProgramme.of(content, next -> next.floors = floors.values());
    }

    @Override
    Optional<Component> at(FaultPlace place) {
        return at(floors, place);
    }

    private static final class FloorLine implements Lines.Line<ProgrammeFloor> {

        private final String id;
        private final Select<FloorOver> over =
                RuleFields.choice(Texts.t("rules.prog.floor.over"), "rules.prog.floorOver.", FloorOver.values());
        private final Select<String> category;
        private final IntegerField first = RuleFields.number(Texts.t("rules.prog.floor.first"), 1, LEVELS);
        private final IntegerField last = RuleFields.number(Texts.t("rules.prog.floor.last"), 1, LEVELS);
        private final Select<Amount> meant = RuleFields.choice(
                Texts.t("rules.prog.amount"), "rules.prog.amount.", new Amount[] {Amount.CREDITS, Amount.PERCENT});
        private final BigDecimalField least;
        private final GroundsFields grounds;

        FloorLine(ProgrammeFloor floor, ProgrammeContent content, Runnable changed) {
            id = floor.id();
            over.setValue(floor.over());
            category = ProgrammeFields.category(Texts.t("rules.prog.category"), content, floor.category());
            first.setValue(floor.firstLevel());
            last.setValue(floor.lastLevel());
            meant.setValue(floor.leastPercent() == null ? Amount.CREDITS : Amount.PERCENT);
            least = RuleFields.decimal(
                    Texts.t("rules.prog.floor.least"),
                    floor.leastPercent() == null ? RuleFields.credits(floor.leastMilli()) : floor.leastPercent());
            grounds = new GroundsFields(floor.grounds(), changed);
            over.addValueChangeListener(e -> show());
            show();
        }

        private void show() {
            category.setVisible(over.getValue() == FloorOver.CATEGORY);
            first.setVisible(over.getValue() == FloorOver.LEVELS);
            last.setVisible(over.getValue() == FloorOver.LEVELS);
        }

        @Override
        public List<Component> fields() {
            List<Component> all = new ArrayList<>(List.of(over, category, first, last, meant, least));
            all.addAll(grounds.fields());
            return all;
        }

        @Override
        public ProgrammeFloor value() {
            return new ProgrammeFloor(
                    id,
                    over.getValue(),
                    category.isVisible() ? category.getValue() : null,
                    first.isVisible() ? first.getValue() : null,
                    last.isVisible() ? last.getValue() : null,
                    ProgrammeFields.milli(meant.getValue(), least.getValue()),
                    ProgrammeFields.percent(meant.getValue(), least.getValue()),
                    grounds.value());
        }

        @Override
        public Component at(String part) {
            return switch (part) {
                case "least" -> least;
                case "category" -> category.isVisible() ? category : over;
                case "levels" -> first.isVisible() ? first : over;
                case "grounds.wording", "grounds.clause" -> grounds.at(part);
                default -> over;
            };
        }
    }
}
