package cn.jiangxue.bench;

/** Figures without a baseline, in words, and whether they meet the goal. */
public record Measured(String text, boolean meetsGoal) {}
