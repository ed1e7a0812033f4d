package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.IdentityLookup;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;

/** Finding a person by their whole identity number. The number goes to the service and is kept nowhere here; each look-up is an audit record. */
final class FindByNumberDialog {

    private static final int LENGTH = 18;

    private final IdentityApi identity;

    FindByNumberDialog(IdentityApi identity) {
        this.identity = identity;
    }

    void open() {
        TextField number = new TextField(Texts.t("govern.person.identityNumber"));
        number.setMaxLength(LENGTH);
        number.setAutocomplete(Autocomplete.OFF);
        new FormDialog(Texts.t("govern.people.byNumber"), new Paragraph(Texts.t("govern.people.byNumber.text")), number)
                .asking(
                        Texts.t("govern.find"),
                        () -> {
                            FormDialog.demand(number);
                            IdentityLookup lookup =
                                    new IdentityLookup(number.getValue().strip());
                            return identity.findByIdentityNumber(lookup);
                        },
                        found -> UI.getCurrent().navigate("govern/people/" + found.personId()))
                .open();
    }
}
