package cn.jiangxue.learning;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.catalog.VersionReaders;
import cn.jiangxue.platform.Documents;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** A learner stays on the version they enrolled on, and so goes on reading it. */
final class EnrolledReaders implements VersionReaders {

    private final Documents<EnrolmentDocument> enrolments;

    EnrolledReaders(Documents<EnrolmentDocument> enrolments) {
        this.enrolments = enrolments;
    }

    @Override
    public Mono<Boolean> isOn(UUID learnerId, UUID courseId, int version) {
        return enrolments
                .first(and(eq("learnerId", learnerId), eq("courseId", courseId), eq("courseVersion", version)))
                .hasElement();
    }
}
