package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.StepCards;
import cn.jiangxue.ui.shell.WorkDesk;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import org.springframework.core.annotation.Order;

/** What a trainer does first: questions, a course with its video, learners. */
@org.springframework.stereotype.Component
@Order(10)
class TrainerDesk implements WorkDesk {

    @Override
    public Role role() {
        return Role.TRAINER;
    }

    @Override
    public Component first() {
        return new Panel(
                Texts.t("teach.desk"),
                new StepCards()
                        .with("/teach", Icon.TEACH, Texts.t("teach.desk.course"), Texts.t("teach.desk.course.text"))
                        .with("/teach/bank", Icon.BANK, Texts.t("teach.desk.bank"), Texts.t("teach.desk.bank.text"))
                        .with(
                                "/teach/learners",
                                Icon.LEARNERS,
                                Texts.t("teach.desk.learners"),
                                Texts.t("teach.desk.learners.text")));
    }
}
