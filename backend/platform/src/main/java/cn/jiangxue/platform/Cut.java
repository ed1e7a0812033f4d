package cn.jiangxue.platform;

import cn.jiangxue.contract.Page;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list that goes by a key of one word.
 *
 * @param shown what the page holds
 * @param next the cursor of the page after it; null on the last one
 */
public record Cut<T>(List<T> shown, @Nullable String next) {

    /** The key after which a page begins; null for the first page. A cursor of another list is refused as BAD_REQUEST. */
    public static @Nullable String after(@Nullable String cursor) {
        return cursor == null
                ? null
                : (String) Cursors.decode(cursor, String.class).getFirst();
    }

    /** {@code found}: one more than the {@code size} of a page when there is another page. */
    public static <T> Cut<T> of(List<T> found, int size, Function<T, String> key) {
        List<T> shown = found.subList(0, Math.min(size, found.size()));
        return new Cut<>(shown, found.size() > size ? Cursors.encode(key.apply(shown.getLast())) : null);
    }

    public <V> Page<V> as(Function<T, V> view) {
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
