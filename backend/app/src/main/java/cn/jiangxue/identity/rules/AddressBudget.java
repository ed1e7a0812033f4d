package cn.jiangxue.identity.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * How an address is kept from trying many accounts, while a whole factory behind it still gets in. In each window of fifteen minutes an address may fail on so many
 * different accounts, and fail so many times, plus an allowance for every person who did sign in from it: where five hundred people sign in, a hundred mistype.
 * An account that signed in from the address before is not held up by it at all (its own {@link AccountBackoff} guards it).
 */
public final class AddressBudget {

    /** How long failures are counted together. */
    public static final Duration WINDOW = Duration.ofMinutes(15);

    static final int FAILED_ACCOUNTS = 50;
    static final int FAILURES = 200;
    static final int FAILURES_PER_PERSON = 3;

    private AddressBudget() {}

    /**
     * What happened from one address in one window.
     *
     * @param failures attempts with a wrong password or an unknown login
     * @param failedAccounts different logins that failed and have not signed in since
     * @param signedIn different people who signed in
     */
    public record Window(int failures, int failedAccounts, int signedIn) {

        /** Nothing yet. */
        public static final Window EMPTY = new Window(0, 0, 0);
    }

    /** The number of the window an instant lies in. */
    public static long windowOf(Instant at) {
        return Math.floorDiv(at.getEpochSecond(), WINDOW.toSeconds());
    }

    /** How long the next attempt from this address has to wait; zero when it may be made now. */
    public static Duration wait(Window window, Instant now) {
        boolean spraying = window.failedAccounts() >= FAILED_ACCOUNTS + window.signedIn();
        boolean hammering = window.failures() >= FAILURES + FAILURES_PER_PERSON * window.signedIn();
        return spraying || hammering ? untilNextWindow(now) : Duration.ZERO;
    }

    private static Duration untilNextWindow(Instant now) {
        Instant next = Instant.ofEpochSecond((windowOf(now) + 1) * WINDOW.toSeconds());
        return Duration.between(now, next);
    }
}
