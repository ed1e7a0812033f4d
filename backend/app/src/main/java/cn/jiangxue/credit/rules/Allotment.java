package cn.jiangxue.credit.rules;

import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** On which credit a posting falls: what ends first is used first; what is taken back comes out of its own day first. */
sealed interface Allotment {

    record Made(List<Part> parts) implements Allotment {}

    record Refused(Decision why) implements Allotment {}

    /** The parts of the posting's change, or why it cannot be made. */
    static Allotment of(AccountState account, Posting posting, LocalDate today) {
        return switch (posting.kind()) {
            case DEPOSIT -> deposit(account, posting, today);
            case HOLD -> hold(account, posting, today);
            case APPLY -> use(account, posting);
            case DEBIT -> spend(account, posting, today);
            case EXPIRE -> expire(account, posting, today);
            case REVERSE, SUPERSEDE -> takeBack(account, posting, today);
        };
    }

    private static Allotment deposit(AccountState account, Posting posting, LocalDate today) {
        LocalDate until = posting.terms().usableUntil();
        if (until == null) {
            return one(null, posting.change());
        }
        if (!today.isBefore(until)) {
            return new Refused(new Decision.Lapsed(until));
        }
        boolean anotherDay = account.lots().endingOn(until).isZero();
        return anotherDay && account.lots().lots().size() >= AccountState.DATES_LIMIT
                ? new Refused(new Decision.TooManyDates())
                : one(until, posting.change());
    }

    private static Allotment hold(AccountState account, Posting posting, LocalDate today) {
        if (account.holds().size() >= AccountState.HOLDS_LIMIT) {
            return new Refused(new Decision.TooManyHolds());
        }
        return taken(account, posting.change().held(), today)
                .<Allotment>map(lots -> new Made(lots.stream()
                        .map(lot -> new Part(lot.until(), lot.amount().negated(), lot.amount()))
                        .toList()))
                .orElseGet(() -> notEnough(account, posting.change().held(), today));
    }

    /** Set aside while it could be used, it may be used after its day: the learner is not to pay for a long review. */
    private static Allotment use(AccountState account, Posting posting) {
        Optional<OpenHold> hold =
                account.hold(Objects.requireNonNull(posting.terms().hold()));
        if (hold.isEmpty()) {
            return new Refused(new Decision.NoSuchHold());
        }
        if (!hold.get().amount().equals(posting.change().held().negated())) {
            return new Refused(new Decision.NotTheWholeHold(hold.get().amount()));
        }
        return new Made(hold.get().lots().stream()
                .map(lot -> new Part(lot.until(), Credits.ZERO, lot.amount().negated()))
                .toList());
    }

    private static Allotment spend(AccountState account, Posting posting, LocalDate today) {
        Credits amount = posting.change().available().negated();
        return taken(account, amount, today)
                .<Allotment>map(lots -> new Made(lots.stream()
                        .map(lot -> Part.ofAvailable(lot).negated())
                        .toList()))
                .orElseGet(() -> notEnough(account, amount, today));
    }

    private static Allotment expire(AccountState account, Posting posting, LocalDate today) {
        LocalDate until = Objects.requireNonNull(posting.terms().usableUntil());
        if (today.isBefore(until)) {
            return new Refused(new Decision.StillUsable(until));
        }
        Credits left = account.lots().endingOn(until);
        Credits asked = posting.change().available().negated();
        return left.compareTo(asked) < 0
                ? new Refused(new Decision.NotEnough(asked, left))
                : one(until, posting.change());
    }

    /** Credit is one like another until it ends: had the award never been, what was spent would have come out of the rest. */
    private static Allotment takeBack(AccountState account, Posting posting, LocalDate today) {
        String key = posting.terms().hold();
        if (posting.change().held().isNegative()
                && account.hold(Objects.requireNonNull(key))
                        .filter(hold ->
                                hold.amount().equals(posting.change().held().negated()))
                        .isEmpty()) {
            return new Refused(new Decision.NoSuchHold());
        }
        Lots left = account.lots();
        List<Part> parts = new ArrayList<>();
        Credits missing = Credits.ZERO;
        for (Part part : posting.takesBack()) {
            Credits own = part.available().isNegative()
                    ? left.endingOn(part.until())
                            .atMost(part.available().negated())
                            .negated()
                    : part.available();
            Part first = new Part(part.until(), own, part.held());
            if (!own.isZero() || !part.held().isZero()) {
                parts.add(first);
                left = left.plus(part.until(), own);
            }
            Credits lacking = own.minus(part.available());
            if (lacking.isPositive() && ended(part.until(), today)) {
                return new Refused(new Decision.Lapsed(Objects.requireNonNull(part.until())));
            }
            missing = missing.plus(lacking);
        }
        return fromTheRest(left, parts, missing, today);
    }

    private static Allotment fromTheRest(Lots left, List<Part> parts, Credits missing, LocalDate today) {
        Optional<List<Lot>> others = left.take(missing, today);
        if (others.isEmpty()) {
            return new Refused(new Decision.Spent(missing.minus(left.usableOn(today))));
        }
        others.get().forEach(lot -> parts.add(Part.ofAvailable(lot).negated()));
        return new Made(List.copyOf(parts));
    }

    private static boolean ended(@Nullable LocalDate until, LocalDate today) {
        return until != null && !today.isBefore(until);
    }

    private static Optional<List<Lot>> taken(AccountState account, Credits amount, LocalDate today) {
        return account.lots().take(amount, today);
    }

    private static Allotment notEnough(AccountState account, Credits asked, LocalDate today) {
        return new Refused(new Decision.NotEnough(asked, account.usableOn(today)));
    }

    private static Allotment one(@Nullable LocalDate until, Change change) {
        return new Made(List.of(new Part(until, change.available(), change.held())));
    }
}
