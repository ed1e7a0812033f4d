package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.HoldWaiting;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.Unanswered;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Credit that applicants set aside and that waits for the institution to use it, oldest application first. */
@Route("recognise/holds")
@RolesAllowed("RECOGNITION_OFFICER")
class HoldsPage extends Page implements BeforeEnterObserver {

    static final String PATH = "/recognise/holds";

    private static final String UNDER_WAY = PATH + "?show=open";

    private final transient CreditApi credit;
    private final transient Unanswered unanswered = new Unanswered();

    HoldsPage(CreditApi credit) {
        super("recognise.holds");
        this.credit = credit;
    }

    /** Those of granted applications come first: they are the ones to use. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean granted = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("show")
                .filter("open"::equals)
                .isEmpty();
        removeAll();
        add(
                new PageHeader(t("recognise.holds")).lead(t("recognise.holds.lead")),
                InboxPage.places(PATH),
                new Chips()
                        .with(PATH, t("recognise.holds.granted"), granted)
                        .with(UNDER_WAY, t("recognise.holds.open"), !granted),
                new Panel(
                        t(granted ? "recognise.holds.granted" : "recognise.holds.open"),
                        new KeysetList<>(
                                cursor -> credit.holdsWaiting(granted, cursor), this::row, () -> nothing(granted))));
    }

    private static Component nothing(boolean granted) {
        return new EmptyState(
                Icon.ACCOUNT,
                t("recognise.holds.none"),
                t("recognise.holds.none.text"),
                granted
                        ? Links.secondary(UNDER_WAY, t("recognise.holds.open"))
                        : Links.secondary("/recognise", t("recognise.inbox")));
    }

    private Component row(HoldWaiting hold) {
        String what = hold.learnerName() + " · " + words().of(hold.title());
        Anchor title = Links.to("/recognise/" + hold.applicationId(), what);
        title.addClassName("jx-row-title");
        Span small = new Span(
                t("recognise.holds.amount", Words.credits(hold.amountMilli()), words().of(hold.institutionName())));
        small.addClassName("jx-quiet");
        Badge state = new Badge(
                t(hold.open() ? "recognise.holds.state.open" : "recognise.holds.state.granted"),
                hold.open() ? Badge.Tone.ACCENT : Badge.Tone.GOOD);
        Div body = new Div(title, small, state);
        body.addClassName("jx-row-body");
        Button use = Buttons.plain(t("recognise.holds.use"), () -> ask(hold));
        use.setAriaLabel(t("recognise.holds.use") + " · " + what);
        use.addClassName("jx-use-hold");
        Div row = new Div(body, use);
        row.addClassNames("jx-row", "jx-row-wrap");
        return row;
    }

    private void ask(HoldWaiting hold) {
        new UseDialog(credit, unanswered, hold, entry -> {
                    UI.getCurrent().navigate("recognise/entries/" + entry.entryId());
                    Pages.say(t("recognise.holds.used", Words.credits(hold.amountMilli()), Long.toString(entry.seq())));
                })
                .open();
    }
}
