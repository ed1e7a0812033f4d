package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A new person with a first role and a first password, which must be changed: two people know it. The id is made once, so that a second tap makes nobody twice. */
final class NewPersonDialog {

    private static final int MOST_NAME = 50;

    private final IdentityApi identity;
    private final UUID id = Ids.next();
    private final TextField userName = new TextField(Texts.t("govern.person.userName"));
    private final TextField displayName = new TextField(Texts.t("govern.person.displayName"));
    private final TextField phone = new TextField(Texts.t("govern.person.phone"));
    private final PasswordField password = new PasswordField(Texts.t("govern.person.firstPassword"));
    private final Select<Role> role = new Select<>();
    private final OrganisationPicker organisation;

    NewPersonDialog(IdentityApi identity, List<Organisation> organisations, @Nullable Organisation chosen) {
        this.identity = identity;
        organisation = new OrganisationPicker(Texts.t("govern.organisation"), organisations);
        organisation.setValue(chosen);
        userName.setHelperText(Texts.t("govern.person.userName.help"));
        userName.setAutocomplete(Autocomplete.OFF);
        displayName.setMaxLength(MOST_NAME);
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(Texts.t("govern.person.firstPassword.help"));
        role.setLabel(Texts.t("govern.role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(each -> Words.now().role(each));
        role.setValue(Role.LEARNER);
        userName.setId("person-user-name");
        displayName.setId("person-display-name");
        password.setId("person-password");
    }

    void open() {
        new FormDialog(
                        Texts.t("govern.people.new"),
                        FormDialog.row(userName, displayName),
                        FormDialog.row(phone, password),
                        FormDialog.row(role, organisation))
                .sending(Texts.t("govern.people.create"), this::send, this::done)
                .open();
    }

    private void send() {
        FormDialog.demand(userName, displayName, password);
        FormDialog.demand(organisation);
        identity.createPerson(
                id,
                new NewPerson(
                        userName.getValue().strip(),
                        displayName.getValue().strip(),
                        phone.isEmpty() ? null : phone.getValue().strip(),
                        password.getValue(),
                        true,
                        role.getValue(),
                        organisation.getValue().id()));
    }

    private void done() {
        Pages.say(Texts.t("govern.people.created", displayName.getValue()));
        UI.getCurrent().navigate("govern/people/" + id);
    }
}
