package cn.jiangxue.ui.learn;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.Claim;
import cn.jiangxue.contract.PriorLearningApi.ClaimAct;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.ClaimedUnit;
import cn.jiangxue.ui.files.PortfolioPanel;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CaseHistory;
import cn.jiangxue.ui.parts.ClaimBadge;
import cn.jiangxue.ui.parts.ClaimDossier;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** One's own claim of prior learning: where it stands, unit by unit what was found and what is missing, and the portfolio. */
@Route("prior-learning/:claimId([0-9a-f-]{36})")
@RolesAllowed("LEARNER")
class ClaimPage extends Page implements BeforeEnterObserver {

    private final transient PriorLearningApi claims;
    private final transient MediaApi media;

    ClaimPage(PriorLearningApi claims, MediaApi media) {
        super("learn.prior.claim");
        this.claims = claims;
        this.media = media;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(claims.claim(Ids.of(event.getRouteParameters(), "claimId")));
    }

    private void show(Claim claim) {
        removeAll();
        String title = t("learn.prior.title", words().of(claim.occupation()), words().of(claim.gradeName()));
        titled(title);
        Panel standing = ClaimDossier.standing(claim);
        standing.add(actions(claim));
        Div column = new Div(standing, PortfolioPanel.of(claims, media, claim, this::show));
        column.addClassName("jx-column");
        for (ClaimedUnit unit : claim.units()) {
            column.add(ClaimDossier.unit(claim, unit));
        }
        Div side = new Div(new Panel(t("learn.case.history"), new CaseHistory(claim.history())));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(title)
                        .above(Links.back("/prior-learning", t("learn.prior")))
                        .lead(words().of(claim.institutionName()))
                        .with(ClaimBadge.of(claim.state())),
                columns);
    }

    private Div actions(Claim claim) {
        Div actions = new Div();
        actions.addClassName("jx-actions");
        if (claim.acts().contains(ClaimAct.RESUBMIT)) {
            Button resubmit = Buttons.primary(t("learn.case.resubmit"), () -> show(claims.resubmit(claim.id())));
            resubmit.setId("resubmit-claim");
            actions.add(resubmit);
        }
        if (claim.acts().contains(ClaimAct.WITHDRAW)) {
            Button withdraw = Buttons.quiet(
                    t("learn.prior.withdraw"),
                    () -> new FormDialog(t("learn.prior.withdraw"), new Paragraph(t("learn.prior.withdraw.text")))
                            .risking(t("learn.prior.withdraw"), () -> claims.withdraw(claim.id()), this::show)
                            .open());
            withdraw.setId("withdraw-claim");
            actions.add(withdraw);
        }
        if (claim.state() == ClaimState.DECIDED) {
            actions.add(
                    claim.outcomeKept()
                            ? Links.primary("/recognition/new", t("learn.prior.use"))
                            : Links.secondary("/prior-learning/new", t("learn.prior.again")));
        }
        return actions;
    }
}
