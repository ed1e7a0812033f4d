package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.RuleRef;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.credit.rules.Entry;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.credit.rules.RulePin;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Posts to learning accounts for other features: every kind of entry, each once. An answer is given once its entry is durable. */
@Component
public class Postings {

    private final CreditLedger ledger;

    Postings(CreditLedger ledger) {
        this.ledger = ledger;
    }

    /** BUSY when the account or this process has more to write than it may hold; any other refusal is an answer. */
    public Mono<Posted> post(Movement movement) {
        return switch (movement) {
            case Movement.Deposit deposit -> post(deposit(deposit));
            case Movement.Hold hold -> post(hold(hold));
            case Movement.Apply apply -> post(use(apply));
            case Movement.Debit debit -> post(debit(debit));
            case Movement.Reverse reverse -> takeBack(reverse, reverse.entryId(), Posting::reversal);
            case Movement.Supersede supersede -> takeBack(supersede, supersede.entryId(), Posting::supersession);
            case Movement.Expire expire -> expire(expire);
        };
    }

    /** Those of the learner's entries that a later one took back. */
    public Mono<Set<UUID>> takenBack(LearnerId learner, Collection<UUID> entryIds) {
        Map<UUID, UUID> undone = entryIds.stream()
                .collect(Collectors.toMap(
                        id -> EntryDocument.idOf(learner, "undo:" + id), id -> id, (one, same) -> one));
        return ledger.store()
                .entriesById(undone.keySet())
                .map(entries -> entries.stream()
                        .map(entry -> undone.get(entry.id()))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toUnmodifiableSet()));
    }

    private Mono<Posted> post(Posting posting) {
        return ledger.post(posting).map(decision -> Refusals.answer(posting, decision));
    }

    /** The id that the entry of a client-made id has. */
    static UUID entryId(LearnerId learner, UUID id) {
        return EntryDocument.idOf(learner, cause(id));
    }

    static String cause(UUID id) {
        return "id:" + id;
    }

    static String counter(UUID applicationId) {
        return "application:" + applicationId;
    }

    private static Posting deposit(Movement.Deposit asked) {
        return by(
                        asked,
                        Posting.deposit(
                                asked.learner(),
                                cause(asked.id()),
                                new Award(asked.outcome(), asked.target()),
                                asked.amount(),
                                asked.occupationCode(),
                                pin(asked.rule()),
                                asked.reason(),
                                asked.findings()))
                .until(asked.usableUntil());
    }

    private static Posting hold(Movement.Hold asked) {
        return by(
                asked,
                Posting.hold(
                        asked.learner(),
                        cause(asked.id()),
                        asked.amount(),
                        counter(asked.applicationId()),
                        asked.reason()));
    }

    private static Posting use(Movement.Apply asked) {
        return by(
                asked,
                Posting.use(
                        asked.learner(),
                        cause(asked.id()),
                        cause(asked.holdId()),
                        asked.amount(),
                        counter(asked.applicationId()),
                        asked.reason()));
    }

    private static Posting debit(Movement.Debit asked) {
        return by(
                asked,
                Posting.debit(
                        asked.learner(),
                        cause(asked.id()),
                        asked.amount(),
                        counter(asked.applicationId()),
                        asked.reason()));
    }

    private Mono<Posted> takeBack(Movement asked, UUID entryId, BiFunction<Entry, LocalText, Posting> form) {
        return ledger.store()
                .entryById(asked.learner(), entryId)
                .map(entry -> form.apply(entry.entry(), asked.reason()))
                .flatMap(posting -> post(by(asked, posting)))
                .defaultIfEmpty(Refusals.refused(ProblemCode.NOT_FOUND, 7));
    }

    private Mono<Posted> expire(Movement.Expire asked) {
        return ledger.store()
                .account(asked.learner())
                .filter(account -> account.lots().endingOn(asked.until()).isPositive())
                .flatMap(account -> post(Posting.expiry(account, asked.until())))
                .defaultIfEmpty(new Posted.Nothing());
    }

    private static Posting by(Movement asked, Posting posting) {
        return posting.by(asked.mandate().organisationId(), asked.mandate().by());
    }

    private static RulePin pin(RuleRef rule) {
        return new RulePin(
                rule.ruleId(), rule.version(), rule.name(), new LocalText(rule.clause(), rule.clause()), rule.source());
    }
}
