package cn.jiangxue.identity;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;

import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.IdentityApi.PersonView;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.StoredPerson.HeldRole;
import cn.jiangxue.identity.rules.Login;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Cursors;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.ProblemException;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What administrators do with people, within the organisations they administer. */
@Component
final class PeopleAdministration {

    private static final int PAGE = 50;
    private static final int MAX_ROLES = 50;
    private static final String LAST_CHARACTER = "\uffff";

    private final PeopleRecord record;
    private final Documents<StoredPerson> people;
    private final PersonCreation creation;
    private final PersonViews views;
    private final Claims claims;
    private final Organisations organisations;
    private final Events events;
    private final Clock clock;

    PeopleAdministration(
            PeopleRecord record,
            Documents<StoredPerson> people,
            PersonCreation creation,
            PersonViews views,
            Claims claims,
            Organisations organisations,
            Events events,
            Clock clock) {
        this.record = record;
        this.people = people;
        this.creation = creation;
        this.views = views;
        this.claims = claims;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    /** By user name; {@code text} is its beginning, or a whole phone number. */
    Mono<Page<PersonView>> page(Caller caller, UUID organisation, @Nullable String text, @Nullable String cursor) {
        return organisations
                .require(caller, organisation, Role.ADMINISTRATOR)
                .then(Mono.defer(() -> filter(organisation, text, cursor)))
                .flatMapMany(filter -> people.list(filter, Sorts.ascending("userName"), PAGE + 1))
                .collectList()
                .flatMap(this::page);
    }

    Mono<PersonView> view(Caller caller, UUID id) {
        return record.inScope(caller, id, Role.ADMINISTRATOR).flatMap(views::view);
    }

    Mono<PersonView> create(Caller caller, UUID id, NewPerson request) {
        return record.find(id)
                .flatMap(existing -> record.inScope(caller, id, Role.ADMINISTRATOR)
                        .flatMap(seen -> creation.create(caller.personId(), id, request, seen, false)))
                .switchIfEmpty(Mono.defer(() -> organisations
                        .require(caller, request.organisationId(), Role.ADMINISTRATOR)
                        .then(Mono.defer(() -> creation.create(caller.personId(), id, request, null, false)))))
                .flatMap(views::view);
    }

    Mono<PersonView> giveRole(Caller caller, UUID id, Role role, UUID organisation) {
        return record.inScope(caller, id, Role.ADMINISTRATOR)
                .then(organisations.require(caller, organisation, Role.ADMINISTRATOR))
                .then(Mono.defer(() -> Mono.zip(organisations.within(organisation), organisations.nationalUnion())))
                .flatMap(places ->
                        record.change(id, person -> given(caller, person, role, places.getT1(), places.getT2())))
                .flatMap(views::view);
    }

    Mono<PersonView> takeRole(Caller caller, UUID id, Role role, UUID organisation) {
        if (role == Role.ADMINISTRATOR && id.equals(caller.personId())) {
            return Mono.error(new ProblemException(ProblemCode.OWN_ADMINISTRATION));
        }
        return record.inScope(caller, id, Role.ADMINISTRATOR)
                .then(organisations.require(caller, organisation, Role.ADMINISTRATOR))
                .then(organisations.nationalUnion())
                .flatMap(national -> record.change(id, person -> taken(caller, person, role, organisation, national)))
                .flatMap(views::view);
    }

    private StoredPerson given(Caller caller, StoredPerson person, Role role, List<UUID> within, UUID national) {
        UUID organisation = within.getLast();
        if (person.holds(role, organisation)) {
            return person;
        }
        if (person.roles().size() >= MAX_ROLES) {
            throw new ProblemException(ProblemCode.TOO_LARGE, MAX_ROLES);
        }
        var added = new HeldRole(role, organisation, within, clock.instant());
        List<HeldRole> roles =
                Stream.concat(person.roles().stream(), Stream.of(added)).toList();
        var told = roleFact("person.role-given", caller, person.id(), role, organisation);
        return person.withRoles(roles, national, events.append(person.outbox(), told), clock.instant());
    }

    private StoredPerson taken(Caller caller, StoredPerson person, Role role, UUID organisation, UUID national) {
        if (!person.holds(role, organisation)) {
            return person;
        }
        List<HeldRole> left = person.roles().stream()
                .filter(held -> held.role() != role || !held.organisationId().equals(organisation))
                .toList();
        var told = roleFact("person.role-taken", caller, person.id(), role, organisation);
        return person.withRoles(left, national, events.append(person.outbox(), told), clock.instant());
    }

    private static AuditFact roleFact(String action, Caller caller, UUID person, Role role, UUID organisation) {
        return new AuditFact(action, caller.personId(), organisation, "person:" + person, Map.of("role", role.name()));
    }

    private Mono<Bson> filter(UUID organisation, @Nullable String text, @Nullable String cursor) {
        List<Bson> all = new ArrayList<>(List.of(eq("reach", organisation)));
        if (cursor != null) {
            all.add(gt("userName", Cursors.decode(cursor, String.class).getFirst()));
        }
        if (text == null || text.isBlank()) {
            return Mono.just(and(all));
        }
        var phone = Login.phone(text);
        if (phone.isPresent()) {
            return claims.owner(claims.idOf(phone.get()))
                    .map(owner -> and(eq("_id", owner), eq("reach", organisation)))
                    .switchIfEmpty(Mono.just(eq("_id", "nobody")));
        }
        String beginning = text.strip().toLowerCase(Locale.ROOT);
        all.add(gte("userName", beginning));
        all.add(lt("userName", beginning + LAST_CHARACTER));
        return Mono.just(and(all));
    }

    private Mono<Page<PersonView>> page(List<StoredPerson> found) {
        boolean more = found.size() > PAGE;
        List<StoredPerson> shown = more ? found.subList(0, PAGE) : found;
        String next = more ? Cursors.encode(shown.getLast().userName()) : null;
        return views.views(shown).map(items -> new Page<>(items, next));
    }
}
