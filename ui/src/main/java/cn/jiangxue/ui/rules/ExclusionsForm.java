package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What does not count however good the evidence, and what is never granted by transfer. */
final class ExclusionsForm extends ProgrammeForm {

    private final Checkbox highest = new Checkbox(Texts.t("rules.prog.highest"));
    private final GroundsFields highestGrounds;
    private final Checkbox never = new Checkbox(Texts.t("rules.prog.never"));
    private final CheckboxGroup<String> targets = new CheckboxGroup<>(Texts.t("rules.prog.never.targets"));
    private final GroundsFields neverGrounds;
    private final transient List<String> order;

    ExclusionsForm(ProgrammeContent content, Runnable changed) {
        order = content.targets().stream().map(ProgrammeTarget::id).distinct().toList();
        highestGrounds =
                new GroundsFields(Objects.requireNonNullElse(content.highestOnly(), GroundsFields.EMPTY), changed);
        neverGrounds = new GroundsFields(
                Objects.requireNonNullElse(content.neverExemptibleGrounds(), GroundsFields.EMPTY), changed);
        highest.setValue(content.highestOnly() != null);
        never.setValue(content.neverExemptibleGrounds() != null
                || !content.neverExemptible().isEmpty());
        targets.setItems(order);
        targets.setItemLabelGenerator(id -> called(content, id));
        targets.setValue(
                content.neverExemptible().stream().filter(order::contains).collect(Collectors.toSet()));
        targets.setHelperText(order.isEmpty() ? Texts.t("rules.prog.never.none") : null);
        highest.addValueChangeListener(e -> show());
        never.addValueChangeListener(e -> show());
        List.<Component>of(highest, never, targets).forEach(field -> Lines.heard(field, changed));
        show();
        add(
                ProgrammeGeneralForm.panel("rules.highestOnly", with(List.of(highest), highestGrounds, changed)),
                ProgrammeGeneralForm.panel("rules.never", with(List.of(never, targets), neverGrounds, changed)));
    }

    private static Component[] with(List<Component> fields, GroundsFields grounds, Runnable changed) {
        return Stream.concat(fields.stream(), grounds.heard(changed).stream()).toArray(Component[]::new);
    }

    private static String called(ProgrammeContent content, String id) {
        LocalText name = content.targets().stream()
                .filter(target -> target.id().equals(id))
                .map(ProgrammeTarget::name)
                .findFirst()
                .orElse(new LocalText("", ""));
        return name.zh().isBlank() && name.en().isBlank() ? id : Words.now().of(name);
    }

    private void show() {
        highestGrounds.setVisible(highest.getValue());
        neverGrounds.setVisible(never.getValue());
        targets.setVisible(never.getValue());
    }

    @Override
    ProgrammeContent on(ProgrammeContent content) {
        Set<String> chosen = targets.getValue();
        return ChangedProgramme.of(content, next -> {
            next.highestOnly = highest.getValue() ? highestGrounds.value() : null;
            next.neverExemptible =
                    never.getValue() ? order.stream().filter(chosen::contains).toList() : List.of();
            next.neverExemptibleGrounds = never.getValue() ? neverGrounds.value() : null;
        });
    }

    @Override
    Optional<Component> at(FaultPlace place) {
        return Optional.of(
                switch (place.list()) {
                    case "highestOnly" -> highestGrounds.at(place.field());
                    case "neverExemptibleGrounds" -> neverGrounds.at(place.field());
                    default -> never.getValue() ? targets : never;
                });
    }
}
