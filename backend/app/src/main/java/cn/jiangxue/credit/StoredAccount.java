package cn.jiangxue.credit;

import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Lot;
import cn.jiangxue.credit.rules.Lots;
import cn.jiangxue.credit.rules.OpenHold;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An account as it stands once an entry is in it: kept with that entry. Its size is bounded: at most {@link AccountState#DATES_LIMIT} lots and
 * {@link AccountState#HOLDS_LIMIT} holds.
 *
 * @param lots what is available, by the day on which it ends
 * @param earned by live awards, per occupation
 */
record StoredAccount(List<Earned> earned, List<StoredLot> lots, List<StoredHold> holds) {

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

    static StoredAccount of(AccountState state) {
        return new StoredAccount(
                new TreeMap<>(state.earned())
                        .entrySet().stream()
                                .map(sum ->
                                        new Earned(sum.getKey(), sum.getValue().milli()))
                                .toList(),
                state.lots().lots().stream().map(StoredLot::of).toList(),
                state.holds().stream().map(StoredHold::of).toList());
    }

    AccountState state(LearnerId learner, long seq) {
        Map<String, Credits> sums = new TreeMap<>();
        earned.forEach(sum -> sums.put(sum.occupationCode(), new Credits(sum.milli())));
        return new AccountState(
                learner,
                seq,
                new Lots(lots.stream().map(StoredLot::lot).toList()),
                holds.stream().map(StoredHold::hold).toList(),
                sums);
    }
}
