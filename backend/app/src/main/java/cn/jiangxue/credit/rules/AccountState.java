package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The guarded numbers of one account. No bucket is ever below zero.
 *
 * @param seq of the newest entry; 0 for an account without any
 * @param lots available credit, by the day on which it ends
 * @param holds credit set aside, by what it was set aside for
 * @param earned credit earned by live awards, by occupation code; neither spending nor expiry lowers it
 */
public record AccountState(LearnerId learner, long seq, Lots lots, List<OpenHold> holds, Map<String, Credits> earned) {

    /** Most days on which an account's available credit may end; dated credit for one more day is refused. */
    public static final int DATES_LIMIT = 400;

    /** Most holds open at once. */
    public static final int HOLDS_LIMIT = 20;

    public AccountState {
        holds = List.copyOf(holds);
        earned = Map.copyOf(earned);
    }

    public static AccountState empty(LearnerId learner) {
        return new AccountState(learner, 0, Lots.NONE, List.of(), Map.of());
    }

    /** All that is not set aside, with what ended and has not been taken out yet. */
    public Credits available() {
        return lots.total();
    }

    /** What can be used on the day. */
    public Credits usableOn(LocalDate day) {
        return lots.usableOn(day);
    }

    public Credits held() {
        return holds.stream().map(OpenHold::amount).reduce(Credits.ZERO, Credits::plus);
    }

    public Optional<OpenHold> hold(String key) {
        return holds.stream().filter(hold -> hold.key().equals(key)).findFirst();
    }

    /** The account once the entry is in it. */
    public AccountState after(Entry entry) {
        if (entry.seq() != seq + 1) {
            throw new IllegalArgumentException("entry " + entry.seq() + " cannot follow " + seq);
        }
        Lots after = lots;
        for (Part part : entry.parts()) {
            after = after.plus(part.until(), part.available());
        }
        return new AccountState(learner, entry.seq(), after, holdsAfter(entry), earnedAfter(entry));
    }

    private List<OpenHold> holdsAfter(Entry entry) {
        List<Lot> opened = entry.parts().stream()
                .filter(part -> part.held().isPositive())
                .map(part -> new Lot(part.until(), part.held()))
                .toList();
        String key =
                entry.kind() == EntryKind.HOLD ? entry.cause() : entry.terms().hold();
        if (key == null) {
            return holds;
        }
        List<OpenHold> others = new ArrayList<>(
                holds.stream().filter(hold -> !hold.key().equals(key)).toList());
        return opened.isEmpty()
                ? others
                : Stream.concat(others.stream(), Stream.of(new OpenHold(key, entry.counter(), opened)))
                        .toList();
    }

    private Map<String, Credits> earnedAfter(Entry entry) {
        String occupation = entry.occupationCode();
        if (occupation == null) {
            return earned;
        }
        Map<String, Credits> sums = new TreeMap<>(earned);
        sums.merge(occupation, entry.change().available(), Credits::plus);
        return sums;
    }
}
