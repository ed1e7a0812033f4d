package cn.jiangxue.learning.rules;

import java.time.Duration;
import java.time.Instant;

/** Study time of a text lesson. */
public final class Reading {

    private Reading() {}

    /**
     * Milliseconds a text earns when it is marked as read: what the course rule grants at most, and never more than the wall-clock time since the person's previous
     * study.
     */
    public static long studyMillis(int textCountsSeconds, Instant previousStudy, Instant now) {
        long wall = Math.max(0, Duration.between(previousStudy, now).toMillis());
        return Math.min(textCountsSeconds * 1000L, wall);
    }
}
