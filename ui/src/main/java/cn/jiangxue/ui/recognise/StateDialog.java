package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.CredentialApi;
import cn.jiangxue.contract.CredentialApi.Credential;
import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.contract.CredentialApi.StateEdit;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.shell.ProblemNotice;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

/** Changing the state of a credential, with the reason its holder will read. */
final class StateDialog extends Dialog {

    private static final int LEAST_REASON = 10;
    private static final int MOST_REASON = 2_000;

    StateDialog(CredentialApi credentials, Credential credential, CredentialState to, Runnable changed) {
        addClassName("jx-dialog");
        setHeaderTitle(Texts.t("recognise.to." + to) + " · " + credential.number());
        TextArea reason = new TextArea(Texts.t("recognise.reason"));
        reason.setMinRows(3);
        reason.setMaxLength(MOST_REASON);
        reason.setHelperText(Texts.t("recognise.reason.needed"));
        reason.setId("state-reason");
        ProblemNotice problem = new ProblemNotice();
        Div form = new Div(new Paragraph(Texts.t("recognise.to." + to + ".text")), reason, problem);
        form.addClassName("jx-form");
        add(form);
        Runnable send = () -> {
            String words = reason.getValue().strip();
            if (words.length() < LEAST_REASON) {
                reason.setInvalid(true);
                reason.setErrorMessage(Texts.t("recognise.reason.needed"));
                reason.focus();
                return;
            }
            try {
                credentials.changeState(credential.id(), new StateEdit(to, words));
                close();
                changed.run();
            } catch (RuntimeException refused) {
                problem.show(refused);
            }
        };
        getFooter().add(Buttons.quiet(Texts.t("learn.cancel"), this::close));
        String text = Texts.t("recognise.to." + to);
        var button = to == CredentialState.REVOKED ? Buttons.danger(text, send) : Buttons.primary(text, send);
        button.setId("state-send");
        getFooter().add(button);
    }
}
