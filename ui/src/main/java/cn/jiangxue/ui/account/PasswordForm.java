package cn.jiangxue.ui.account;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.PasswordChange;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;

/** Changing one's password: the present one, and the new one twice. */
final class PasswordForm extends Div {

    private final transient IdentityApi identity;
    private final transient Runnable changed;
    private final PasswordField current = field("account.password.current", Autocomplete.CURRENT_PASSWORD);
    private final PasswordField fresh = field("account.password.new", Autocomplete.NEW_PASSWORD);
    private final PasswordField again = field("account.password.again", Autocomplete.NEW_PASSWORD);
    private final ProblemNotice problem = new ProblemNotice();

    PasswordForm(IdentityApi identity, Runnable changed) {
        this.identity = identity;
        this.changed = changed;
        addClassName("jx-form");
        fresh.setHelperText(Texts.t("account.password.help"));
        current.setId("password-current");
        fresh.setId("password-new");
        again.setId("password-again");
        var save = Buttons.primary(Texts.t("account.password.save"), this::save);
        save.setId("password-save");
        add(current, fresh, again, problem, new Div(save));
    }

    private static PasswordField field(String key, Autocomplete autocomplete) {
        PasswordField field = new PasswordField(Texts.t(key));
        field.setAutocomplete(autocomplete);
        return field;
    }

    private void save() {
        problem.clear();
        again.setErrorMessage(Texts.t("account.password.differ"));
        again.setInvalid(!again.getValue().equals(fresh.getValue()));
        current.setErrorMessage(Texts.t("shell.required"));
        current.setInvalid(current.isEmpty());
        fresh.setErrorMessage(Texts.t("shell.required"));
        fresh.setInvalid(fresh.isEmpty());
        if (again.isInvalid() || current.isInvalid() || fresh.isInvalid()) {
            return;
        }
        try {
            identity.changePassword(new PasswordChange(current.getValue(), fresh.getValue()));
            current.clear();
            fresh.clear();
            again.clear();
            changed.run();
        } catch (RuntimeException refused) {
            problem.show(refused);
        }
    }
}
