package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.IdentityApi.Me;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.shell.Places.Place;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Header;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Main;
import com.vaadin.flow.component.html.Nav;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.AfterNavigationEvent;
import com.vaadin.flow.router.AfterNavigationObserver;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.NavigationTrigger;
import com.vaadin.flow.router.RouterLayout;
import jakarta.annotation.security.PermitAll;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The frame of every page for signed-in people: a bar at the top on a desk, tabs at the thumb on a phone. */
@Layout
@PermitAll
public class Frame extends Div implements RouterLayout, BeforeEnterObserver, AfterNavigationObserver {

    private static final int AT_THE_THUMB = 4;

    private final transient CurrentPerson person;
    private final Bell bell = new Bell();
    private final Main main = new Main();
    private final Map<Place, Anchor> links = new LinkedHashMap<>();
    private String shown = "";

    Frame(CurrentPerson person) {
        this.person = person;
        addClassName("jx-frame");
        main.setId("main");
        main.getElement().setAttribute("tabindex", "-1");
        SignedIn signedIn = person.get();
        add(skipLink(), top(signedIn), main);
    }

    private static Anchor skipLink() {
        Anchor skip = new Anchor("#main", Texts.t("shell.skip"));
        skip.addClassName("jx-skip");
        skip.getElement().setAttribute("router-ignore", true);
        // The document has a base address: followed as it is, the link would lead to the home page.
        skip.getElement().executeJs("""
                this.addEventListener('click', event => { event.preventDefault(); document.getElementById('main').focus(); })""");
        return skip;
    }

    private Header top(SignedIn signedIn) {
        Div inner = new Div(new Brand("/"), navigation(signedIn), tools(signedIn.me()));
        inner.addClassName("jx-top-inner");
        Header top = new Header(inner);
        top.addClassName("jx-top");
        return top;
    }

    private Nav navigation(SignedIn signedIn) {
        UnorderedList items = new UnorderedList();
        List<Place> places = new ArrayList<>(Places.of(signedIn::has));
        for (int at = 0; at < places.size(); at++) {
            ListItem item = item(places.get(at));
            if (at >= AT_THE_THUMB) {
                item.addClassName("jx-desk-only");
            }
            items.add(item);
        }
        ListItem own = item(Places.PROFILE);
        own.addClassName("jx-phone-only");
        items.add(own);
        Nav nav = new Nav(items);
        nav.setAriaLabel(Texts.t("shell.nav"));
        nav.addClassName("jx-nav");
        return nav;
    }

    private ListItem item(Place place) {
        Anchor link = Links.to("/" + place.path(), place.icon().svg(), new Span(Texts.t(place.textKey())));
        links.put(place, link);
        return new ListItem(link);
    }

    private Div tools(Me me) {
        Anchor profile = Links.to("/profile", initial(me), name(me));
        profile.addClassNames("jx-me", "jx-desk-only");
        profile.setAriaLabel(Texts.t("shell.nav.profile") + ": " + me.displayName());
        Div tools = new Div(bell, new LanguageSwitch(), profile);
        tools.addClassName("jx-tools");
        return tools;
    }

    private static Span initial(Me me) {
        String name = me.displayName().isBlank() ? me.userName() : me.displayName();
        Span initial = new Span(name.substring(0, name.offsetByCodePoints(0, 1)));
        initial.addClassName("jx-initial");
        return initial;
    }

    private static Span name(Me me) {
        Span name = new Span(me.displayName());
        name.addClassName("jx-me-name");
        return name;
    }

    /** A first password opens one page only: the one that changes it. */
    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        boolean elsewhere = !event.getLocation().getPath().equals("profile");
        if (elsewhere && person.get().me().mustChangePassword()) {
            event.forwardTo("profile");
        }
    }

    @Override
    public void afterNavigation(AfterNavigationEvent event) {
        String address = event.getLocation().getPath();
        List<Place> all = List.copyOf(links.keySet());
        links.forEach((place, link) -> {
            if (Places.holds(place, address, all)) {
                link.getElement().setAttribute("aria-current", "page");
            } else {
                link.getElement().removeAttribute("aria-current");
            }
        });
        if (isNewPage(event.getLocationChangeEvent().getTrigger(), address)) {
            begin();
        }
        if (!person.get().me().mustChangePassword()) {
            bell.ask();
        }
        shown = address;
    }

    /** Not one that was loaded whole or come back to, whose place the browser knows, nor the same page with other filters. */
    private boolean isNewPage(NavigationTrigger trigger, String address) {
        return trigger != NavigationTrigger.PAGE_LOAD
                && trigger != NavigationTrigger.HISTORY
                && trigger != NavigationTrigger.REFRESH
                && !address.equals(shown);
    }

    /** At the top, and for whoever listens or uses the keyboard at its content, unless the page has put the focus somewhere itself. */
    private void begin() {
        main.getElement().executeJs("""
                window.scrollTo(0, 0);
                if (!this.contains(document.activeElement)) this.focus({ preventScroll: true });""");
    }

    @Override
    public void showRouterLayoutContent(com.vaadin.flow.component.HasElement content) {
        main.getElement().removeAllChildren();
        main.getElement().appendChild(content.getElement());
    }
}
