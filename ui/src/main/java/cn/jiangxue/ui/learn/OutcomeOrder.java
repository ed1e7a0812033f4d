package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.RecognitionApi.Offered;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Span;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** The learner's outcomes in the order in which they shall be used; each may be left out. Moved by buttons, so that the keyboard does. */
final class OutcomeOrder extends OrderedList {

    private final transient List<Offered> order;
    private final Set<UUID> chosen;
    private final transient Runnable changed;

    /** {@code changed} hears of every change. */
    OutcomeOrder(List<Offered> offered, Set<UUID> chosen, Runnable changed) {
        this.order = new ArrayList<>(offered);
        this.chosen = chosen;
        this.changed = changed;
        addClassName("jx-rows");
        show();
    }

    /** What is chosen, in order. */
    List<UUID> chosen() {
        return order.stream().map(Offered::outcomeId).filter(chosen::contains).toList();
    }

    private void show() {
        removeAll();
        for (int i = 0; i < order.size(); i++) {
            add(new ListItem(row(order.get(i), i)));
        }
    }

    private Div row(Offered offered, int place) {
        Words words = Words.now();
        String name = words.of(offered.title());
        Checkbox use = new Checkbox(name, chosen.contains(offered.outcomeId()));
        use.addValueChangeListener(event -> {
            if (event.getValue()) {
                chosen.add(offered.outcomeId());
            } else {
                chosen.remove(offered.outcomeId());
            }
            changed.run();
        });
        Span small = new Span(words.of(offered.kind()) + " · " + words.of(offered.issuer()) + " · "
                + words.date(offered.attainedOn()));
        small.addClassName("jx-quiet");
        Div body = new Div(use, small);
        if (!offered.verified()) {
            body.add(new Badge(Texts.t("learn.recognition.unverified"), Badge.Tone.WARNING));
        }
        body.addClassName("jx-row-body");
        Button up = Buttons.icon(Icon.UP, Texts.t("learn.recognition.up", name), () -> move(place, place - 1));
        up.setEnabled(place > 0);
        Button down = Buttons.icon(Icon.DOWN, Texts.t("learn.recognition.down", name), () -> move(place, place + 1));
        down.setEnabled(place < order.size() - 1);
        Div row = new Div(body, up, down);
        row.addClassName("jx-row");
        return row;
    }

    private void move(int from, int to) {
        if (to >= 0 && to < order.size()) {
            Collections.swap(order, from, to);
            show();
            changed.run();
        }
    }
}
