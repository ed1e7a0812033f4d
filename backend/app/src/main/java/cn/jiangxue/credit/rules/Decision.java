package cn.jiangxue.credit.rules;

/** The answer to a posting. */
public sealed interface Decision {

    /** To be appended, with the account as it then is. */
    record Append(Entry entry, AccountState account) implements Decision {}

    /** This cause has its entry already: nothing changes. */
    record AlreadyPosted(Entry entry) implements Decision {}

    /** The outcome counts toward this target already. */
    record AwardIsLive(Entry live) implements Decision {}

    /** There is nothing to take back: the award was undone before. */
    record NothingToUndo() implements Decision {}

    /** The account does not hold enough. */
    record NotEnough(AccountState account) implements Decision {}
}
