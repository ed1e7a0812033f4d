package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.ExaminationApi;
import cn.jiangxue.contract.ExaminationApi.ConfirmationEdit;
import cn.jiangxue.contract.ExaminationApi.Part;
import cn.jiangxue.contract.PromotionApi.Case;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.checkbox.Checkbox;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import java.util.function.Consumer;

/** Confirming a sitting and objecting to it. Its id is made when the dialog opens: a second tap is the same confirmation. */
final class ConfirmDialogs {

    private final ExaminationApi examination;
    private final Case c;
    private final Consumer<Case> done;

    ConfirmDialogs(ExaminationApi examination, Case c, Consumer<Case> done) {
        this.examination = examination;
        this.c = c;
        this.done = done;
    }

    void confirm(Part part) {
        UUID id = Ids.next();
        Checkbox present = new Checkbox(Texts.t("recognise.supervise.present"));
        present.setId("confirm-present");
        TextArea words = words("recognise.supervise.irregularities", "recognise.supervise.irregularities.help");
        new FormDialog(title("confirm", part), new Paragraph(Words.now().of(part.found())), present, words)
                .asking(
                        Texts.t("recognise.supervise.confirm.send"),
                        () -> send(id, part, present.getValue(), true, words),
                        done)
                .open();
    }

    void object(Part part) {
        UUID id = Ids.next();
        TextArea words = words("recognise.reason", "recognise.reason.needed");
        new FormDialog(title("object", part), new Paragraph(Texts.t("recognise.supervise.object.text")), words)
                .risking(
                        Texts.t("recognise.supervise.object.send"),
                        () -> {
                            FormDialog.demand(words);
                            return send(id, part, true, false, words);
                        },
                        done)
                .open();
    }

    private static String title(String key, Part part) {
        return Texts.t("recognise.supervise." + key, Words.now().of(part.name()), part.sitting());
    }

    private static TextArea words(String label, String help) {
        TextArea words = new TextArea(Texts.t(label));
        words.setMinRows(3);
        words.setMaxLength(EvaluationApi.REASON_MOST);
        words.setHelperText(Texts.t(help));
        words.setId("confirm-words");
        return words;
    }

    /** A box that is not ticked goes as it is: the service says why it is refused. */
    private Case send(UUID id, Part part, boolean present, boolean counts, TextArea words) {
        return examination.confirm(
                c.id(),
                id,
                new ConfirmationEdit(
                        part.part(),
                        part.sitting(),
                        present,
                        counts,
                        words.getValue().strip()));
    }
}
