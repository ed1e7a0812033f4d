package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.StepCards;
import cn.jiangxue.ui.shell.WorkDesk;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Paragraph;
import org.springframework.core.annotation.Order;

/** An assessor's home. Quizzes are marked by the service: claims of prior learning to assess, what is taught, and the own data in order. */
@org.springframework.stereotype.Component
@Order(20)
class AssessorDesk implements WorkDesk {

    @Override
    public Role role() {
        return Role.ASSESSOR;
    }

    @Override
    public Component first() {
        return new Panel(
                Texts.t("recognise.assessor"),
                new Paragraph(Texts.t("recognise.assessor.none")),
                new StepCards()
                        .with(
                                ClaimInboxPage.PATH,
                                Icon.PATH,
                                Texts.t("recognise.prior"),
                                Texts.t("recognise.desk.prior.text"))
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
    }
}
