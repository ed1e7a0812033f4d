package cn.jiangxue.ui.recognise;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.Claim;
import cn.jiangxue.contract.PriorLearningApi.ClaimAct;
import cn.jiangxue.contract.PriorLearningApi.ClaimedUnit;
import cn.jiangxue.contract.PriorLearningApi.Method;
import cn.jiangxue.ui.files.PortfolioPanel;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CaseHistory;
import cn.jiangxue.ui.parts.ClaimBadge;
import cn.jiangxue.ui.parts.ClaimDossier;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;

/** One claim as assessors and officers see it: the portfolio, unit by unit what was found, and what this person may do today. */
@Route("recognise/prior-learning/:claimId([0-9a-f-]{36})")
@RolesAllowed({"ASSESSOR", "RECOGNITION_OFFICER"})
class ClaimReviewPage extends Page implements BeforeEnterObserver {

    private final transient PriorLearningApi claims;
    private final transient MediaApi media;

    ClaimReviewPage(PriorLearningApi claims, MediaApi media) {
        super("recognise.prior.claim");
        this.claims = claims;
        this.media = media;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(claims.claim(Ids.of(event.getRouteParameters(), "claimId")));
    }

    private void show(Claim claim) {
        removeAll();
        String title =
                claim.learnerName() + " · " + words().of(claim.occupation()) + " · " + words().of(claim.gradeName());
        titled(title);
        ClaimActs dialogs = new ClaimActs(claims, claim, this::show);
        Div column = new Div(PortfolioPanel.of(claims, media, claim, this::show));
        column.addClassName("jx-column");
        for (ClaimedUnit unit : claim.units()) {
            column.add(ClaimDossier.unit(claim, unit, assess(claim, unit, dialogs)));
        }
        Div side = new Div(
                ClaimDossier.standing(claim),
                acts(claim, dialogs),
                new Panel(t("learn.case.history"), new CaseHistory(claim.history())));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(title)
                        .above(Links.back(ClaimInboxPage.PATH, t("recognise.prior")))
                        .lead(words().of(claim.institutionName()))
                        .with(ClaimBadge.of(claim.state())),
                columns);
    }

    private static Component[] assess(Claim claim, ClaimedUnit unit, ClaimActs dialogs) {
        if (!claim.acts().contains(ClaimAct.ASSESS)) {
            return new Component[0];
        }
        return Arrays.stream(Method.values())
                .map(method -> {
                    Button assess =
                            Buttons.plain(t("recognise.prior.assess." + method), () -> dialogs.assess(unit, method));
                    assess.setAriaLabel(t("recognise.prior.assess." + method) + " · " + words().of(unit.name()));
                    assess.addClassName("jx-assess-" + method.name().toLowerCase(java.util.Locale.ROOT));
                    return (Component) assess;
                })
                .toArray(Component[]::new);
    }

    private static Panel acts(Claim claim, ClaimActs dialogs) {
        Div acts = new Div();
        acts.addClassName("jx-stack");
        add(acts, claim, ClaimAct.DECIDE, "decide", dialogs::decide);
        add(acts, claim, ClaimAct.APPOINT, "appoint", dialogs::appoint);
        add(acts, claim, ClaimAct.ASK_FOR_MORE, "more", dialogs::askForMore);
        if (acts.getComponentCount() == 0) {
            return new Panel(t("recognise.acts"), new Paragraph(t("recognise.prior.acts.none")));
        }
        Paragraph text = new Paragraph(t("recognise.prior.acts.text"));
        text.addClassName("jx-quiet");
        return new Panel(t("recognise.acts"), text, acts);
    }

    private static void add(Div acts, Claim claim, ClaimAct act, String key, Runnable action) {
        if (claim.acts().contains(act)) {
            String text = t("recognise.prior.act." + key);
            Button button = acts.getComponentCount() == 0 ? Buttons.primary(text, action) : Buttons.plain(text, action);
            button.setId("act-" + key);
            acts.add(button);
        }
    }
}
