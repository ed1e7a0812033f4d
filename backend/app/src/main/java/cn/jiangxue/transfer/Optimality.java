package cn.jiangxue.transfer;

import cn.jiangxue.vocabulary.Credits;

/** How sure it is that no other choice grants the learner more. */
public sealed interface Optimality {

    /** Nothing grants more. */
    record Proven() implements Optimality {}

    /** The search ended early: this much was found, and nothing grants more than the bound. */
    record Bounded(Credits best, Credits bound) implements Optimality {}
}
