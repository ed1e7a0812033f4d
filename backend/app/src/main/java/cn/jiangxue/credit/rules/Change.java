package cn.jiangxue.credit.rules;

import cn.jiangxue.vocabulary.Credits;

/** What an entry does to the two buckets of a learner. */
public record Change(Credits available, Credits held) {

    public static final Change NONE = new Change(Credits.ZERO, Credits.ZERO);

    public static Change ofAvailable(Credits amount) {
        return new Change(amount, Credits.ZERO);
    }

    public static Change ofHeld(Credits amount) {
        return new Change(Credits.ZERO, amount);
    }

    /** From available to held. */
    public static Change setAside(Credits amount) {
        return new Change(amount.negated(), amount);
    }

    public Change negated() {
        return new Change(available.negated(), held.negated());
    }

    /** What the learner's side gains in all; the counter-leg is its negative. */
    public Credits total() {
        return available.plus(held);
    }
}
