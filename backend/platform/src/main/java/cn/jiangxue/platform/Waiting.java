package cn.jiangxue.platform;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import java.time.LocalDate;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Filters for what waits for somebody. Its documents have a {@code queueKey}, which sorts them as they came, {@code remindedFor}, the last day of which there was a reminder, and
 * {@code escalated}, set while they are overdue.
 */
public final class Waiting {

    private Waiting() {}

    /** Those of these that come after the one with this key; all of them without one. */
    public static Bson after(Bson which, @Nullable String queueKey) {
        return queueKey == null ? which : and(which, gt("queueKey", queueKey));
    }

    /** Those whose day is over and that the organisation above was not told of. */
    public static Bson overdue(LocalDate today) {
        return and(lt("actBy", today), eq("escalated", null));
    }

    /** Those whose day lies in this range, both ends included, and of whose day nobody was reminded. */
    public static Bson unreminded(String day, LocalDate from, LocalDate until) {
        return and(gte(day, from), lte(day, until), or(eq("remindedFor", null), lt("remindedFor", from)));
    }
}
