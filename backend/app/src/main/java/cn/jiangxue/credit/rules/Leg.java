package cn.jiangxue.credit.rules;

import cn.jiangxue.vocabulary.Credits;

/**
 * One side of an entry.
 *
 * @param account {@code learner:<id>} or a counter-account such as {@code rule:course-to-credit}
 * @param bucket {@code available}, {@code held} or, on a counter-account, {@code issued}
 */
public record Leg(String account, String bucket, Credits amount) {}
