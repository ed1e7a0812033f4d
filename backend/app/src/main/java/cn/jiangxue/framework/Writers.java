package cn.jiangxue.framework;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What people are called who drafted, adopted or commented. */
interface Writers {

    /** Names by person; unknown and erased people are left out. At most 500 at once. */
    Mono<Map<UUID, String>> names(Collection<UUID> people);
}
