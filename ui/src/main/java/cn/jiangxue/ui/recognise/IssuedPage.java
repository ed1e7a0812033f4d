package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.CredentialApi;
import cn.jiangxue.contract.CredentialApi.Credential;
import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CredentialBadge;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** What one's institutions issued; suspending, reinstating, revoking. */
@Route("recognise/credentials")
@RolesAllowed("RECOGNITION_OFFICER")
class IssuedPage extends Page {

    private final transient CredentialApi credentials;
    private final Div list = new Div();

    IssuedPage(CredentialApi credentials) {
        super("recognise.credentials");
        this.credentials = credentials;
        add(
                new PageHeader(t("recognise.credentials")).lead(t("recognise.credentials.lead")),
                InboxPage.places("/recognise/credentials"),
                list);
        show();
    }

    private void show() {
        list.removeAll();
        list.add(new Panel(
                t("recognise.issued"),
                new KeysetList<>(
                        credentials::issued,
                        this::row,
                        () -> new EmptyState(
                                Icon.CREDENTIAL, t("recognise.issued.none"), t("recognise.issued.none.text")))));
    }

    private Component row(Credential credential) {
        Span title = new Span(words().of(credential.title()));
        title.addClassName("jx-row-title");
        Span small = new Span(credential.number() + " · " + words().date(credential.issuedAt()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small, CredentialBadge.of(credential.state()));
        body.addClassName("jx-row-body");
        Div actions = new Div(Links.to("/verify/" + credential.id(), t("recognise.verify")));
        actions.addClassName("jx-actions");
        switch (credential.state()) {
            case ACTIVE -> {
                actions.add(change(credential, CredentialState.SUSPENDED));
                actions.add(change(credential, CredentialState.REVOKED));
            }
            case SUSPENDED -> {
                actions.add(change(credential, CredentialState.ACTIVE));
                actions.add(change(credential, CredentialState.REVOKED));
            }
            case REVOKED, EXPIRED -> {
                // Nothing follows these.
            }
        }
        Div row = new Div(body, actions);
        row.addClassNames("jx-row", "jx-row-wrap");
        return row;
    }

    private Component change(Credential credential, CredentialState to) {
        String text = t("recognise.to." + to);
        Runnable ask = () -> new StateDialog(credentials, credential, to, () -> {
                    show();
                    Pages.say(t("recognise.credential.changed"));
                })
                .open();
        var button = to == CredentialState.REVOKED ? Buttons.danger(text, ask) : Buttons.plain(text, ask);
        button.setAriaLabel(text + " " + credential.number());
        return button;
    }
}
