package cn.jiangxue.vocabulary;

import java.util.UUID;

/** A question in the bank, over all its versions. */
public record QuestionId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
