package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.PasswordChange;
import cn.jiangxue.contract.IdentityApi.TemporaryPassword;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.rules.PasswordPolicy;
import cn.jiangxue.identity.rules.Reach;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.RoleIn;
import cn.jiangxue.platform.Tries;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Passwords and the end of sign-ins: by the person, or by an administrator for them. */
@Component
final class AccountCare {

    /** How long a temporary password signs in. */
    static final Duration TEMPORARY_LIFE = Duration.ofDays(3);

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Documents<StoredAccount> accounts;
    private final PeopleRecord people;
    private final PersonalVault vault;
    private final Passwords passwords;
    private final SignInAttempts attempts;
    private final Sessions sessions;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    AccountCare(
            Documents<StoredAccount> accounts,
            PeopleRecord people,
            PersonalVault vault,
            Passwords passwords,
            SignInAttempts attempts,
            Sessions sessions,
            Events events,
            Outbox outbox,
            Clock clock) {
        this.accounts = accounts;
        this.people = people;
        this.vault = vault;
        this.passwords = passwords;
        this.attempts = attempts;
        this.sessions = sessions;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** The account of a signed-in person. */
    Mono<StoredAccount> account(Caller caller) {
        return accounts.find(caller.personId()).switchIfEmpty(PeopleRecord.notFound());
    }

    /** Guessing the present password is limited like signing in. Every other sign-in of the person ends. */
    Mono<Void> changePassword(Caller caller, PasswordChange change) {
        return Mono.zip(account(caller), people.find(caller.personId()))
                .flatMap(both -> requireGood(both.getT2(), change.newPassword()).thenReturn(both.getT1()))
                .flatMap(account -> attempts.charge(account.id().toString()).thenReturn(account))
                .flatMap(account -> passwords
                        .matches(account.passwordHash(), change.currentPassword())
                        .filter(Boolean::booleanValue)
                        .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.CURRENT_PASSWORD_WRONG))))
                .then(Mono.defer(() -> passwords.hash(change.newPassword())))
                .flatMap(hashed -> change(caller.personId(), account -> changed(caller, account, hashed)))
                .flatMap(account -> sessions.carryOver(caller.sessionId(), account.epoch())
                        .then(attempts.clear(account.id().toString())));
    }

    /** A new temporary password for a person whose every office lies in what the caller administers; all their sign-ins end. */
    Mono<TemporaryPassword> reset(Caller caller, UUID personId) {
        String temporary = PasswordPolicy.temporary(RANDOM);
        return people.inScope(caller, personId, Role.ADMINISTRATOR)
                .filter(person -> Reach.mayTakeOver(caller.organisationsAs(Role.ADMINISTRATOR), person.held()))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.BEYOND_YOUR_ORGANISATION)))
                .zipWith(passwords.hash(temporary))
                .flatMap(both -> change(personId, account -> reset(caller, both.getT1(), account, both.getT2())))
                .flatMap(account -> attempts.clear(account.id().toString()))
                .thenReturn(new TemporaryPassword(temporary));
    }

    /** Ends every sign-in of the person. Access tokens already given last at most five minutes more. */
    Mono<Void> endAllSignIns(Caller caller) {
        return change(
                        caller.personId(),
                        account -> account.withEpoch(
                                account.epoch() + 1,
                                events.append(
                                        account.outbox(),
                                        fact("session.all-ended", caller.personId(), homeOf(caller), account)),
                                clock.instant()))
                .then();
    }

    /** Every other sign-in of the person ends with the old password, whoever holds it. */
    private StoredAccount changed(Caller caller, StoredAccount account, String hashed) {
        var told = fact("account.password-changed", caller.personId(), homeOf(caller), account);
        return account.withPassword(
                hashed, false, null, account.epoch() + 1, events.append(account.outbox(), told), clock.instant());
    }

    private StoredAccount reset(Caller caller, StoredPerson person, StoredAccount account, String hashed) {
        UUID seenIn = PeopleRecord.seenIn(person, caller.organisationsAs(Role.ADMINISTRATOR));
        var told = fact("account.password-reset", caller.personId(), seenIn, account);
        return account.withPassword(
                hashed,
                true,
                clock.instant().plus(TEMPORARY_LIFE),
                account.epoch() + 1,
                events.append(account.outbox(), told),
                clock.instant());
    }

    private static @Nullable UUID homeOf(Caller caller) {
        return caller.roles().stream()
                .map(RoleIn::organisationId)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private static AuditFact fact(String action, UUID actor, @Nullable UUID organisation, StoredAccount account) {
        return new AuditFact(action, actor, organisation, "person:" + account.personId(), Map.of());
    }

    private Mono<Void> requireGood(StoredPerson person, String password) {
        return vault.existing(List.of(person.id()))
                .mapNotNull(keys -> keys.get(person.id()))
                .doOnNext(key -> {
                    var phone = person.phone();
                    List<String> logins = phone == null
                            ? List.of(person.userName())
                            : List.of(person.userName(), key.open(PersonViews.PHONE, phone));
                    PeopleRecord.require(PasswordPolicy.faults("newPassword", password, logins));
                })
                .then();
    }

    private Mono<StoredAccount> change(UUID personId, UnaryOperator<StoredAccount> change) {
        return Tries.of(() -> changeOnce(personId, change)).doOnNext(changed -> outbox.wake(StoredAccount.COLLECTION));
    }

    private Mono<StoredAccount> changeOnce(UUID personId, UnaryOperator<StoredAccount> change) {
        return accounts.find(personId).switchIfEmpty(PeopleRecord.notFound()).flatMap(account -> {
            StoredAccount changed = change.apply(account);
            return accounts.replace(account.id(), account.revision(), changed)
                    .filter(Boolean::booleanValue)
                    .map(replaced -> changed);
        });
    }
}
