package cn.jiangxue.vocabulary;

import java.util.UUID;

/** A lesson of a course; the same in every version that holds it. */
public record LessonId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
