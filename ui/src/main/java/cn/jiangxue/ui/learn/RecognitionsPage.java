package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.RecognitionDossier;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** One's own recognition cases, the newest first. */
@Route("recognition")
@RolesAllowed("LEARNER")
class RecognitionsPage extends Page {

    RecognitionsPage(RecognitionApi recognition) {
        super("learn.recognitions");
        add(
                new PageHeader(t("learn.recognitions"))
                        .above(Links.back("/account", t("learn.account")))
                        .lead(t("learn.recognitions.lead"))
                        .action(
                                Links.primary("/recognition/new", t("learn.recognition.new")),
                                Links.secondary("/recognition/outcomes", t("learn.declared")),
                                Links.secondary("/notices", t("learn.recognition.notices"))),
                new Panel(
                        t("learn.recognitions.mine"),
                        new KeysetList<>(
                                recognition::myCases,
                                summary -> RecognitionDossier.line(
                                        "/recognition/" + summary.id(), words().of(summary.programme()), summary),
                                () -> new EmptyState(
                                        Icon.RECOGNISE,
                                        t("learn.recognitions.none"),
                                        t("learn.recognitions.none.text"),
                                        Links.primary("/recognition/new", t("learn.recognition.new"))))));
    }
}
