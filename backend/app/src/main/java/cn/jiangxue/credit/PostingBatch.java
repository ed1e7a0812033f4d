package cn.jiangxue.credit;

import cn.jiangxue.credit.LedgerStore.Changed;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Award;
import cn.jiangxue.credit.rules.Decision;
import cn.jiangxue.credit.rules.Entry;
import cn.jiangxue.credit.rules.Known;
import cn.jiangxue.credit.rules.Ledger;
import cn.jiangxue.credit.rules.Ledger.Stamp;
import cn.jiangxue.credit.rules.Posting;
import cn.jiangxue.credit.rules.Salt;
import cn.jiangxue.vocabulary.LearnerId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Postings decided together on accounts that were read before the entries: what the accounts no longer hold as pending is among the entries, so nothing that could
 * refuse a posting is missed, and the compare-and-set on {@code seq} sees to what came after.
 */
final class PostingBatch {

    /** Entries an account may hold before the relay has kept them; beyond that postings are refused as BUSY. */
    static final int PENDING_LIMIT = 64;

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<UUID, Working> accounts = new LinkedHashMap<>();
    private final Map<UUID, Entry> byId = new HashMap<>();
    private final Map<String, Entry> newestByAward = new HashMap<>();
    private final Instant now;
    private final LocalDate today;

    /** An account under change. */
    private static final class Working {
        private final long readSeq;
        private AccountState state;
        private final List<EntryDocument> pending;
        private boolean changed;

        private Working(AccountDocument read, Set<UUID> kept) {
            this.readSeq = read.seq();
            this.state = read.state();
            this.pending = new ArrayList<>(read.pending().stream()
                    .filter(entry -> !kept.contains(entry.id()))
                    .toList());
        }
    }

    PostingBatch(Collection<AccountDocument> read, Collection<EntryDocument> stored, Instant now, LocalDate today) {
        this.now = now;
        this.today = today;
        Set<UUID> kept = new HashSet<>();
        for (EntryDocument entry : stored) {
            kept.add(entry.id());
            remember(entry.entry());
        }
        for (AccountDocument account : read) {
            account.pendingEntries().forEach(this::remember);
            accounts.put(account.id(), new Working(account, kept));
        }
    }

    /** The answer, or null when the account holds too many entries that are not kept yet. */
    @Nullable
    Decision decide(Posting posting) {
        Working account = accounts.computeIfAbsent(
                posting.learner().value(), id -> new Working(AccountDocument.empty(new LearnerId(id)), Set.of()));
        UUID id = EntryDocument.idOf(posting.learner(), posting.cause());
        Award award = posting.award();
        Known known = new Known(
                byId.get(id),
                award == null ? null : newestByAward.get(EntryDocument.awardKey(posting.learner(), award)));
        Decision decision = Ledger.decide(account.state, known, posting, new Stamp(id, salt(), now, today));
        if (!(decision instanceof Decision.Append append)) {
            return decision;
        }
        if (account.pending.size() >= PENDING_LIMIT) {
            return null;
        }
        remember(append.entry());
        account.state = append.account();
        account.pending.add(EntryDocument.of(append.entry()));
        account.changed = true;
        return decision;
    }

    /** What is to be written. */
    List<Changed> changes() {
        return accounts.values().stream()
                .filter(account -> account.changed)
                .map(account -> new Changed(
                        AccountDocument.of(account.state, List.copyOf(account.pending), now), account.readSeq))
                .toList();
    }

    private void remember(Entry entry) {
        byId.put(entry.id(), entry);
        Award award = entry.award();
        if (award != null) {
            newestByAward.merge(
                    EntryDocument.awardKey(entry.learner(), award),
                    entry,
                    (one, other) -> one.seq() >= other.seq() ? one : other);
        }
    }

    private static Salt salt() {
        byte[] bytes = new byte[Salt.BYTES];
        RANDOM.nextBytes(bytes);
        return Salt.of(bytes);
    }
}
