package cn.jiangxue.content.media.rules;

import java.time.Duration;

/** How work on videos is shared out: under a lease, with at most three tries. */
public final class WorkRules {

    /** A worker that has not been heard of for this long is taken for dead and its work is given to another. */
    public static final Duration LEASE = Duration.ofSeconds(30);

    /** How often a living worker says so. A third of the lease, so that two messages may be lost. */
    public static final Duration RENEWAL = Duration.ofSeconds(10);

    public static final int MOST_TRIES = 3;

    /** Videos that may wait in the whole queue, and for one organisation. */
    public static final int MOST_WAITING = 500;

    public static final int MOST_WAITING_OF_ONE = 100;

    private WorkRules() {}

    /** How long to wait after a try that failed for no fault of the file: half a minute, then two. */
    public static Duration pauseAfter(int tries) {
        return tries <= 1 ? Duration.ofSeconds(30) : Duration.ofMinutes(2);
    }

    public static boolean mayTryAgain(int tries) {
        return tries < MOST_TRIES;
    }
}
