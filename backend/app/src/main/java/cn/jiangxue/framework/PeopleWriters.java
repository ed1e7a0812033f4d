package cn.jiangxue.framework;

import cn.jiangxue.identity.People;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
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
        return people.names(ids);
    }
}
