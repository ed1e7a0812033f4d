package cn.jiangxue.promotion;

import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.People;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks identity. */
@Component
final class PeopleApplicants implements Applicants {

    private final People people;

    PeopleApplicants(People people) {
        this.people = people;
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> personIds) {
        return people.names(personIds);
    }

    @Override
    public Mono<LocalDate> bornOn(UUID learnerId) {
        return people.birthDate(learnerId);
    }

    @Override
    public Flux<UUID> officersOf(UUID institutionId, int limit) {
        return people.holders(institutionId, Role.RECOGNITION_OFFICER, limit);
    }

    @Override
    public Mono<Boolean> hasOfficer(UUID institutionId) {
        return people.of(institutionId, Role.RECOGNITION_OFFICER, null, 1).hasElements();
    }
}
