package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;

/** What a programme says of itself, why its evidence counts, and its categories of credit. */
final class ProgrammeGeneralForm extends ProgrammeForm {

    private static final int NAME = 200;
    private static final int CATEGORIES = 40;
    private static final int SHORT = 6;

    private final TwoTexts name;
    private final IntegerField level = RuleFields.number(Texts.t("rules.prog.level"), 1, 8);
    private final BigDecimalField total = new BigDecimalField(Texts.t("rules.total"));
    private final DatePicker from = Dates.picker(Texts.t("rules.effectiveFrom"));
    private final DatePicker until = Dates.picker(Texts.t("rules.effectiveUntil"));
    private final GroundsFields grounds;
    private final Lines<Category> categories;

    private record Category(String id, LocalText name) {}

    ProgrammeGeneralForm(ProgrammeContent content, Runnable changed) {
        name = TwoTexts.line(Texts.t("rules.prog.name"), content.name(), NAME)
                .named("programme-name")
                .typed(text -> changed.run());
        grounds = new GroundsFields(content.grounds(), changed);
        level.setValue(content.level());
        level.setHelperText(Texts.t("rules.prog.level.help"));
        total.setValue(RuleFields.credits(content.totalMilli()));
        total.setId("programme-total");
        from.setValue(content.effectiveFrom());
        until.setValue(content.effectiveUntil());
        until.setClearButtonVisible(true);
        List.<Component>of(level, total, from, until).forEach(field -> Lines.heard(field, changed));
        categories = new Lines<Category>(
                        Texts.t("rules.prog.categories.list"),
                        Texts.t("rules.prog.categories.add"),
                        CATEGORIES,
                        ProgrammeGeneralForm::fresh,
                        category -> new CategoryLine(category, changed),
                        changed)
                .with(content.categories().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(entry -> new Category(entry.getKey(), entry.getValue()))
                        .toList());
        add(
                panel("rules.prog.part.GENERAL", name, FormDialog.row(total, level, from, until)),
                panel("rules.prog.categories", new Paragraph(Texts.t("rules.prog.categories.text")), categories),
                panel("rules.prog.grounds", grounds.heard(changed).toArray(Component[]::new)));
    }

    static Panel panel(String title, Component... fields) {
        Div form = new Div(fields);
        form.addClassName("jx-form");
        return new Panel(Texts.t(title), form);
    }

    private static Category fresh() {
        return new Category(freshId("c"), new LocalText("", ""));
    }

    /** An id for a line that is new; nobody reads it. */
    static String freshId(String kind) {
        String id = Ids.next().toString();
        return kind + "-" + id.substring(id.length() - SHORT);
    }

    @Override
    ProgrammeContent on(ProgrammeContent content) {
        Map<String, LocalText> named = new LinkedHashMap<>();
        categories.values().forEach(category -> named.put(category.id(), category.name()));
        return ChangedProgramme.of(content, next -> {
            next.name = name.value();
            next.level = level.getValue();
            next.totalMilli = Objects.requireNonNullElse(RuleFields.milli(total.getValue()), 0L);
            next.effectiveFrom = Objects.requireNonNullElse(from.getValue(), content.effectiveFrom());
            next.effectiveUntil = until.getValue();
            next.categories = named;
            next.grounds = grounds.value();
        });
    }

    @Override
    Optional<Component> at(FaultPlace place) {
        return switch (place.list()) {
            case "name" -> Optional.of(name);
            case "level" -> Optional.of(level);
            case "totalMilli" -> Optional.of(total);
            case "effectiveUntil" -> Optional.of(until);
            case "grounds" -> Optional.of(grounds.at(place.field()));
            case "categories" -> categories.at(Math.max(0, indexOf(place.key())), "");
            default -> Optional.empty();
        };
    }

    private int indexOf(String category) {
        List<Category> all = categories.values();
        return IntStream.range(0, all.size())
                .filter(i -> all.get(i).id().equals(category))
                .findFirst()
                .orElse(-1);
    }

    private static final class CategoryLine implements Lines.Line<Category> {

        private final String id;
        private final TwoTexts name;

        CategoryLine(Category category, Runnable changed) {
            id = category.id();
            name = TwoTexts.line(Texts.t("rules.prog.category"), category.name(), NAME)
                    .typed(text -> changed.run())
                    .wide();
        }

        @Override
        public List<Component> fields() {
            return List.of(name);
        }

        @Override
        public Category value() {
            return new Category(id, name.value());
        }
    }
}
