package cn.jiangxue.frameworks;

/** What a learner may attain, as far as a transfer rule of this data speaks of it. */
public enum OutcomeType {
    /** A course of the platform whose rules were met. */
    COURSE
}
