package cn.jiangxue.credit;

import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Entry;
import cn.jiangxue.credit.rules.Lot;
import cn.jiangxue.credit.rules.Lots;
import cn.jiangxue.credit.rules.OpenHold;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.bson.codecs.pojo.annotations.BsonId;
import org.jspecify.annotations.Nullable;

/**
 * One account: the guarded numbers, and the newest entries until the relay has put them into their own collection. {@code seq} guards every change. Its size is
 * bounded: at most {@link AccountState#DATES_LIMIT} lots, {@link AccountState#HOLDS_LIMIT} holds and {@link PostingBatch#PENDING_LIMIT} pending entries.
 *
 * @param lots what is available, by the day on which it ends
 * @param earned by live awards, per occupation
 * @param pendingAt when the oldest change that may still be pending was made; absent when none is, so that a sweep finds what was left behind
 * @param expiresOn the day on which the first available credit ends; absent when none does, so that a sweep finds what is due
 */
record AccountDocument(
        @BsonId UUID id,
        int schema,
        long seq,
        long availableMilli,
        long heldMilli,
        List<Earned> earned,
        List<StoredLot> lots,
        List<StoredHold> holds,
        List<EntryDocument> pending,
        @Nullable Instant pendingAt,
        @Nullable LocalDate expiresOn) {

    static final int SCHEMA = 2;

    record Earned(String occupationCode, long milli) {}

    record StoredLot(@Nullable LocalDate until, long milli) {

        static StoredLot of(Lot lot) {
            return new StoredLot(lot.until(), lot.amount().milli());
        }

        Lot lot() {
            return new Lot(until, new Credits(milli));
        }
    }

    record StoredHold(String key, String counter, List<StoredLot> lots) {

        static StoredHold of(OpenHold hold) {
            return new StoredHold(
                    hold.key(),
                    hold.counter(),
                    hold.lots().stream().map(StoredLot::of).toList());
        }

        OpenHold hold() {
            return new OpenHold(key, counter, lots.stream().map(StoredLot::lot).toList());
        }
    }

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
                state.lots().lots().stream().map(StoredLot::of).toList(),
                state.holds().stream().map(StoredHold::of).toList(),
                pending,
                pending.isEmpty() ? null : now,
                state.lots().firstEnd().orElse(null));
    }

    static AccountDocument empty(LearnerId learner) {
        return of(AccountState.empty(learner), List.of(), Instant.EPOCH);
    }

    AccountState state() {
        Map<String, Credits> sums = new TreeMap<>();
        earned.forEach(sum -> sums.put(sum.occupationCode(), new Credits(sum.milli())));
        return new AccountState(
                new LearnerId(id),
                seq,
                new Lots(lots.stream().map(StoredLot::lot).toList()),
                holds.stream().map(StoredHold::hold).toList(),
                sums);
    }

    List<Entry> pendingEntries() {
        return pending.stream().map(EntryDocument::entry).toList();
    }
}
