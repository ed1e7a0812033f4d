package cn.jiangxue.identity;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Who keeps out because they share an organisation with an applicant (回避): both hold a role in it, so it employs, teaches or enrolled them. The organisations that handle
 * the matter and those above them do not count, for they would leave nobody.
 */
public final class Colleagues {

    private static final LocalText WHY = new LocalText(
            "您与申请人在同一单位（用人、教学或报名单位）任职或登记在册。",
            "You hold a role in an organisation where the applicant is on record: it employs, teaches or enrolled them.");

    private final Places places;
    private final Organisations organisations;

    public Colleagues(Places places, Organisations organisations) {
        this.places = places;
        this.organisations = organisations;
    }

    /** What is asked about people. */
    public interface Places {

        /** Organisations in which the person is on record with a role; empty for unknown people. */
        Mono<Set<UUID>> of(UUID personId);
    }

    /** Organisations other than those that handle the matter in which the caller holds a role and somebody else is on record. */
    public static Set<UUID> shared(Caller caller, Set<UUID> placesOfOther, Collection<UUID> handling) {
        return shared(of(caller), placesOfOther, handling);
    }

    /** The same for two who are not here. */
    public static Set<UUID> shared(Set<UUID> placesOfOne, Set<UUID> placesOfOther, Collection<UUID> handling) {
        return placesOfOne.stream()
                .filter(placesOfOther::contains)
                .filter(place -> !handling.contains(place))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static Set<UUID> of(Caller caller) {
        return caller.roles().stream().map(RoleIn::organisationId).collect(Collectors.toUnmodifiableSet());
    }

    /** Why they keep out, for whoever is refused. */
    public static LocalText why() {
        return WHY;
    }

    /** A refusal that says so, with the rule that asks it. */
    public static ProblemException refusal(String clause) {
        return new ProblemException(ProblemCode.CONFLICT_OF_INTEREST, WHY).clause(clause);
    }

    /** Whether the caller shares one with another person; nobody is a colleague of themselves. */
    public Mono<Boolean> areColleagues(Caller caller, UUID personId, Set<UUID> handling) {
        return areColleagues(caller.personId(), of(caller), personId, handling);
    }

    /** The same for two who are not here. */
    public Mono<Boolean> areColleagues(UUID one, UUID other, Set<UUID> handling) {
        return places.of(one).flatMap(placesOfOne -> areColleagues(one, placesOfOne, other, handling));
    }

    private Mono<Boolean> areColleagues(UUID one, Set<UUID> placesOfOne, UUID other, Set<UUID> handling) {
        return one.equals(other)
                ? Mono.just(false)
                : Mono.zip(
                        places.of(other),
                        withThoseAbove(handling),
                        (of, all) -> !shared(placesOfOne, of, all).isEmpty());
    }

    private Mono<Set<UUID>> withThoseAbove(Set<UUID> handling) {
        return Flux.fromIterable(handling)
                .concatMap(place -> organisations.within(place).defaultIfEmpty(List.of(place)))
                .flatMapIterable(path -> path)
                .collect(Collectors.toUnmodifiableSet());
    }
}
