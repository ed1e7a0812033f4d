package cn.jiangxue.vocabulary;

import java.util.UUID;

/** A lifelong learning account. Differs from {@link PersonId} so that two accounts of one person can be merged. */
public record LearnerId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
