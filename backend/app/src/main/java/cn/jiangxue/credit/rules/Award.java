package cn.jiangxue.credit.rules;

import cn.jiangxue.vocabulary.OutcomeId;

/**
 * Credit for an outcome toward a target. At most one award per outcome and target is live at a time; undoing it frees the pair.
 *
 * @param target what the credit counts toward, such as {@code occupation:6-18-01-01}
 */
public record Award(OutcomeId outcome, String target) {

    /** One word for the pair, the same in every account. */
    public String key() {
        return outcome.value() + "/" + target;
    }
}
