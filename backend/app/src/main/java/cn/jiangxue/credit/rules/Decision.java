package cn.jiangxue.credit.rules;

import cn.jiangxue.vocabulary.Credits;
import java.time.LocalDate;

/** The answer to a posting. All but the first change nothing. */
public sealed interface Decision {

    /** To be appended, with the account as it then is. */
    record Append(Entry entry, AccountState account) implements Decision {}

    /** The same was posted under this cause before. */
    record AlreadyPosted(Entry entry) implements Decision {}

    /** Something else was posted under this cause before. */
    record Conflict(Entry entry) implements Decision {}

    /** The outcome counts toward this target already. */
    record AwardIsLive(Entry live) implements Decision {}

    /** There is nothing to take back: the award was undone before. */
    record NothingToUndo() implements Decision {}

    /** The account does not hold enough that can be used. */
    record NotEnough(Credits asked, Credits usable) implements Decision {}

    /** What is to be taken back was used meanwhile; that much is missing. */
    record Spent(Credits missing) implements Decision {}

    /** The credit ended on that day. */
    record Lapsed(LocalDate until) implements Decision {}

    /** The credit has not ended yet: it can be used until the day before. */
    record StillUsable(LocalDate until) implements Decision {}

    /** Nothing is set aside under this key any more, or nothing was. */
    record NoSuchHold() implements Decision {}

    /** A hold is used as a whole: this much was set aside. */
    record NotTheWholeHold(Credits amount) implements Decision {}

    /** As much is set aside separately as an account may have. */
    record TooManyHolds() implements Decision {}

    /** The account's credit ends on as many different days as it may have. */
    record TooManyDates() implements Decision {}
}
