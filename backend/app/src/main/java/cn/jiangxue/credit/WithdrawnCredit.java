package cn.jiangxue.credit;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.outcome.OutcomeWithdrawn;
import cn.jiangxue.platform.LeasedSweep;
import cn.jiangxue.platform.SweepLease;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes back credit that was posted because of an outcome which was withdrawn since. Each entry gets a correction that is approved with the withdrawal; its id is made of
 * both, so hearing of it twice changes nothing. What was spent meanwhile waits, and is taken back as soon as the account can give it.
 */
public final class WithdrawnCredit implements AutoCloseable {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 4;

    private final LedgerStore store;
    private final CorrectedEntries entries;
    private final CorrectionRecord record;
    private final CorrectionPosting posting;
    private final Clock clock;
    private final LeasedSweep sweep;

    WithdrawnCredit(
            CreditLedger ledger,
            CorrectedEntries entries,
            CorrectionRecord record,
            CorrectionPosting posting,
            SweepLease lease,
            Clock clock) {
        this.store = ledger.store();
        this.entries = entries;
        this.record = record;
        this.posting = posting;
        this.clock = clock;
        this.sweep = new LeasedSweep("credit of withdrawn outcomes", lease, this::batch);
    }

    void start() {
        sweep.start();
    }

    @Override
    public void close() {
        sweep.close();
    }

    /** Asks the ledger again where credit was spent. How many were taken back. */
    Mono<Long> sweep() {
        return sweep.sweep();
    }

    private Mono<Long> batch() {
        return record.again(clock.instant(), BATCH)
                .flatMap(posting::post, AT_ONCE)
                .count();
    }

    /** Takes back every award of this outcome. */
    Mono<Void> hear(OutcomeWithdrawn told) {
        return store.awards(new LearnerId(told.learnerId()), new OutcomeId(told.outcomeId()))
                .map(awards -> awards.stream().map(EntryDocument::id).toList())
                .flatMap(awards -> takeBack(told, awards));
    }

    /** Takes these entries of the learner back, those that still stand, because the outcome was withdrawn. Durable once it completes; every step may be repeated. */
    public Mono<Void> takeBack(OutcomeWithdrawn told, Collection<UUID> entryIds) {
        LearnerId learner = new LearnerId(told.learnerId());
        return Flux.fromIterable(List.copyOf(entryIds))
                .concatMap(id -> store.entryById(learner, id))
                .filter(entry -> entry.kind() == EntryKind.DEPOSIT)
                .filterWhen(entry -> entries.isTakenBack(entry).map(undone -> !undone))
                .concatMap(entry -> entries.reach(entry).flatMap(reached -> propose(told, reached)))
                .then();
    }

    private Mono<Boolean> propose(OutcomeWithdrawn told, CorrectedEntries.Reached reached) {
        CorrectionDocument following = CorrectionDocument.following(
                idOf(told, reached.entry()), reached.entry(), reached.organisation(), reached.reach(), told);
        return record.insert(
                following,
                new CorrectionApproved(following.id()),
                Corrections.fact(
                        "correction.of-withdrawn",
                        told.withdrawal().by(),
                        following,
                        told.withdrawal().reason()));
    }

    private static UUID idOf(OutcomeWithdrawn told, EntryDocument entry) {
        String name = told.withdrawal().cause() + "/" + entry.id();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
