package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.Waiting;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.StepCards;
import cn.jiangxue.ui.shell.WorkDesk;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import org.springframework.core.annotation.Order;

/** An officer's home: the applications that have waited longest. */
@org.springframework.stereotype.Component
@Order(2)
class OfficerDesk implements WorkDesk {

    private static final int SHOWN = 3;

    private final PromotionApi promotion;
    private final RecognitionApi recognition;

    OfficerDesk(PromotionApi promotion, RecognitionApi recognition) {
        this.promotion = promotion;
        this.recognition = recognition;
    }

    @Override
    public Role role() {
        return Role.RECOGNITION_OFFICER;
    }

    @Override
    public Component first() {
        Page<CaseSummary> waiting = promotion.inbox(null, null);
        Panel panel = new Panel(Texts.t("recognise.desk"));
        if (waiting.items().isEmpty()) {
            panel.add(new Paragraph(Texts.t("recognise.desk.none")));
        } else {
            String count = waiting.items().size() + (waiting.next() == null ? "" : "+");
            panel.add(new Paragraph(Texts.t("recognise.desk.waiting", count)));
            UnorderedList rows = new UnorderedList();
            rows.addClassName("jx-rows");
            waiting.items().stream().limit(SHOWN).forEach(each -> rows.add(new ListItem(InboxPage.row(each))));
            panel.add(rows);
        }
        Waiting cases = recognition.waiting();
        panel.add(new StepCards()
                .with("/recognise", Icon.INBOX, Texts.t("recognise.desk.open"), Texts.t("recognise.desk.open.text"))
                .with(
                        RecognitionInboxPage.PATH,
                        Icon.RECOGNISE,
                        Texts.t("recognise.desk.cases"),
                        Texts.t("recognise.desk.cases.text", cases.open(), cases.overdue(), cases.dueSoon()))
                .with(ClaimInboxPage.PATH, Icon.PATH, Texts.t("recognise.prior"), Texts.t("recognise.desk.prior.text"))
                .with(PlanInboxPage.PATH, Icon.TEXT, Texts.t("recognise.plans"), Texts.t("recognise.desk.plans.text"))
                .with(
                        SupervisedPage.PATH,
                        Icon.SHIELD,
                        Texts.t("recognise.supervise"),
                        Texts.t("recognise.desk.supervise.text"))
                .with(
                        ReexaminationInboxPage.PATH,
                        Icon.EYE,
                        Texts.t("recognise.reexam"),
                        Texts.t("recognise.desk.reexam.text"))
                .with(
                        "/recognise/credentials",
                        Icon.CREDENTIAL,
                        Texts.t("recognise.desk.credentials"),
                        Texts.t("recognise.desk.credentials.text"))
                .with(HoldsPage.PATH, Icon.ACCOUNT, Texts.t("recognise.holds"), Texts.t("recognise.desk.holds.text"))
                .with("/recognise/rules", Icon.TEXT, Texts.t("recognise.rules"), Texts.t("recognise.desk.rules.text")));
        return panel;
    }
}
