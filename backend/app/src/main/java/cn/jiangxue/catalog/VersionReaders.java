package cn.jiangxue.catalog;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Says who may go on reading a version after a newer one took its place. Implemented by whoever keeps learners on versions; declared as a bean. */
public interface VersionReaders {

    /** Whether the learner is enrolled on this version. */
    Mono<Boolean> isOn(UUID learnerId, UUID courseId, int version);
}
