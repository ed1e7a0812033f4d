package cn.jiangxue.ui.account;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.FirstAdministrator;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.shell.PublicFrame;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.PasswordField;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.auth.AnonymousAllowed;

/** The first administrator of a new site, by the token printed at its first start. */
@Route(value = "setup", layout = PublicFrame.class)
@AnonymousAllowed
class SetupPage extends Page {

    SetupPage(IdentityApi identity) {
        super("account.setup");
        addClassName("jx-narrow");
        TextField token = new TextField(t("account.setup.token"));
        token.setAutocomplete(Autocomplete.OFF);
        TextField user = new TextField(t("account.userName"));
        user.setAutocomplete(Autocomplete.USERNAME);
        TextField name = new TextField(t("account.name"));
        PasswordField password = new PasswordField(t("account.password.new"));
        password.setAutocomplete(Autocomplete.NEW_PASSWORD);
        password.setHelperText(t("account.password.help"));
        ProblemNotice problem = new ProblemNotice();
        Div form =
                new Div(token, user, name, password, problem, new Div(Buttons.primary(t("account.setup.send"), () -> {
                    try {
                        identity.createFirstAdministrator(new FirstAdministrator(
                                token.getValue().strip(),
                                user.getValue().strip(),
                                name.getValue().strip(),
                                password.getValue()));
                        UI.getCurrent().navigate("login");
                    } catch (RuntimeException refused) {
                        problem.show(refused);
                    }
                })));
        form.addClassName("jx-form");
        add(new PageHeader(t("account.setup")).lead(t("account.setup.lead")), new Panel(t("account.setup.form"), form));
    }
}
