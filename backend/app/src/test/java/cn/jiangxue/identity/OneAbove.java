package cn.jiangxue.identity;

import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** One organisation above every institution, with these officers. */
public record OneAbove(UUID organisation, List<UUID> people) implements Superiors {

    @Override
    public Mono<UUID> above(UUID institutionId) {
        return Mono.just(organisation);
    }

    @Override
    public Flux<UUID> officers(UUID at) {
        return at.equals(organisation) ? Flux.fromIterable(people) : Flux.empty();
    }
}
