package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.EntryKind;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;

/** Decides what a posting does to an account. */
public final class Ledger {

    private Ledger() {}

    /** What is new in an entry and cannot be worked out: its id, its salt, its instant. */
    public record Stamp(UUID entryId, Salt salt, Instant at) {}

    /**
     * Appends the posting unless its cause was posted before, its award is live already, its award has nothing left to take back, or a bucket would fall below
     * zero; in this order.
     */
    public static Decision decide(AccountState account, Known known, Posting posting, Stamp stamp) {
        if (known.sameCause() != null) {
            return new Decision.AlreadyPosted(known.sameCause());
        }
        if (posting.kind() == EntryKind.DEPOSIT && posting.award() != null && known.awardIsLive()) {
            return new Decision.AwardIsLive(Objects.requireNonNull(known.award()));
        }
        if (posting.undoes() != null && posting.award() != null && !known.awardIsLive()) {
            return new Decision.NothingToUndo();
        }
        if (!account.bears(posting.change())) {
            return new Decision.NotEnough(account);
        }
        Entry entry = entry(account, posting, stamp);
        return new Decision.Append(entry, account.after(entry));
    }

    private static Entry entry(AccountState account, Posting posting, Stamp stamp) {
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
                stamp.salt());
    }
}
