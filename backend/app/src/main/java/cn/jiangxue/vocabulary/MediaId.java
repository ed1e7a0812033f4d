package cn.jiangxue.vocabulary;

import java.util.UUID;

/** An uploaded video in the media service. */
public record MediaId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
