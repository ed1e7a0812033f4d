package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.EntryKind;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Decides what a posting does to an account. */
public final class Ledger {

    private Ledger() {}

    /**
     * What is new in an entry and cannot be worked out.
     *
     * @param today the civil date by which credit can be used or has ended
     */
    public record Stamp(UUID entryId, Salt salt, Instant at, LocalDate today) {}

    /**
     * Appends the posting unless its cause was posted before, its award is live already, its award has nothing left to take back, or the credit it needs is not
     * there; in this order.
     */
    public static Decision decide(AccountState account, Known known, Posting posting, Stamp stamp) {
        if (known.sameCause() != null) {
            return known.sameCause().isAskedBy(posting)
                    ? new Decision.AlreadyPosted(known.sameCause())
                    : new Decision.Conflict(known.sameCause());
        }
        if (posting.kind() == EntryKind.DEPOSIT && posting.award() != null && known.awardIsLive()) {
            return new Decision.AwardIsLive(Objects.requireNonNull(known.award()));
        }
        if (posting.undoes() != null && posting.award() != null && !known.awardIsLive()) {
            return new Decision.NothingToUndo();
        }
        return switch (Allotment.of(account, posting, stamp.today())) {
            case Allotment.Refused refused -> refused.why();
            case Allotment.Made made -> append(account, posting, made.parts(), stamp);
        };
    }

    private static Decision append(AccountState account, Posting posting, List<Part> parts, Stamp stamp) {
        Entry entry = entry(account, posting, parts, stamp);
        return new Decision.Append(entry, account.after(entry));
    }

    private static Entry entry(AccountState account, Posting posting, List<Part> parts, Stamp stamp) {
        return new Entry(
                stamp.entryId(),
                posting.learner(),
                account.seq() + 1,
                posting.kind(),
                posting.cause(),
                posting.change(),
                account.available().plus(posting.change().available()),
                posting.counter(),
                posting.award(),
                posting.occupationCode(),
                posting.rule(),
                posting.undoes(),
                posting.reason(),
                posting.findings(),
                stamp.at(),
                stamp.salt(),
                posting.terms(),
                parts);
    }
}
