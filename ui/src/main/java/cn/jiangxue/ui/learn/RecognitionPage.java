package cn.jiangxue.ui.learn;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.CaseAct;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.contract.RecognitionApi.TextEdit;
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
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.function.BiFunction;

/** One's own recognition case: where it is, who must act and by when, what the rules said, and everything that happened. */
@Route("recognition/:caseId([0-9a-f-]{36})")
@RolesAllowed("LEARNER")
class RecognitionPage extends Page implements BeforeEnterObserver {

    private static final int MOST_WORDS = 2_000;

    private final transient RecognitionApi recognition;
    private final transient MediaApi media;

    RecognitionPage(RecognitionApi recognition, MediaApi media) {
        super("learn.recognition");
        this.recognition = recognition;
        this.media = media;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(recognition.recognitionCase(Ids.of(event.getRouteParameters(), "caseId")));
    }

    private void show(RecognitionCase c) {
        removeAll();
        String title = words().of(c.evaluation().programme());
        titled(title);
        Panel standing = RecognitionDossier.standing(c);
        standing.add(actions(c));
        Div column = new Div(standing);
        column.addClassName("jx-column");
        if (!c.declared().isEmpty()) {
            column.add(new Panel(t("parts.declared"), new DeclaredOutcomes(c.declared(), outcome -> List.of())));
        }
        RecognitionDossier.record(c).forEach(column::add);
        if (c.appealEvaluation() != null) {
            column.add(new Panel(t("learn.recognition.appealResult"), new RecognitionResult(c.appealEvaluation())));
        }
        if (c.foundEvaluation() != null) {
            column.add(new Panel(t("learn.recognition.foundResult"), new RecognitionResult(c.foundEvaluation())));
        }
        column.add(new Panel(t("learn.recognition.result"), new RecognitionResult(c.evaluation())));
        column.add(EvidencePanel.of(recognition, media, c, c.acts().contains(CaseAct.ATTACH), this::show));
        Div side = new Div(new Panel(t("learn.case.history"), new CaseHistory(c.history())));
        side.addClassName("jx-column");
        Div columns = new Div(column, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(title)
                        .above(Links.back("/recognition", t("learn.recognitions")))
                        .lead(words().of(c.institution()))
                        .with(StageBadge.of(c.stage())),
                columns);
    }

    private Div actions(RecognitionCase c) {
        Div actions = new Div();
        actions.addClassName("jx-actions");
        if (c.acts().contains(CaseAct.SUPPLY)) {
            Button supply = Buttons.primary(
                    t("learn.recognition.supply"),
                    () -> write(
                            "learn.recognition.supply",
                            (id, text) -> recognition.supply(c.id(), id, new TextEdit(text))));
            supply.setId("supply");
            actions.add(supply);
        }
        if (c.acts().contains(CaseAct.APPEAL)) {
            Button appeal = Buttons.plain(
                    t("learn.recognition.appeal"),
                    () -> write(
                            "learn.recognition.appeal",
                            (id, text) -> recognition.appeal(c.id(), id, new TextEdit(text))));
            appeal.setId("appeal");
            actions.add(appeal);
        }
        if (c.acts().contains(CaseAct.WITHDRAW)) {
            Button withdraw = Buttons.quiet(t("learn.recognition.withdraw"), () -> withdraw(c));
            withdraw.setId("withdraw-recognition");
            actions.add(withdraw);
        }
        return actions;
    }

    /** The id is made once: a second tap is the same act. */
    private void write(String key, BiFunction<UUID, String, RecognitionCase> send) {
        UUID id = Ids.next();
        TextArea text = new TextArea(t(key + ".words"));
        text.setMinRows(4);
        text.setMaxLength(MOST_WORDS);
        text.setHelperText(t("learn.recognition.length"));
        text.setId("recognition-words");
        new FormDialog(t(key), new Paragraph(t(key + ".text")), text)
                .asking(
                        t("learn.recognition.send"),
                        () -> {
                            FormDialog.demand(text);
                            return send.apply(id, text.getValue().strip());
                        },
                        this::show)
                .open();
    }

    private void withdraw(RecognitionCase c) {
        new FormDialog(t("learn.recognition.withdraw"), new Paragraph(t("learn.recognition.withdraw.text")))
                .risking(t("learn.recognition.withdraw"), () -> recognition.withdraw(c.id()), this::show)
                .open();
    }
}
