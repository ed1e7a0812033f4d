package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.HoldWaiting;
import cn.jiangxue.contract.CreditApi.UseEdit;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Unanswered;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.function.Consumer;

/** Using credit that was set aside: all of it, with a reason that its holder reads. */
final class UseDialog extends FormDialog {

    private static final int MOST_REASON = 500;

    private final transient CreditApi credit;
    private final transient Unanswered unanswered;
    private final transient HoldWaiting hold;
    private final TextArea reason = new TextArea(Texts.t("recognise.reason"));

    UseDialog(CreditApi credit, Unanswered unanswered, HoldWaiting hold, Consumer<Entry> done) {
        super(Texts.t("recognise.holds.use"));
        this.credit = credit;
        this.unanswered = unanswered;
        this.hold = hold;
        reason.setMinRows(3);
        reason.setMaxLength(MOST_REASON);
        reason.setHelperText(Texts.t("recognise.holds.reason.help"));
        reason.setId("use-reason");
        ask(
                new Paragraph(Texts.t(
                        hold.open() ? "recognise.holds.ask.open" : "recognise.holds.ask",
                        Words.credits(hold.amountMilli()),
                        hold.learnerName(),
                        Words.now().of(hold.title()))),
                reason);
        risking(Texts.t("recognise.holds.use"), this::send, done);
    }

    private Entry send() {
        demand(reason);
        UseEdit edit = new UseEdit(hold.id(), hold.amountMilli(), reason.getValue());
        return unanswered.send(hold.id(), id -> credit.use(hold.applicationId(), id, edit));
    }
}
