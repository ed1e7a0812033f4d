package cn.jiangxue.identity.rules;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a presented refresh token is worth. A token is used once; the one before is honoured for half a minute, because an answer may get lost; an older one that
 * turns up again was copied by somebody, so the whole sign-in ends (RFC 9700 section 4.14.2).
 */
public final class Refreshing {

    /** How long the token before the present one is still honoured. */
    public static final Duration GRACE = Duration.ofSeconds(30);

    /** A sign-in ends when it was not used for so long. */
    public static final Duration IDLE_LIFE = Duration.ofDays(7);

    /** A sign-in ends after so long, used or not. */
    public static final Duration WHOLE_LIFE = Duration.ofDays(30);

    private Refreshing() {}

    /** Which token of a sign-in was presented. */
    public enum Presented {
        CURRENT,
        PREVIOUS,
        OLDER,
        FORGED
    }

    /**
     * One sign-in as it stands.
     *
     * @param endedByPerson signed out, or all sign-ins of the person were ended
     */
    public record SignedIn(
            Instant startedAt, Instant rotatedAt, @Nullable Instant endedAt, boolean endedByPerson) {}

    /** What to do about it. */
    public sealed interface Outcome {

        /** A new token takes the place of the present one. */
        record Rotate() implements Outcome {}

        /** The answer got lost: the present token is told again, nothing changes. */
        record Repeat() implements Outcome {}

        /** Somebody has a copy: the sign-in ends. */
        record EndFamily() implements Outcome {}

        /** The sign-in is over, or there never was such a token. */
        record Refuse() implements Outcome {}
    }

    public static Outcome decide(SignedIn signedIn, Presented presented, Instant now) {
        if (presented == Presented.FORGED || signedIn.endedAt() != null || signedIn.endedByPerson()) {
            return new Outcome.Refuse();
        }
        if (!now.isBefore(endsAt(signedIn))) {
            return new Outcome.Refuse();
        }
        return switch (presented) {
            case CURRENT -> new Outcome.Rotate();
            case PREVIOUS ->
                now.isAfter(signedIn.rotatedAt().plus(GRACE)) ? new Outcome.EndFamily() : new Outcome.Repeat();
            case OLDER -> new Outcome.EndFamily();
            case FORGED -> new Outcome.Refuse();
        };
    }

    /** When the sign-in ends if it is not used again. */
    public static Instant endsAt(SignedIn signedIn) {
        Instant idle = signedIn.rotatedAt().plus(IDLE_LIFE);
        Instant whole = signedIn.startedAt().plus(WHOLE_LIFE);
        return idle.isBefore(whole) ? idle : whole;
    }
}
