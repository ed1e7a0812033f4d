package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardContent.Clause;
import cn.jiangxue.contract.StandardContent.ConditionAsked;
import cn.jiangxue.contract.StandardContent.PathAsked;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The alternatives of a grade: a card for each, with its own conditions. */
final class PathFields extends Div {

    private static final int MOST = 12;
    private static final int NAME = 100;

    private final transient Map<String, Clause> clauses;
    private final transient Runnable changed;
    private final List<Card> cards = new ArrayList<>();
    private final Div all = new Div();
    private final Button more;

    PathFields(List<PathAsked> paths, Map<String, Clause> clauses, Runnable changed) {
        this.clauses = clauses;
        this.changed = changed;
        addClassNames("jx-form", "jx-lines");
        all.addClassName("jx-form");
        more = Buttons.quiet(Texts.t("standards.path.add"), () -> {
            card(new PathAsked(StandardFields.fresh("p"), new LocalText("", ""), List.of()));
            changed.run();
        });
        more.setIcon(Icon.PLUS.svg());
        more.setId("add-path");
        add(all, more);
        paths.forEach(this::card);
    }

    private void card(PathAsked path) {
        Card card = new Card(path, clauses, changed);
        cards.add(card);
        Button remove = Buttons.quiet(Texts.t("standards.path.remove"), () -> {
            cards.remove(card);
            all.remove(card);
            more.setVisible(cards.size() < MOST);
            changed.run();
        });
        remove.setIcon(Icon.TRASH.svg());
        card.add(remove);
        all.add(card);
        more.setVisible(cards.size() < MOST);
    }

    List<PathAsked> values() {
        return cards.stream().map(Card::value).toList();
    }

    private static final class Card extends Div {

        private final String id;
        private final TwoTexts name;
        private final Lines<ConditionAsked> conditions;

        Card(PathAsked path, Map<String, Clause> clauses, Runnable changed) {
            id = path.id();
            name = TwoTexts.line(Texts.t("standards.path.name"), path.name(), NAME)
                    .typed(text -> changed.run());
            conditions = ConditionLines.of(Texts.t("standards.path.conditions"), path.allOf(), clauses, changed);
            addClassName("jx-option");
            add(name, conditions);
        }

        PathAsked value() {
            return new PathAsked(id, name.value(), conditions.values());
        }
    }
}
