package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.ui.text.Texts;

/** The state of a promotion case. */
public final class CaseBadge {

    private CaseBadge() {}

    public static Badge of(CaseState state) {
        return new Badge(
                Texts.t("parts.case." + state),
                switch (state) {
                    case SUBMITTED, IN_EXAMINATION, AWAITING_SECOND -> Badge.Tone.ACCENT;
                    case MORE_ASKED -> Badge.Tone.WARNING;
                    case APPROVED -> Badge.Tone.GOOD;
                    case REFUSED -> Badge.Tone.BAD;
                    case WITHDRAWN -> Badge.Tone.NEUTRAL;
                });
    }
}
