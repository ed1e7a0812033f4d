package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.PlanVersionState;
import cn.jiangxue.ui.text.Texts;

/** The state of an enterprise's plan, and of one of its versions. */
public final class PlanBadge {

    private PlanBadge() {}

    public static Badge of(PlanState state) {
        return new Badge(
                Texts.t("parts.plan.state." + state),
                switch (state) {
                    case FILED -> Badge.Tone.ACCENT;
                    case RETURNED, SUSPENDED -> Badge.Tone.WARNING;
                    case APPROVED -> Badge.Tone.GOOD;
                    case WITHDRAWN -> Badge.Tone.NEUTRAL;
                });
    }

    public static Badge of(PlanVersionState state) {
        return new Badge(
                Texts.t("parts.plan.version." + state),
                switch (state) {
                    case FILED -> Badge.Tone.ACCENT;
                    case RETURNED -> Badge.Tone.WARNING;
                    case APPROVED -> Badge.Tone.GOOD;
                    case SUPERSEDED -> Badge.Tone.NEUTRAL;
                });
    }
}
