package cn.jiangxue.reexamination;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import cn.jiangxue.reexamination.rules.Took.Part;
import org.jspecify.annotations.Nullable;

/** What things of a re-examination are called. */
final class ReexaminationWords {

    private ReexaminationWords() {}

    static LocalText name(ReexaminationState state) {
        return switch (state) {
            case DRAWN -> new LocalText("已抽中，待复核", "drawn, nobody has taken it");
            case UNDER_REVIEW -> new LocalText("复核中", "under review");
            case AWAITING_RULING -> new LocalText("存疑，待决定", "found doubtful, awaiting a decision");
            case UPHELD -> new LocalText("复核无异议", "found in order");
            case CONFIRMED -> new LocalText("维持等级", "the grade stands");
            case OVERTURNED -> new LocalText("撤销等级", "the grade was taken back");
        };
    }

    static LocalText name(FindingKind kind) {
        return switch (kind) {
            case UPHELD -> new LocalText("复核意见：无异议", "Found in order");
            case DOUBTFUL -> new LocalText("复核意见：存疑", "Found doubtful");
        };
    }

    static LocalText name(RulingKind kind) {
        return switch (kind) {
            case CONFIRM -> new LocalText("维持等级", "the grade stands");
            case OVERTURN -> new LocalText("撤销等级", "the grade is taken back");
        };
    }

    static LocalText name(Part part) {
        return switch (part) {
            case APPLIED -> new LocalText("这是您本人申请的等级", "it is your own grade");
            case DECIDED -> new LocalText("您曾对该申请作出决定", "you decided on the application");
            case ASSESSED -> new LocalText("您曾为该申请评分", "you assessed the application");
        };
    }

    /** Who must act next; null when nobody has to. */
    static @Nullable LocalText actOn(ReexaminationState state) {
        return switch (state) {
            case DRAWN ->
                new LocalText(
                        "等待未参与原考核的考评员或认定专员接手复核",
                        "An assessor or officer who had no part in the application has to take it");
            case UNDER_REVIEW -> new LocalText("等待复核人提出复核意见", "The reviewer has to say what was found");
            case AWAITING_RULING ->
                new LocalText("存疑，等待另一位未参与的认定专员决定", "Found doubtful; another officer who had no part has to decide");
            case UPHELD, CONFIRMED, OVERTURNED -> null;
        };
    }
}
