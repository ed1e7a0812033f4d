package cn.jiangxue.assessment;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.Page;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.Documents;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/** Pages of the bank: last changed first, twenty at a time, by the key of the last one shown. */
final class NewestFirst {

    private static final int PAGE = 20;

    private NewestFirst() {}

    static <T> Mono<Page<T>> page(
            Documents<T> documents,
            Bson scope,
            @Nullable String cursor,
            Function<T, Instant> changedAt,
            Function<T, UUID> id) {
        Bson filter = cursor == null ? scope : and(scope, after(cursor));
        return documents
                .list(filter, Sorts.descending("changedAt", "_id"), PAGE + 1)
                .collectList()
                .map(found -> cut(found, changedAt, id));
    }

    private static Bson after(String cursor) {
        List<Object> key = Cursors.decode(cursor, Instant.class, UUID.class);
        return or(lt("changedAt", key.get(0)), and(eq("changedAt", key.get(0)), lt("_id", key.get(1))));
    }

    private static <T> Page<T> cut(List<T> found, Function<T, Instant> changedAt, Function<T, UUID> id) {
        if (found.size() <= PAGE) {
            return new Page<>(found, null);
        }
        T last = found.get(PAGE - 1);
        return new Page<>(List.copyOf(found.subList(0, PAGE)), Cursors.encode(changedAt.apply(last), id.apply(last)));
    }
}
