package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.Page;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A list that is read page by page with the service's cursor. The server side keeps the cursor, not the items.
 *
 * @param <T> what one row is made from
 */
public final class KeysetList<T> extends Div {

    private final Function<@Nullable String, Page<T>> load;
    private final Function<T, ? extends Component> row;
    private final Supplier<? extends Component> empty;
    private final UnorderedList rows = new UnorderedList();
    private final Button more = new Button(Texts.t("parts.more"), click -> next());
    private @Nullable String cursor;

    /** Loads the first page at once; shows {@code empty} instead when there is nothing. A page may hold nothing and still have a next one. */
    public KeysetList(
            Function<@Nullable String, Page<T>> load,
            Function<T, ? extends Component> row,
            Supplier<? extends Component> empty) {
        this.load = load;
        this.row = row;
        addClassName("jx-keyset");
        rows.addClassName("jx-rows");
        more.addClassName("jx-more");
        this.empty = empty;
        next();
    }

    public KeysetList<T> named(String className) {
        rows.addClassName(className);
        return this;
    }

    private void next() {
        Page<T> page = load.apply(cursor);
        page.items().forEach(item -> rows.add(new ListItem(row.apply(item))));
        cursor = page.next();
        add(rows);
        if (cursor == null) {
            remove(more);
        } else {
            add(more);
        }
        if (cursor == null && rows.getComponentCount() == 0) {
            removeAll();
            add(empty.get());
        }
    }
}
