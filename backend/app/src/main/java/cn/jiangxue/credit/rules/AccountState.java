package cn.jiangxue.credit.rules;

import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.Map;
import java.util.TreeMap;

/**
 * The guarded numbers of one account. No bucket is ever below zero.
 *
 * @param seq of the newest entry; 0 for an account without any
 * @param earned credit earned by live awards, by occupation code; spending does not lower it
 */
public record AccountState(LearnerId learner, long seq, Credits available, Credits held, Map<String, Credits> earned) {

    public AccountState {
        earned = Map.copyOf(earned);
        if (available.milli() < 0 || held.milli() < 0) {
            throw new IllegalArgumentException("a bucket below zero: " + available + ", " + held);
        }
    }

    public static AccountState empty(LearnerId learner) {
        return new AccountState(learner, 0, Credits.ZERO, Credits.ZERO, Map.of());
    }

    /** Whether both buckets stay at or above zero. */
    boolean bears(Change change) {
        return available.plus(change.available()).milli() >= 0
                && held.plus(change.held()).milli() >= 0;
    }

    /** The account once the entry is in it. */
    public AccountState after(Entry entry) {
        if (entry.seq() != seq + 1) {
            throw new IllegalArgumentException("entry " + entry.seq() + " cannot follow " + seq);
        }
        return new AccountState(
                learner,
                entry.seq(),
                available.plus(entry.change().available()),
                held.plus(entry.change().held()),
                earnedAfter(entry));
    }

    private Map<String, Credits> earnedAfter(Entry entry) {
        String occupation = entry.occupationCode();
        if (occupation == null) {
            return earned;
        }
        Map<String, Credits> sums = new TreeMap<>(earned);
        sums.merge(occupation, entry.change().available(), Credits::plus);
        return sums;
    }
}
