package cn.jiangxue.local.mongo;

import de.bwaldvogel.mongo.bson.Document;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** When the command this thread is running must give up: after its {@code maxTimeMS}, which counts work and not waiting. */
final class Deadline {

    private static final ScopedValue<Long> AT_NANOS = ScopedValue.newInstance();

    private Deadline() {}

    /** Runs the work of a command within its time. */
    static <T> T during(Document command, Supplier<T> work) {
        long millis = Fields.number(command, "maxTimeMS");
        return millis <= 0
                ? work.get()
                : ScopedValue.where(AT_NANOS, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis))
                        .call(work::get);
    }

    /**
     * To be asked now and then by what may take long.
     *
     * @throws de.bwaldvogel.mongo.exception.MongoServerError when the time is over
     */
    static void check() {
        if (AT_NANOS.isBound() && System.nanoTime() - AT_NANOS.get() > 0) {
            throw Refused.tooSlow();
        }
    }
}
