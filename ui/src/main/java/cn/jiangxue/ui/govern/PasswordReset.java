package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.IdentityApi.TemporaryPassword;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;

/** A new temporary password, shown once: asked for, told, and gone with the dialog. */
final class PasswordReset {

    private final IdentityApi identity;
    private final PersonView person;

    PasswordReset(IdentityApi identity, PersonView person) {
        this.identity = identity;
        this.person = person;
    }

    void ask() {
        new FormDialog(Texts.t("govern.reset"), new Paragraph(Texts.t("govern.reset.sure", person.displayName())))
                .risking(Texts.t("govern.reset"), () -> identity.resetPassword(person.personId()), this::tell)
                .open();
    }

    private void tell(TemporaryPassword password) {
        Span value = new Span(password.temporaryPassword());
        value.addClassName("jx-secret");
        value.setId("temporary-password");
        Div body = new Div(
                new Paragraph(Texts.t("govern.reset.tell", person.displayName())),
                value,
                new Paragraph(Texts.t("govern.reset.once")));
        body.addClassName("jx-form");
        Dialog dialog = new Dialog(body);
        dialog.addClassName("jx-dialog");
        dialog.setHeaderTitle(Texts.t("govern.reset.done"));
        dialog.setCloseOnOutsideClick(false);
        dialog.getFooter()
                .add(Buttons.quiet(
                        Texts.t("govern.copy"),
                        () -> value.getElement().executeJs("navigator.clipboard?.writeText(this.textContent)")));
        dialog.getFooter().add(Buttons.primary(Texts.t("shell.close"), dialog::close));
        dialog.open();
    }
}
