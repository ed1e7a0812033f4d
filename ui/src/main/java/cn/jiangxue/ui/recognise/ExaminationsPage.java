package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.ExaminationApi;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Applications that wait for an assessor's marks, oldest first. */
@Route("examine")
@RolesAllowed("ASSESSOR")
class ExaminationsPage extends Page {

    static final String PATH = "examine";

    ExaminationsPage(ExaminationApi examination) {
        super("recognise.exams");
        add(
                new PageHeader(t("recognise.exams")).lead(t("recognise.exams.lead")),
                new Panel(
                        t("recognise.exams.waiting"),
                        new KeysetList<>(
                                examination::examinations,
                                summary -> InboxPage.row("/" + PATH + "/" + summary.id(), summary),
                                () -> new EmptyState(
                                        Icon.INBOX, t("recognise.exams.none"), t("recognise.exams.none.text")))));
    }
}
