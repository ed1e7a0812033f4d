package cn.jiangxue.credit.rules;

import org.jspecify.annotations.Nullable;

/**
 * What the ledger already holds about a posting, read after the account it will be decided on.
 *
 * @param sameCause the entry this cause made before
 * @param award the newest entry about the posting's award
 */
public record Known(@Nullable Entry sameCause, @Nullable Entry award) {

    public static final Known NOTHING = new Known(null, null);

    boolean awardIsLive() {
        return award != null && award.leavesAwardLive();
    }
}
