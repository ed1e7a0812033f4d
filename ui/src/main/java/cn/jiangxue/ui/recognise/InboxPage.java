package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.CaseSummary;
import cn.jiangxue.ui.parts.CaseBadge;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Lateness;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.SubNav;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Applications that wait for a decision, oldest first; others by state. */
@Route("recognise")
@RolesAllowed("RECOGNITION_OFFICER")
public class InboxPage extends Page implements BeforeEnterObserver {

    private final transient PromotionApi promotion;

    InboxPage(PromotionApi promotion) {
        super("recognise.inbox");
        this.promotion = promotion;
    }

    /** The pages of this area. */
    public static SubNav places(String here) {
        return new SubNav(t("shell.nav.recognise"), here)
                .to("/recognise", t("recognise.inbox"), Icon.INBOX)
                .to(RecognitionInboxPage.PATH, t("recognise.cases"), Icon.RECOGNISE)
                .to(ClaimInboxPage.PATH, t("recognise.prior"), Icon.PATH)
                .to(PlanInboxPage.PATH, t("recognise.plans"), Icon.TEXT)
                .to(ReexaminationInboxPage.PATH, t("recognise.reexam"), Icon.EYE)
                .to("/recognise/credentials", t("recognise.credentials"), Icon.CREDENTIAL)
                .to(HoldsPage.PATH, t("recognise.holds"), Icon.ACCOUNT)
                .to("/recognise/corrections", t("recognise.corrections"), Icon.ACCOUNT)
                .to("/recognise/rules", t("recognise.rules"), Icon.TEXT)
                .to("/recognise/programmes", t("recognise.programmes"), Icon.COURSES)
                .to("/standards", t("standards.nav"), Icon.PATH)
                .to("/recognise/outcome-imports", t("recognise.imports"), Icon.UPLOAD);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CaseState state = event.getLocation().getQueryParameters().getSingleParameter("state").stream()
                .flatMap(name ->
                        Arrays.stream(CaseState.values()).filter(s -> s.name().equals(name)))
                .findFirst()
                .orElse(null);
        removeAll();
        add(
                new PageHeader(t("recognise.inbox")).lead(t("recognise.inbox.lead")),
                places("/recognise"),
                states(state),
                new Panel(
                        state == null ? t("recognise.waiting") : t("parts.case." + state),
                        new KeysetList<>(
                                cursor -> promotion.inbox(state, cursor), InboxPage::row, () -> empty(state))));
    }

    private static Component states(@Nullable CaseState chosen) {
        Chips chips = new Chips().with("/recognise", t("recognise.waiting"), chosen == null);
        for (CaseState state : CaseState.values()) {
            if (state != CaseState.SUBMITTED) {
                chips.with("/recognise?state=" + state, t("parts.case." + state), state == chosen);
            }
        }
        return chips;
    }

    private static Component empty(@Nullable CaseState state) {
        return new EmptyState(
                Icon.INBOX, t(state == null ? "recognise.none" : "recognise.noneInState"), t("recognise.none.text"));
    }

    static Component row(CaseSummary summary) {
        return row("/recognise/" + summary.id(), summary);
    }

    static Component row(String path, CaseSummary summary) {
        Span title = new Span(summary.learnerName() + " · " + words().of(summary.occupation()) + " · "
                + words().of(summary.gradeName()));
        title.addClassName("jx-row-title");
        String due = summary.actBy() == null ? "" : " · " + t("recognise.by", words().date(summary.actBy()));
        Span small = new Span(t("recognise.submitted", words().date(summary.submittedAt())) + " · "
                + t("recognise.files", summary.evidenceCount()) + due
                + Lateness.of(summary.institutionName(), summary.actBy(), summary.escalatedOn(), summary.actOn()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Anchor row = Links.to(path, body, CaseBadge.of(summary.state()), Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }
}
