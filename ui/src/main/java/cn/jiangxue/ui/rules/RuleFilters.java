package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.List;

/** What a list of rules is narrowed by; every choice is an address. */
final class RuleFilters extends Div {

    private static final int TYPING_MILLIS = 600;

    /**
     * @param page the address of the list, without the slash it begins with
     * @param states those that may be there
     * @param institutions to choose from; empty when there is no choice
     */
    RuleFilters(String page, RulesQuery query, List<VersionState> states, List<NamedInstitution> institutions) {
        addClassName("jx-form");
        Div fields = FormDialog.row(words(page, query));
        if (!institutions.isEmpty()) {
            fields.add(institution(page, query, institutions));
        }
        add(fields, states(page, query, states));
    }

    private static TextField words(String page, RulesQuery query) {
        TextField words = new TextField(Texts.t("rules.search"));
        words.setPlaceholder(Texts.t("rules.search.hint"));
        words.setPrefixComponent(Icon.SEARCH.svg());
        words.setClearButtonVisible(true);
        words.setValue(query.words());
        words.setMaxLength(100);
        words.setId("rules-search");
        words.setValueChangeMode(ValueChangeMode.LAZY);
        words.setValueChangeTimeout(TYPING_MILLIS);
        words.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                go(query.withWords(e.getValue()).address(page));
            }
        });
        return words;
    }

    private static ComboBox<NamedInstitution> institution(
            String page, RulesQuery query, List<NamedInstitution> institutions) {
        ComboBox<NamedInstitution> choice = new ComboBox<>(Texts.t("rules.institution"));
        choice.setItems(institutions);
        choice.setItemLabelGenerator(each -> Words.now().of(each.name()));
        choice.setClearButtonVisible(true);
        choice.setPlaceholder(Texts.t("rules.institution.all"));
        institutions.stream()
                .filter(each -> each.id().equals(query.institution()))
                .findFirst()
                .ifPresent(choice::setValue);
        choice.addValueChangeListener(e -> {
            if (e.isFromClient()) {
                go(query.withInstitution(
                                e.getValue() == null ? null : e.getValue().id())
                        .address(page));
            }
        });
        return choice;
    }

    private static Chips states(String page, RulesQuery query, List<VersionState> states) {
        Chips chips = new Chips()
                .with("/" + query.withState(null).address(page), Texts.t("rules.state.all"), query.state() == null);
        states.forEach(state -> chips.with(
                "/" + query.withState(state).address(page), Texts.t("rules.state." + state), state == query.state()));
        return chips;
    }

    private static void go(String address) {
        UI.getCurrent().navigate(address);
    }
}
