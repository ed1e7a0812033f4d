package cn.jiangxue.ui.account;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.contract.IdentityApi.RealName;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.component.textfield.TextField;
import java.util.Locale;
import java.util.function.Consumer;

/** Name and identity number, sent once and shown masked from then on. */
final class RealNameDialog extends Dialog {

    private static final int NUMBER_LENGTH = 18;

    RealNameDialog(IdentityApi identity, Consumer<Me> registered) {
        addClassName("jx-dialog");
        setHeaderTitle(Texts.t("account.realName"));
        TextField name = new TextField(Texts.t("account.name"));
        name.setAutocomplete(Autocomplete.NAME);
        name.setMaxLength(50);
        TextField number = new TextField(Texts.t("account.number"));
        number.setAutocomplete(Autocomplete.OFF);
        number.setMaxLength(NUMBER_LENGTH);
        number.setAllowedCharPattern("[0-9Xx]");
        number.setHelperText(Texts.t("account.number.help"));
        name.setId("real-name");
        number.setId("identity-number");
        ProblemNotice problem = new ProblemNotice();
        Div form = new Div(new Paragraph(Texts.t("account.realName.text")), name, number, problem);
        form.addClassName("jx-form");
        add(form);
        getFooter().add(Buttons.quiet(Texts.t("learn.cancel"), this::close));
        var send = Buttons.primary(Texts.t("account.realName.send"), () -> {
            name.setInvalid(name.isEmpty());
            name.setErrorMessage(Texts.t("shell.required"));
            number.setInvalid(number.getValue().length() != NUMBER_LENGTH);
            number.setErrorMessage(Texts.t("account.number.help"));
            if (name.isInvalid() || number.isInvalid()) {
                return;
            }
            try {
                Me me = identity.registerRealName(
                        new RealName(name.getValue().strip(), number.getValue().toUpperCase(Locale.ROOT)));
                close();
                registered.accept(me);
            } catch (RuntimeException refused) {
                problem.show(refused);
            }
        });
        send.setId("real-name-send");
        getFooter().add(send);
    }
}
