package cn.jiangxue.promotion;

import java.util.UUID;
import reactor.core.publisher.Mono;

/** What is above an institution. */
interface Superiors {

    /** The organisation directly above; empty where there is none. */
    Mono<UUID> above(UUID institutionId);
}
