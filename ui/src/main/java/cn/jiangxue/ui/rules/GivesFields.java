package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.RuleContent.CreditGiven;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import java.util.List;
import java.util.stream.Collectors;

/** What a rule gives: courses of the programme, or credit of one of its categories. */
final class GivesFields extends Div {

    private enum Way {
        TARGETS,
        CATEGORY
    }

    private final transient ProgrammeContent programme;
    private final Select<Way> way = RuleFields.choice(Texts.t("rules.gives"), "rules.gives.", Way.values());
    private final CheckboxGroup<String> targets = new CheckboxGroup<>(Texts.t("rules.gives.courses"));
    private final Select<String> category = new Select<>();

    GivesFields(ProgrammeContent programme, CreditGiven gives, Runnable changed) {
        this.programme = programme;
        targets.setItems(programme.targets().stream()
                .map(ProgrammeTarget::id)
                .filter(id -> !programme.neverExemptible().contains(id))
                .toList());
        targets.setItemLabelGenerator(this::name);
        targets.setValue(gives.targets().stream().filter(this::isKnown).collect(Collectors.toSet()));
        category.setLabel(Texts.t("rules.gives.category"));
        category.setItems(programme.categories().keySet().stream().sorted().toList());
        category.setItemLabelGenerator(id ->
                Words.now().of(programme.categories().getOrDefault(id, new LocalText(id, ""))));
        if (gives.category() != null && programme.categories().containsKey(gives.category())) {
            category.setValue(gives.category());
        }
        way.setValue(gives.category() == null ? Way.TARGETS : Way.CATEGORY);
        way.addValueChangeListener(e -> show());
        List.<Component>of(way, targets, category).forEach(field -> Lines.heard(field, changed));
        show();
        addClassName("jx-form");
        add(FormDialog.row(way, category), targets);
    }

    private boolean isKnown(String id) {
        return programme.targets().stream().anyMatch(target -> target.id().equals(id));
    }

    private String name(String id) {
        return programme.targets().stream()
                .filter(target -> target.id().equals(id))
                .map(target -> Words.now().of(target.name()))
                .findFirst()
                .orElse(id);
    }

    private void show() {
        targets.setVisible(way.getValue() == Way.TARGETS);
        category.setVisible(way.getValue() == Way.CATEGORY);
    }

    CreditGiven value() {
        if (way.getValue() == Way.CATEGORY) {
            return new CreditGiven(category.getValue(), List.of());
        }
        List<String> chosen = programme.targets().stream()
                .map(ProgrammeTarget::id)
                .filter(targets.getValue()::contains)
                .toList();
        return new CreditGiven(null, chosen);
    }
}
