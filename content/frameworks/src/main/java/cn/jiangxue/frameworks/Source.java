package cn.jiangxue.frameworks;

/** How far a line of data can be trusted; shown beside the clause so that nobody takes a sample for the law. */
public enum Source {
    /** Taken from the text of the paper that is cited. */
    PRIMARY,
    /** Retold from elsewhere: we had no text of the paper that is cited. */
    SECONDARY,
    /** Made for demonstration; stands for nothing outside this product. */
    SAMPLE
}
