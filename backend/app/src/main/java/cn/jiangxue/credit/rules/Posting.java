package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.LearnerId;
import java.util.List;
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
        List<Finding> findings) {

    /** Longest cause, in characters. */
    public static final int CAUSE_LIMIT = 200;

    /** Most findings kept with one entry. */
    public static final int FINDINGS_LIMIT = 50;

    public Posting {
        findings = List.copyOf(findings);
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
    }

    /** Credit for an outcome under a rule. */
    public static Posting deposit(
            LearnerId learner,
            String cause,
            Award award,
            Credits amount,
            String occupationCode,
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
                findings);
    }

    /** Credit set aside for an application, credit that application uses, or credit spent at once. */
    public static Posting movement(
            LearnerId learner, EntryKind kind, String cause, Change change, String counter, LocalText reason) {
        return new Posting(learner, kind, cause, change, counter, null, null, null, null, reason, List.of());
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
                List.of());
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
