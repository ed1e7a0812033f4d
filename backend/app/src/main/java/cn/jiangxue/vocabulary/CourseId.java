package cn.jiangxue.vocabulary;

import java.util.UUID;

/** A course, over all its versions. */
public record CourseId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
