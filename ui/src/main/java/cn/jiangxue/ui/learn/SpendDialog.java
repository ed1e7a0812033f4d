package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.SpendEdit;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Unanswered;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Credit for an open application: how much, and for which. Set aside it can be had back; spent at once it cannot. */
final class SpendDialog extends FormDialog {

    /** What is done with it. */
    enum Way {
        HOLD,
        DEBIT
    }

    private record Spending(Way way, UUID applicationId) {}

    private static final int DECIMALS = 3;
    private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000);

    private final transient CreditApi credit;
    private final transient Unanswered unanswered;
    private final Way way;
    private final Select<Purpose> purpose = new Select<>();
    private final BigDecimalField amount = new BigDecimalField(Texts.t("learn.spend.amount"));

    /** @param unanswered of the page, so that closing and opening again does not book twice */
    SpendDialog(CreditApi credit, Unanswered unanswered, Way way, List<Purpose> purposes, Consumer<Entry> done) {
        super(Texts.t("learn.spend." + way));
        this.credit = credit;
        this.unanswered = unanswered;
        this.way = way;
        purpose.setLabel(Texts.t("learn.spend.purpose"));
        purpose.setItems(purposes);
        purpose.setItemLabelGenerator(Purpose::title);
        purpose.addValueChangeListener(chosen -> purpose.setHelperText(
                Texts.t("learn.spend.institution", chosen.getValue().institution())));
        purpose.setId("spend-purpose");
        if (purposes.size() == 1) {
            purpose.setValue(purposes.getFirst());
        }
        String available = Words.credits(credit.account(null).balance().availableMilli());
        amount.setHelperText(Texts.t("learn.spend.available", available));
        amount.setId("spend-amount");
        ask(new Paragraph(Texts.t("learn.spend.text." + way)), purpose, amount);
        if (way == Way.HOLD) {
            asking(Texts.t("learn.spend.send." + way), this::send, done);
        } else {
            risking(Texts.t("learn.spend.send." + way), this::send, done);
        }
    }

    private Entry send() {
        demand(purpose);
        demand(amount);
        long milli = milli(amount.getValue());
        UUID application = purpose.getValue().applicationId();
        SpendEdit edit = new SpendEdit(application, milli);
        return unanswered.send(
                new Spending(way, application), id -> way == Way.HOLD ? credit.hold(id, edit) : credit.debit(id, edit));
    }

    private long milli(BigDecimal credits) {
        boolean fits = credits.signum() > 0
                && credits.compareTo(MOST) <= 0
                && credits.stripTrailingZeros().scale() <= DECIMALS;
        if (!fits) {
            amount.setErrorMessage(Texts.t("learn.spend.amount.wrong"));
            amount.setInvalid(true);
            throw new Incomplete();
        }
        return credits.movePointRight(DECIMALS).longValueExact();
    }
}
