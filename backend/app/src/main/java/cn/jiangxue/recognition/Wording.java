package cn.jiangxue.recognition;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.credit.Posted;
import cn.jiangxue.identity.Colleagues;
import cn.jiangxue.recognition.rules.Interest;
import org.jspecify.annotations.Nullable;

/** What steps, acts and reasons are called. */
final class Wording {

    private Wording() {}

    static LocalText text(String zh, String en) {
        return new LocalText(zh, en);
    }

    static LocalText name(Stage stage) {
        return switch (stage) {
            case REVIEWING -> text("审核中", "under review");
            case SUPPLEMENTING -> text("待补正", "more was asked for");
            case PUBLICISED -> text("公示中", "publicised");
            case DECIDING -> text("待决定", "waits for the decision");
            case POSTING -> text("入账中", "being posted");
            case REGISTERED -> text("已认定入账", "recognised and posted");
            case REFUSED -> text("不予认定", "refused");
            case APPEALED -> text("申诉中", "under appeal");
            case WITHDRAWN -> text("已撤回", "withdrawn");
        };
    }

    /** Who must act next; null when nobody has to. */
    static @Nullable LocalText actOn(Stage stage, LocalText institution, @Nullable LocalText higher) {
        return switch (stage) {
            case REVIEWING ->
                text(institution.zh() + "正在审核", institution.in(java.util.Locale.ENGLISH) + " has to review it");
            case SUPPLEMENTING -> text("等待申请人补正材料", "The applicant has to answer");
            case PUBLICISED -> text("公示期间，任何人都可以提出异议", "Publicised: anybody may object");
            case DECIDING ->
                text("等待" + institution.zh() + "作出决定", institution.in(java.util.Locale.ENGLISH) + " has to decide");
            case POSTING -> text("学分账户正在入账", "The learning account is writing it");
            case APPEALED ->
                higher == null
                        ? null
                        : text("等待" + higher.zh() + "复核申诉", higher.in(java.util.Locale.ENGLISH) + " has to rule");
            case REGISTERED, REFUSED, WITHDRAWN -> null;
        };
    }

    /** Why somebody must keep out, with the rule. */
    static LocalText reason(Interest interest) {
        return switch (interest) {
            case OWN_CASE -> text("这是您本人的申请。", "It is your own case.");
            case OBJECTED -> text("您对这份申请提出过异议。", "You objected to this case.");
            case SAME_ORGANISATION -> Colleagues.why();
            case VOTED -> text("您在本轮已经提出过评审意见。", "You voted in this round.");
            case TOOK_PART ->
                text("您参与过这份申请的办理，不能再复核对它的申诉。", "You acted on this case before and cannot rule on the appeal.");
        };
    }

    /** Why the ledger does not write it yet, with its rule. */
    static LocalText hindrance(Posted.Refused refused) {
        return switch (refused.code()) {
            case CREDIT_ALREADY_COUNTED ->
                text(
                        "其中一项成果对同一目标的学分已经入账（%s）".formatted(refused.clause()),
                        "One of the outcomes counts toward the same target already (%s)".formatted(refused.clause()));
            case CREDIT_SPENT ->
                text(
                        "应冲回的学分已被使用，请先更正使用这些学分的记录（%s）".formatted(refused.clause()),
                        "Credit that gives way was spent: first correct what used it (%s)".formatted(refused.clause()));
            default ->
                text(
                        "学分账户暂不能写入（%s）".formatted(refused.clause()),
                        "The learning account does not take it yet (%s)".formatted(refused.clause()));
        };
    }
}
