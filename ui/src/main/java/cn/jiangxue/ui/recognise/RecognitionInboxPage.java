package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.RecognitionSummary;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.RecognitionDossier;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Recognition cases on the officer's desks, the longest waiting first: open, mine, overdue, or at one step; appeals too, for those above. */
@Route("recognise/cases")
@RolesAllowed("RECOGNITION_OFFICER")
class RecognitionInboxPage extends Page implements BeforeEnterObserver {

    static final String PATH = "/recognise/cases";

    private final transient RecognitionApi recognition;

    RecognitionInboxPage(RecognitionApi recognition) {
        super("recognise.cases");
        this.recognition = recognition;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        var asked = event.getLocation().getQueryParameters();
        String show = asked.getSingleParameter("show").orElse("");
        Stage stage = asked.getSingleParameter("stage").stream()
                .flatMap(name ->
                        Arrays.stream(Stage.values()).filter(each -> each.name().equals(name)))
                .findFirst()
                .orElse(null);
        boolean mine = show.equals("mine");
        boolean overdue = show.equals("overdue");
        removeAll();
        add(
                new PageHeader(t("recognise.cases"))
                        .lead(t("recognise.cases.lead"))
                        .action(
                                Links.secondary("/recognise/bulk", t("recognise.bulk")),
                                Links.secondary("/recognise/stand-ins", t("recognise.standIns"))),
                InboxPage.places(PATH),
                filters(show, stage),
                new Panel(
                        title(show, stage),
                        new KeysetList<>(
                                cursor -> recognition.inbox(stage, mine, overdue, cursor),
                                RecognitionInboxPage::row,
                                () -> new EmptyState(
                                        Icon.INBOX, t("recognise.cases.none"), t("recognise.cases.none.text")))));
    }

    private static String title(String show, @Nullable Stage stage) {
        if (stage != null) {
            return t("parts.stage." + stage);
        }
        return switch (show) {
            case "mine" -> t("recognise.cases.mine");
            case "overdue" -> t("recognise.cases.overdue");
            default -> t("recognise.cases.open");
        };
    }

    private static Component filters(String show, @Nullable Stage stage) {
        boolean all = show.isEmpty() && stage == null;
        Chips chips = new Chips()
                .with(PATH, t("recognise.cases.open"), all)
                .with(PATH + "?show=mine", t("recognise.cases.mine"), show.equals("mine"))
                .with(PATH + "?show=overdue", t("recognise.cases.overdue"), show.equals("overdue"));
        for (Stage each : Stage.values()) {
            chips.with(PATH + "?stage=" + each, t("parts.stage." + each), each == stage);
        }
        return chips;
    }

    static Component row(RecognitionSummary summary) {
        String title = summary.learnerName() + " · " + words().of(summary.programme());
        return RecognitionDossier.line(PATH + "/" + summary.id(), title, summary);
    }
}
