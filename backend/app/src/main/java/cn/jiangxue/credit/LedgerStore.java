package cn.jiangxue.credit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.platform.CollectionIndex;
import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import cn.jiangxue.vocabulary.LearnerId;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.Updates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The two collections of the ledger. Accounts change under their {@code seq}; entries are only ever added. */
final class LedgerStore {

    private static final String ACCOUNTS = "credit_accounts";
    private static final String ENTRIES = "credit_entries";

    /** What the queries and guards below rest on. The award index finds the newest entry about an award; that a cause counts once needs none, for the id is made from it. */
    static final List<CollectionIndex> INDEXES = List.of(
            CollectionIndex.unique(ENTRIES, Indexes.ascending("learnerId", "seq")),
            new CollectionIndex(ENTRIES, Indexes.ascending("award"), new IndexOptions().sparse(true)),
            new CollectionIndex(ACCOUNTS, Indexes.ascending("pendingAt"), new IndexOptions().sparse(true)),
            new CollectionIndex(ACCOUNTS, Indexes.ascending("expiresOn"), new IndexOptions().sparse(true)),
            new CollectionIndex(ENTRIES, Indexes.ascending("learnerId", "kind", "seq")));

    private static final BulkWriteOptions UNORDERED = new BulkWriteOptions().ordered(false);
    private static final ReplaceOptions UPSERT = new ReplaceOptions().upsert(true);

    private final Documents<AccountDocument> accounts;
    private final Documents<EntryDocument> entries;

    LedgerStore(DocumentsFactory documents) {
        this.accounts = documents.of(ACCOUNTS, AccountDocument.class, LedgerUpgrades.ACCOUNT);
        this.entries = documents.of(ENTRIES, EntryDocument.class, LedgerUpgrades.ENTRY);
    }

    Mono<AccountDocument> account(LearnerId learner) {
        return accounts.find(learner.value()).defaultIfEmpty(AccountDocument.empty(learner));
    }

    Mono<Map<UUID, AccountDocument>> accounts(Collection<UUID> learners) {
        return accounts.list(in("_id", learners), null, learners.size()).collectMap(AccountDocument::id);
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

    Mono<EntryDocument> entry(LearnerId learner, long seq) {
        return entries.first(and(eq("learnerId", learner.value()), eq("seq", seq)));
    }

    Mono<EntryDocument> kept(UUID entryId) {
        return entries.find(entryId);
    }

    /** The learner's entry, pending or kept. */
    Mono<EntryDocument> entryById(LearnerId learner, UUID entryId) {
        return account(learner)
                .flatMap(account -> Mono.justOrEmpty(account.pending().stream()
                        .filter(entry -> entry.id().equals(entryId))
                        .findFirst()))
                .switchIfEmpty(Mono.defer(() -> entries.find(entryId)))
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
        return entries.list(and(filter), order, limit).collectList();
    }

    /** Accounts some of whose credit ended by that day, longest ago first. */
    Mono<List<AccountDocument>> expired(LocalDate today, int limit) {
        return accounts.list(lte("expiresOn", today), Sorts.ascending("expiresOn"), limit)
                .collectList();
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
     * Writes each account if it still has the sequence number it was read with.
     *
     * @return the ids of those that had moved on; they were not written
     */
    Mono<Set<UUID>> compareAndSet(List<Changed> changes) {
        List<ReplaceOneModel<BsonDocument>> writes = changes.stream()
                .map(change -> new ReplaceOneModel<>(
                        and(eq("_id", change.account().id()), eq("seq", change.expectedSeq())),
                        accounts.write(change.account()),
                        // An account that moved on is not matched, so the upsert meets its id: a duplicate key tells
                        // which one it was.
                        UPSERT))
                .toList();
        return Mono.from(accounts.raw().bulkWrite(writes, UNORDERED))
                .thenReturn(Set.<UUID>of())
                .onErrorResume(
                        MongoBulkWriteException.class,
                        refused -> Documents.isDuplicateKey(refused)
                                ? Mono.just(movedOn(changes, refused))
                                : Mono.error(refused));
    }

    record Changed(AccountDocument account, long expectedSeq) {}

    private static Set<UUID> movedOn(List<Changed> changes, MongoBulkWriteException refused) {
        return refused.getWriteErrors().stream()
                .map(BulkWriteError::getIndex)
                .map(index -> changes.get(index).account().id())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Adds entries to their collection; those that are there already stay as they are. */
    Mono<Void> addEntries(List<EntryDocument> added) {
        return Mono.from(entries.raw()
                        .insertMany(
                                added.stream().map(entries::write).toList(), new InsertManyOptions().ordered(false)))
                .then()
                .onErrorResume(Documents::isDuplicateKey, e -> Mono.empty());
    }

    /** Forgets what is pending in accounts that have not changed since; in those that have, the next posting leaves out what is already kept. */
    Mono<Void> clearPending(Map<UUID, Long> seqByAccount) {
        List<UpdateOneModel<BsonDocument>> writes = seqByAccount.entrySet().stream()
                .map(account -> new UpdateOneModel<BsonDocument>(
                        and(eq("_id", account.getKey()), eq("seq", account.getValue())),
                        Updates.combine(Updates.set("pending", List.of()), Updates.unset("pendingAt"))))
                .toList();
        return Mono.from(accounts.raw().bulkWrite(writes, UNORDERED)).then();
    }

    Mono<List<AccountDocument>> leftBehind(Instant since, int limit) {
        return accounts.list(lte("pendingAt", since), Sorts.ascending("pendingAt"), limit)
                .collectList();
    }
}
