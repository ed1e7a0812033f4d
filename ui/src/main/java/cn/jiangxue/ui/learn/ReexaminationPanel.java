package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.contract.ReexaminationApi.Reexamination;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationAct;
import cn.jiangxue.contract.ReexaminationApi.StatementEdit;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.ReexaminationDossier;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;

/** The re-examination of one's own grade: where it stands, the reasons, and a place to say something once. */
final class ReexaminationPanel extends Div {

    private final transient ReexaminationApi reexaminations;

    ReexaminationPanel(ReexaminationApi reexaminations, Reexamination r) {
        this.reexaminations = reexaminations;
        show(r);
    }

    private void show(Reexamination r) {
        removeAll();
        Panel panel = ReexaminationDossier.standing(r);
        if (r.acts().contains(ReexaminationAct.STATE)) {
            Paragraph text = new Paragraph(Texts.t("learn.reexam.text"));
            Button say = Buttons.plain(Texts.t("learn.reexam.say"), () -> ask(r));
            say.setId("reexam-say");
            Div actions = new Div(say);
            actions.addClassName("jx-actions");
            panel.add(text, actions);
        }
        add(panel);
    }

    private void ask(Reexamination r) {
        TextArea words = new TextArea(Texts.t("learn.reexam.words"));
        words.setMinRows(4);
        words.setMaxLength(ReexaminationApi.WORDS_MOST);
        words.setHelperText(Texts.t("learn.reexam.words.help"));
        words.setId("reexam-words");
        new FormDialog(Texts.t("learn.reexam.say"), new Paragraph(Texts.t("learn.reexam.once")), words)
                .asking(
                        Texts.t("learn.reexam.send"),
                        () -> {
                            FormDialog.demand(words);
                            return reexaminations.state(
                                    r.id(), new StatementEdit(words.getValue().strip()));
                        },
                        this::show)
                .open();
    }
}
