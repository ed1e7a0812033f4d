package cn.jiangxue.organisation;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import com.mongodb.client.model.Sorts;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.conversions.Bson;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The forest of organisations. A place never changes once taken, so who lies within whom may be remembered for good; names change under a revision.
 */
@Component
public final class Organisations {

    /** How many organisations one list shows. */
    static final int MAX_LISTED = 2_000;

    /** How many places are remembered; then all are forgotten and read anew. */
    private static final int MAX_REMEMBERED = 50_000;

    static final LocalText NATIONAL_NAME = new LocalText("全国总工会", "National Federation of Trade Unions");

    private final Documents<StoredOrganisation> organisations;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;
    private final Map<UUID, List<UUID>> places = new ConcurrentHashMap<>();

    Organisations(DocumentsFactory documents, Events events, Outbox outbox, Clock clock) {
        this.organisations = documents.of(StoredOrganisation.COLLECTION, StoredOrganisation.class);
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The organisation, or empty. Says nothing about who may see it. */
    public Mono<Organisation> find(UUID id) {
        return organisations.find(id).map(StoredOrganisation::view);
    }

    /** Its name, or empty when there is no such organisation. */
    public Mono<LocalText> name(UUID id) {
        return organisations.find(id).map(StoredOrganisation::name);
    }

    /** Names by id; unknown ids are left out. */
    public Mono<Map<UUID, LocalText>> names(Collection<UUID> ids) {
        Set<UUID> wanted = Set.copyOf(ids);
        return organisations
                .list(in("_id", wanted), null, Math.max(1, wanted.size()))
                .collectMap(StoredOrganisation::id, StoredOrganisation::name);
    }

    /** The organisation and all whose administrators reach it, topmost first, itself last; empty when unknown. */
    public Mono<List<UUID>> within(UUID id) {
        List<UUID> known = places.get(id);
        return known != null ? Mono.just(known) : organisations.find(id).map(this::remember);
    }

    /** Whether the organisation is the ancestor itself or lies below it. */
    public Mono<Boolean> isWithin(UUID organisation, UUID ancestor) {
        return isWithinAny(organisation, Set.of(ancestor));
    }

    /** Whether the organisation is one of these or lies below one of them. */
    public Mono<Boolean> isWithinAny(UUID organisation, Set<UUID> ancestors) {
        return within(organisation)
                .map(path -> path.stream().anyMatch(ancestors::contains))
                .defaultIfEmpty(false);
    }

    /** Completes when the caller holds one of these roles in the organisation or above it, else NOT_FOUND. */
    public Mono<Void> require(Caller caller, UUID organisation, Role... anyOf) {
        Set<UUID> reach = Stream.of(anyOf)
                .flatMap(role -> caller.organisationsAs(role).stream())
                .collect(Collectors.toUnmodifiableSet());
        return isWithinAny(organisation, reach)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)))
                .then();
    }

    /** The one national union; empty before there is a first administrator. */
    public Mono<UUID> nationalUnion() {
        return organisations
                .first(eq("kind", OrganisationKind.UNION_NATIONAL.name()))
                .map(StoredOrganisation::id);
    }

    /** Whether the caller administers the national union and so reaches everything. */
    public Mono<Boolean> isNationalAdministrator(Caller caller) {
        Set<UUID> administered = caller.organisationsAs(Role.ADMINISTRATOR);
        return nationalUnion().map(administered::contains).defaultIfEmpty(false);
    }

    /** Institutions, which decide promotions and issue credentials; by id, at most {@link #MAX_LISTED}. */
    public Flux<Organisation> institutions() {
        return organisations
                .list(eq("kind", OrganisationKind.INSTITUTION.name()), Sorts.ascending("_id"), MAX_LISTED)
                .map(StoredOrganisation::view);
    }

    /** Makes the national union with this id; the same call again changes nothing. */
    public Mono<UUID> establishNationalUnion(UUID id, UUID actor) {
        Instant now = clock.instant();
        var created = List.of(events.store(new AuditFact(
                "organisation.created",
                actor,
                id,
                "organisation:" + id,
                Map.of("kind", OrganisationKind.UNION_NATIONAL.name()))));
        var national = new StoredOrganisation(
                id,
                StoredOrganisation.SCHEMA,
                1,
                OrganisationKind.UNION_NATIONAL,
                NATIONAL_NAME,
                null,
                List.of(id),
                0,
                now,
                now,
                created,
                now);
        return organisations.insert(national).doOnNext(inserted -> wake()).thenReturn(id);
    }

    /** What the caller may see: where they hold a role, what is above it, and what is below, the topmost first. */
    Flux<Organisation> visibleTo(Caller caller) {
        Set<UUID> held = caller.roles().stream().map(RoleIn::organisationId).collect(Collectors.toSet());
        return Flux.fromIterable(held)
                .concatMap(this::within)
                .flatMapIterable(path -> path)
                .collect(Collectors.toSet())
                .map(above -> or(in("_id", above), in("within", held)))
                .flatMapMany(this::listed);
    }

    /** The organisation when the caller may see it, else NOT_FOUND. */
    Mono<StoredOrganisation> visible(Caller caller, UUID id) {
        Set<UUID> held = caller.roles().stream().map(RoleIn::organisationId).collect(Collectors.toSet());
        return organisations
                .find(id)
                .filterWhen(found -> found.within().stream().anyMatch(held::contains)
                        ? Mono.just(true)
                        : Flux.fromIterable(held).concatMap(this::within).any(path -> path.contains(id)))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    Mono<StoredOrganisation> stored(UUID id) {
        return organisations.find(id);
    }

    Mono<Boolean> insert(StoredOrganisation created) {
        return organisations.insert(created).doOnNext(inserted -> wake());
    }

    Mono<Boolean> replace(StoredOrganisation changed) {
        return organisations
                .replace(changed.id(), changed.revision() - 1, changed)
                .doOnNext(replaced -> wake());
    }

    private Flux<Organisation> listed(Bson filter) {
        return organisations
                .list(filter, Sorts.ascending("depth", "_id"), MAX_LISTED)
                .map(StoredOrganisation::view);
    }

    private List<UUID> remember(StoredOrganisation found) {
        if (places.size() >= MAX_REMEMBERED) {
            places.clear();
        }
        places.put(found.id(), found.within());
        return found.within();
    }

    private void wake() {
        outbox.wake(StoredOrganisation.COLLECTION);
    }
}
