package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.StepCards;
import cn.jiangxue.ui.shell.WorkDesk;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import org.springframework.core.annotation.Order;

/** What an administrator does first: people into their organisation, learners into courses, a look at the record. */
@org.springframework.stereotype.Component
@Order(30)
class AdministratorDesk implements WorkDesk {

    @Override
    public Role role() {
        return Role.ADMINISTRATOR;
    }

    @Override
    public Component first() {
        return new Panel(
                Texts.t("govern.desk"),
                new StepCards()
                        .with(
                                "/govern",
                                Icon.LEARNERS,
                                Texts.t("govern.desk.people"),
                                Texts.t("govern.desk.people.text"))
                        .with(
                                "/teach/learners",
                                Icon.COURSES,
                                Texts.t("govern.desk.enrol"),
                                Texts.t("govern.desk.enrol.text"))
                        .with(
                                "/govern/organisations",
                                Icon.GOVERN,
                                Texts.t("govern.desk.tree"),
                                Texts.t("govern.desk.tree.text"))
                        .with(
                                "/govern/audit",
                                Icon.HISTORY,
                                Texts.t("govern.desk.audit"),
                                Texts.t("govern.desk.audit.text"))
                        .with(
                                GovernNav.PLANS,
                                Icon.TEXT,
                                Texts.t("govern.desk.plans"),
                                Texts.t("govern.desk.plans.text")));
    }
}
