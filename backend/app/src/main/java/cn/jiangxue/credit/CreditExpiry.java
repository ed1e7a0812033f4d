package cn.jiangxue.credit;

import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Lot;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.platform.LeasedSweep;
import cn.jiangxue.platform.SweepLease;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes out credit that has ended, on one node at a time. What can be used never waits for it: postings go by the day. The account's place is in the cause, so a
 * sweep that died anywhere is taken up by the next one and nothing expires twice.
 */
final class CreditExpiry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CreditExpiry.class);
    private static final int BATCH = 100;

    private final CreditLedger ledger;
    private final LeasedSweep sweep;

    CreditExpiry(CreditLedger ledger, SweepLease lease) {
        this.ledger = ledger;
        this.sweep = new LeasedSweep("the expiry of credit", lease, this::batch);
    }

    void start() {
        sweep.start();
    }

    @Override
    public void close() {
        sweep.close();
    }

    /** Takes out all that has ended by today, 100 accounts at a time; nothing while another node does. The number of entries posted. */
    Mono<Long> sweep() {
        return sweep.sweep();
    }

    /** How many entries were posted; none when nothing is due, or the store refuses. Where earlier entries alone told of a day, the next are looked at. */
    private Mono<Long> batch() {
        return Mono.defer(this::pass)
                .repeat()
                .filter(done -> done.posted() > 0 || !done.outlived())
                .next()
                .map(Done::posted);
    }

    private Mono<Done> pass() {
        LocalDate today = ledger.time().today();
        return ledger.store()
                .expired(today, BATCH)
                .flatMapIterable(found -> found)
                .groupBy(EntryDocument::learnerId)
                .flatMap(
                        ofOne -> ofOne.map(EntryDocument::seq)
                                .reduce(Math::min)
                                .flatMap(oldest -> expire(new LearnerId(ofOne.key()), oldest, today))
                                .onErrorResume(failure -> rest(ofOne.key(), failure)),
                        BATCH)
                .reduce(Done.NOTHING, Done::and);
    }

    /** What was done: entries posted, and whether earlier entries told of what is over. */
    private record Done(long posted, boolean outlived) {
        private static final Done NOTHING = new Done(0, false);

        private Done and(Done other) {
            return new Done(posted + other.posted, outlived || other.outlived);
        }
    }

    /** One account does not keep the others from their day. */
    private static Mono<Done> rest(UUID learnerId, Throwable failure) {
        LOG.warn("credit of account {} that has ended is taken out later: {}", learnerId, failure.toString());
        return Mono.just(Done.NOTHING);
    }

    private Mono<Done> expire(LearnerId learner, long oldest, LocalDate today) {
        return ledger.store()
                .account(learner)
                .flatMap(account -> Flux.fromIterable(due(account, today))
                        .concatMap(posting -> ledger.post(posting).map(decision -> Refusals.answer(posting, decision)))
                        .filter(Posted.Entered.class::isInstance)
                        .count()
                        .flatMap(posted -> oldest < account.seq()
                                ? ledger.store()
                                        .outlived(learner, account.seq())
                                        .thenReturn(new Done(posted, true))
                                : Mono.just(new Done(posted, false))));
    }

    private static List<Posting> due(AccountState account, LocalDate today) {
        return account.lots().lots().stream()
                .map(Lot::until)
                .filter(until -> until != null && !today.isBefore(until))
                .map(until -> Posting.expiry(account, until))
                .toList();
    }
}
