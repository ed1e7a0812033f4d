package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PlanState;
import cn.jiangxue.contract.EvaluationApi.PlanSummary;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.PlanDossier;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Plans of enterprises at the institutions of an officer, the longest waiting first; others by state. */
@Route("recognise/plans")
@RolesAllowed("RECOGNITION_OFFICER")
class PlanInboxPage extends Page implements BeforeEnterObserver {

    static final String PATH = "/recognise/plans";

    private final transient EvaluationApi evaluation;

    PlanInboxPage(EvaluationApi evaluation) {
        super("recognise.plans");
        this.evaluation = evaluation;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        PlanState state = event.getLocation().getQueryParameters().getSingleParameter("state").stream()
                .flatMap(name -> Arrays.stream(PlanState.values())
                        .filter(each -> each.name().equals(name)))
                .findFirst()
                .orElse(null);
        removeAll();
        add(
                new PageHeader(t("recognise.plans")).lead(t("recognise.plans.lead")),
                InboxPage.places(PATH),
                states(state),
                new Panel(
                        state == null ? t("recognise.waiting") : t("parts.plan.state." + state),
                        new KeysetList<>(
                                cursor -> evaluation.inbox(state, cursor),
                                PlanInboxPage::row,
                                () -> new EmptyState(
                                        Icon.INBOX, t("recognise.plans.none"), t("recognise.plans.none.text")))));
    }

    private static Component states(@Nullable PlanState chosen) {
        Chips chips = new Chips().with(PATH, t("recognise.waiting"), chosen == null);
        for (PlanState state : PlanState.values()) {
            if (state != PlanState.FILED) {
                chips.with(PATH + "?state=" + state, t("parts.plan.state." + state), state == chosen);
            }
        }
        return chips;
    }

    private static Anchor row(PlanSummary summary) {
        return PlanDossier.line(
                PATH + "/" + summary.id(),
                words().of(summary.employerName()) + " · " + words().of(summary.occupation()),
                summary);
    }
}
