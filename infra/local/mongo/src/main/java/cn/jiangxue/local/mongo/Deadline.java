package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.concurrent.TimeUnit;

/** When a command with {@code maxTimeMS} must give up. */
record Deadline(long atNanos, boolean limited) {

    static final Deadline NONE = new Deadline(0, false);

    static Deadline of(Document command) {
        return command.get("maxTimeMS") instanceof Number limit && limit.longValue() > 0
                ? new Deadline(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(limit.longValue()), true)
                : NONE;
    }

    void check() {
        if (limited && System.nanoTime() - atNanos > 0) {
            throw Refused.tooSlow();
        }
    }
}
