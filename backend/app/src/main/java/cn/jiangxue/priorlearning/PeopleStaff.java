package cn.jiangxue.priorlearning;

import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.People;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks identity. */
@Component
final class PeopleStaff implements ClaimStaff {

    private final People people;

    PeopleStaff(People people) {
        this.people = people;
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> personIds) {
        return people.names(personIds);
    }

    @Override
    public Mono<Boolean> isComplete(UUID institutionId) {
        return has(institutionId, Role.ASSESSOR)
                .filter(Boolean::booleanValue)
                .flatMap(assesses -> has(institutionId, Role.RECOGNITION_OFFICER))
                .defaultIfEmpty(false);
    }

    private Mono<Boolean> has(UUID institutionId, Role role) {
        return people.of(institutionId, role, null, 1).hasElements();
    }
}
