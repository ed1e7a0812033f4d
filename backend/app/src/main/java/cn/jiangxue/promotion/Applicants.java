package cn.jiangxue.promotion;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What this feature asks about people. */
interface Applicants {

    /** Names to show, by person id; unknown people are left out. */
    Mono<Map<UUID, String>> names(Collection<UUID> personIds);

    /** Empty while no real name is registered. */
    Mono<LocalDate> bornOn(UUID learnerId);

    /** Some recognition officers of the institution, at most so many. */
    Flux<UUID> officersOf(UUID institutionId, int limit);

    /** Whether somebody is a recognition officer of the institution. */
    Mono<Boolean> hasOfficer(UUID institutionId);
}
