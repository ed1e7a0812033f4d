package cn.jiangxue.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.Page;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Pages of a collection, the newest first, by the key of the last one shown.
 *
 * @param field the instant they go by; an index leads through it and {@code _id}
 * @param size how many a page holds
 * @param at the value of that field
 */
public record NewestFirst<T>(
        Documents<T> documents, String field, int size, Function<T, Instant> at, Function<T, UUID> id) {

    /** One page of those in scope, each as {@code view} shows it. A cursor of another list is refused as BAD_REQUEST. */
    public <V> Mono<Page<V>> page(Bson scope, @Nullable String cursor, Function<T, V> view) {
        return documents
                .list(cursor == null ? scope : and(scope, after(cursor)), Sorts.descending(field, "_id"), size + 1)
                .collectList()
                .map(found -> cut(found, view));
    }

    private Bson after(String cursor) {
        List<Object> key = Cursors.decode(cursor, Instant.class, UUID.class);
        return or(lt(field, key.get(0)), and(eq(field, key.get(0)), lt("_id", key.get(1))));
    }

    private <V> Page<V> cut(List<T> found, Function<T, V> view) {
        List<T> shown = found.subList(0, Math.min(size, found.size()));
        String next = found.size() > size ? Cursors.encode(at.apply(shown.getLast()), id.apply(shown.getLast())) : null;
        return new Page<>(shown.stream().map(view).toList(), next);
    }
}
