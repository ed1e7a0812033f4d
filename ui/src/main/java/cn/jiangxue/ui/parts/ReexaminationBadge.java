package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.ui.text.Texts;

/** The state of a re-examination. */
public final class ReexaminationBadge {

    private ReexaminationBadge() {}

    public static Badge of(ReexaminationState state) {
        return new Badge(
                Texts.t("parts.reexam." + state),
                switch (state) {
                    case DRAWN, UNDER_REVIEW -> Badge.Tone.ACCENT;
                    case AWAITING_RULING -> Badge.Tone.WARNING;
                    case UPHELD, CONFIRMED -> Badge.Tone.GOOD;
                    case OVERTURNED -> Badge.Tone.BAD;
                });
    }

    static Badge overdue() {
        return new Badge(Texts.t("parts.reexam.overdue"), Badge.Tone.BAD);
    }
}
