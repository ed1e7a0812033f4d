package cn.jiangxue.evaluation;

import cn.jiangxue.contract.Role;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Mono;

/** What this feature asks about people. */
interface PlanPeople {

    /** Names to show, by person id; unknown people are left out. */
    Mono<Map<UUID, String>> names(Collection<UUID> personIds);

    /** Those of them who hold the role in the organisation. */
    Mono<Set<UUID>> holding(Role role, UUID organisationId, Collection<UUID> personIds);

    /** Those of them who hold any role in the organisation. */
    Mono<Set<UUID>> within(UUID organisationId, Collection<UUID> personIds);

    /** People who hold the role in the organisation, by user name. */
    Mono<List<UUID>> of(Role role, UUID organisationId, int limit);
}
