package cn.jiangxue.credit;

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
import com.github.benmanes.caffeine.cache.Cache;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/** Postings decided together, each on what those before it left. What was decided holds once the entries are added under their numbers. */
final class PostingBatch {

    private static final SecureRandom RANDOM = new SecureRandom();

    private final Map<UUID, AccountState> accounts = new HashMap<>();
    private final Set<UUID> read;
    private final Map<UUID, Entry> byId = new HashMap<>();
    private final Map<String, Entry> newestByAward = new HashMap<>();
    private final Map<UUID, Appended> appended = new LinkedHashMap<>();
    private final boolean causesKnown;
    private final Instant now;
    private final LocalDate today;

    private record Appended(EntryDocument entry, AccountState after) {}

    /**
     * @param read accounts as they are
     * @param remembered accounts as they were after the last posting of this process
     * @param stored entries about the awards of the postings, and about their causes
     * @param causesKnown false when nobody looked for the causes: then only an entry proves that its cause was never posted
     */
    PostingBatch(
            Map<UUID, AccountState> read,
            Map<UUID, AccountState> remembered,
            Collection<EntryDocument> stored,
            boolean causesKnown,
            Instant now,
            LocalDate today) {
        this.causesKnown = causesKnown;
        this.now = now;
        this.today = today;
        this.read = Set.copyOf(read.keySet());
        accounts.putAll(remembered);
        accounts.putAll(read);
        stored.forEach(entry -> know(entry.entry()));
    }

    Decision decide(Posting posting) {
        UUID learner = posting.learner().value();
        AccountState account = Objects.requireNonNull(accounts.get(learner));
        UUID id = EntryDocument.idOf(posting.learner(), posting.cause());
        Award award = posting.award();
        Known known = new Known(
                byId.get(id),
                award == null ? null : newestByAward.get(EntryDocument.awardKey(posting.learner(), award)));
        Decision decision = Ledger.decide(account, known, posting, new Stamp(id, salt(), now, today));
        if (decision instanceof Decision.Append append) {
            know(append.entry());
            accounts.put(learner, append.account());
            appended.put(id, new Appended(EntryDocument.of(append.entry(), append.account()), append.account()));
        }
        return decision;
    }

    /** What is to be added, those of one account in the order of their numbers. */
    List<EntryDocument> appended() {
        return appended.values().stream().map(Appended::entry).toList();
    }

    Set<UUID> learners() {
        return accounts.keySet();
    }

    /** Whether the entry that the posting repeats stands in the ledger. */
    boolean isKept(Posting posting, Set<UUID> added) {
        UUID id = EntryDocument.idOf(posting.learner(), posting.cause());
        return !appended.containsKey(id) || added.contains(id);
    }

    /** Whether account and causes were as the decisions took them: they were read, or an entry could be added; and all that was decided on the way stands. */
    boolean isProven(LearnerId learner, Set<UUID> added) {
        List<UUID> own = appended.values().stream()
                .map(Appended::entry)
                .filter(entry -> entry.learnerId().equals(learner.value()))
                .map(EntryDocument::id)
                .toList();
        return causesKnown && added.containsAll(own) && (read.contains(learner.value()) || !own.isEmpty());
    }

    /** Puts the accounts that were written in a memory, and takes those that moved on out of it. */
    void remember(Set<UUID> added, Cache<UUID, AccountState> memory) {
        for (Appended one : appended.values()) {
            if (added.contains(one.entry().id())) {
                memory.put(one.entry().learnerId(), one.after());
            } else {
                memory.invalidate(one.entry().learnerId());
            }
        }
    }

    private void know(Entry entry) {
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
