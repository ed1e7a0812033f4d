package cn.jiangxue.credit;

import cn.jiangxue.credit.rules.Lot;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.platform.LeasedSweep;
import cn.jiangxue.platform.SweepLease;
import java.time.LocalDate;
import java.util.List;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes out credit that has ended, on one node at a time. What can be used never waits for it: postings go by the day. The account's place is in the cause, so a
 * sweep that died anywhere is taken up by the next one and nothing expires twice.
 */
final class CreditExpiry implements AutoCloseable {

    private static final int BATCH = 100;
    private static final int AT_ONCE = 16;

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

    /** A batch that posts nothing is the last: nothing is due, or the store refuses. */
    private Mono<Long> batch() {
        LocalDate today = ledger.time().today();
        return ledger.store()
                .expired(today, BATCH)
                .flatMap(accounts -> Flux.fromIterable(accounts)
                        .flatMap(account -> expire(account, today), AT_ONCE)
                        .count());
    }

    private Flux<Posted> expire(AccountDocument account, LocalDate today) {
        return Flux.fromIterable(due(account, today))
                .concatMap(posting -> ledger.post(posting).map(decision -> Refusals.answer(posting, decision)))
                .filter(Posted.Entered.class::isInstance);
    }

    private static List<Posting> due(AccountDocument account, LocalDate today) {
        return account.state().lots().lots().stream()
                .map(Lot::until)
                .filter(until -> until != null && !today.isBefore(until))
                .map(until -> Posting.expiry(account.state(), until))
                .toList();
    }
}
