package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.contract.ReexaminationApi.FindingEdit;
import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.Reexamination;
import cn.jiangxue.contract.ReexaminationApi.RulingEdit;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** What reviewers and those who decide write into a re-examination. The id of each act is made once: a second tap is the same act. */
final class ReexaminationActs {

    private final ReexaminationApi api;
    private final Reexamination seen;
    private final Consumer<Reexamination> changed;

    ReexaminationActs(ReexaminationApi api, Reexamination seen, Consumer<Reexamination> changed) {
        this.api = api;
        this.seen = seen;
        this.changed = changed;
    }

    void take() {
        new FormDialog(Texts.t("recognise.reexam.take"), new Paragraph(Texts.t("recognise.reexam.take.text")))
                .asking(Texts.t("recognise.reexam.take"), () -> api.take(seen.id()), changed)
                .open();
    }

    void find(FindingKind kind) {
        UUID id = Ids.next();
        String title = Texts.t("recognise.reexam.find." + kind);
        TextArea reason = reason();
        new FormDialog(title, new Paragraph(Texts.t("recognise.reexam.find." + kind + ".text")), reason)
                .asking(
                        title,
                        demanding(
                                reason,
                                () -> api.find(
                                        seen.id(),
                                        id,
                                        new FindingEdit(kind, reason.getValue().strip()))),
                        changed)
                .open();
    }

    void rule(RulingKind kind) {
        UUID id = Ids.next();
        String title = Texts.t("recognise.reexam.rule." + kind);
        TextArea reason = reason();
        FormDialog dialog = new FormDialog(title, new Paragraph(text(kind)), reason);
        Supplier<Reexamination> send = demanding(
                reason,
                () -> api.rule(
                        seen.id(), id, new RulingEdit(kind, reason.getValue().strip(), seen.revision())));
        switch (kind) {
            case CONFIRM -> dialog.asking(title, send, changed);
            case OVERTURN -> dialog.risking(title, send, changed);
        }
        dialog.open();
    }

    private String text(RulingKind kind) {
        return kind == RulingKind.OVERTURN && seen.overturnFrom() != null
                ? Texts.t("recognise.reexam.rule.notHeard", Words.now().date(seen.overturnFrom()))
                : Texts.t("recognise.reexam.rule." + kind + ".text");
    }

    private static <T> Supplier<T> demanding(TextArea reason, Supplier<T> send) {
        return () -> {
            FormDialog.demand(reason);
            return send.get();
        };
    }

    private static TextArea reason() {
        return ReasonArea.of("reexam-reason", ReexaminationApi.WORDS_MOST, Texts.t("recognise.reason.needed"));
    }
}
