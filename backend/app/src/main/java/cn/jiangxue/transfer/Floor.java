package cn.jiangxue.transfer;

import cn.jiangxue.frameworks.Grounds;

/** The least a learner must have, transferred and earned together. */
public record Floor(String id, Where where, Limit.OfCredit least, Grounds grounds) {

    /** What a floor adds up over. */
    public sealed interface Where {}

    /** Everything. */
    public record InTotal() implements Where {}

    /** Earned at the institution that awards: residency. */
    public record Residency() implements Where {}

    /** At framework levels from the first to the last, both inclusive. */
    public record AtLevels(int first, int last) implements Where {}

    public record InCategory(String category) implements Where {}
}
