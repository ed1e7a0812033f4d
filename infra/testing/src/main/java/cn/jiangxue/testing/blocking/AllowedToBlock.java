package cn.jiangxue.testing.blocking;

import java.util.List;
import java.util.Map;
import reactor.blockhound.BlockHound;
import reactor.blockhound.BlockingMethod;
import reactor.blockhound.BlockingOperationError;
import reactor.blockhound.integration.BlockHoundIntegration;

/** What an event loop may do although it looks like waiting, each with its reason. */
public final class AllowedToBlock implements BlockHoundIntegration {

    private static final String LOCK = "java.util.concurrent.locks.";
    private static final List<Map.Entry<String, String>> LOCKS = List.of(
            Map.entry(LOCK + "ReentrantLock", "lock"),
            Map.entry(LOCK + "ReentrantLock", "lockInterruptibly"),
            Map.entry(LOCK + "ReentrantReadWriteLock$ReadLock", "lock"),
            Map.entry(LOCK + "ReentrantReadWriteLock$WriteLock", "lock"),
            Map.entry(LOCK + "StampedLock", "readLock"),
            Map.entry(LOCK + "StampedLock", "writeLock"));

    @Override
    public void applyTo(BlockHound.Builder builder) {
        // A worker of a pool that waits for work; no event loop takes its work from one.
        builder.allowBlockingCallsInside("java.util.concurrent.ThreadPoolExecutor", "getTask");
        // The document store runs inside the tests; in production it is another process.
        builder.allowBlockingCallsInside("cn.jiangxue.local.mongo.RequestHandler", "channelRead0");
        builder.allowBlockingCallsInside("cn.jiangxue.local.mongo.RequestHandler", "handle");
        // Libraries guard a few lines with it; refusing the thread that comes second would break them in the middle.
        LOCKS.forEach(lock -> builder.allowBlockingCallsInside(lock.getKey(), lock.getValue()));
        // The kernel's generator answers at once.
        builder.allowBlockingCallsInside("java.security.SecureRandom", "nextBytes");
        // Texts of a language are read from the class path once.
        builder.allowBlockingCallsInside("java.util.ResourceBundle", "getBundle");
        builder.blockingMethodCallback(AllowedToBlock::caught);
    }

    /** Thrown in the middle of a library it may never be seen again, and something waits for ever: so it is printed as well. */
    private static void caught(BlockingMethod method) {
        BlockingOperationError error = new BlockingOperationError(method);
        error.printStackTrace();
        throw error;
    }
}
