package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.ui.text.Texts;

/** The state of a claim of prior learning. */
public final class ClaimBadge {

    private ClaimBadge() {}

    public static Badge of(ClaimState state) {
        return new Badge(
                Texts.t("parts.claim." + state),
                switch (state) {
                    case SUBMITTED -> Badge.Tone.ACCENT;
                    case MORE_ASKED -> Badge.Tone.WARNING;
                    case DECIDED -> Badge.Tone.GOOD;
                    case WITHDRAWN -> Badge.Tone.NEUTRAL;
                });
    }
}
