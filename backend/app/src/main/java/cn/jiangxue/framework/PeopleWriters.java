package cn.jiangxue.framework;

import cn.jiangxue.identity.People;
import cn.jiangxue.identity.People.Person;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Asks identity. */
@Component
final class PeopleWriters implements Writers {

    private final People people;

    PeopleWriters(People people) {
        this.people = people;
    }

    @Override
    public Mono<Map<UUID, String>> names(Collection<UUID> ids) {
        return people.all(ids)
                .map(found -> found.values().stream().collect(Collectors.toMap(Person::personId, Person::displayName)));
    }
}
