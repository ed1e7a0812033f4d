package cn.jiangxue.vocabulary;

import java.util.UUID;

/** One sign-in on one device, from its start to its end. */
public record SessionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
