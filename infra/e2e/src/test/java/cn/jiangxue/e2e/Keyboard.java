package cn.jiangxue.e2e;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Somebody without a mouse: goes through a page with the Tab key. */
final class Keyboard {

    private static final String FOCUS = Sweep.script("focus.js");
    private static final String UNREACHED = Sweep.script("unreached.js");

    /** Long lists repeat themselves. */
    private static final int MOST_STEPS = 120;

    /** A film with the browser's own controls is one place with several stops inside. */
    private static final int MOST_INSIDE = 15;

    private Keyboard() {}

    /** Where one cannot see that the keyboard is there, and what it does not come to; one line each. */
    @SuppressWarnings("unchecked")
    static List<String> wrong(Page page) {
        List<String> wrong = new ArrayList<>();
        Set<Object> been = new HashSet<>();
        page.evaluate(
                "() => { document.body.tabIndex = -1; document.body.focus(); document.body.removeAttribute('tabindex'); }");
        Object before = null;
        int inside = 0;
        for (int step = 0; step < MOST_STEPS; step++) {
            page.keyboard().press("Tab");
            var at = (Map<String, Object>) page.evaluate(FOCUS);
            Object place = at == null ? null : at.get("key");
            inside = Objects.equals(place, before) ? inside + 1 : 0;
            before = place;
            if (inside > MOST_INSIDE) {
                wrong.add("the keyboard is caught at: " + at.get("name"));
                break;
            }
            if (at == null || inside == 0 && !been.add(place)) {
                wrong.addAll((List<String>) page.evaluate(UNREACHED));
                break;
            }
            if (!(Boolean) at.get("shown")) {
                wrong.add("the keyboard is there and one cannot see it: " + at.get("name"));
            }
        }
        if (been.isEmpty()) {
            wrong.add("the Tab key goes nowhere");
        }
        return wrong;
    }
}
