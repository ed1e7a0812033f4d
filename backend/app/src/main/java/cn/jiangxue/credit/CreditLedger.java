package cn.jiangxue.credit;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.rules.AccountState;
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
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.mongodb.reactivestreams.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Appends to learning accounts. Postings that arrive while others are being written are written together; an answer is given once its entry is durable. Any
 * number of processes may post to the same account: an account that is remembered from the last posting may have moved on, so a refusal that rests on it is decided
 * anew, and an entry is only added under the next number.
 */
public final class CreditLedger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(CreditLedger.class);
    private static final int LANES = 2;
    private static final int BATCH = 128;
    private static final int WAITING_LIMIT = 2_000;
    private static final int TRIES = 20;
    private static final int LONGEST_PAUSE_MILLIS = 20;
    private static final int REMEMBERED = 10_000;
    private static final Duration RETRY_AFTER = Duration.ofSeconds(2);
    private static final Duration LIFTED_AGAIN_AFTER = Duration.ofSeconds(1);
    private static final Duration LIFTED_AGAIN_WITHIN = Duration.ofMinutes(1);

    private final LedgerStore store;
    private final LeafRelay relay;
    private final Cache<UUID, AccountState> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();
    private Disposable lifting = Disposables.disposed();
    private final CivilTime time;
    private final List<Lane<Posting, Decision>> lanes;
    private final Mono<Boolean> numbered;

    /** Days begin and end in Asia/Shanghai; for programs that are no service. */
    public CreditLedger(DocumentsFactory documents, Clock clock) {
        this(documents, new CivilTime(clock, ZoneId.of("Asia/Shanghai")));
    }

    /** @param time decides on which day credit ends */
    public CreditLedger(DocumentsFactory documents, CivilTime time) {
        this(new LedgerStore(documents, time.clock()), new LeafQueue(documents, LedgerLeaves.LOG, time.clock()), time);
    }

    CreditLedger(LedgerStore store, LeafQueue leaves, CivilTime time) {
        this.store = store;
        this.relay = new LeafRelay(store, leaves, time.clock());
        this.time = time;
        this.numbered = store.eachNumberOnce().thenReturn(true).cacheInvalidateIf(made -> false);
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

    /** Starts to sweep up what an earlier life left behind, and to lift what an earlier release wrote. */
    public void start() {
        relay.start();
        lifting = numbered.then(store.liftAll())
                .retryWhen(Retry.backoff(Long.MAX_VALUE, LIFTED_AGAIN_AFTER)
                        .maxBackoff(LIFTED_AGAIN_WITHIN)
                        .doBeforeRetry(again -> LOG.warn(
                                "the lifting of earlier accounts rests: {}",
                                again.failure().toString())))
                .subscribe();
    }

    @Override
    public void close() {
        lifting.dispose();
        relay.stop();
    }

    /** The decision, once durable. BUSY when the account or this process has more to write than it may hold. */
    public Mono<Decision> post(Posting posting) {
        int lane = Math.floorMod(posting.learner().hashCode(), LANES);
        return numbered.flatMap(ready -> lanes.get(lane).submit(posting));
    }

    /** Hands over what was left behind, as the running sweep does. */
    Mono<Void> sweep() {
        return relay.sweepUp();
    }

    LedgerStore store() {
        return store;
    }

    CivilTime time() {
        return time;
    }

    /** First as if no cause had been posted before: an entry that was is met by its id, and what is left is decided anew with all that is known. */
    private Mono<List<Decision>> postAll(List<Posting> postings) {
        return postAll(postings, TRIES);
    }

    private Mono<List<Decision>> postAll(List<Posting> postings, int tries) {
        Set<UUID> ids = postings.stream()
                .map(posting -> EntryDocument.idOf(posting.learner(), posting.cause()))
                .collect(Collectors.toUnmodifiableSet());
        return Mono.zip(read(postings, tries == TRIES ? Set.of() : ids), announced(ids))
                .flatMap(both -> write(both.getT1(), both.getT2(), postings))
                .flatMap(answers -> again(answers, postings, tries));
    }

    /**
     * Accounts first, entries next: whatever an account has counted is among the entries, so no award counts twice.
     *
     * @param ids of the causes to be looked up: all of them or none
     */
    private Mono<PostingBatch> read(List<Posting> postings, Set<UUID> ids) {
        Set<UUID> learners =
                postings.stream().map(posting -> posting.learner().value()).collect(Collectors.toUnmodifiableSet());
        Map<UUID, AccountState> known = remembered.getAllPresent(learners);
        Set<UUID> unknown = learners.stream()
                .filter(learner -> !known.containsKey(learner))
                .collect(Collectors.toUnmodifiableSet());
        return store.accounts(unknown)
                .flatMap(read -> entriesAbout(postings, ids).map(entries -> {
                    Instant now = time.clock().instant().truncatedTo(ChronoUnit.MILLIS);
                    return new PostingBatch(read, known, entries, !ids.isEmpty(), now, time.dateOf(now));
                }));
    }

    private Mono<List<EntryDocument>> entriesAbout(List<Posting> postings, Set<UUID> ids) {
        Set<String> awards = postings.stream()
                .map(posting -> awardKey(posting.learner(), posting.award()))
                .filter(Objects::nonNull)
                .collect(Collectors.toUnmodifiableSet());
        return Mono.zip(
                store.entriesById(ids),
                store.entriesByAward(awards),
                (one, other) -> Stream.concat(one.stream(), other.stream()).toList());
    }

    private static @Nullable String awardKey(LearnerId learner, @Nullable Award award) {
        return award == null ? null : EntryDocument.awardKey(learner, award);
    }

    /** While it is still read: which entries there may be is known before they are decided. */
    private Mono<Announcement> announced(Set<UUID> ids) {
        Announcement announcement =
                Announcement.of(List.copyOf(ids), time.clock().instant());
        return store.announce(announcement).thenReturn(announcement);
    }

    private Mono<List<Answer>> write(PostingBatch batch, Announcement announcement, List<Posting> postings) {
        List<Decision> decisions = postings.stream().map(batch::decide).toList();
        List<EntryDocument> entries = batch.appended();
        Mono<List<EntryDocument>> written = entries.isEmpty() ? Mono.just(List.of()) : store.append(entries);
        return written.doOnNext(added -> relay.offer(announcement, entries, added))
                .map(added -> added.stream().map(EntryDocument::id).collect(Collectors.toUnmodifiableSet()))
                .map(added -> {
                    batch.remember(added, remembered);
                    return IntStream.range(0, postings.size())
                            .mapToObj(i -> answer(batch, postings.get(i), decisions.get(i), added))
                            .toList();
                })
                .doOnError(unknown -> remembered.invalidateAll(batch.learners()));
    }

    private static Answer answer(PostingBatch batch, Posting posting, Decision decision, Set<UUID> added) {
        return switch (decision) {
            case Decision.Append append when added.contains(append.entry().id()) -> new Answer(decision, Next.NONE);
            case Decision.Append ignored -> new Answer(decision, Next.AFTER_A_PAUSE);
            case Decision.AlreadyPosted ignored when batch.isKept(posting, added) -> new Answer(decision, Next.NONE);
            case Decision refused when batch.isProven(posting.learner(), added) -> new Answer(refused, Next.NONE);
            default -> new Answer(decision, Next.AT_ONCE);
        };
    }

    /** What is to be done with a decision before it is an answer. */
    private enum Next {
        NONE,
        /** It rests on an account that was only remembered. */
        AT_ONCE,
        /** Others write the same account, and need a moment too. */
        AFTER_A_PAUSE
    }

    private record Answer(Decision decision, Next next) {}

    /** Those that are no answer yet are decided anew on accounts that are read. */
    private Mono<List<Decision>> again(List<Answer> answers, List<Posting> postings, int tries) {
        List<Posting> left = IntStream.range(0, postings.size())
                .filter(i -> answers.get(i).next() != Next.NONE)
                .mapToObj(postings::get)
                .toList();
        if (left.isEmpty()) {
            return Mono.just(merge(answers, List.of()));
        }
        if (tries <= 1) {
            return Mono.error(new ProblemException(ProblemCode.BUSY).retryAfter(RETRY_AFTER));
        }
        remembered.invalidateAll(
                left.stream().map(posting -> posting.learner().value()).toList());
        boolean pauses = answers.stream().anyMatch(answer -> answer.next() == Next.AFTER_A_PAUSE);
        Duration pause = Duration.ofMillis(pauses ? ThreadLocalRandom.current().nextInt(LONGEST_PAUSE_MILLIS) : 0);
        return Mono.delay(pause)
                .then(Mono.defer(() -> postAll(left, tries - 1)))
                .map(later -> merge(answers, later));
    }

    private static List<Decision> merge(List<Answer> answers, List<Decision> later) {
        var next = later.iterator();
        return answers.stream()
                .map(answer -> answer.next() == Next.NONE ? answer.decision() : next.next())
                .toList();
    }
}
