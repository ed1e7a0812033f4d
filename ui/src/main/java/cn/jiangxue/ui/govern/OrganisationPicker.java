package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** Choosing an organisation by typing a part of its name in either language. */
final class OrganisationPicker extends ComboBox<Organisation> {

    OrganisationPicker(String label, List<Organisation> organisations) {
        super(label);
        setItems(OrganisationPicker::matches, organisations);
        setItemLabelGenerator(each -> Words.now().of(each.name()));
        addClassName("jx-picker");
    }

    /** Among these with the one that is shown; another is shown at its own address. */
    static OrganisationPicker choosing(
            String label, List<Organisation> may, Organisation shown, Function<Organisation, String> address) {
        OrganisationPicker picker = new OrganisationPicker(label, may);
        picker.setValue(shown);
        picker.addValueChangeListener(e -> {
            if (e.getValue() != null) {
                UI.getCurrent().navigate(address.apply(e.getValue()).substring(1));
            }
        });
        return picker;
    }

    private static boolean matches(Organisation each, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return each.name().zh().contains(wanted)
                || each.name().en().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
