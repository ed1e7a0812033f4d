package cn.jiangxue.vocabulary;

import java.util.UUID;

/** An application for recognition or promotion. */
public record CaseId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
