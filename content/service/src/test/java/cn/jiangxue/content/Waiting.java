package cn.jiangxue.content;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Looks again and again until something is so. */
public final class Waiting {

    private Waiting() {}

    public static void until(String what, Duration longest, BooleanSupplier isSo) {
        Instant deadline = Instant.now().plus(longest);
        while (!isSo.getAsBoolean()) {
            if (Instant.now().isAfter(deadline)) {
                throw new AssertionError("not within " + longest + ": " + what);
            }
            LockSupport.parkNanos(100_000_000);
        }
    }
}
