package cn.jiangxue.ui.recognise;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.Standing;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.CaseAct;
import cn.jiangxue.contract.RecognitionApi.ObjectionView;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.ui.files.EvidencePanel;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.CaseHistory;
import cn.jiangxue.ui.parts.DeclaredOutcomes;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.RecognitionDossier;
import cn.jiangxue.ui.parts.RecognitionResult;
import cn.jiangxue.ui.parts.StageBadge;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** One recognition case as an officer sees it: what the rules say, what was said so far, and what this officer may do today. */
@Route("recognise/cases/:caseId([0-9a-f-]{36})")
@RolesAllowed("RECOGNITION_OFFICER")
class RecognitionReviewPage extends Page implements BeforeEnterObserver {

    private final transient RecognitionApi recognition;
    private final transient MediaApi media;

    RecognitionReviewPage(RecognitionApi recognition, MediaApi media) {
        super("recognise.recognition");
        this.recognition = recognition;
        this.media = media;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(recognition.recognitionCase(Ids.of(event.getRouteParameters(), "caseId")));
    }

    private void show(RecognitionCase c) {
        removeAll();
        String title = c.learnerName() + " · " + words().of(c.evaluation().programme());
        titled(title);
        Div column = new Div();
        column.addClassName("jx-column");
        if (!c.statement().isBlank()) {
            column.add(new Panel(t("recognise.statement"), new Paragraph(c.statement())));
        }
        if (c.appeal() != null) {
            column.add(new Panel(t("recognise.appeal"), new Paragraph(c.appeal())));
        }
        if (!c.declared().isEmpty()) {
            column.add(declared(c));
        }
        RecognitionDossier.record(c).forEach(column::add);
        if (c.appealEvaluation() != null) {
            column.add(new Panel(t("learn.recognition.appealResult"), new RecognitionResult(c.appealEvaluation())));
        }
        if (c.foundEvaluation() != null) {
            column.add(new Panel(t("learn.recognition.foundResult"), new RecognitionResult(c.foundEvaluation())));
        }
        column.add(new Panel(t("learn.recognition.result"), new RecognitionResult(c.evaluation())));
        column.add(EvidencePanel.of(recognition, media, c, false, this::show));
        Div side = new Div(
                RecognitionDossier.standing(c),
                acts(c),
                new Panel(t("learn.case.history"), new CaseHistory(c.history())));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(title)
                        .above(Links.back(RecognitionInboxPage.PATH, t("recognise.cases")))
                        .lead(words().of(c.institution()))
                        .with(StageBadge.of(c.stage())),
                columns);
    }

    /** Each with its files beside it, and what is found out about it. */
    private Panel declared(RecognitionCase c) {
        Paragraph text = new Paragraph(t("recognise.examine.lead"));
        text.addClassName("jx-quiet");
        return new Panel(t("parts.declared"), text, new DeclaredOutcomes(c.declared(), outcome -> actions(c, outcome)));
    }

    private List<Component> actions(RecognitionCase c, DeclaredOutcome outcome) {
        List<Component> actions = new ArrayList<>();
        outcome.files()
                .forEach(file ->
                        actions.add(EvidencePanel.opener(file, () -> recognition.openEvidence(c.id(), file.id()))));
        Set<Standing> examined = c.stage() == Stage.APPEALED
                ? Set.of(Standing.REFUTED)
                : Set.of(Standing.UNVERIFIED, Standing.TAKEN_BACK);
        if (c.acts().contains(CaseAct.EXAMINE) && examined.contains(outcome.standing())) {
            Button examine = Buttons.primary(
                    t("recognise.act.examine"), () -> new RecognitionActs(recognition, c, this::show).examine(outcome));
            examine.setAriaLabel(t("recognise.act.examine.named", outcome.said().title()));
            examine.addClassName("jx-examine");
            actions.add(examine);
        }
        return actions;
    }

    private Panel acts(RecognitionCase c) {
        RecognitionActs dialogs = new RecognitionActs(recognition, c, this::show);
        Div acts = new Div();
        acts.addClassName("jx-stack");
        add(acts, c, CaseAct.VOTE, "vote", dialogs::vote);
        add(acts, c, CaseAct.DECIDE, "decide", dialogs::decide);
        add(acts, c, CaseAct.RULE_ON_APPEAL, "rule", dialogs::rule);
        add(acts, c, CaseAct.ASK_FOR_MORE, "more", dialogs::askForMore);
        if (c.acts().contains(CaseAct.REPLY)) {
            c.objections().stream()
                    .filter(objection -> objection.answer() == null)
                    .forEach(objection -> acts.add(reply(dialogs, objection)));
        }
        add(acts, c, CaseAct.TAKE, "take", () -> show(recognition.take(c.id())));
        if (acts.getComponentCount() == 0) {
            return new Panel(t("recognise.acts"), new Paragraph(t("recognise.acts.none")));
        }
        Paragraph text = new Paragraph(t("recognise.acts.text"));
        text.addClassName("jx-quiet");
        return new Panel(t("recognise.acts"), text, acts);
    }

    private static Button reply(RecognitionActs dialogs, ObjectionView objection) {
        Button reply = Buttons.plain(t("recognise.act.reply", objection.by()), () -> dialogs.reply(objection));
        reply.addClassName("jx-reply");
        return reply;
    }

    private static void add(Div acts, RecognitionCase c, CaseAct act, String key, Runnable action) {
        if (c.acts().contains(act)) {
            String text = t("recognise.act." + key);
            Button button = acts.getComponentCount() == 0 ? Buttons.primary(text, action) : Buttons.plain(text, action);
            button.setId("act-" + key);
            acts.add(button);
        }
    }
}
