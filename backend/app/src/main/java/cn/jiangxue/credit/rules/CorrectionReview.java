package cn.jiangxue.credit.rules;

import cn.jiangxue.contract.CreditApi.EntryKind;

/** Which entries a correction can take back; it takes two ({@link cn.jiangxue.vocabulary.SecondPerson}). */
public final class CorrectionReview {

    private CorrectionReview() {}

    /** What used or gave credit can be taken back; a hold is released by its holder, and what took something back stays. */
    public static boolean isCorrectable(EntryKind kind) {
        return switch (kind) {
            case DEPOSIT, APPLY, DEBIT -> true;
            case HOLD, REVERSE, SUPERSEDE, EXPIRE -> false;
        };
    }
}
