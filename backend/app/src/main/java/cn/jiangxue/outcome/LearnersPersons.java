package cn.jiangxue.outcome;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who reads the messages of a learner. */
interface LearnersPersons {

    /** The person's id; empty when nobody has this learner id any more. */
    Mono<UUID> of(UUID learnerId);
}
