package cn.jiangxue.transparency;

import java.util.Collection;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;

/** A kind of record of which every one becomes a leaf of one log. Declared as a bean by the feature that keeps the records. */
public interface LeafSource {

    /** Lower-case letters; names the log for ever. */
    String log();

    /**
     * Whether a new record always stands after all that were read before. The log then follows the source by itself. Otherwise the feature hands each record to the
     * {@link LeafQueue} before it counts as kept, and what is read here is gone through once a day.
     */
    boolean growsAtItsEnd();

    /** At most {@code limit} in an order of the source's own, after the one with this cursor; from the start without one. */
    Flux<LoggedRecord> after(@Nullable String cursor, int limit);

    /** Those of these that are kept, in any order. */
    Flux<LoggedRecord> byIds(Collection<UUID> ids);
}
