package cn.jiangxue.credential;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** Who holds the credentials of a learner. */
interface HolderPersons {

    /** The person's id; empty when nobody has this learner id any more. */
    Mono<UUID> of(UUID learnerId);
}
