package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.NewPerson;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.identity.rules.Login;
import cn.jiangxue.identity.rules.NewPersonRules;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.PlatformProperties;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Uuid7;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Makes a person with an account and a first role: claims first, then the account, the person's document last. What stands only when that document does can be left
 * half done by a crash and is completed by the same request sent again.
 */
@Component
final class PersonCreation {

    private final PeopleRecord people;
    private final Documents<StoredAccount> accounts;
    private final Claims claims;
    private final PersonalVault vault;
    private final Passwords passwords;
    private final KeyedHash hash;
    private final Organisations organisations;
    private final Events events;
    private final Clock clock;
    private final boolean demo;

    PersonCreation(
            PeopleRecord people,
            Documents<StoredAccount> accounts,
            Claims claims,
            PersonalVault vault,
            Passwords passwords,
            KeyedHash hash,
            Organisations organisations,
            Events events,
            Clock clock,
            PlatformProperties properties) {
        this.people = people;
        this.accounts = accounts;
        this.claims = claims;
        this.vault = vault;
        this.passwords = passwords;
        this.hash = hash;
        this.organisations = organisations;
        this.events = events;
        this.clock = clock;
        this.demo = properties.demo();
    }

    /** The request in normal form. */
    private record Wanted(
            UUID id,
            NewPerson request,
            Login.UserName userName,
            Login.@Nullable Phone phone,
            boolean mustChangePassword,
            String digest) {

        List<Login> logins() {
            return Stream.<Login>concat(Stream.of(userName), Stream.ofNullable(phone))
                    .toList();
        }
    }

    /**
     * The person; the same request again answers the same person.
     *
     * @param existing the person with this id, or null
     * @param own whether people make this account for themselves and keep the password they chose
     */
    Mono<StoredPerson> create(UUID actor, UUID id, NewPerson request, @Nullable StoredPerson existing, boolean own) {
        PeopleRecord.require(NewPersonRules.faults(request));
        // Sample people sign in with the password that was printed for them.
        Wanted wanted = wanted(id, request, own ? false : request.mustChangePassword() || !demo);
        if (existing != null) {
            return repeated(existing, wanted);
        }
        return takeLogins(wanted)
                .then(Mono.defer(() -> insertAccount(wanted)))
                .then(Mono.defer(() -> insertPerson(actor, wanted)));
    }

    private Wanted wanted(UUID id, NewPerson request, boolean mustChangePassword) {
        Login.UserName userName = Login.userName(request.userName()).orElseThrow();
        String typedPhone = request.phone();
        Login.Phone phone = typedPhone == null ? null : Login.phone(typedPhone).orElseThrow();
        String digest = hash.of(
                "new-person",
                String.join(
                        "\u001f",
                        userName.value(),
                        phone == null ? "" : phone.value(),
                        request.displayName().strip(),
                        request.role().name(),
                        request.organisationId().toString(),
                        String.valueOf(mustChangePassword)));
        return new Wanted(id, request, userName, phone, mustChangePassword, digest);
    }

    private static Mono<StoredPerson> repeated(StoredPerson existing, Wanted wanted) {
        return existing.createdWith().equals(wanted.digest())
                ? Mono.just(existing)
                : Mono.error(new ProblemException(ProblemCode.CONFLICTING_REPEAT, wanted.id()));
    }

    private Mono<Void> takeLogins(Wanted wanted) {
        return Flux.fromIterable(wanted.logins())
                .filterWhen(
                        login -> claims.take(claims.idOf(login), wanted.id()).map(taken -> !taken))
                .collectList()
                .filter(refused -> !refused.isEmpty())
                .flatMap(refused -> Mono.<Void>error(taken(refused)));
    }

    private static ProblemException taken(List<Login> refused) {
        boolean both = refused.size() > 1;
        boolean name = refused.getFirst() instanceof Login.UserName;
        LocalText what = both
                ? new LocalText("用户名、手机号", "user name, phone number")
                : name ? new LocalText("用户名", "user name") : new LocalText("手机号", "phone number");
        return new ProblemException(ProblemCode.LOGIN_TAKEN, what);
    }

    private Mono<Boolean> insertAccount(Wanted wanted) {
        return passwords
                .hash(wanted.request().initialPassword())
                .map(hashed -> new StoredAccount(
                        wanted.id(),
                        StoredAccount.SCHEMA,
                        1,
                        wanted.id(),
                        hashed,
                        wanted.mustChangePassword(),
                        null,
                        1,
                        List.of(),
                        clock.instant(),
                        List.of(),
                        null))
                .flatMap(account -> accounts.insert(account)
                        .flatMap(inserted -> inserted
                                ? Mono.just(true)
                                // Left by an attempt that did not get as far as the person.
                                : accounts.replace(account.id(), 1, account)));
    }

    private Mono<StoredPerson> insertPerson(UUID actor, Wanted wanted) {
        return Mono.zip(
                        vault.keyOf(wanted.id()),
                        organisations.within(wanted.request().organisationId()).switchIfEmpty(PeopleRecord.notFound()),
                        organisations.nationalUnion())
                .map(all -> person(actor, wanted, all.getT1(), all.getT2(), all.getT3()))
                .flatMap(person -> people.insert(person)
                        .flatMap(inserted -> inserted
                                ? Mono.just(person)
                                : people.find(wanted.id()).flatMap(existing -> repeated(existing, wanted))));
    }

    private StoredPerson person(
            UUID actor, Wanted wanted, PersonalVault.PersonKey key, List<UUID> within, UUID national) {
        Instant now = clock.instant();
        NewPerson request = wanted.request();
        Login.Phone phone = wanted.phone();
        Binary sealedPhone = phone == null ? null : key.seal(PersonViews.PHONE, phone.value());
        var created = new AuditFact(
                "person.created",
                actor,
                request.organisationId(),
                "person:" + wanted.id(),
                Map.of("role", request.role().name()));
        List<UUID> reach = new ArrayList<>(within);
        if (!reach.contains(national)) {
            reach.add(national);
        }
        return new StoredPerson(
                wanted.id(),
                StoredPerson.SCHEMA,
                1,
                Uuid7.next(clock),
                wanted.userName().value(),
                key.seal(PersonViews.DISPLAY_NAME, request.displayName().strip()),
                sealedPhone,
                List.of(new StoredPerson.HeldRole(request.role(), request.organisationId(), within, now)),
                reach,
                null,
                List.of(),
                wanted.logins().stream().map(claims::idOf).toList(),
                wanted.digest(),
                now,
                events.append(List.of(), created),
                now);
    }
}
