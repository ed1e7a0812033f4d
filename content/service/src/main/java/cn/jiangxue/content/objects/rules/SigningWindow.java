package cn.jiangxue.content.objects.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * Playback addresses are signed for the start of the window they are asked in, so that everyone who asks within it gets the same, cacheable address. It is good
 * for {@link #LIFE} from the window's start: at least five and at most ten minutes from when it is asked for.
 */
public final class SigningWindow {

    /** The longest an address lives. */
    public static final Duration LIFE = Duration.ofMinutes(10);

    private static final Duration STEP = Duration.ofMinutes(5);

    private SigningWindow() {}

    /** The signing instant for an address asked for now. */
    public static Instant startOf(Instant now) {
        long step = STEP.toSeconds();
        return Instant.ofEpochSecond(Math.floorDiv(now.getEpochSecond(), step) * step);
    }
}
