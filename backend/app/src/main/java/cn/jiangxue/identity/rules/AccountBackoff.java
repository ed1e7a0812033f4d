package cn.jiangxue.identity.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How an account is shielded from guessing, wherever the guesses come from: five attempts are free, then each further one costs a wait that doubles from ten seconds
 * to fifteen minutes. An attempt is counted before the password is looked at, so a hundred at once count as a hundred; a right password clears the count.
 */
public final class AccountBackoff {

    static final int FREE_ATTEMPTS = 5;
    static final Duration FIRST_WAIT = Duration.ofSeconds(10);
    static final Duration LONGEST_WAIT = Duration.ofMinutes(15);

    /** After this long without an attempt the count begins anew. */
    public static final Duration FORGET_AFTER = Duration.ofHours(12);

    private AccountBackoff() {}

    /** Attempts that did not end in a sign-in. {@code blockedUntil}: no attempt is looked at before. */
    public record Attempts(
            int count, Instant lastAt, @Nullable Instant blockedUntil) {

        /** No attempt yet. */
        public static Attempts none(Instant now) {
            return new Attempts(0, now, null);
        }
    }

    /** How long the next attempt has to wait; zero when it may be made now. */
    public static Duration wait(Attempts so, Instant now) {
        Instant until = so.blockedUntil();
        return until == null || !until.isAfter(now) ? Duration.ZERO : Duration.between(now, until);
    }

    /** The count with one more attempt, made now. */
    public static Attempts counted(Attempts so, Instant now) {
        boolean forgotten = Duration.between(so.lastAt(), now).compareTo(FORGET_AFTER) > 0;
        int count = forgotten ? 1 : so.count() + 1;
        return new Attempts(count, now, count <= FREE_ATTEMPTS ? null : now.plus(waitAfter(count)));
    }

    private static Duration waitAfter(int count) {
        int doublings = Math.min(count - FREE_ATTEMPTS - 1, 10);
        Duration wait = FIRST_WAIT.multipliedBy(1L << doublings);
        return wait.compareTo(LONGEST_WAIT) < 0 ? wait : LONGEST_WAIT;
    }
}
