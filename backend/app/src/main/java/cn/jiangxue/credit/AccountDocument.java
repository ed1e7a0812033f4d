package cn.jiangxue.credit;

import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Entry;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One account: the guarded numbers, and the newest entries until the relay has put them into their own collection. {@code seq} guards every change.
 *
 * @param earned by live awards, per occupation
 * @param pendingAt when the oldest change that may still be pending was made; absent when none is, so that a sweep finds what was left behind
 */
record AccountDocument(
        @BsonId UUID id,
        int schema,
        long seq,
        long availableMilli,
        long heldMilli,
        List<Earned> earned,
        List<EntryDocument> pending,
        @Nullable Instant pendingAt) {

    static final int SCHEMA = 1;

    record Earned(String occupationCode, long milli) {}

    static AccountDocument of(AccountState state, List<EntryDocument> pending, Instant now) {
        List<Earned> earned = new TreeMap<>(state.earned())
                .entrySet().stream()
                        .map(sum -> new Earned(sum.getKey(), sum.getValue().milli()))
                        .toList();
        return new AccountDocument(
                state.learner().value(),
                SCHEMA,
                state.seq(),
                state.available().milli(),
                state.held().milli(),
                earned,
                pending,
                pending.isEmpty() ? null : now);
    }

    static AccountDocument empty(LearnerId learner) {
        return of(AccountState.empty(learner), List.of(), Instant.EPOCH);
    }

    AccountState state() {
        Map<String, Credits> sums = new TreeMap<>();
        earned.forEach(sum -> sums.put(sum.occupationCode(), new Credits(sum.milli())));
        return new AccountState(new LearnerId(id), seq, new Credits(availableMilli), new Credits(heldMilli), sums);
    }

    List<Entry> pendingEntries() {
        return pending.stream().map(EntryDocument::entry).toList();
    }
}
