package cn.jiangxue.credit.rules;

import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Credit added up by the day on which it ends: one lot per day, earliest first, none empty and none below zero. */
public record Lots(List<Lot> lots) {

    public static final Lots NONE = new Lots(List.of());

    public Lots {
        lots = lots.stream().sorted(Lot.EARLIEST_FIRST).toList();
        for (Lot lot : lots) {
            if (!lot.amount().isPositive()) {
                throw new IllegalArgumentException("a bucket below zero or a lot of nothing: " + lot);
            }
        }
    }

    /** One lot, or none for nothing. */
    public static Lots of(@Nullable LocalDate until, Credits amount) {
        return amount.isZero() ? NONE : new Lots(List.of(new Lot(until, amount)));
    }

    public Credits total() {
        return lots.stream().map(Lot::amount).reduce(Credits.ZERO, Credits::plus);
    }

    /** What has not ended by that day. */
    public Credits usableOn(LocalDate day) {
        return lots.stream().filter(lot -> lot.isUsableOn(day)).map(Lot::amount).reduce(Credits.ZERO, Credits::plus);
    }

    /** What ends on exactly that day; null asks for what never ends. */
    public Credits endingOn(@Nullable LocalDate until) {
        return lots.stream()
                .filter(lot -> Objects.equals(lot.until(), until))
                .map(Lot::amount)
                .findFirst()
                .orElse(Credits.ZERO);
    }

    /** The day on which the first of it ends; empty when none of it ever does. */
    public Optional<LocalDate> firstEnd() {
        return lots.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(lots.getFirst().until());
    }

    /** With more, or less, of what ends on that day. */
    Lots plus(@Nullable LocalDate until, Credits change) {
        Credits amount = endingOn(until).plus(change);
        List<Lot> others = new ArrayList<>(
                lots.stream().filter(lot -> !Objects.equals(lot.until(), until)).toList());
        if (!amount.isZero()) {
            others.add(new Lot(until, amount));
        }
        return new Lots(others);
    }

    /** That much of what can be used on the day, earliest end first; empty when there is less. */
    Optional<List<Lot>> take(Credits amount, LocalDate day) {
        List<Lot> taken = new ArrayList<>();
        Credits left = amount;
        for (Lot lot : lots) {
            if (left.isPositive() && lot.isUsableOn(day)) {
                Credits part = lot.amount().atMost(left);
                taken.add(new Lot(lot.until(), part));
                left = left.minus(part);
            }
        }
        return left.isZero() ? Optional.of(List.copyOf(taken)) : Optional.empty();
    }
}
