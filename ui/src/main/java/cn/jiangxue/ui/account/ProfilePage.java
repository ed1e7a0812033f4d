package cn.jiangxue.ui.account;

import cn.jiangxue.contract.IdentityApi;
import cn.jiangxue.contract.IdentityApi.Consent;
import cn.jiangxue.contract.IdentityApi.ConsentDecision;
import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.ConsentDialog;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.Places;
import cn.jiangxue.ui.shell.SignedIn;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** One's own page: who one is here, real name, consents, password, and ending sign-ins. On a phone also the way to every other place. */
@Route("profile")
@PermitAll
class ProfilePage extends Page implements BeforeEnterObserver {

    private final transient IdentityApi identity;
    private final transient CurrentPerson person;

    ProfilePage(IdentityApi identity, CurrentPerson person) {
        super("account.title");
        this.identity = identity;
        this.person = person;
        addClassName("jx-narrow");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        SignedIn signedIn = person.get();
        Me me = identity.me();
        signedIn.nowIs(me);
        show(me);
    }

    private void show(Me me) {
        removeAll();
        add(new PageHeader(me.displayName()).lead(t("account.lead")));
        if (me.mustChangePassword()) {
            Paragraph first = new Paragraph(t("account.mustChange"));
            first.addClassNames("jx-note", "jx-note-warning");
            add(first, password(), ending());
            return;
        }
        add(places(), who(me), realName(me), consents(me), password(), ending());
    }

    private Component places() {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        Places.of(person.get()::has).stream()
                .filter(place -> !place.path().isEmpty())
                .forEach(place -> {
                    Span text = new Span(t(place.textKey()));
                    text.addClassName("jx-row-title");
                    Div body = new Div(text);
                    body.addClassName("jx-row-body");
                    Anchor row = Links.to("/" + place.path(), place.icon().svg(), body, Icon.CHEVRON.svg());
                    row.addClassName("jx-row");
                    rows.add(new ListItem(row));
                });
        return new Panel(t("account.places"), rows).named("jx-phone-only");
    }

    private static Component who(Me me) {
        UnorderedList roles = new UnorderedList();
        roles.addClassName("jx-rows");
        for (HeldRole held : me.roles()) {
            Span name = new Span(words().of(held.organisationName()));
            Div body = new Div(name);
            body.addClassName("jx-row-body");
            Div row = new Div(body, new Badge(words().role(held.role()), Badge.Tone.ACCENT));
            row.addClassName("jx-row");
            roles.add(new ListItem(row));
        }
        Facts facts = new Facts().with(t("account.userName"), me.userName());
        if (me.phone() != null) {
            facts.with(t("account.phone"), me.phone());
        }
        return new Panel(t("account.who"), facts, roles);
    }

    private Component realName(Me me) {
        if (me.identityNumber() != null) {
            return new Panel(
                            t("account.realName"),
                            new Facts()
                                    .with(t("account.name"), me.displayName())
                                    .with(t("account.number"), me.identityNumber()))
                    .beside(new Badge(t("account.registered"), Badge.Tone.GOOD));
        }
        Button register = Buttons.primary(t("account.realName.register"), () -> askThenRegister(me));
        register.setId("register-real-name");
        return new Panel(t("account.realName"), new Paragraph(t("account.realName.why")), new Div(register));
    }

    /** Names and numbers are kept only after consent. */
    private void askThenRegister(Me me) {
        Runnable register = () -> new RealNameDialog(identity, this::keep).open();
        me.consents().stream()
                .filter(c -> c.kind() == ConsentKind.REAL_NAME)
                .filter(c -> c.givenVersion() == null || c.givenVersion() != c.currentVersion())
                .findFirst()
                .ifPresentOrElse(
                        consent -> new ConsentDialog(consent, () -> {
                                    keep(decide(consent, true));
                                    register.run();
                                })
                                .open(),
                        register);
    }

    private Me decide(Consent consent, boolean given) {
        return identity.decideConsent(consent.kind(), new ConsentDecision(consent.currentVersion(), given));
    }

    private void keep(Me me) {
        person.get().nowIs(me);
        show(me);
    }

    private Component consents(Me me) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        me.consents().forEach(consent -> rows.add(new ListItem(consent(consent))));
        return new Panel(t("account.consents"), rows);
    }

    private Component consent(Consent consent) {
        Integer version = consent.givenVersion();
        boolean given = version != null;
        Span title = new Span(t("shell.consent." + consent.kind()));
        title.addClassName("jx-row-title");
        Span text = new Span(words().of(consent.text()));
        text.addClassName("jx-quiet");
        Div body = new Div(title, text);
        body.addClassName("jx-row-body");
        if (consent.decidedAt() != null) {
            Span when = new Span(t(
                    given ? "account.consent.given" : "account.consent.withdrawn",
                    version == null ? consent.currentVersion() : version,
                    words().date(consent.decidedAt())));
            when.addClassName("jx-quiet");
            body.add(when);
        }
        Component action = given
                ? consent.kind() == ConsentKind.TERMS
                        ? new Badge(t("account.consent.agreed"), Badge.Tone.GOOD)
                        : Buttons.plain(t("account.consent.withdraw"), () -> keep(decide(consent, false)))
                : Buttons.plain(t("account.consent.give"), () -> keep(decide(consent, true)));
        Div row = new Div(body, action);
        row.addClassNames("jx-row", "jx-row-wrap");
        return row;
    }

    private Component password() {
        return new Panel(t("account.password"), new PasswordForm(identity, () -> {
            Me now = identity.me();
            keep(now);
            Pages.say(t("account.password.changed"));
        }));
    }

    private Component ending() {
        Div actions = new Div(
                Buttons.plain(t("account.signOut"), person::signOut),
                Buttons.danger(t("account.signOutEverywhere"), () -> {
                    identity.signOutEverywhere();
                    person.forget();
                }));
        actions.addClassName("jx-actions");
        Paragraph text = new Paragraph(t("account.signOut.text"));
        text.addClassName("jx-quiet");
        return new Panel(t("account.ending"), text, actions);
    }
}
