package cn.jiangxue.local.seed;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * How the seeding waits for films: it looks again and again until it is told to stop.
 *
 * @param stopped released when the seeding is to end
 * @param betweenLooks time between two looks
 */
record Waiting(CountDownLatch stopped, Duration betweenLooks) {

    /** Returns when it is time to look again. */
    void pause() {
        try {
            if (stopped.await(betweenLooks.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new SeedFailed("stopped while films were being transcoded");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new SeedFailed("interrupted while films were being transcoded", interrupted);
        }
    }
}
