package cn.jiangxue.identity;

import cn.jiangxue.contract.Role;
import cn.jiangxue.organisation.Organisations;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** By the tree of organisations and the roles in it. */
@Component
final class PeopleAbove implements Superiors {

    /** Officers of one organisation who are told of a late matter (sample figure). */
    private static final int OFFICERS_MOST = 20;

    private final Organisations organisations;
    private final People people;

    PeopleAbove(Organisations organisations, People people) {
        this.organisations = organisations;
        this.people = people;
    }

    @Override
    public Mono<UUID> above(UUID institutionId) {
        return organisations
                .within(institutionId)
                .filter(path -> path.size() > 1)
                .map(path -> path.get(path.size() - 2));
    }

    @Override
    public Flux<UUID> officers(UUID organisation) {
        return people.holders(organisation, Role.RECOGNITION_OFFICER, OFFICERS_MOST);
    }
}
