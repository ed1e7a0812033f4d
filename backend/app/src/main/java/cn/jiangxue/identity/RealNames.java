package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.IdentityApi.IdentityLookup;
import cn.jiangxue.contract.IdentityApi.RealName;
import cn.jiangxue.contract.IdentityApi.UnmaskRequest;
import cn.jiangxue.contract.IdentityApi.Unmasked;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.identity.rules.Fault;
import cn.jiangxue.identity.rules.IdentityNumber;
import cn.jiangxue.identity.rules.NewPersonRules;
import cn.jiangxue.identity.rules.UnmaskReason;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.AuditTrail;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.ProblemException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Real names and identity numbers: sealed with the person's own key, found by keyed hash, shown in clear only with a reason on record. */
@Component
final class RealNames {

    private static final Role[] MAY_UNMASK = {Role.ADMINISTRATOR, Role.RECOGNITION_OFFICER};

    private final PeopleRecord people;
    private final PersonalVault vault;
    private final Claims claims;
    private final AuditTrail audit;
    private final Events events;
    private final CivilTime time;

    RealNames(
            PeopleRecord people, PersonalVault vault, Claims claims, AuditTrail audit, Events events, CivilTime time) {
        this.people = people;
        this.vault = vault;
        this.claims = claims;
        this.audit = audit;
        this.events = events;
        this.time = time;
    }

    /** Puts the caller's real name on record. */
    Mono<StoredPerson> register(Caller caller, RealName given) {
        IdentityNumber number = requireGood(given);
        String claim = claims.idOf(number);
        return people.find(caller.personId())
                .doOnNext(person -> requireRoom(person, claim))
                .then(Mono.defer(() -> claims.take(claim, caller.personId())))
                .filter(Boolean::booleanValue)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.IDENTITY_NUMBER_TAKEN)))
                .then(Mono.defer(() -> vault.keyOf(caller.personId())))
                .flatMap(key -> people.change(
                        caller.personId(),
                        person -> registered(person, key, given.name().strip(), number, claim)));
    }

    /** The clear values, once the reason is on record. */
    Mono<Unmasked> unmask(Caller caller, UUID personId, UnmaskRequest request) {
        PeopleRecord.require(UnmaskReason.faults(request.reason()));
        return people.inScope(caller, personId, MAY_UNMASK)
                .filter(person -> person.realName() != null)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NO_REAL_NAME)))
                .delayUntil(person -> audit.record(unmasking(caller, person, request.reason())))
                .flatMap(this::open)
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NO_REAL_NAME)));
    }

    /** The person with this number in the caller's scope, else NOT_FOUND. */
    Mono<StoredPerson> lookUp(Caller caller, IdentityLookup lookup) {
        IdentityNumber number = IdentityNumber.parse(lookup.identityNumber(), time.today())
                .orElseThrow(() -> invalid(List.of(badNumber())));
        return claims.owner(claims.idOf(number))
                .flatMap(owner -> people.inScope(caller, owner, Role.ADMINISTRATOR))
                .filter(person -> person.claims().contains(claims.idOf(number)))
                .switchIfEmpty(PeopleRecord.notFound())
                .delayUntil(person -> audit.record(lookedUp(caller, person)));
    }

    /** The clear values; empty when there are none. */
    Mono<Unmasked> open(StoredPerson person) {
        var realName = person.realName();
        if (realName == null) {
            return Mono.empty();
        }
        return vault.existing(List.of(person.id()))
                .mapNotNull(keys -> keys.get(person.id()))
                .map(key -> {
                    String number = key.open(PersonViews.IDENTITY_NUMBER, realName.identityNumber());
                    LocalDate born = IdentityNumber.parse(number, time.today())
                            .orElseThrow()
                            .dateOfBirth();
                    return new Unmasked(key.open(PersonViews.REAL_NAME, realName.name()), number, born);
                });
    }

    private IdentityNumber requireGood(RealName given) {
        List<Fault> faults = new ArrayList<>(NewPersonRules.realNameFaults("name", given.name()));
        Optional<IdentityNumber> number = IdentityNumber.parse(given.identityNumber(), time.today());
        if (number.isEmpty()) {
            faults.add(badNumber());
        }
        if (!faults.isEmpty() || number.isEmpty()) {
            throw invalid(faults);
        }
        return number.get();
    }

    private static Fault badNumber() {
        return new Fault(
                "identityNumber",
                new LocalText("身份证号不正确，请核对 18 位号码", "This is no valid identity number; check its 18 characters"));
    }

    private static ProblemException invalid(List<Fault> faults) {
        ProblemException refusal = new ProblemException(ProblemCode.INVALID_FIELDS);
        faults.forEach(fault -> refusal.field(fault.field(), fault.message()));
        return refusal;
    }

    private static void requireRoom(StoredPerson person, String claim) {
        if (!Consents.isGiven(person, ConsentKind.REAL_NAME)) {
            throw new ProblemException(ProblemCode.CONSENT_NEEDED, ConsentForms.REAL_NAME.text())
                    .clause("《个人信息保护法》第二十九条");
        }
        var present = person.realName();
        if (present != null && !present.claim().equals(claim)) {
            throw new ProblemException(ProblemCode.REAL_NAME_FIXED);
        }
    }

    private StoredPerson registered(
            StoredPerson person, PersonalVault.PersonKey key, String name, IdentityNumber number, String claim) {
        requireRoom(person, claim);
        var present = person.realName();
        if (present != null) {
            if (key.open(PersonViews.REAL_NAME, present.name()).equals(name)) {
                return person;
            }
            throw new ProblemException(ProblemCode.REAL_NAME_FIXED);
        }
        var now = time.clock().instant();
        var realName = new StoredPerson.RealName(
                key.seal(PersonViews.REAL_NAME, name),
                key.seal(PersonViews.IDENTITY_NUMBER, number.value()),
                claim,
                now);
        var told = new AuditFact("person.real-name-registered", person.id(), null, "person:" + person.id(), Map.of());
        List<String> claimed =
                Stream.concat(person.claims().stream(), Stream.of(claim)).toList();
        return person.withRealName(realName, claimed, events.append(person.outbox(), told), now);
    }

    private static AuditFact unmasking(Caller caller, StoredPerson person, String reason) {
        Set<UUID> reach = PeopleRecord.reachOf(caller, MAY_UNMASK);
        return new AuditFact(
                "person.unmasked",
                caller.personId(),
                PeopleRecord.seenIn(person, reach),
                "person:" + person.id(),
                Map.of("reason", reason.strip()));
    }

    private static AuditFact lookedUp(Caller caller, StoredPerson person) {
        Set<UUID> reach = PeopleRecord.reachOf(caller, Role.ADMINISTRATOR);
        return new AuditFact(
                "person.looked-up",
                caller.personId(),
                PeopleRecord.seenIn(person, reach),
                "person:" + person.id(),
                Map.of());
    }
}
