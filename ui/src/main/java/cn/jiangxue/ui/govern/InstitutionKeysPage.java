package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.InstitutionKey;
import cn.jiangxue.contract.StatingApi.NewKey;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Keys by which the systems of an institution sign what they state: registering, rotating, revoking. */
@Route("govern/institution-keys")
@RolesAllowed("ADMINISTRATOR")
class InstitutionKeysPage extends Page implements BeforeEnterObserver {

    private static final int MOST_LABEL = 60;
    private static final int MOST_KEY = 400;
    private static final Predicate<OrganisationKind> NOT_UNIONS = kind -> !Administered.isUnion(kind);

    private final transient StatingApi stating;
    private final transient OrganisationApi organisations;
    private final transient CurrentPerson person;
    private @Nullable Organisation institution;

    InstitutionKeysPage(StatingApi stating, OrganisationApi organisations, CurrentPerson person) {
        super("govern.keys");
        this.stating = stating;
        this.organisations = organisations;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Administered administered = Administered.of(organisations, person.get());
        List<Organisation> may = administered.organisations(NOT_UNIONS);
        institution = Administered.chosen(may, event).orElse(null);
        show(administered.national(), may);
    }

    private void show(boolean national, List<Organisation> may) {
        removeAll();
        add(new PageHeader(t("govern.keys")).lead(t("govern.keys.lead")), GovernNav.at(GovernNav.KEYS, national));
        Organisation chosen = institution;
        if (chosen == null) {
            add(new EmptyState(Icon.LOCK, t("govern.keys.noInstitution"), t("govern.keys.noInstitution.text")));
            return;
        }
        Button register = Buttons.primary(t("govern.keys.register"), () -> register(chosen.id()));
        register.setId("register-key");
        add(
                OrganisationPicker.choosing(
                        t("govern.keys.institution"), may, chosen, other -> GovernNav.KEYS + "?org=" + other.id()),
                new Panel(t("govern.keys.of", words().of(chosen.name())), guarded(() -> list(chosen.id())))
                        .beside(register),
                new Panel(t("govern.keys.how"), how()));
    }

    private Component list(UUID organisation) {
        List<InstitutionKey> keys = stating.keys(organisation);
        if (keys.isEmpty()) {
            return new EmptyState(Icon.LOCK, t("govern.keys.none"), t("govern.keys.none.text"));
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        keys.forEach(key -> rows.add(new ListItem(row(key))));
        return rows;
    }

    private Component row(InstitutionKey key) {
        Instant revoked = key.revokedAt();
        Instant used = key.lastUsedAt();
        Span title = new Span(key.label());
        title.addClassName("jx-row-title");
        Span id = new Span("keyid " + key.keyId());
        id.addClassName("jx-hash");
        Span bytes = new Span("Ed25519 " + key.publicKey());
        bytes.addClassName("jx-hash");
        Span small = new Span(key.registeredBy() + " · " + words().dateTime(key.registeredAt()) + " · "
                + (used == null ? t("govern.keys.unused") : t("govern.keys.used", words().dateTime(used))));
        small.addClassName("jx-quiet");
        Div body = new Div(
                title,
                id,
                bytes,
                small,
                revoked == null
                        ? new Badge(t("govern.keys.inForce"), Badge.Tone.GOOD)
                        : new Badge(t("govern.keys.revoked", words().dateTime(revoked)), Badge.Tone.NEUTRAL));
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        if (revoked == null) {
            Button revoke = Buttons.danger(t("govern.keys.revoke"), () -> revoke(key));
            revoke.setAriaLabel(t("govern.keys.revoke") + " " + key.label());
            revoke.addClassName("jx-revoke-key");
            row.add(revoke);
        }
        row.addClassNames("jx-row", "jx-row-wrap");
        return row;
    }

    private static Component how() {
        OrderedList steps = new OrderedList();
        steps.addClassName("jx-list");
        for (int i = 1; i <= 5; i++) {
            steps.add(new ListItem(t("govern.keys.how." + i)));
        }
        return steps;
    }

    /** Its id is made once: a second tap is the same key. */
    private void register(UUID organisation) {
        UUID id = Ids.next();
        TextField label = new TextField(t("govern.keys.label"));
        label.setHelperText(t("govern.keys.label.help"));
        label.setMaxLength(MOST_LABEL);
        label.setId("key-label");
        TextArea key = new TextArea(t("govern.keys.key"));
        key.setHelperText(t("govern.keys.key.help"));
        key.setMaxLength(MOST_KEY);
        key.setMinRows(3);
        key.setId("key-text");
        new FormDialog(t("govern.keys.register"), new Paragraph(t("govern.keys.register.text")), label, key)
                .asking(
                        t("govern.keys.register"),
                        () -> {
                            FormDialog.demand(label);
                            FormDialog.demand(key);
                            return stating.register(id, new NewKey(organisation, label.getValue(), key.getValue()));
                        },
                        done -> changed(t("govern.keys.registered", done.label())))
                .open();
    }

    private void revoke(InstitutionKey key) {
        new FormDialog(t("govern.keys.revoke"), new Paragraph(t("govern.keys.revoke.text", key.label())))
                .risking(
                        t("govern.keys.revoke"),
                        () -> stating.revoke(key.id()),
                        done -> changed(t("govern.keys.now.revoked", done.label())))
                .open();
    }

    private void changed(String said) {
        Administered administered = Administered.of(organisations, person.get());
        show(administered.national(), administered.organisations(NOT_UNIONS));
        Pages.say(said);
    }
}
