package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.ui.parts.ClaimDossier;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** One's own claims of prior learning, the newest first. */
@Route("prior-learning")
@RolesAllowed("LEARNER")
class PriorLearningsPage extends Page {

    PriorLearningsPage(PriorLearningApi claims) {
        super("learn.prior");
        add(
                new PageHeader(t("learn.prior"))
                        .above(Links.back("/path", t("learn.path")))
                        .lead(t("learn.prior.lead"))
                        .action(Links.primary("/prior-learning/new", t("learn.prior.new"))),
                new Panel(
                        t("learn.prior.mine"),
                        new KeysetList<>(
                                claims::myClaims,
                                summary -> ClaimDossier.line(
                                        "/prior-learning/" + summary.id(),
                                        words().of(summary.occupation()) + " · " + words().of(summary.gradeName()),
                                        summary),
                                () -> new EmptyState(
                                        Icon.PATH,
                                        t("learn.prior.none"),
                                        t("learn.prior.none.text"),
                                        Links.primary("/prior-learning/new", t("learn.prior.new"))))));
    }
}
