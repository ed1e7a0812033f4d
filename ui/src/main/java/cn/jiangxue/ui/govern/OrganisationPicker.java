package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.combobox.ComboBox;
import java.util.List;
import java.util.Locale;

/** Choosing an organisation by typing a part of its name in either language. */
final class OrganisationPicker extends ComboBox<Organisation> {

    OrganisationPicker(String label, List<Organisation> organisations) {
        super(label);
        setItems(OrganisationPicker::matches, organisations);
        setItemLabelGenerator(each -> Words.now().of(each.name()));
        addClassName("jx-picker");
    }

    private static boolean matches(Organisation each, String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        return each.name().zh().contains(wanted)
                || each.name().en().toLowerCase(Locale.ROOT).contains(wanted);
    }
}
