package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.ReexaminationDossier;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** Drawn grades that an assessor or officer may look at again, the longest waiting first; those they had a part in are left out. */
@Route("recognise/reexaminations")
@RolesAllowed({"ASSESSOR", "RECOGNITION_OFFICER"})
class ReexaminationInboxPage extends Page implements BeforeEnterObserver {

    static final String PATH = "/recognise/reexaminations";

    private final transient ReexaminationApi reexaminations;
    private final transient CurrentPerson person;

    ReexaminationInboxPage(ReexaminationApi reexaminations, CurrentPerson person) {
        super("recognise.reexam");
        this.reexaminations = reexaminations;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        add(new PageHeader(t("recognise.reexam")).lead(t("recognise.reexam.lead")));
        if (person.get().has(Role.RECOGNITION_OFFICER)) {
            add(InboxPage.places(PATH));
        }
        add(new Panel(
                t("recognise.waiting"),
                new KeysetList<>(
                        reexaminations::inbox,
                        summary -> ReexaminationDossier.line(PATH + "/" + summary.id(), summary),
                        () -> new EmptyState(
                                Icon.INBOX, t("recognise.reexam.none"), t("recognise.reexam.none.text")))));
    }
}
