package cn.jiangxue.vocabulary;

import java.util.UUID;

/** One learner on one version of one course. */
public record EnrolmentId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
