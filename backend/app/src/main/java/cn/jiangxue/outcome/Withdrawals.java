package cn.jiangxue.outcome;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;

import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.MessageApi.MessageKind;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.PersonTold;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes outcomes back: each once, for good. It stays on record with who, when and why; whoever counted it and its learner are told by the same write. */
@Component
public class Withdrawals {

    private final Documents<OutcomeDocument> outcomes;
    private final LearnersPersons persons;
    private final Events events;
    private final Outbox outbox;
    private final Clock clock;

    Withdrawals(
            Documents<OutcomeDocument> outcomes, LearnersPersons persons, Events events, Outbox outbox, Clock clock) {
        this.outcomes = outcomes;
        this.persons = persons;
        this.events = events;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** Takes back what a promotion case became. Fails while that is not on record yet, so that whoever tells of it tries again. */
    public Mono<Void> ofGrade(UUID learnerId, UUID caseId, Withdrawal withdrawal) {
        return outcomes.first(and(
                        eq("learnerId", learnerId), eq("type", OutcomeType.SKILL_GRADE.name()), eq("sourceId", caseId)))
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no outcome yet of case " + caseId)))
                .flatMap(stored -> withdraw(stored, withdrawal))
                .then();
    }

    /** Takes back what an institution stated or verified; true when it is withdrawn, by this or an earlier withdrawal. */
    public Mono<Boolean> ofStated(OutcomeId outcome, Withdrawal withdrawal) {
        return outcomes.find(outcome.value())
                .flatMap(stored -> withdraw(
                        stored,
                        stored.verification() == null
                                ? withdrawal
                                : withdrawal.on(Withdrawal.Ground.VERIFIED_BY_MISTAKE)))
                .thenReturn(true);
    }

    /** The first withdrawal stays: a later one changes nothing. */
    private Mono<Void> withdraw(OutcomeDocument stored, Withdrawal withdrawal) {
        return stored.withdrawal() != null
                ? Mono.empty()
                : persons.of(stored.learnerId())
                        .map(Optional::of)
                        .defaultIfEmpty(Optional.empty())
                        .flatMap(person -> write(stored, withdrawal, person));
    }

    private Mono<Void> write(OutcomeDocument stored, Withdrawal withdrawal, Optional<UUID> person) {
        Instant now = clock.instant();
        List<Record> told = new ArrayList<>();
        told.add(new AuditFact(
                "outcome.withdrawn",
                withdrawal.by(),
                stored.answeredForBy(),
                "outcome:" + stored.id(),
                Map.of("ground", withdrawal.ground().name(), "reason", withdrawal.reason())));
        person.map(reader -> new PersonTold(
                        reader, MessageKind.OUTCOME_WITHDRAWN, stored.id(), stored.title(), stored.issuer(), null))
                .ifPresent(told::add);
        // Last: what follows from it may have to wait, and what is told is told in order.
        told.add(new OutcomeWithdrawn(
                stored.id(), stored.learnerId(), stored.answeredForBy(), stored.title(), withdrawal));
        return outcomes.replaceIf(
                        and(eq("_id", stored.id()), exists("withdrawal", false)),
                        stored.withdrawn(withdrawal, events.append(stored.outbox(), told.toArray(Record[]::new)), now))
                .doOnNext(written -> outbox.wake(OutcomeDocument.COLLECTION))
                .then();
    }
}
