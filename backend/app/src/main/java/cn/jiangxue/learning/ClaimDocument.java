package cn.jiangxue.learning;

import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;

/** A learner is enrolled on a course once: whoever writes this first, under learner and course, has the enrolment. */
record ClaimDocument(@BsonId String id, int schema, UUID enrolmentId) {

    static final String COLLECTION = "enrolment_claims";
    static final int SCHEMA = 1;

    static String key(UUID learnerId, UUID courseId) {
        return learnerId + "/" + courseId;
    }
}
