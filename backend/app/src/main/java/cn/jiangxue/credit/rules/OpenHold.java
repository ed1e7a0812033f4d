package cn.jiangxue.credit.rules;

import cn.jiangxue.vocabulary.Credits;
import java.util.List;

/**
 * Credit set aside and neither used nor released yet. It is used as a whole or released as a whole.
 *
 * @param key cause of the entry that set it aside
 * @param counter the account that gets it when it is used
 * @param lots with the days on which they end, so that released credit is what it was
 */
public record OpenHold(String key, String counter, List<Lot> lots) {

    public OpenHold {
        lots = List.copyOf(lots);
    }

    public Credits amount() {
        return lots.stream().map(Lot::amount).reduce(Credits.ZERO, Credits::plus);
    }
}
