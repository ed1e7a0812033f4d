package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.ExaminationApi;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
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

/** An assessor's home: the applications that have waited longest for marks, then claims of prior learning, what is taught, and the own data in order. */
@org.springframework.stereotype.Component
@Order(20)
class AssessorDesk implements WorkDesk {

    private static final int SHOWN = 3;

    private final ExaminationApi examination;

    AssessorDesk(ExaminationApi examination) {
        this.examination = examination;
    }

    @Override
    public Role role() {
        return Role.ASSESSOR;
    }

    @Override
    public Component first() {
        Page<CaseSummary> waiting = examination.examinations(null);
        Panel panel = new Panel(Texts.t("recognise.assessor"));
        if (waiting.items().isEmpty()) {
            panel.add(new Paragraph(Texts.t("recognise.assessor.none")));
        } else {
            String count = waiting.items().size() + (waiting.next() == null ? "" : "+");
            panel.add(new Paragraph(Texts.t("recognise.assessor.waiting", count)));
            UnorderedList rows = new UnorderedList();
            rows.addClassName("jx-rows");
            waiting.items().stream()
                    .limit(SHOWN)
                    .forEach(each ->
                            rows.add(new ListItem(InboxPage.row("/" + ExaminationsPage.PATH + "/" + each.id(), each))));
            panel.add(rows);
        }
        panel.add(new StepCards()
                .with(
                        "/" + ExaminationsPage.PATH,
                        Icon.INBOX,
                        Texts.t("recognise.exams"),
                        Texts.t("recognise.assessor.exams.text"))
                .with(
                        SupervisedPage.PATH,
                        Icon.SHIELD,
                        Texts.t("recognise.supervise"),
                        Texts.t("recognise.desk.supervise.text"))
                .with(ClaimInboxPage.PATH, Icon.PATH, Texts.t("recognise.prior"), Texts.t("recognise.desk.prior.text"))
                .with(
                        ReexaminationInboxPage.PATH,
                        Icon.EYE,
                        Texts.t("recognise.reexam"),
                        Texts.t("recognise.desk.reexam.text"))
                .with(
                        "/catalogue",
                        Icon.COURSES,
                        Texts.t("recognise.assessor.courses"),
                        Texts.t("recognise.assessor.courses.text"))
                .with(
                        "/verify",
                        Icon.SHIELD,
                        Texts.t("recognise.assessor.verify"),
                        Texts.t("recognise.assessor.verify.text"))
                .with(
                        "/profile",
                        Icon.PERSON,
                        Texts.t("recognise.assessor.profile"),
                        Texts.t("recognise.assessor.profile.text")));
        return panel;
    }
}
