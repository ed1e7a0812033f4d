package cn.jiangxue.credential;

import cn.jiangxue.contract.CredentialApi.CredentialState;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.platform.Tries;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Writes what was decided about a credential, with its line on the audit record; whoever must know of a revocation is told. */
@Component
public class StateChanges {

    private final CredentialRegister register;
    private final HolderPersons persons;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    StateChanges(CredentialRegister register, HolderPersons persons, Events events, Outbox outbox, Clock clock) {
        this.register = register;
        this.persons = persons;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Revokes it for good; does nothing when it is revoked already. Fails while it is not issued yet, so that whoever tells of it tries again.
     *
     * @param reason 10 to 2,000 characters
     */
    public Mono<Void> revoke(UUID credentialId, UUID officerId, String reason) {
        return Tries.of(() -> register.find(credentialId)
                        .switchIfEmpty(Mono.error(() -> new IllegalStateException("not issued yet: " + credentialId)))
                        .flatMap(stored -> stored.state() == CredentialState.REVOKED
                                ? Mono.just(stored)
                                : move(officerId, stored, CredentialState.REVOKED, reason)))
                .then();
    }

    /** What was written, or empty when it had moved on. */
    Mono<CredentialDocument> move(UUID officerId, CredentialDocument stored, CredentialState next, String reason) {
        return persons.of(stored.learnerId())
                .map(holder -> HolderNews.moved(holder, stored, next))
                .defaultIfEmpty(Optional.empty())
                .flatMap(news -> move(officerId, stored, next, reason, news));
    }

    private Mono<CredentialDocument> move(
            UUID officerId, CredentialDocument stored, CredentialState next, String reason, Optional<PersonTold> news) {
        List<Record> told = new ArrayList<>();
        told.add(new AuditFact(
                "credential.state-changed",
                officerId,
                stored.institutionId(),
                "credential:" + stored.id(),
                Map.of("state", next.name(), "reason", reason)));
        if (next == CredentialState.REVOKED) {
            told.add(new CredentialRevoked(
                    stored.id(), stored.learnerId(), stored.issued().caseId(), officerId, reason));
        }
        news.ifPresent(told::add);
        return register.save(stored.moved(
                        next, reason, events.append(stored.outbox(), told.toArray(Record[]::new)), clock.instant()))
                .doOnNext(saved -> outbox.wake(CredentialDocument.COLLECTION));
    }
}
