package cn.jiangxue.priorlearning;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What this feature asks about people. */
interface ClaimStaff {

    /** Names to show, by person id; unknown people are left out. */
    Mono<Map<UUID, String>> names(Collection<UUID> personIds);

    /** Whether the institution has somebody to assess and somebody to decide. */
    Mono<Boolean> isComplete(UUID institutionId);
}
