package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcome;
import cn.jiangxue.contract.DeclaredOutcomeApi.Means;
import cn.jiangxue.contract.RecognitionApi;
import cn.jiangxue.contract.RecognitionApi.AppealRulingEdit;
import cn.jiangxue.contract.RecognitionApi.EvidenceFindingEdit;
import cn.jiangxue.contract.RecognitionApi.GrantEdit;
import cn.jiangxue.contract.RecognitionApi.ObjectionView;
import cn.jiangxue.contract.RecognitionApi.Office;
import cn.jiangxue.contract.RecognitionApi.RecognitionCase;
import cn.jiangxue.contract.RecognitionApi.Stage;
import cn.jiangxue.contract.RecognitionApi.SupplementEdit;
import cn.jiangxue.contract.RecognitionApi.TextEdit;
import cn.jiangxue.contract.RecognitionApi.VoteEdit;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** What an officer does to a case, each in a dialog. An act's id is made when its dialog opens: a second tap is the same act. */
final class RecognitionActs {

    private static final int MOST_REASON = 2_000;
    private static final int MOST_DAYS = 60;

    private final RecognitionApi recognition;
    private final RecognitionCase c;
    private final Consumer<RecognitionCase> done;

    RecognitionActs(RecognitionApi recognition, RecognitionCase c, Consumer<RecognitionCase> done) {
        this.recognition = recognition;
        this.c = c;
        this.done = done;
    }

    void vote() {
        UUID id = Ids.next();
        Select<Office> office = new Select<>();
        office.setLabel(Texts.t("recognise.vote.office"));
        office.setItems(c.offices());
        office.setItemLabelGenerator(each -> Words.now().of(each.name()));
        if (c.offices().size() == 1) {
            office.setValue(c.offices().getFirst());
        }
        RadioButtonGroup<Boolean> favourable = choice("recognise.vote.for", "recognise.vote.against");
        TextArea reason = reason("recognise.reason.needed");
        new FormDialog(Texts.t("recognise.act.vote"), office, favourable, reason)
                .asking(
                        Texts.t("recognise.act.send"),
                        () -> {
                            FormDialog.demand(office);
                            FormDialog.demand(favourable);
                            FormDialog.demand(reason);
                            return recognition.vote(
                                    c.id(),
                                    id,
                                    new VoteEdit(
                                            office.getValue().organisationId(),
                                            favourable.getValue(),
                                            reason.getValue().strip()));
                        },
                        done)
                .open();
    }

    /** What was found out about the evidence of one outcome. By what is asked only where it is authentic; the body above finds nothing else. */
    void examine(DeclaredOutcome outcome) {
        UUID id = Ids.next();
        boolean onAppeal = c.stage() == Stage.APPEALED;
        RadioButtonGroup<Boolean> authentic = choice("recognise.examine.yes", "recognise.examine.no");
        RadioButtonGroup<Means> means = new RadioButtonGroup<>();
        means.setLabel(Texts.t("recognise.examine.means"));
        means.setItems(Means.values());
        means.setItemLabelGenerator(each -> Texts.t("parts.means." + each));
        means.setId("examine-means");
        means.setVisible(false);
        authentic.setId("examine-authentic");
        authentic.addValueChangeListener(chosen -> means.setVisible(Boolean.TRUE.equals(chosen.getValue())));
        if (onAppeal) {
            authentic.setValue(true);
            authentic.setReadOnly(true);
        }
        TextArea note = reason("recognise.examine.note");
        new FormDialog(
                        Texts.t("recognise.act.examine.named", outcome.said().title()),
                        new Paragraph(Texts.t(onAppeal ? "recognise.examine.appeal" : "recognise.examine.text")),
                        authentic,
                        means,
                        note)
                .asking(
                        Texts.t("recognise.act.send"),
                        () -> {
                            FormDialog.demand(authentic);
                            if (authentic.getValue()) {
                                FormDialog.demand(means);
                            }
                            FormDialog.demand(note);
                            return recognition.examine(
                                    c.id(),
                                    outcome.id(),
                                    id,
                                    new EvidenceFindingEdit(
                                            authentic.getValue(),
                                            authentic.getValue() ? means.getValue() : null,
                                            note.getValue().strip()));
                        },
                        done)
                .open();
    }

    void askForMore() {
        UUID id = Ids.next();
        TextArea reason = reason("recognise.reason.needed");
        IntegerField days = new IntegerField(Texts.t("recognise.more.days"));
        days.setMin(1);
        days.setMax(MOST_DAYS);
        days.setStepButtonsVisible(true);
        days.setHelperText(Texts.t("recognise.more.days.help"));
        new FormDialog(Texts.t("recognise.act.more"), new Paragraph(Texts.t("recognise.more.text")), reason, days)
                .asking(
                        Texts.t("recognise.act.send"),
                        () -> {
                            FormDialog.demand(reason);
                            int asked = days.getValue() == null ? 0 : days.getValue();
                            return recognition.askForMore(
                                    c.id(),
                                    id,
                                    new SupplementEdit(reason.getValue().strip(), asked));
                        },
                        done)
                .open();
    }

    void reply(ObjectionView objection) {
        TextArea answer = reason("recognise.reason.needed");
        new FormDialog(Texts.t("recognise.act.reply", objection.by()), new Paragraph(objection.reason()), answer)
                .asking(
                        Texts.t("recognise.act.send"),
                        () -> {
                            FormDialog.demand(answer);
                            return recognition.reply(
                                    c.id(),
                                    objection.id(),
                                    new TextEdit(answer.getValue().strip()));
                        },
                        done)
                .open();
    }

    void decide() {
        UUID id = Ids.next();
        RadioButtonGroup<Boolean> grant = choice("recognise.decide.grant", "recognise.decide.refuse");
        TextArea reason = reason("recognise.decide.reason");
        new FormDialog(Texts.t("recognise.act.decide"), new Paragraph(Texts.t("recognise.decide.text")), grant, reason)
                .asking(
                        Texts.t("recognise.act.send"),
                        () -> {
                            FormDialog.demand(grant);
                            return recognition.decide(
                                    c.id(),
                                    id,
                                    new GrantEdit(
                                            grant.getValue(), reason.getValue().strip(), c.revision()));
                        },
                        done)
                .open();
    }

    void rule() {
        UUID id = Ids.next();
        RadioButtonGroup<Boolean> upheld = choice("recognise.rule.uphold", "recognise.rule.dismiss");
        TextArea reason = reason("recognise.reason.needed");
        new FormDialog(Texts.t("recognise.act.rule"), new Paragraph(Texts.t("recognise.rule.text")), upheld, reason)
                .asking(
                        Texts.t("recognise.act.send"),
                        () -> {
                            FormDialog.demand(upheld);
                            FormDialog.demand(reason);
                            return recognition.ruleOnAppeal(
                                    c.id(),
                                    id,
                                    new AppealRulingEdit(
                                            upheld.getValue(), reason.getValue().strip(), c.revision()));
                        },
                        done)
                .open();
    }

    private static RadioButtonGroup<Boolean> choice(String yes, String no) {
        RadioButtonGroup<Boolean> choice = new RadioButtonGroup<>();
        choice.setLabel(Texts.t("recognise.choice"));
        choice.setItems(List.of(true, false));
        choice.setItemLabelGenerator(each -> Texts.t(each ? yes : no));
        return choice;
    }

    private static TextArea reason(String help) {
        return ReasonArea.of("act-reason", MOST_REASON, Texts.t(help));
    }
}
