package cn.jiangxue.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The pages one person goes to, and the dialogs opened in each. {@code {name}} in an address is a fact found out on the way. */
final class Tour {

    /** A dialog of a page. {@code source}: the class that makes it. */
    record Opening(String source, String name, Consumer<Page> open) {}

    /** A page. {@code route}: its template, as its class gives it. */
    record Stop(String route, String name, String address, List<Opening> openings) {}

    private final Person person;
    private final List<Stop> stops = new ArrayList<>();

    private Tour(Person person) {
        this.person = person;
    }

    static Tour of(Person person) {
        return new Tour(person);
    }

    Person person() {
        return person;
    }

    List<Stop> stops() {
        return List.copyOf(stops);
    }

    Tour to(String route, String name, String address) {
        stops.add(new Stop(route, name, address, new ArrayList<>()));
        return this;
    }

    /** In the page last named: what is clicked to open a dialog. */
    Tour opening(String source, String name, String selector) {
        return opening(source, name, page -> page.locator(selector).first().click());
    }

    Tour opening(String source, String name, Consumer<Page> open) {
        stops.getLast().openings().add(new Opening(source, name, open));
        return this;
    }
}
