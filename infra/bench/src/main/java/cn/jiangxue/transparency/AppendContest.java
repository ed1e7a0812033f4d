package cn.jiangxue.transparency;

import cn.jiangxue.bench.Contest;
import cn.jiangxue.bench.Side;
import cn.jiangxue.bench.Size;
import cn.jiangxue.bench.Subject;
import cn.jiangxue.credit.PostingContest;
import cn.jiangxue.platform.KeyFolder;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import reactor.core.publisher.Mono;

/** Leaves appended to a Merkle log, against the postings they come from: the log must not be what holds the ledger up. */
public final class AppendContest {

    private static final double GOAL = 0.8;
    /** As many leaves as the ledger's relay hands over at once when 64 postings are in flight. */
    private static final int HANDED_OVER = 64;

    private final MongoDatabase database;
    private final OpenLog log;
    private final LeafQueue queue;
    private final AtomicLong appended = new AtomicLong();

    private AppendContest(Subject subject) {
        database = subject.database();
        log = BenchLog.open(database, subject.part(KeyFolder.class).path());
        queue = new LeafQueue(new cn.jiangxue.platform.DocumentsFactory(database), BenchLog.NAME, Clock.systemUTC());
    }

    public static Contest of(Subject subject, Size size) {
        var contest = new AppendContest(subject);
        return new Contest(
                "Merkle append",
                "records/s",
                GOAL,
                "LeafQueue.offer and Sequencer.round until a signed head outside the database covers every leaf: leaf, tiles, place, state, head",
                "CreditLedger.post of as many entries, until the leaf of each is handed over",
                List.of(
                        "same process, store, driver and durability; " + HANDED_OVER
                                + " records at a time on both sides, " + size.postings() / HANDED_OVER * HANDED_OVER
                                + " in a round",
                        "the log is one beside the service's own; before each side begins, the service's logs have caught up"),
                round -> contest.ours(size),
                round -> contest.postings(subject, size, round));
    }

    private Side ours(Size size) {
        LedgerLog.caughtUp(database).block();
        int calls = Math.max(1, size.postings() / HANDED_OVER);
        return new Side(calls, 1, HANDED_OVER, call -> offer(), this::covered, Mono::empty);
    }

    private Mono<Void> offer() {
        long first = appended.getAndAdd(HANDED_OVER);
        return queue.offer(LongStream.range(first, first + HANDED_OVER)
                .mapToObj(BenchLog::leaf)
                .toList());
    }

    /** One round of the sequencer goes on until nothing waits. */
    private Mono<Void> covered() {
        return log.sequencer()
                .round()
                .then(Mono.defer(log.store()::newestHead))
                .filter(head -> head.size() == appended.get())
                .switchIfEmpty(Mono.error(() -> new IllegalStateException("no head covers all leaves")))
                .then();
    }

    private Side postings(Subject subject, Size size, int round) {
        LedgerLog.caughtUp(database).block();
        return PostingContest.toMany(subject, size, round);
    }
}
