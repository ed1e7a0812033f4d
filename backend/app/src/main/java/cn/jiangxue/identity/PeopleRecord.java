package cn.jiangxue.identity;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.rules.Fault;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Tries;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The stored people: read in the caller's scope, changed under their revision. */
@Component
final class PeopleRecord {

    private final Documents<StoredPerson> people;
    private final Outbox outbox;

    PeopleRecord(Documents<StoredPerson> people, Outbox outbox) {
        this.people = people;
        this.outbox = outbox;
    }

    Mono<StoredPerson> find(UUID id) {
        return people.find(id);
    }

    /** The person when the caller holds one of these roles over them, else NOT_FOUND. */
    Mono<StoredPerson> inScope(Caller caller, UUID id, Role... anyOf) {
        Set<UUID> reach = reachOf(caller, anyOf);
        return people.find(id).filter(person -> isSeen(person, reach)).switchIfEmpty(notFound());
    }

    static boolean isSeen(StoredPerson person, Set<UUID> reach) {
        return person.reach().stream().anyMatch(reach::contains);
    }

    /** One of the person's organisations through which this reach sees them; null when it is the national union's alone. */
    static @Nullable UUID seenIn(StoredPerson person, Set<UUID> reach) {
        return person.roles().stream()
                .filter(held -> held.within().stream().anyMatch(reach::contains))
                .map(StoredPerson.HeldRole::organisationId)
                .findFirst()
                .orElse(null);
    }

    static Set<UUID> reachOf(Caller caller, Role... anyOf) {
        return Stream.of(anyOf)
                .flatMap(role -> caller.organisationsAs(role).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    Mono<Boolean> insert(StoredPerson person) {
        return people.insert(person).doOnNext(inserted -> outbox.wake(StoredPerson.COLLECTION));
    }

    /**
     * Changes the person, again on the newest state when somebody else was quicker.
     *
     * @param change answers the same instance when there is nothing to change; may throw a refusal
     */
    Mono<StoredPerson> change(UUID id, UnaryOperator<StoredPerson> change) {
        return Tries.of(() -> changeOnce(id, change)).doOnNext(changed -> outbox.wake(StoredPerson.COLLECTION));
    }

    private Mono<StoredPerson> changeOnce(UUID id, UnaryOperator<StoredPerson> change) {
        return people.find(id).switchIfEmpty(notFound()).flatMap(person -> {
            StoredPerson changed = change.apply(person);
            return changed == person
                    ? Mono.just(person)
                    : people.replace(id, person.revision(), changed)
                            .filter(Boolean::booleanValue)
                            .map(replaced -> changed);
        });
    }

    static <T> Mono<T> notFound() {
        return Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND));
    }

    /** Throws INVALID_FIELDS when there are faults. */
    static void require(List<Fault> faults) {
        if (!faults.isEmpty()) {
            ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
            faults.forEach(fault -> refusal.field(fault.field(), fault.message()));
            throw refusal;
        }
    }
}
