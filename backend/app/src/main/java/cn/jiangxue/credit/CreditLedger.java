package cn.jiangxue.credit;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.LedgerStore.Changed;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.credit.rules.Decision;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.platform.CivilTime;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.platform.Lane;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.transparency.LeafQueue;
import cn.jiangxue.transparency.TransparencyLogs;
import cn.jiangxue.vocabulary.LearnerId;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Appends to learning accounts. Postings that arrive while others are being written are written together; an answer is given once its entry is durable. Any
 * number of processes may post to the same account.
 */
public final class CreditLedger implements AutoCloseable {

    private static final int LANES = 2;
    private static final int BATCH = 128;
    private static final int WAITING_LIMIT = 2_000;
    private static final int TRIES = 20;
    private static final int LONGEST_PAUSE_MILLIS = 20;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

    private final LedgerStore store;
    private final EntryRelay relay;
    private final CivilTime time;
    private final List<Lane<Posting, Decision>> lanes;

    /** Days begin and end in Asia/Shanghai; for programs that are no service. */
    public CreditLedger(DocumentsFactory documents, Clock clock) {
        this(documents, new CivilTime(clock, ZoneId.of("Asia/Shanghai")));
    }

    /** @param time decides on which day credit ends */
    public CreditLedger(DocumentsFactory documents, CivilTime time) {
        this(new LedgerStore(documents), new LeafQueue(documents, LedgerLeaves.LOG, time.clock()), time);
    }

    CreditLedger(LedgerStore store, LeafQueue leaves, CivilTime time) {
        this.store = store;
        this.relay = new EntryRelay(store, leaves, time.clock());
        this.time = time;
        this.lanes = IntStream.range(0, LANES)
                .mapToObj(lane -> new Lane<Posting, Decision>(BATCH, WAITING_LIMIT, this::postAll))
                .toList();
    }

    /** Makes the indexes; for programs that are no service. */
    public Mono<Void> ensureIndexes(MongoDatabase database) {
        return Flux.concat(
                        Flux.fromIterable(LedgerStore.INDEXES),
                        Flux.fromIterable(TransparencyLogs.indexes(LedgerLeaves.LOG)))
                .concatMap(
                        index -> database.getCollection(index.collection()).createIndex(index.keys(), index.options()))
                .then();
    }

    /** Starts to sweep up what an earlier life left behind. */
    public void start() {
        relay.start();
    }

    @Override
    public void close() {
        relay.stop();
    }

    /** The decision, once durable. BUSY when the account or this process has more to write than it may hold. */
    public Mono<Decision> post(Posting posting) {
        int lane = Math.floorMod(posting.learner().hashCode(), LANES);
        return lanes.get(lane).submit(posting);
    }

    /** Moves what was left behind, as the running sweep does. */
    Mono<Void> sweep() {
        return relay.sweepUp();
    }

    LedgerStore store() {
        return store;
    }

    CivilTime time() {
        return time;
    }

    private Mono<List<Decision>> postAll(List<Posting> postings) {
        return postAll(postings, TRIES);
    }

    private Mono<List<Decision>> postAll(List<Posting> postings, int tries) {
        return read(postings)
                .flatMap(batch -> write(batch, postings))
                .flatMap(answers -> again(answers, postings, tries));
    }

    /** Accounts first, entries next: the order on which {@link PostingBatch} rests. */
    private Mono<PostingBatch> read(List<Posting> postings) {
        Set<UUID> learners =
                postings.stream().map(posting -> posting.learner().value()).collect(Collectors.toUnmodifiableSet());
        return store.accounts(learners).flatMap(accounts -> readEntries(accounts.values(), postings));
    }

    private Mono<PostingBatch> readEntries(Collection<AccountDocument> accounts, List<Posting> postings) {
        Set<UUID> ids = Stream.concat(
                        postings.stream().map(posting -> EntryDocument.idOf(posting.learner(), posting.cause())),
                        accounts.stream()
                                .flatMap(account -> account.pending().stream())
                                .map(EntryDocument::id))
                .collect(Collectors.toUnmodifiableSet());
        Set<String> awards = postings.stream()
                .map(posting -> awardKey(posting.learner(), posting.award()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        Instant now = time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
        return Mono.zip(
                store.entriesById(ids),
                store.entriesByAward(awards),
                (causes, known) -> new PostingBatch(
                        accounts, Stream.concat(causes.stream(), known.stream()).toList(), now, time.dateOf(now)));
    }

    private static @Nullable String awardKey(LearnerId learner, @Nullable Award award) {
        return award == null ? null : EntryDocument.awardKey(learner, award);
    }

    /** An answer per posting; null where the account had moved on. */
    private Mono<List<Answer>> write(PostingBatch batch, List<Posting> postings) {
        List<@Nullable Decision> decisions = new ArrayList<>();
        postings.forEach(posting -> decisions.add(batch.decide(posting)));
        List<Changed> changes = batch.changes();
        Mono<Set<UUID>> written = changes.isEmpty() ? Mono.just(Set.of()) : store.compareAndSet(changes);
        return written.map(movedOn -> {
            relay.offer(changes.stream()
                    .map(Changed::account)
                    .filter(account -> !movedOn.contains(account.id()))
                    .toList());
            return IntStream.range(0, postings.size())
                    .mapToObj(i -> new Answer(
                            decisions.get(i),
                            movedOn.contains(postings.get(i).learner().value())))
                    .toList();
        });
    }

    /** {@code decision} null: too much pending. */
    private record Answer(@Nullable Decision decision, boolean movedOn) {}

    /** Those whose account had moved on are decided anew: their cause is looked up again with the rest. */
    private Mono<List<Decision>> again(List<Answer> answers, List<Posting> postings, int tries) {
        List<Posting> left = IntStream.range(0, postings.size())
                .filter(i -> answers.get(i).movedOn() || answers.get(i).decision() == null)
                .mapToObj(postings::get)
                .toList();
        if (left.isEmpty()) {
            return Mono.just(merge(answers, List.of()));
        }
        if (tries <= 1) {
            return Mono.error(new ProblemException(ProblemCode.BUSY).retryAfter(RETRY_AFTER));
        }
        boolean waits = answers.stream().anyMatch(answer -> answer.decision() == null);
        Mono<Void> kept = waits ? relay.idle() : Mono.empty();
        // Others who write the same account, or move its entries, need a moment too.
        Duration pause = Duration.ofMillis(ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS));
        return kept.then(Mono.delay(pause))
                .then(Mono.defer(() -> postAll(left, tries - 1)))
                .map(later -> merge(answers, later));
    }

    private static List<Decision> merge(List<Answer> answers, List<Decision> later) {
        var next = later.iterator();
        return answers.stream()
                .map(answer -> answer.movedOn() || answer.decision() == null ? next.next() : answer.decision())
                .toList();
    }
}
