package cn.jiangxue.vocabulary;

import java.util.UUID;

/** Something a learner attained. */
public record OutcomeId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
