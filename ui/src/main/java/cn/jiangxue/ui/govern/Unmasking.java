package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.IdentityApi.UnmaskRequest;
import cn.jiangxue.contract.IdentityApi.Unmasked;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

/** A real name in full: for a reason, which is written in the audit record first; shown until the dialog closes. */
final class Unmasking {

    private static final int MOST_REASON = 200;

    private final IdentityApi identity;
    private final PersonView person;

    Unmasking(IdentityApi identity, PersonView person) {
        this.identity = identity;
        this.person = person;
    }

    void ask() {
        TextArea reason = new TextArea(Texts.t("govern.unmask.reason"));
        reason.setId("unmask-reason");
        reason.setMaxLength(MOST_REASON);
        reason.setHelperText(Texts.t("govern.unmask.reason.help"));
        new FormDialog(
                        Texts.t("govern.unmask"),
                        new Paragraph(Texts.t("govern.unmask.logged", person.displayName())),
                        reason)
                .asking(
                        Texts.t("govern.unmask"),
                        () -> {
                            FormDialog.demand(reason);
                            return identity.unmask(
                                    person.personId(),
                                    new UnmaskRequest(reason.getValue().strip()));
                        },
                        Unmasking::tell)
                .open();
    }

    private static void tell(Unmasked value) {
        Dialog dialog = new Dialog(new Facts()
                .with(Texts.t("govern.unmask.name"), value.name())
                .with(Texts.t("govern.person.identityNumber"), value.identityNumber())
                .with(Texts.t("govern.unmask.born"), Words.now().date(value.dateOfBirth())));
        dialog.addClassName("jx-dialog");
        dialog.setHeaderTitle(Texts.t("govern.unmask.done"));
        dialog.getFooter().add(Buttons.primary(Texts.t("shell.close"), dialog::close));
        dialog.open();
    }
}
