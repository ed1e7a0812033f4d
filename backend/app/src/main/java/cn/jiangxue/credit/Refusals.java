package cn.jiangxue.credit;

import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.credit.Posted.Refused;
import cn.jiangxue.credit.rules.AccountState;
import cn.jiangxue.credit.rules.Decision;
import cn.jiangxue.credit.rules.Posting;
import java.util.List;
import java.util.Objects;

/** What the ledger's decisions are called outside, with the clause of the rules of the account (docs/adr/0022). */
final class Refusals {

    private static final String RULES = "匠学学分账户规则第%d条";

    private Refusals() {}

    static Posted answer(Posting posting, Decision decision) {
        return switch (decision) {
            case Decision.Append(var entry, var account) ->
                new Posted.Entered(EntryDocument.of(entry).view(), false);
            case Decision.AlreadyPosted(var entry) ->
                new Posted.Entered(EntryDocument.of(entry).view(), true);
            case Decision.Conflict(var entry) ->
                posting.undoes() == null
                        ? refused(ProblemCode.CONFLICTING_REPEAT, 2, posting.cause())
                        : refused(ProblemCode.CREDIT_TAKEN_BACK, 7, entry.seq());
            case Decision.AwardIsLive(var live) -> refused(ProblemCode.CREDIT_ALREADY_COUNTED, 3, live.seq());
            case Decision.NothingToUndo() ->
                refused(ProblemCode.CREDIT_TAKEN_BACK, 7, Objects.requireNonNull(posting.undoes()));
            case Decision.NotEnough(var asked, var usable) ->
                refused(ProblemCode.CREDIT_NOT_ENOUGH, 4, asked.toString(), usable.toString());
            case Decision.Spent(var missing) -> refused(ProblemCode.CREDIT_SPENT, 8, missing.toString());
            case Decision.Lapsed(var until) -> refused(ProblemCode.CREDIT_LAPSED, 5, until.toString());
            case Decision.StillUsable(var until) -> refused(ProblemCode.CREDIT_STILL_USABLE, 5, until.toString());
            case Decision.NoSuchHold() -> refused(ProblemCode.HOLD_NOT_OPEN, 6);
            case Decision.NotTheWholeHold(var amount) -> refused(ProblemCode.HOLD_NOT_WHOLE, 6, amount.toString());
            case Decision.TooManyHolds() -> refused(ProblemCode.HOLDS_AT_LIMIT, 6, AccountState.HOLDS_LIMIT);
            case Decision.TooManyDates() -> refused(ProblemCode.CREDIT_DATES_LIMIT, 5, AccountState.DATES_LIMIT);
        };
    }

    static Refused refused(ProblemCode code, int article, Object... values) {
        return new Refused(code, List.of(values), RULES.formatted(article));
    }
}
