package cn.jiangxue.vocabulary;

import java.util.UUID;

/** A paper in the question bank, over all its versions. */
public record PaperId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
