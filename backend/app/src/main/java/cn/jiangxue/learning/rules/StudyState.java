package cn.jiangxue.learning.rules;

import java.time.Duration;
import java.time.Instant;

/**
 * What is known of one video lesson of one learner, as far as counting needs it.
 *
 * @param studyMillis study time so far, in milliseconds
 * @param clock the instant up to which the person's wall-clock time is spent
 * @param resumeAtSeconds where the player was last
 * @param durableThrough the highest interval number of the active stream that was taken in
 */
public record StudyState(Coverage coverage, long studyMillis, Instant clock, int resumeAtSeconds, long durableThrough) {

    /** A lesson nobody has played, opened at this instant. */
    public static StudyState opened(Instant now) {
        return new StudyState(Coverage.NONE, 0, now, 0, 0);
    }

    /** Study time in whole seconds. */
    public int studySeconds() {
        return (int) (studyMillis / 1000);
    }

    /** Wall-clock time not spent yet, never negative. */
    long wallMillis(Instant now) {
        return Math.max(0, Duration.between(clock, now).toMillis());
    }
}
