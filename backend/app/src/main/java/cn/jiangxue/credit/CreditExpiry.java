package cn.jiangxue.credit;

import cn.jiangxue.credit.rules.Lot;
import cn.jiangxue.credit.rules.Posting;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes out credit that has ended, on one node at a time. What can be used never waits for it: postings go by the day. The account's place is in the cause, so a
 * sweep that died anywhere is taken up by the next one and nothing expires twice.
 */
final class CreditExpiry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CreditExpiry.class);
    private static final Duration EVERY = Duration.ofMinutes(1);
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final int BATCH = 100;
    private static final int AT_ONCE = 16;

    private final CreditLedger ledger;
    private final SweepLease lease;
    private final UUID node = UUID.randomUUID();
    private Disposable sweeping = Disposables.disposed();

    CreditExpiry(CreditLedger ledger, SweepLease lease) {
        this.ledger = ledger;
        this.lease = lease;
    }

    void start() {
        sweeping = Flux.interval(EVERY)
                .onBackpressureDrop()
                .concatMap(tick -> sweep().onErrorResume(CreditExpiry::rest), 1)
                .subscribe();
    }

    @Override
    public void close() {
        sweeping.dispose();
    }

    /** Takes out all that has ended by today, 100 accounts at a time; nothing while another node does. The number of entries posted. */
    Mono<Long> sweep() {
        return batch().expand(posted -> posted > 0 ? batch() : Mono.empty())
                .reduce(0L, Long::sum)
                .flatMap(posted -> lease.release(node).thenReturn(posted));
    }

    /** A batch that posts nothing is the last: nothing is due, or the store refuses. */
    private Mono<Long> batch() {
        LocalDate today = ledger.time().today();
        return lease.take(node, LEASE)
                .filter(Boolean::booleanValue)
                .flatMap(mine -> ledger.store().expired(today, BATCH))
                .flatMap(accounts -> Flux.fromIterable(accounts)
                        .flatMap(account -> expire(account, today), AT_ONCE)
                        .count())
                .defaultIfEmpty(0L);
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

    private static Mono<Long> rest(Throwable failure) {
        LOG.warn("the expiry of credit rests, the next sweep goes on: {}", failure.toString());
        return Mono.just(0L);
    }
}
