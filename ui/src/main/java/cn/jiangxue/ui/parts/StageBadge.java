package cn.jiangxue.ui.parts;

import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.ui.text.Texts;

/** Where a recognition case stands. */
public final class StageBadge {

    private StageBadge() {}

    public static Badge of(Stage stage) {
        return new Badge(
                Texts.t("parts.stage." + stage),
                switch (stage) {
                    case REVIEWING, PUBLICISED, DECIDING, POSTING, APPEALED -> Badge.Tone.ACCENT;
                    case SUPPLEMENTING -> Badge.Tone.WARNING;
                    case REGISTERED -> Badge.Tone.GOOD;
                    case REFUSED -> Badge.Tone.BAD;
                    case WITHDRAWN -> Badge.Tone.NEUTRAL;
                });
    }
}
