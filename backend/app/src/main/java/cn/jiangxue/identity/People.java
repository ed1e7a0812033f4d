package cn.jiangxue.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;

import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.IdentityApi.Unmasked;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.rules.Login;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.RoleIn;
import com.mongodb.client.model.Sorts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What other features may know of people. Says nothing about who may see it: that is for the feature that asks. */
@Component
public final class People {

    private static final int MAX_AT_ONCE = 500;

    private final Documents<StoredPerson> people;
    private final PersonViews views;
    private final RealNames realNames;
    private final Claims claims;

    People(Documents<StoredPerson> people, PersonViews views, RealNames realNames, Claims claims) {
        this.people = people;
        this.views = views;
        this.realNames = realNames;
        this.claims = claims;
    }

    /**
     * A person, without anything that has to be masked.
     *
     * @param reach every organisation whose administrators see this person
     */
    public record Person(
            UUID personId, UUID learnerId, String userName, String displayName, Set<RoleIn> roles, Set<UUID> reach) {

        /** Whether the person holds a role in the organisation or below it. */
        public boolean isWithin(UUID organisation) {
            return reach.contains(organisation);
        }

        public boolean has(Role role) {
            return roles.stream().anyMatch(held -> held.role() == role);
        }
    }

    /** The person, or empty. */
    public Mono<Person> find(UUID personId) {
        return people.find(personId).flatMap(this::person);
    }

    /** The person whose lifelong account this is, or empty. */
    public Mono<Person> ofLearner(UUID learnerId) {
        return byLearner(learnerId).flatMap(this::person);
    }

    /** Organisations in which the person is on record with a role; empty for unknown people. */
    public Mono<Set<UUID>> organisations(UUID personId) {
        return find(personId)
                .map(person ->
                        person.roles().stream().map(RoleIn::organisationId).collect(Collectors.toUnmodifiableSet()))
                .defaultIfEmpty(Set.of());
    }

    /** Whose user name or phone number this is, or empty. */
    public Mono<Person> byLogin(String login) {
        return Mono.justOrEmpty(Login.parse(login))
                .flatMap(parsed -> claims.owner(claims.idOf(parsed))
                        .flatMap(people::find)
                        .filter(person -> person.claims().contains(claims.idOf(parsed)))
                        .flatMap(this::person));
    }

    /** Names to show, by person id; unknown people are left out. */
    public Mono<Map<UUID, String>> names(Collection<UUID> personIds) {
        return all(personIds)
                .map(found -> found.values().stream().collect(Collectors.toMap(Person::personId, Person::displayName)));
    }

    /** People by id; unknown ids are left out. At most 500 at once. */
    public Mono<Map<UUID, Person>> all(Collection<UUID> personIds) {
        return people.list(in("_id", bounded(personIds)), null, MAX_AT_ONCE)
                .collectList()
                .flatMap(this::persons)
                .map(found -> found.stream().collect(Collectors.toMap(Person::personId, person -> person)));
    }

    /** People by their lifelong account; unknown ones are left out. At most 500 at once. */
    public Mono<Map<UUID, Person>> allOfLearners(Collection<UUID> learnerIds) {
        return people.list(in("learnerId", bounded(learnerIds)), null, MAX_AT_ONCE)
                .collectList()
                .flatMap(this::persons)
                .map(found -> found.stream().collect(Collectors.toMap(Person::learnerId, person -> person)));
    }

    /** The name others see, or empty. */
    public Mono<String> displayName(UUID personId) {
        return find(personId).map(Person::displayName);
    }

    /** The key of the person's lifelong account, or empty. */
    public Mono<UUID> learnerId(UUID personId) {
        return people.find(personId).map(StoredPerson::learnerId);
    }

    /** The person whose lifelong account this is, or empty. */
    public Mono<UUID> personId(UUID learnerId) {
        return byLearner(learnerId).map(StoredPerson::id);
    }

    /** From the identity number; empty when no real name is on record. */
    public Mono<LocalDate> birthDate(UUID learnerId) {
        return byLearner(learnerId).flatMap(realNames::open).map(Unmasked::dateOfBirth);
    }

    /** The name a credential is made out to: the real name when on record, else the name others see. */
    public Mono<String> holderName(UUID learnerId) {
        return byLearner(learnerId)
                .flatMap(person -> realNames
                        .open(person)
                        .map(Unmasked::name)
                        .switchIfEmpty(Mono.defer(() -> person(person).map(Person::displayName))));
    }

    /** Whether a real name is on record. */
    public Mono<Boolean> hasRealName(UUID learnerId) {
        return byLearner(learnerId).map(person -> person.realName() != null).defaultIfEmpty(false);
    }

    /** Whether the person agreed to the wording now in force. */
    public Mono<Boolean> consented(UUID personId, ConsentKind kind) {
        return people.find(personId)
                .map(person -> Consents.isGiven(person, kind))
                .defaultIfEmpty(false);
    }

    /**
     * People with a role in the organisation or below it, by user name.
     *
     * @param role only holders of this role, or null for any
     * @param afterUserName where the last page ended, or null
     */
    public Flux<Person> of(UUID organisation, @Nullable Role role, @Nullable String afterUserName, int limit) {
        List<Bson> filter = new ArrayList<>(List.of(eq("reach", organisation)));
        if (role != null) {
            filter.add(elemMatch("roles", and(eq("role", role.name()), eq("within", organisation))));
        }
        if (afterUserName != null) {
            filter.add(gt("userName", afterUserName));
        }
        return people.list(and(filter), Sorts.ascending("userName"), Math.min(limit, MAX_AT_ONCE))
                .collectList()
                .flatMap(this::persons)
                .flatMapIterable(found -> found);
    }

    /** Who holds a role in the organisation itself, not below it; by user name. */
    public Flux<UUID> holders(UUID organisation, Role role, int limit) {
        Bson here = elemMatch("roles", and(eq("organisationId", organisation), eq("role", role.name())));
        return people.list(
                        and(eq("roles.organisationId", organisation), here),
                        Sorts.ascending("userName"),
                        Math.min(limit, MAX_AT_ONCE))
                .map(StoredPerson::id);
    }

    private Mono<StoredPerson> byLearner(UUID learnerId) {
        return people.first(eq("learnerId", learnerId));
    }

    private Mono<Person> person(StoredPerson stored) {
        return persons(List.of(stored)).map(List::getFirst);
    }

    private Mono<List<Person>> persons(List<StoredPerson> stored) {
        return views.displayNames(stored)
                .map(names -> stored.stream()
                        .map(one -> new Person(
                                one.id(),
                                one.learnerId(),
                                one.userName(),
                                names.getOrDefault(one.id(), PersonViews.ERASED),
                                one.rolesIn(),
                                Set.copyOf(one.reach())))
                        .toList());
    }

    private static Set<UUID> bounded(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        if (wanted.size() > MAX_AT_ONCE) {
            throw new IllegalArgumentException("more than " + MAX_AT_ONCE + " people at once");
        }
        return wanted;
    }
}
