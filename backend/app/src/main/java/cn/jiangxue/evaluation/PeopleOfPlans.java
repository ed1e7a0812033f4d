package cn.jiangxue.evaluation;

import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.People;
import cn.jiangxue.identity.People.Person;
import cn.jiangxue.platform.RoleIn;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks identity. */
@Component
final class PeopleOfPlans implements PlanPeople {

    /** Names that are asked for at once; all versions of a plan may name more. */
    private static final int AT_ONCE = 500;

    private final People people;

    PeopleOfPlans(People people) {
        this.people = people;
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> personIds) {
        return Flux.fromIterable(Set.copyOf(personIds))
                .buffer(AT_ONCE)
                .concatMap(people::names)
                .flatMapIterable(Map::entrySet)
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    @Override
    public Mono<Set<UUID>> holding(Role role, UUID organisationId, Collection<UUID> personIds) {
        return matching(personIds, person -> person.roles().contains(new RoleIn(role, organisationId)));
    }

    @Override
    public Mono<Set<UUID>> within(UUID organisationId, Collection<UUID> personIds) {
        return matching(personIds, person -> person.isWithin(organisationId));
    }

    private Mono<Set<UUID>> matching(Collection<UUID> personIds, Predicate<Person> which) {
        return people.all(personIds)
                .map(found -> found.values().stream()
                        .filter(which)
                        .map(Person::personId)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    @Override
    public Mono<List<UUID>> of(Role role, UUID organisationId, int limit) {
        return people.of(organisationId, role, null, limit)
                .map(Person::personId)
                .collectList();
    }
}
