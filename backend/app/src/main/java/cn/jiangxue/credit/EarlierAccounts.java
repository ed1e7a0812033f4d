package cn.jiangxue.credit;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;

import cn.jiangxue.platform.Documents;
import cn.jiangxue.platform.DocumentsFactory;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Accounts that earlier releases kept in documents of their own: their pending entries go to their place, the numbers to the newest entry, and the document is removed.
 * Every step may be repeated by any node. An account is lifted when it is first asked for, and all of them after the start.
 */
final class EarlierAccounts {

    private static final Logger LOG = LoggerFactory.getLogger(EarlierAccounts.class);
    private static final String ACCOUNTS = "credit_accounts";
    private static final UUID FIRST = new UUID(0, 0);
    private static final int PAGE = 100;
    private static final int AT_ONCE = 4;

    private final Documents<EarlierAccount> accounts;
    private final Documents<EntryDocument> entries;
    private final LedgerStore store;
    private final Clock clock;
    private volatile boolean noneLeft;

    EarlierAccounts(DocumentsFactory documents, Documents<EntryDocument> entries, LedgerStore store, Clock clock) {
        this.accounts = documents.of(ACCOUNTS, EarlierAccount.class, LedgerUpgrades.ACCOUNT);
        this.entries = entries;
        this.store = store;
        this.clock = clock;
    }

    boolean noneLeft() {
        return noneLeft;
    }

    /** Completes when what there was of this account is lifted. */
    Mono<Void> lift(UUID learnerId) {
        return accounts.find(learnerId).flatMap(this::lifted).then();
    }

    /** Lifts all there are, one after another; one that cannot be lifted stays and is said. */
    Mono<Void> liftAll() {
        return Mono.just(new Lap(FIRST, true, false))
                .expand(lap -> lap.ended() ? Mono.empty() : page(lap))
                .last()
                .doOnNext(lap -> noneLeft = lap.whole())
                .then();
    }

    /** How far all accounts were gone through; {@code whole}: each could be lifted. */
    private record Lap(UUID after, boolean whole, boolean ended) {}

    private Mono<Lap> page(Lap lap) {
        return accounts.list(gt("_id", lap.after()), Sorts.ascending("_id"), PAGE)
                .collectList()
                .flatMap(found -> found.isEmpty()
                        ? Mono.just(new Lap(lap.after(), lap.whole(), true))
                        : Flux.fromIterable(found)
                                .flatMap(this::lifted, AT_ONCE)
                                .reduce(true, Boolean::logicalAnd)
                                .map(all -> new Lap(found.getLast().id(), lap.whole() && all, false)));
    }

    /** False when the document was kept because it is still needed. */
    private Mono<Boolean> lifted(EarlierAccount account) {
        Set<UUID> pending = account.pending().stream().map(EntryDocument::id).collect(Collectors.toUnmodifiableSet());
        Mono<Void> kept = pending.isEmpty()
                ? Mono.empty()
                : store.announce(Announcement.of(List.copyOf(pending), clock.instant()))
                        .then(Mono.defer(() -> entries.insertMissing(account.pending())));
        return kept.then(Mono.defer(() -> store.entriesById(pending)))
                .flatMap(found -> found.size() == pending.size() ? told(account) : Mono.just(false))
                .flatMap(told -> told ? removed(account) : Mono.fromCallable(() -> kept(account)));
    }

    /** Whether the newest entry tells of the account. */
    private Mono<Boolean> told(EarlierAccount account) {
        Bson newest = and(eq("learnerId", account.id()), eq("seq", account.seq()));
        return account.seq() == 0
                ? Mono.just(true)
                : entries.update(and(newest, exists("account", false)), numbers(account))
                        .then(Mono.defer(() ->
                                entries.first(and(newest, exists("account"))).hasElement()));
    }

    private Mono<Boolean> removed(EarlierAccount account) {
        return accounts.delete(and(eq("_id", account.id()), eq("seq", account.seq())))
                .thenReturn(true);
    }

    private static boolean kept(EarlierAccount account) {
        LOG.error(
                "account {} and its entries contradict each other: it is left as an earlier release wrote it",
                account.id());
        return false;
    }

    private Bson numbers(EarlierAccount account) {
        BsonDocument written = accounts.write(account);
        List<Bson> numbers = new ArrayList<>();
        for (String field : List.of("earned", "lots", "holds")) {
            numbers.add(Updates.set("account." + field, written.get(field)));
        }
        account.lots().stream()
                .map(StoredAccount.StoredLot::until)
                .filter(until -> until != null)
                .min(LocalDate::compareTo)
                .ifPresent(until -> numbers.add(Updates.set("expiresOn", until)));
        return Updates.combine(numbers);
    }
}
