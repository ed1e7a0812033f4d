package cn.jiangxue.stating;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi.OutcomeWithdrawal;
import cn.jiangxue.contract.StatingApi.StatedOutcome;
import cn.jiangxue.contract.StatingApi.WithdrawalDecision;
import cn.jiangxue.contract.StatingApi.WithdrawalEdit;
import cn.jiangxue.contract.StatingApi.WithdrawalState;
import cn.jiangxue.identity.People;
import cn.jiangxue.identity.People.Person;
import cn.jiangxue.outcome.StatedOutcomes;
import cn.jiangxue.outcome.StatedOutcomes.Known;
import cn.jiangxue.outcome.Withdrawal;
import cn.jiangxue.outcome.Withdrawals;
import cn.jiangxue.platform.AuditFact;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Cut;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Events;
import cn.jiangxue.platform.Outbox;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.platform.Refused;
import cn.jiangxue.platform.Tries;
import cn.jiangxue.platform.Waiting;
import cn.jiangxue.vocabulary.OutcomeId;
import cn.jiangxue.vocabulary.SecondPerson;
import cn.jiangxue.vocabulary.SecondPerson.Acting;
import cn.jiangxue.vocabulary.SecondPerson.Answer;
import cn.jiangxue.vocabulary.SecondPerson.Decided;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What an institution stated by mistake is taken back by two of its people: one proposes with a reason, another one decides. The outcome hears of it through the outbox. */
@Component
class WithdrawalProposals {

    static final List<CollectionIndex> INDEXES = List.of(
            CollectionIndex.unique(WithdrawalDocument.COLLECTION, Indexes.ascending("outcomeId", "openKey")),
            new CollectionIndex(
                    WithdrawalDocument.COLLECTION, Indexes.ascending("institutionId", "state", "queueKey")));

    /** What says who may take an outcome back (docs/adr/0033). */
    private static final String CLAUSE = "匠学成果撤回规则第1条";

    private static final int PAGE = 20;
    private static final int NUMBERED = 20;
    private static final String NOBODY = "—";

    private final Documents<WithdrawalDocument> proposals;
    private final StatedOutcomes stated;
    private final Withdrawals withdrawals;
    private final People people;
    private final Events events;
    private final Outbox outbox;
    private final CivilTime time;

    WithdrawalProposals(
            DocumentsFactory documents,
            StatedOutcomes stated,
            Withdrawals withdrawals,
            People people,
            Events events,
            Outbox outbox,
            CivilTime time) {
        this.proposals = documents.of(WithdrawalDocument.COLLECTION, WithdrawalDocument.class);
        this.stated = stated;
        this.withdrawals = withdrawals;
        this.people = people;
        this.events = events;
        this.outbox = outbox;
        this.time = time;
    }

    Mono<List<StatedOutcome>> numbered(Caller officer, UUID institution, String number) {
        return isOf(officer, institution)
                ? stated.numbered(institution, number.strip(), NUMBERED)
                        .collectList()
                        .flatMap(this::views)
                : Mono.error(notFound());
    }

    private Mono<List<StatedOutcome>> views(List<Known> found) {
        return people.allOfLearners(found.stream().map(Known::learnerId).collect(Collectors.toSet()))
                .map(holders -> found.stream()
                        .map(known -> new StatedOutcome(
                                known.id().value(),
                                Objects.requireNonNull(known.number()),
                                nameOf(holders.get(known.learnerId())),
                                known.title(),
                                known.attainedOn(),
                                known.withdrawal()))
                        .toList());
    }

    /** Proposes; the same again answers the same. */
    Mono<OutcomeWithdrawal> propose(Caller officer, UUID id, WithdrawalEdit edit) {
        String reason = edit.reason().strip();
        if (!SecondPerson.isReason(reason)) {
            return reasonNeeded();
        }
        return existing(officer, id, edit.outcomeId(), reason)
                .switchIfEmpty(Mono.defer(() -> stated.find(new OutcomeId(edit.outcomeId()))
                        .filter(known -> isOf(officer, known.issuerId()))
                        .switchIfEmpty(Mono.error(WithdrawalProposals::notFound))
                        .flatMap(known -> propose(officer, id, known, reason))))
                .flatMap(this::view);
    }

    private Mono<WithdrawalDocument> existing(Caller officer, UUID id, UUID outcomeId, String reason) {
        return proposals.find(id).map(known -> {
            if (!isOf(officer, known.institutionId())) {
                throw notFound();
            }
            boolean same = known.outcomeId().equals(outcomeId)
                    && known.reason().equals(reason)
                    && known.proposedBy().equals(officer.personId());
            if (!same) {
                throw new ProblemException(ProblemCode.CONFLICTING_REPEAT, id);
            }
            return known;
        });
    }

    private Mono<WithdrawalDocument> propose(Caller officer, UUID id, Known known, String reason) {
        if (known.learnerId().equals(officer.learnerId())) {
            return refused(ProblemCode.OWN_ACCOUNT);
        }
        if (known.number() == null) {
            return refused(ProblemCode.NOT_STATED_HERE);
        }
        if (known.withdrawal() != null) {
            return refused(ProblemCode.OUTCOME_WITHDRAWN, known.title());
        }
        WithdrawalDocument made = proposed(officer, id, known, known.number(), reason);
        WithdrawalDocument telling = telling(made, fact("proposed", officer.personId(), made, reason));
        return proposals
                .insert(telling)
                .doOnNext(inserted -> wake())
                .flatMap(inserted -> inserted
                        ? Mono.just(telling)
                        : existing(officer, id, known.id().value(), reason)
                                .switchIfEmpty(refused(ProblemCode.WITHDRAWAL_OPEN)));
    }

    private WithdrawalDocument proposed(Caller officer, UUID id, Known known, String number, String reason) {
        Instant now = now();
        return new WithdrawalDocument(
                id,
                WithdrawalDocument.SCHEMA,
                1,
                known.issuerId(),
                known.id().value(),
                known.learnerId(),
                number,
                known.title(),
                WithdrawalState.PROPOSED,
                WithdrawalDocument.OPEN,
                now + "/" + id,
                reason,
                officer.personId(),
                now,
                null,
                List.of(),
                null);
    }

    /** One of the caller's institutions, else NOT_FOUND. */
    Mono<OutcomeWithdrawal> find(Caller officer, UUID id) {
        return own(officer, id).flatMap(this::view);
    }

    private Mono<WithdrawalDocument> own(Caller officer, UUID id) {
        return proposals
                .find(id)
                .filter(known -> isOf(officer, known.institutionId()))
                .switchIfEmpty(Mono.error(WithdrawalProposals::notFound));
    }

    /** Approves or refuses. Of two at once one decides, the other is told by whom. */
    Mono<OutcomeWithdrawal> decide(Caller officer, UUID id, WithdrawalDecision asked) {
        return Tries.of(() -> own(officer, id).flatMap(known -> decide(officer, known, asked)))
                .flatMap(this::view);
    }

    private Mono<WithdrawalDocument> decide(Caller officer, WithdrawalDocument known, WithdrawalDecision asked) {
        Acting who = new Acting(officer.personId(), officer.learnerId());
        return switch (SecondPerson.decide(known.standing(), who, asked.approve(), asked.reason())) {
            case Answer.Accepted accepted -> save(known, accepted.decided());
            case Answer.Repeated ignored -> Mono.just(known);
            case Answer.DecidedBefore before -> decidedBefore(known, before.first());
            case Answer.SecondPersonNeeded ignored -> refused(ProblemCode.SECOND_PERSON_NEEDED);
            case Answer.ReasonNeeded ignored -> reasonNeeded();
        };
    }

    /** Empty when it had moved on. */
    private Mono<WithdrawalDocument> save(WithdrawalDocument known, Decided made) {
        WithdrawalDocument decided = known.decided(made, now());
        AuditFact fact = fact(made.approve() ? "approved" : "refused", made.by(), known, made.reason());
        WithdrawalDocument telling =
                made.approve() ? telling(decided, new WithdrawalApproved(known.id()), fact) : telling(decided, fact);
        return proposals
                .replace(known.id(), known.revision(), telling)
                .filter(Boolean::booleanValue)
                .doOnNext(replaced -> wake())
                .map(replaced -> telling);
    }

    private Mono<WithdrawalDocument> decidedBefore(WithdrawalDocument known, Decided first) {
        Instant at = known.decision() == null ? now() : known.decision().at();
        return people.displayName(first.by())
                .defaultIfEmpty(NOBODY)
                .flatMap(name -> refused(
                        ProblemCode.CORRECTION_DECIDED, name, time.dateOf(at).toString()));
    }

    /** Takes the outcome back; every step may be repeated. */
    Mono<Void> hear(WithdrawalApproved approved) {
        return proposals
                .find(approved.withdrawalId())
                .flatMap(known -> withdrawals.ofStated(
                        new OutcomeId(known.outcomeId()), withdrawal(known, Objects.requireNonNull(known.decision()))))
                .then();
    }

    private static Withdrawal withdrawal(WithdrawalDocument known, WithdrawalDocument.Made decision) {
        return new Withdrawal(
                known.id(),
                Withdrawal.Ground.STATED_BY_MISTAKE,
                known.reason(),
                known.proposedBy(),
                decision.by(),
                decision.at());
    }

    Mono<Page<OutcomeWithdrawal>> within(
            Caller officer, UUID institution, @Nullable WithdrawalState state, @Nullable String cursor) {
        if (!isOf(officer, institution)) {
            return Mono.error(notFound());
        }
        WithdrawalState wanted = state == null ? WithdrawalState.PROPOSED : state;
        var filter =
                Waiting.after(and(eq("institutionId", institution), eq("state", wanted.name())), Cut.after(cursor));
        return proposals
                .list(filter, Sorts.ascending("institutionId", "state", "queueKey"), PAGE + 1)
                .collectList()
                .flatMap(found -> {
                    Cut<WithdrawalDocument> cut = Cut.of(found, PAGE, WithdrawalDocument::queueKey);
                    return all(cut.shown()).map(items -> new Page<>(items, cut.next()));
                });
    }

    private Mono<OutcomeWithdrawal> view(WithdrawalDocument known) {
        return all(List.of(known)).map(List::getFirst);
    }

    private Mono<List<OutcomeWithdrawal>> all(List<WithdrawalDocument> known) {
        Set<UUID> officers = known.stream()
                .flatMap(one -> Stream.concat(
                        Stream.of(one.proposedBy()),
                        Stream.ofNullable(one.decision()).map(WithdrawalDocument.Made::by)))
                .collect(Collectors.toSet());
        Set<UUID> learners = known.stream().map(WithdrawalDocument::learnerId).collect(Collectors.toSet());
        return Mono.zip(
                people.all(officers),
                people.allOfLearners(learners),
                (deciders, holders) ->
                        known.stream().map(one -> view(one, deciders, holders)).toList());
    }

    private static OutcomeWithdrawal view(
            WithdrawalDocument known, Map<UUID, Person> officers, Map<UUID, Person> holders) {
        WithdrawalDocument.Made decision = known.decision();
        return new OutcomeWithdrawal(
                known.id(),
                known.state(),
                known.institutionId(),
                known.outcomeId(),
                known.number(),
                known.title(),
                nameOf(holders.get(known.learnerId())),
                known.reason(),
                nameOf(officers.get(known.proposedBy())),
                known.proposedAt(),
                decision == null ? null : decision.reason(),
                decision == null ? null : nameOf(officers.get(decision.by())),
                decision == null ? null : decision.at());
    }

    private static String nameOf(@Nullable Person person) {
        return person == null ? NOBODY : person.displayName();
    }

    private static boolean isOf(Caller officer, UUID institution) {
        return officer.organisationsAs(Role.RECOGNITION_OFFICER).contains(institution)
                || officer.organisationsAs(Role.ADMINISTRATOR).contains(institution);
    }

    private static AuditFact fact(String step, UUID actor, WithdrawalDocument about, String reason) {
        return new AuditFact(
                "outcome-withdrawal." + step,
                actor,
                about.institutionId(),
                "outcome:" + about.outcomeId(),
                Map.of("withdrawal", about.id().toString(), "reason", reason));
    }

    private WithdrawalDocument telling(WithdrawalDocument changed, Record... told) {
        return changed.telling(
                events.append(changed.outbox(), told), time.clock().instant());
    }

    private void wake() {
        outbox.wake(WithdrawalDocument.COLLECTION);
    }

    private static <T> Mono<T> refused(ProblemCode code, Object... values) {
        return Mono.error(new ProblemException(code, values).clause(CLAUSE));
    }

    private static <T> Mono<T> reasonNeeded() {
        return Refused.invalid("reason", Refused.reasonNeeded(SecondPerson.REASON_LEAST, SecondPerson.REASON_MOST));
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND);
    }

    private Instant now() {
        return time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
