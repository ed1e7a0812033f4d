package cn.jiangxue.recognition;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What this feature asks about people. */
interface Persons {

    /** Names to show, by person id; unknown people are left out. */
    Mono<Map<UUID, String>> names(Collection<UUID> personIds);

    /** Organisations in which the person is on record with a role; empty for unknown people. */
    Mono<Set<UUID>> organisations(UUID personId);

    /** Some recognition officers of the organisation, at most so many. */
    Flux<UUID> officersOf(UUID organisation, int limit);

    /** The recognition officer of that user name or phone number, or empty. */
    Mono<UUID> officer(String login);
}
