package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.ExaminationApi;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;

/** Applications in which a sitting waits for an outside supervisor, oldest first. */
@Route("supervise")
@PermitAll
class SupervisedPage extends Page {

    static final String PATH = "/supervise";

    SupervisedPage(ExaminationApi examination) {
        super("recognise.supervise");
        add(
                new PageHeader(t("recognise.supervise")).lead(t("recognise.supervise.lead")),
                new Panel(
                        t("recognise.supervise.waiting"),
                        new KeysetList<>(
                                examination::supervised,
                                summary -> InboxPage.row(PATH + "/" + summary.id(), summary),
                                () -> new EmptyState(
                                        Icon.SHIELD,
                                        t("recognise.supervise.none"),
                                        t("recognise.supervise.none.text")))));
    }
}
