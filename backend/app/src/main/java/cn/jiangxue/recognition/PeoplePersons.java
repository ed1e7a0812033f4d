package cn.jiangxue.recognition;

import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.People;
import cn.jiangxue.identity.People.Person;
import cn.jiangxue.platform.RoleIn;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks identity. */
@Component
final class PeoplePersons implements Persons {

    private final People people;

    PeoplePersons(People people) {
        this.people = people;
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> personIds) {
        return people.names(personIds);
    }

    @Override
    public Mono<Set<UUID>> organisations(UUID personId) {
        return people.find(personId)
                .map(person ->
                        person.roles().stream().map(RoleIn::organisationId).collect(Collectors.toUnmodifiableSet()))
                .defaultIfEmpty(Set.of());
    }

    @Override
    public Mono<UUID> officer(String login) {
        return people.byLogin(login)
                .filter(person -> person.has(Role.RECOGNITION_OFFICER))
                .map(Person::personId);
    }
}
