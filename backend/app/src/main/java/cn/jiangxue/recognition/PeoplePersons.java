package cn.jiangxue.recognition;

import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.People;
import cn.jiangxue.identity.People.Person;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
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
        return people.organisations(personId);
    }

    @Override
    public Flux<UUID> officersOf(UUID organisation, int limit) {
        return people.holders(organisation, Role.RECOGNITION_OFFICER, limit);
    }

    @Override
    public Mono<UUID> officer(String login) {
        return people.byLogin(login)
                .filter(person -> person.has(Role.RECOGNITION_OFFICER))
                .map(Person::personId);
    }
}
