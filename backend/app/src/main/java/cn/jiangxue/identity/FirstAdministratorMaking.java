package cn.jiangxue.identity;

import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.contract.IdentityApi.FirstAdministrator;
import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.Blocking;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Uuid7;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes the national union and its first administrator, once. A crash half way is completed by the same request. */
@Component
final class FirstAdministratorMaking {

    private final Documents<StoredBootstrap> bootstrap;
    private final FirstAdministratorToken token;
    private final Organisations organisations;
    private final PersonCreation creation;
    private final PeopleRecord people;
    private final Clock clock;

    FirstAdministratorMaking(
            Documents<StoredBootstrap> bootstrap,
            FirstAdministratorToken token,
            Organisations organisations,
            PersonCreation creation,
            PeopleRecord people,
            Clock clock) {
        this.bootstrap = bootstrap;
        this.token = token;
        this.organisations = organisations;
        this.creation = creation;
        this.people = people;
        this.clock = clock;
    }

    Mono<StoredPerson> make(FirstAdministrator wanted) {
        return Blocking.call(() -> token.isRight(wanted.oneTimeToken()))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.ONE_TIME_TOKEN_WRONG)))
                .then(Mono.defer(this::begun))
                .flatMap(begun -> complete(begun, wanted));
    }

    private Mono<StoredBootstrap> begun() {
        var fresh = new StoredBootstrap(
                StoredBootstrap.ID, StoredBootstrap.SCHEMA, Uuid7.next(clock), Uuid7.next(clock), null);
        return bootstrap
                .insert(fresh)
                .then(Mono.defer(() -> bootstrap.find(StoredBootstrap.ID)))
                .filter(stored -> stored.doneAt() == null)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.FIRST_ADMINISTRATOR_EXISTS)));
    }

    private Mono<StoredPerson> complete(StoredBootstrap begun, FirstAdministrator wanted) {
        var person = new NewPerson(
                wanted.userName(),
                wanted.displayName(),
                null,
                wanted.password(),
                false,
                Role.ADMINISTRATOR,
                begun.organisationId());
        return organisations
                .establishNationalUnion(begun.organisationId(), begun.personId())
                .then(Mono.defer(() -> people.find(begun.personId())))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty())
                .flatMap(existing ->
                        creation.create(begun.personId(), begun.personId(), person, existing.orElse(null), true))
                .delayUntil(created ->
                        bootstrap.update(eq("_id", StoredBootstrap.ID), Updates.set("doneAt", clock.instant())));
    }
}
