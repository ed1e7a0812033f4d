package cn.jiangxue.ui.shell;

import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasValue;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Lines of fields that are added and removed.
 *
 * @param <T> what a line stands for
 */
public final class Lines<T> extends Div {

    /** The fields of one line and what they say now. */
    public interface Line<T> {
        List<Component> fields();

        T value();

        /** Where that part of it is written. */
        default Component at(String part) {
            return fields().getFirst();
        }
    }

    private final Function<T, Line<T>> maker;
    private final Runnable changed;
    private final String name;
    private final int most;
    private final List<Line<T>> lines = new ArrayList<>();
    private final Div all = new Div();
    private final Button more;
    private boolean ordered;

    /**
     * @param fresh what a new line begins with
     * @param maker the fields of a line, filled in
     * @param changed hears of every change
     */
    public Lines(String title, String add, int most, Supplier<T> fresh, Function<T, Line<T>> maker, Runnable changed) {
        this.maker = maker;
        this.changed = changed;
        this.name = title;
        this.most = most;
        addClassNames("jx-form", "jx-lines");
        all.addClassName("jx-form");
        more = Buttons.quiet(add, () -> {
            line(fresh.get());
            changed.run();
        });
        more.setIcon(Icon.PLUS.svg());
        add(new H3(title), all, more);
    }

    /** Each line can be moved before the one above it. */
    public Lines<T> ordered() {
        ordered = true;
        return this;
    }

    public Lines<T> with(List<T> values) {
        values.forEach(this::line);
        return this;
    }

    private void line(T value) {
        Line<T> line = maker.apply(value);
        lines.add(line);
        Div fields = FormDialog.row(line.fields().toArray(Component[]::new));
        Div row = new Div(fields);
        row.addClassName("jx-line");
        Div acts = new Div();
        acts.addClassName("jx-line-acts");
        if (ordered) {
            acts.add(Buttons.icon(Icon.UP, Texts.t("shell.line.up", name, lines.size()), () -> moveUp(line, row)));
        }
        acts.add(Buttons.icon(Icon.TRASH, Texts.t("shell.line.remove", name, lines.size()), () -> {
            lines.remove(line);
            all.remove(row);
            more.setVisible(lines.size() < most);
            changed.run();
        }));
        row.add(acts);
        line.fields().forEach(field -> heard(field, changed));
        all.add(row);
        more.setVisible(lines.size() < most);
    }

    private void moveUp(Line<T> line, Div row) {
        int at = lines.indexOf(line);
        if (at > 0) {
            lines.remove(at);
            lines.add(at - 1, line);
            all.remove(row);
            all.addComponentAtIndex(at - 1, row);
            changed.run();
        }
    }

    /** Where that part of a line is written, while there is such a line. */
    public Optional<Component> at(int line, String part) {
        return line >= 0 && line < lines.size() ? Optional.of(lines.get(line).at(part)) : Optional.empty();
    }

    /** A field whose changes by the reader are told. */
    public static <C extends Component> C heard(C field, Runnable changed) {
        if (field instanceof HasValue<?, ?> value) {
            value.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    changed.run();
                }
            });
        }
        return field;
    }

    public List<T> values() {
        return lines.stream().map(Line::value).toList();
    }
}
