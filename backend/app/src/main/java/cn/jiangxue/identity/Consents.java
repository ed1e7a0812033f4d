package cn.jiangxue.identity;

import cn.jiangxue.contract.IdentityApi.ConsentDecision;
import cn.jiangxue.contract.IdentityApi.ConsentKind;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.identity.StoredPerson.Consented;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.EventMeta;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.StoredEvent;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What people agreed to: the latest decision with the person, every decision in an append-only record. */
@Component
final class Consents {

    private final PeopleRecord people;
    private final Documents<StoredDecision> decisions;
    private final Events events;
    private final Clock clock;

    Consents(PeopleRecord people, Documents<StoredDecision> decisions, Events events, Clock clock) {
        this.people = people;
        this.decisions = decisions;
        this.events = events;
        this.clock = clock;
    }

    /** CHANGED_MEANWHILE when the wording shown is no longer the one in force. */
    Mono<StoredPerson> decide(Caller caller, ConsentKind kind, ConsentDecision decision) {
        if (decision.version() != ConsentForms.of(kind).version()) {
            return Mono.error(new ProblemException(ProblemCode.CHANGED_MEANWHILE));
        }
        return people.change(caller.personId(), person -> decided(person, kind, decision));
    }

    /** Whether the person agreed to the wording now in force. */
    static boolean isGiven(StoredPerson person, ConsentKind kind) {
        return person.consented(kind)
                .filter(one ->
                        one.given() && one.version() == ConsentForms.of(kind).version())
                .isPresent();
    }

    /** Keeps a decision; its repeat changes nothing. */
    Mono<Void> keep(ConsentDecided told, EventMeta meta) {
        return decisions
                .insert(new StoredDecision(
                        meta.eventId(),
                        StoredDecision.SCHEMA,
                        told.personId(),
                        told.kind(),
                        told.number(),
                        told.version(),
                        told.given(),
                        meta.at()))
                .then();
    }

    private StoredPerson decided(StoredPerson person, ConsentKind kind, ConsentDecision decision) {
        Optional<Consented> latest = person.consented(kind);
        boolean same = latest.filter(one -> one.version() == decision.version() && one.given() == decision.given())
                .isPresent();
        if (same) {
            return person;
        }
        Instant now = clock.instant();
        int number = latest.map(Consented::number).orElse(0) + 1;
        var consented = new Consented(kind, number, decision.version(), decision.given(), now);
        var told = new ConsentDecided(person.id(), kind, number, decision.version(), decision.given());
        var fact = new AuditFact(
                decision.given() ? "consent.given" : "consent.withdrawn",
                person.id(),
                null,
                "person:" + person.id(),
                Map.of("kind", kind.name(), "version", String.valueOf(decision.version())));
        StoredPerson changed = person.withConsent(consented, events.append(person.outbox(), told, fact), now);
        return kind == ConsentKind.REAL_NAME && !decision.given() ? withoutRealName(changed, now) : changed;
    }

    /** Without consent the real name is not kept. Same revision: it is one change with the decision. */
    private StoredPerson withoutRealName(StoredPerson person, Instant now) {
        var realName = person.realName();
        if (realName == null) {
            return person;
        }
        List<String> claims = person.claims().stream()
                .filter(claim -> !claim.equals(realName.claim()))
                .toList();
        List<StoredEvent> telling =
                events.append(person.outbox(), new RealNameWithdrawn(person.id(), realName.claim()));
        return person.withRealName(null, claims, telling, now).atRevision(person.revision());
    }
}
