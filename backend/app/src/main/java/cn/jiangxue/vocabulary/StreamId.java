package cn.jiangxue.vocabulary;

import java.util.UUID;

/** One opening of the player. */
public record StreamId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
