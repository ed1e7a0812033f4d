package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody asks the ledger to append. It cannot be built with a change that its kind does not allow.
 *
 * @param cause what made it happen, unique in the account: the same cause is posted once
 * @param counter the account on the other side
 * @param award set for credit earned by an outcome, and for what undoes it
 * @param occupationCode where the credit counts as earned; null when it does not
 * @param undoes the sequence number of the entry this takes back; null otherwise
 * @param findings why this amount: every step looked at
 * @param takesBack what the entry named by {@code undoes} did, with the signs turned; empty otherwise
 */
public record Posting(
        LearnerId learner,
        EntryKind kind,
        String cause,
        Change change,
        String counter,
        @Nullable Award award,
        @Nullable String occupationCode,
        @Nullable RulePin rule,
        @Nullable Long undoes,
        LocalText reason,
        List<Finding> findings,
        Terms terms,
        List<Part> takesBack) {

    /** Longest cause, in characters. */
    public static final int CAUSE_LIMIT = 200;

    /** Most findings kept with one entry. */
    public static final int FINDINGS_LIMIT = 50;

    public Posting {
        findings = List.copyOf(findings);
        takesBack = List.copyOf(takesBack);
        if (cause.isBlank() || cause.length() > CAUSE_LIMIT) {
            throw new IllegalArgumentException("a cause has 1 to " + CAUSE_LIMIT + " characters");
        }
        if (findings.size() > FINDINGS_LIMIT) {
            throw new IllegalArgumentException("more than " + FINDINGS_LIMIT + " findings");
        }
        if (!fits(kind, change)) {
            throw new IllegalArgumentException(kind + " cannot make the change " + change);
        }
        if ((kind == EntryKind.REVERSE || kind == EntryKind.SUPERSEDE) != (undoes != null)) {
            throw new IllegalArgumentException("exactly REVERSE and SUPERSEDE name the entry they take back");
        }
        if (kind == EntryKind.APPLY && terms.hold() == null) {
            throw new IllegalArgumentException("APPLY names the hold it uses");
        }
        if (kind == EntryKind.EXPIRE && terms.usableUntil() == null) {
            throw new IllegalArgumentException("EXPIRE names the day whose credit it takes out");
        }
    }

    /** Credit for an outcome under a rule. */
    public static Posting deposit(
            LearnerId learner,
            String cause,
            Award award,
            Credits amount,
            @Nullable String occupationCode,
            RulePin rule,
            LocalText reason,
            List<Finding> findings) {
        return new Posting(
                learner,
                EntryKind.DEPOSIT,
                cause,
                Change.ofAvailable(amount),
                "rule:" + rule.ruleId(),
                award,
                occupationCode,
                rule,
                null,
                reason,
                findings,
                Terms.NONE,
                List.of());
    }

    /** Credit set aside for an application. */
    public static Posting hold(LearnerId learner, String cause, Credits amount, String counter, LocalText reason) {
        return movement(learner, EntryKind.HOLD, cause, Change.setAside(amount), counter, reason, Terms.NONE);
    }

    /** The whole of a hold, used by what it was set aside for. */
    public static Posting use(
            LearnerId learner, String cause, String hold, Credits amount, String counter, LocalText reason) {
        return movement(
                learner,
                EntryKind.APPLY,
                cause,
                Change.ofHeld(amount.negated()),
                counter,
                reason,
                Terms.NONE.ofHold(hold));
    }

    /** Credit spent at once. */
    public static Posting debit(LearnerId learner, String cause, Credits amount, String counter, LocalText reason) {
        return movement(
                learner, EntryKind.DEBIT, cause, Change.ofAvailable(amount.negated()), counter, reason, Terms.NONE);
    }

    /** What was left of the credit that ended on the day. Its cause names the account's place, so that what comes back to the day later expires too. */
    public static Posting expiry(AccountState account, LocalDate until) {
        return movement(
                account.learner(),
                EntryKind.EXPIRE,
                "expire:" + until + "@" + account.seq(),
                Change.ofAvailable(account.lots().endingOn(until).negated()),
                "expired",
                new LocalText("学分于%s到期".formatted(until), "Credit that ended on %s".formatted(until)),
                Terms.NONE.until(until));
    }

    private static Posting movement(
            LearnerId learner,
            EntryKind kind,
            String cause,
            Change change,
            String counter,
            LocalText reason,
            Terms terms) {
        return new Posting(
                learner, kind, cause, change, counter, null, null, null, null, reason, List.of(), terms, List.of());
    }

    /** Takes an entry back in full. Its cause is the entry itself, so that it can be taken back once only. */
    public static Posting reversal(Entry entry, LocalText reason) {
        return undoing(EntryKind.REVERSE, entry, reason);
    }

    /** Takes an award back because a higher one takes its place; post that next. */
    public static Posting supersession(Entry entry, LocalText reason) {
        return undoing(EntryKind.SUPERSEDE, entry, reason);
    }

    private static Posting undoing(EntryKind kind, Entry entry, LocalText reason) {
        String hold =
                entry.kind() == EntryKind.HOLD ? entry.cause() : entry.terms().hold();
        return new Posting(
                entry.learner(),
                kind,
                "undo:" + entry.id(),
                entry.change().negated(),
                entry.counter(),
                entry.award(),
                entry.occupationCode(),
                entry.rule(),
                entry.seq(),
                reason,
                List.of(),
                Terms.NONE.ofHold(hold).by(entry.terms().organisationId(), null),
                entry.parts().stream().map(Part::negated).toList());
    }

    /** The same, for credit that ends before that civil date. */
    public Posting until(@Nullable LocalDate date) {
        return with(terms.until(date));
    }

    /** The same, with the institution that answers for it and the person who asks for it. */
    public Posting by(@Nullable UUID organisationId, @Nullable UUID personId) {
        return with(terms.by(organisationId, personId));
    }

    private Posting with(Terms changed) {
        return new Posting(
                learner,
                kind,
                cause,
                change,
                counter,
                award,
                occupationCode,
                rule,
                undoes,
                reason,
                findings,
                changed,
                takesBack);
    }

    private static boolean fits(EntryKind kind, Change change) {
        int available = Long.signum(change.available().milli());
        int held = Long.signum(change.held().milli());
        return switch (kind) {
            case DEPOSIT -> available > 0 && held == 0;
            case HOLD -> available < 0 && change.total().milli() == 0;
            case APPLY -> available == 0 && held < 0;
            case DEBIT, EXPIRE, SUPERSEDE -> available < 0 && held == 0;
            case REVERSE -> available != 0 || held != 0;
        };
    }
}
