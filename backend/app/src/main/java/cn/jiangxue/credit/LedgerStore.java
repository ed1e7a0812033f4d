package cn.jiangxue.credit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The entries of the ledger, and what was announced and not handed to the log yet. Entries are only ever added. The newest of a learner is the account: who adds the one with
 * the next number has decided, for each number is taken once.
 */
final class LedgerStore {

    static final String ENTRIES = "credit_entries";
    static final String ANNOUNCEMENTS = "credit_announcements";

    private static final CollectionIndex EACH_NUMBER_ONCE =
            CollectionIndex.unique(ENTRIES, Indexes.ascending("learnerId", "seq"));

    /** What the queries and guards below rest on. The award index finds the newest entry about an award; that a cause counts once needs none, for the id is made from it. */
    static final List<CollectionIndex> INDEXES = List.of(
            EACH_NUMBER_ONCE,
            new CollectionIndex(ENTRIES, Indexes.ascending("award"), new IndexOptions().sparse(true)),
            new CollectionIndex(ENTRIES, Indexes.ascending("expiresOn"), new IndexOptions().sparse(true)),
            new CollectionIndex(ENTRIES, Indexes.ascending("learnerId", "kind", "seq")),
            new CollectionIndex(ANNOUNCEMENTS, Indexes.ascending("at"), new IndexOptions()));

    private static final Bson LEARNER_ONLY =
            Projections.fields(Projections.include("learnerId"), Projections.excludeId());
    private static final int HEADS_AT_ONCE = 16;

    private final Documents<EntryDocument> entries;
    private final Documents<Announcement> announcements;
    private final EarlierAccounts earlier;

    LedgerStore(DocumentsFactory documents, Clock clock) {
        this.entries = documents.of(ENTRIES, EntryDocument.class, LedgerUpgrades.ENTRY);
        this.announcements = documents.of(ANNOUNCEMENTS, Announcement.class);
        this.earlier = new EarlierAccounts(documents, entries, this, clock);
    }

    /** Completes when the index stands on which every decision rests. */
    Mono<Void> eachNumberOnce() {
        return entries.ensureIndex(EACH_NUMBER_ONCE.keys(), EACH_NUMBER_ONCE.options());
    }

    /** Lifts the accounts of earlier releases. */
    Mono<Void> liftAll() {
        return earlier.liftAll();
    }

    /** The account as it stands. */
    Mono<AccountState> account(LearnerId learner) {
        return page(learner, null, 1)
                .map(newest -> account(learner, newest.stream().findFirst()));
    }

    /** The account as its newest entry tells of it; one without entries is empty. */
    static AccountState account(LearnerId learner, Optional<EntryDocument> newest) {
        return newest.map(entry -> entry.state()
                        .orElseThrow(() -> new IllegalStateException(
                                "entry " + entry.id() + " is the newest of its account and does not tell of it")))
                .orElseGet(() -> AccountState.empty(learner));
    }

    /** Reads once nothing of the account stands where earlier releases kept it. */
    private <T> Mono<T> lifted(LearnerId learner, Mono<T> read) {
        return Mono.defer(
                () -> earlier.noneLeft() ? read : earlier.lift(learner.value()).then(read));
    }

    /** An account for each. Those that have no first entry are told by one read; every other costs one. */
    Mono<Map<UUID, AccountState>> accounts(Collection<UUID> learners) {
        return begun(learners)
                .flatMap(id -> account(new LearnerId(id)), HEADS_AT_ONCE)
                .collectMap(account -> account.learner().value())
                .doOnNext(accounts -> learners.forEach(
                        id -> accounts.computeIfAbsent(id, none -> AccountState.empty(new LearnerId(none)))));
    }

    private Flux<UUID> begun(Collection<UUID> learners) {
        return learners.isEmpty() || !earlier.noneLeft()
                ? Flux.fromIterable(learners)
                : Flux.from(entries.raw()
                                .find(and(in("learnerId", learners), eq("seq", 1L)))
                                .projection(LEARNER_ONLY))
                        .map(first -> first.getBinary("learnerId").asUuid());
    }

    Mono<List<EntryDocument>> entriesById(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Mono.just(List.of())
                : entries.list(in("_id", ids), null, ids.size()).collectList();
    }

    /** Every entry about these awards: deposits and what took them back. */
    Mono<List<EntryDocument>> entriesByAward(Collection<String> awards) {
        return awards.isEmpty()
                ? Mono.just(List.of())
                : Flux.from(entries.raw().find(in("award", awards)))
                        .map(entries::read)
                        .collectList();
    }

    /** Every deposit for this outcome, toward whatever target. */
    Mono<List<EntryDocument>> awards(LearnerId learner, OutcomeId outcome) {
        String prefix = EntryDocument.awardKey(learner, new Award(outcome, ""));
        Bson ofOutcome = and(gte("award", prefix), lt("award", prefix + Character.MAX_VALUE));
        return lifted(
                learner,
                Flux.from(entries.raw().find(and(ofOutcome, eq("kind", EntryKind.DEPOSIT.name()))))
                        .map(entries::read)
                        .collectList());
    }

    Mono<EntryDocument> entry(LearnerId learner, long seq) {
        return lifted(learner, entries.first(and(eq("learnerId", learner.value()), eq("seq", seq))));
    }

    Mono<EntryDocument> kept(UUID entryId) {
        return entries.find(entryId);
    }

    /** The learner's entry with this id. */
    Mono<EntryDocument> entryById(LearnerId learner, UUID entryId) {
        return lifted(learner, entries.find(entryId))
                .filter(entry -> entry.learnerId().equals(learner.value()));
    }

    /** Newest first, older than {@code before}. */
    Mono<List<EntryDocument>> page(LearnerId learner, @Nullable Long before, int limit) {
        return page(learner, null, before, limit);
    }

    /** Newest first, older than {@code before}; of one kind, or of all. */
    Mono<List<EntryDocument>> page(LearnerId learner, @Nullable EntryKind kind, @Nullable Long before, int limit) {
        List<Bson> filter = new ArrayList<>(List.of(eq("learnerId", learner.value())));
        if (kind != null) {
            filter.add(eq("kind", kind.name()));
        }
        if (before != null) {
            filter.add(lt("seq", before));
        }
        Bson order = kind == null ? Sorts.descending("learnerId", "seq") : Sorts.descending("learnerId", "kind", "seq");
        return lifted(learner, entries.list(and(filter), order, limit).collectList());
    }

    /** Entries after which some credit of their account ended by that day, longest ago first. Only the newest of an account says what is still so. */
    Mono<List<EntryDocument>> expired(LocalDate today, int limit) {
        return entries.list(lte("expiresOn", today), Sorts.ascending("expiresOn"), limit)
                .collectList();
    }

    /** Entries that are not the newest of their account say no more when its credit ends. */
    Mono<Void> outlived(LearnerId learner, long newestSeq) {
        return Mono.from(entries.raw()
                        .updateMany(
                                and(eq("learnerId", learner.value()), lt("seq", newestSeq), exists("expiresOn")),
                                Updates.unset("expiresOn")))
                .then();
    }

    /** Oldest first, newer than {@code after}. */
    Mono<List<EntryDocument>> since(LearnerId learner, long after, int limit) {
        return entries.list(
                        and(eq("learnerId", learner.value()), gt("seq", after)),
                        Sorts.ascending("learnerId", "seq"),
                        limit)
                .collectList();
    }

    /** All entries there are, account by account; those after this place. */
    Flux<EntryDocument> all(UUID learner, long seq, int limit) {
        return entries.list(
                or(gt("learnerId", learner), and(eq("learnerId", learner), gt("seq", seq))),
                Sorts.ascending("learnerId", "seq"),
                limit);
    }

    /**
     * Adds entries, each if its number is still free.
     *
     * @param entries those of one account in the order of their numbers
     * @return those that were added; the others' accounts moved on, or came after one that had
     */
    Mono<List<EntryDocument>> append(List<EntryDocument> appended) {
        boolean inOrder =
                appended.stream().map(EntryDocument::learnerId).distinct().count() < appended.size();
        return Mono.from(entries.raw()
                        .insertMany(
                                appended.stream().map(entries::write).toList(),
                                new InsertManyOptions().ordered(inOrder)))
                .thenReturn(appended)
                .onErrorResume(
                        MongoBulkWriteException.class,
                        refused -> Documents.isDuplicateKey(refused)
                                ? Mono.just(added(appended, refused, inOrder))
                                : Mono.error(refused));
    }

    /** Of those in order none is added after the first that was refused. */
    private static List<EntryDocument> added(
            List<EntryDocument> appended, MongoBulkWriteException refused, boolean inOrder) {
        Set<Integer> places =
                refused.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(Collectors.toUnmodifiableSet());
        return inOrder
                ? appended.subList(0, Collections.min(places))
                : IntStream.range(0, appended.size())
                        .filter(place -> !places.contains(place))
                        .mapToObj(appended::get)
                        .toList();
    }

    /** Durable when it completes. */
    Mono<Void> announce(Announcement announcement) {
        return announcements.insert(announcement).then();
    }

    Mono<Void> forget(List<UUID> announced) {
        return announced.isEmpty()
                ? Mono.empty()
                : Mono.from(announcements.raw().deleteMany(in("_id", announced)))
                        .then();
    }

    Flux<Announcement> announcedBefore(Instant since, int limit) {
        return announcements.list(lte("at", since), Sorts.ascending("at"), limit);
    }
}
