package cn.jiangxue.vocabulary;

import java.util.UUID;

/** One attempt at a paper. */
public record AttemptId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
