package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.ClaimState;
import cn.jiangxue.contract.PriorLearningApi.ClaimSummary;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.ClaimDossier;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Claims of prior learning at the institutions of an assessor or officer, the longest waiting first; others by state. */
@Route("recognise/prior-learning")
@RolesAllowed({"ASSESSOR", "RECOGNITION_OFFICER"})
class ClaimInboxPage extends Page implements BeforeEnterObserver {

    static final String PATH = "/recognise/prior-learning";

    private final transient PriorLearningApi claims;
    private final transient CurrentPerson person;

    ClaimInboxPage(PriorLearningApi claims, CurrentPerson person) {
        super("recognise.prior");
        this.claims = claims;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        ClaimState state = event.getLocation().getQueryParameters().getSingleParameter("state").stream()
                .flatMap(name -> Arrays.stream(ClaimState.values())
                        .filter(each -> each.name().equals(name)))
                .findFirst()
                .orElse(null);
        removeAll();
        add(new PageHeader(t("recognise.prior")).lead(t("recognise.prior.lead")));
        if (person.get().has(Role.RECOGNITION_OFFICER)) {
            add(InboxPage.places(PATH));
        }
        add(
                states(state),
                new Panel(
                        state == null ? t("recognise.waiting") : t("parts.claim." + state),
                        new KeysetList<>(
                                cursor -> claims.inbox(state, cursor),
                                ClaimInboxPage::row,
                                () -> new EmptyState(
                                        Icon.INBOX, t("recognise.prior.none"), t("recognise.prior.none.text")))));
    }

    private static Component states(@Nullable ClaimState chosen) {
        Chips chips = new Chips().with(PATH, t("recognise.waiting"), chosen == null);
        for (ClaimState state : ClaimState.values()) {
            chips.with(PATH + "?state=" + state, t("parts.claim." + state), state == chosen);
        }
        return chips;
    }

    static Anchor row(ClaimSummary summary) {
        return ClaimDossier.line(
                PATH + "/" + summary.id(),
                summary.learnerName() + " · " + words().of(summary.occupation()) + " · "
                        + words().of(summary.gradeName()),
                summary);
    }
}
