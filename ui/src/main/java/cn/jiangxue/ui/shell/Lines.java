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
    }

    private final Function<T, Line<T>> maker;
    private final Runnable changed;
    private final String name;
    private final int most;
    private final List<Line<T>> lines = new ArrayList<>();
    private final Div all = new Div();
    private final Button more;

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
        row.add(Buttons.icon(Icon.TRASH, Texts.t("shell.line.remove", name, lines.size()), () -> {
            lines.remove(line);
            all.remove(row);
            more.setVisible(lines.size() < most);
            changed.run();
        }));
        line.fields().forEach(field -> heard(field, changed));
        all.add(row);
        more.setVisible(lines.size() < most);
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
