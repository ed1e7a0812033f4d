package cn.jiangxue.organisation;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationEdit;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.organisation.rules.NameRules;
import cn.jiangxue.organisation.rules.Placing;
import cn.jiangxue.organisation.rules.Placing.Place;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.ProblemException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Creates organisations and changes their names, within what the caller administers. */
@Component
final class OrganisationEditing {

    private final Organisations organisations;
    private final Events events;
    private final Clock clock;

    OrganisationEditing(Organisations organisations, Events events, Clock clock) {
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
    }

    Mono<Organisation> save(Caller caller, UUID id, OrganisationEdit edit) {
        requireGoodName(edit.name());
        return organisations
                .stored(id)
                .flatMap(existing -> organisations
                        .require(caller, id, Role.ADMINISTRATOR)
                        .then(Mono.defer(() -> change(caller, existing, edit))))
                .switchIfEmpty(Mono.defer(() -> create(caller, id, edit)));
    }

    private static void requireGoodName(LocalText name) {
        var faults = NameRules.faults(name);
        if (!faults.isEmpty()) {
            var refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
            faults.forEach(fault -> refusal.field(fault.field(), fault.message()));
            throw refusal;
        }
    }

    private Mono<Organisation> change(Caller caller, StoredOrganisation existing, OrganisationEdit edit) {
        if (existing.kind() != edit.kind() || !Objects.equals(existing.parentId(), edit.parentId())) {
            return Mono.error(new ProblemException(
                    edit.revision() == 0 ? ProblemCode.CONFLICTING_REPEAT : ProblemCode.ORGANISATION_PLACE_FIXED,
                    existing.id()));
        }
        if (existing.name().equals(edit.name()) && edit.revision() <= existing.revision()) {
            return Mono.just(existing.view());
        }
        if (edit.revision() == 0) {
            return Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, existing.id()));
        }
        if (edit.revision() != existing.revision()) {
            return Mono.error(new ProblemException(ProblemCode.CHANGED_MEANWHILE));
        }
        var told = new AuditFact(
                "organisation.renamed",
                caller.personId(),
                existing.id(),
                "organisation:" + existing.id(),
                Map.of("from", existing.name().zh(), "to", edit.name().zh()));
        var renamed = existing.renamed(edit.name(), clock.instant(), events.append(existing.outbox(), told));
        return organisations
                .replace(renamed)
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.CHANGED_MEANWHILE)))
                .thenReturn(renamed.view());
    }

    private Mono<Organisation> create(Caller caller, UUID id, OrganisationEdit edit) {
        if (edit.revision() != 0) {
            return Mono.error(new ProblemException(ProblemCode.NOT_FOUND));
        }
        UUID parentId = edit.parentId();
        return organisations.nationalUnion().flatMap(national -> {
            // What stands beside the tree is made by those who administer the whole of it.
            UUID reachedFrom = parentId == null ? national : parentId;
            return organisations
                    .require(caller, reachedFrom, Role.ADMINISTRATOR)
                    .then(parentId == null ? Mono.empty() : organisations.stored(parentId))
                    .map(parent -> Placing.place(edit.kind(), parent.placed(), national))
                    .switchIfEmpty(Mono.fromSupplier(() -> Placing.place(edit.kind(), null, national)))
                    .flatMap(place -> insert(caller, id, edit, place));
        });
    }

    private Mono<Organisation> insert(Caller caller, UUID id, OrganisationEdit edit, Place place) {
        return switch (place) {
            case Place.At at -> insert(caller, placed(caller, id, edit, at), edit);
            case Place.CannotHold cannot -> misplaced(edit.kind(), OrganisationTexts.cannotHold(cannot.parent()));
            case Place.NeedsParent ignored -> misplaced(edit.kind(), OrganisationTexts.NEEDS_PARENT);
            case Place.OnlyOneNational ignored -> misplaced(edit.kind(), OrganisationTexts.ONE_NATIONAL);
        };
    }

    private static Mono<Organisation> misplaced(OrganisationKind kind, LocalText why) {
        return Mono.error(new ProblemException(ProblemCode.ORGANISATION_MISPLACED, OrganisationTexts.kind(kind), why));
    }

    private StoredOrganisation placed(Caller caller, UUID id, OrganisationEdit edit, Place.At at) {
        Instant now = clock.instant();
        var created = new AuditFact(
                "organisation.created",
                caller.personId(),
                id,
                "organisation:" + id,
                Map.of("kind", edit.kind().name(), "name", edit.name().zh()));
        List<UUID> within = Stream.concat(at.above().stream(), Stream.of(id)).toList();
        return new StoredOrganisation(
                id,
                StoredOrganisation.SCHEMA,
                1,
                edit.kind(),
                edit.name(),
                edit.parentId(),
                within,
                at.depth(),
                now,
                now,
                events.append(List.of(), created),
                now);
    }

    /** A creation that lost the race to its own repeat is answered by what is stored. */
    private Mono<Organisation> insert(Caller caller, StoredOrganisation created, OrganisationEdit edit) {
        return organisations
                .insert(created)
                .flatMap(inserted -> inserted
                        ? Mono.just(created.view())
                        : organisations.stored(created.id()).flatMap(existing -> change(caller, existing, edit)));
    }
}
