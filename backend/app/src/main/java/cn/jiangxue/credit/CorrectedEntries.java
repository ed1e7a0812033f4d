package cn.jiangxue.credit;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.Role;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Decision;
import cn.jiangxue.credit.rules.Entry;
import cn.jiangxue.credit.rules.Known;
import cn.jiangxue.credit.rules.Ledger;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.organisation.Organisations;
import cn.jiangxue.outcome.LearningOutcomes;
import cn.jiangxue.platform.Caller;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Entries that somebody else's officers may look at and correct: who answers for them, and whether they can be taken back just now. */
@Component
class CorrectedEntries {

    private final CreditLedger ledger;
    private final LearningOutcomes outcomes;
    private final Organisations organisations;

    CorrectedEntries(CreditLedger ledger, LearningOutcomes outcomes, Organisations organisations) {
        this.ledger = ledger;
        this.outcomes = outcomes;
        this.organisations = organisations;
    }

    /**
     * An entry and who sees it.
     *
     * @param reach the organisation that answers for it and those above; the national union alone when none does
     */
    record Reached(EntryDocument entry, List<UUID> reach) {

        boolean isOf(Caller officer) {
            return officers(officer).stream().anyMatch(reach::contains);
        }

        /** The organisation that answers for it. */
        UUID organisation() {
            return reach.getLast();
        }
    }

    /** Where the caller may propose and decide corrections. */
    static Set<UUID> officers(Caller caller) {
        return Stream.of(Role.RECOGNITION_OFFICER, Role.ADMINISTRATOR)
                .flatMap(role -> caller.organisationsAs(role).stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One within the caller's reach, else NOT_FOUND. */
    Mono<Reached> reached(Caller officer, UUID entryId) {
        return ledger.store()
                .kept(entryId)
                .flatMap(this::reach)
                .filter(entry -> entry.isOf(officer))
                .switchIfEmpty(Mono.error(() -> new ProblemException(ProblemCode.NOT_FOUND)));
    }

    /** Who answers for an entry. */
    Mono<Reached> reach(EntryDocument entry) {
        return organisation(entry)
                .flatMap(organisations::within)
                .switchIfEmpty(organisations.nationalUnion().map(List::of))
                .map(reach -> new Reached(entry, reach));
    }

    private Mono<UUID> organisation(EntryDocument stored) {
        Entry entry = stored.entry();
        UUID answering = entry.terms().organisationId();
        if (answering != null) {
            return Mono.just(answering);
        }
        return entry.award() == null
                ? Mono.empty()
                : outcomes.issuer(entry.learner(), entry.award().outcome());
    }

    /** Whether some entry took it back already. */
    Mono<Boolean> isTakenBack(EntryDocument entry) {
        LearnerId learner = new LearnerId(entry.learnerId());
        return ledger.store()
                .entryById(learner, EntryDocument.idOf(learner, "undo:" + entry.id()))
                .hasElement();
    }

    /** Completes when the entry could be taken back now, else the refusal. What is posted later decides for itself. */
    Mono<Void> requirePossible(UUID learnerId, UUID entryId) {
        LearnerId learner = new LearnerId(learnerId);
        return ledger.store()
                .entryById(learner, entryId)
                .zipWith(ledger.store().account(learner))
                .flatMap(both -> possible(both.getT1().entry(), both.getT2()));
    }

    private Mono<Void> possible(Entry entry, AccountState account) {
        Posting trial = Posting.reversal(entry, entry.reason());
        Ledger.Stamp stamp = new Ledger.Stamp(
                entry.id(), entry.salt(), entry.postedAt(), ledger.time().today());
        Decision decision = Ledger.decide(account, new Known(null, entry), trial, stamp);
        return Refusals.answer(trial, decision) instanceof Posted.Refused refused
                ? Mono.error(refused.problem())
                : Mono.empty();
    }
}
