package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.HeldCredit;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.shell.Unanswered;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** Credit set aside: for what, how much, the way to have it back, and the way to set more aside or to spend it. */
final class HoldsPanel extends Composite<Panel> {

    private final transient CreditApi credit;
    private final transient Unanswered unanswered;
    private final transient List<Purpose> purposes;
    private final transient Runnable changed;

    /**
     * @param holds what is shown of what is set aside
     * @param purposes open applications for which more may be set aside or spent
     */
    HoldsPanel(
            CreditApi credit, List<HeldCredit> holds, List<Purpose> purposes, Unanswered unanswered, Runnable changed) {
        this.credit = credit;
        this.unanswered = unanswered;
        this.purposes = purposes;
        this.changed = changed;
        getContent().add(quiet("learn.holds.text"));
        if (holds.isEmpty()) {
            getContent().add(new Paragraph(Texts.t("learn.holds.none")));
        } else {
            UnorderedList rows = new UnorderedList();
            rows.addClassName("jx-rows");
            rows.setId("holds");
            holds.forEach(hold -> rows.add(new ListItem(row(hold))));
            getContent().add(rows);
        }
        getContent().add(actions());
    }

    private static Paragraph quiet(String key) {
        Paragraph text = new Paragraph(Texts.t(key));
        text.addClassName("jx-quiet");
        return text;
    }

    private Component actions() {
        Div actions = new Div();
        actions.addClassName("jx-actions");
        if (purposes.isEmpty()) {
            Div nowhere = new Div(quiet("learn.holds.noPurpose"), actions);
            actions.add(Links.secondary("/path", Texts.t("learn.path")));
            return nowhere;
        }
        Button hold = Buttons.primary(Texts.t("learn.spend.HOLD"), () -> spend(SpendDialog.Way.HOLD));
        hold.setId("set-aside");
        Button debit = Buttons.plain(Texts.t("learn.spend.DEBIT"), () -> spend(SpendDialog.Way.DEBIT));
        debit.setId("spend");
        actions.add(hold, debit);
        return actions;
    }

    private void spend(SpendDialog.Way way) {
        new SpendDialog(credit, unanswered, way, purposes, entry -> {
                    long moved = Math.max(entry.heldChangeMilli(), -entry.availableChangeMilli());
                    changed.run();
                    Pages.say(Texts.t("learn.spend.done." + way, Words.credits(moved), Long.toString(entry.seq())));
                })
                .open();
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.t("learn.holds"));
    }

    private Component row(HeldCredit hold) {
        String amount = Words.credits(hold.amountMilli());
        Span title = new Span(Words.now().of(hold.title()));
        title.addClassName("jx-row-title");
        String institution = purposes.stream()
                .filter(purpose -> purpose.applicationId().equals(hold.applicationId()))
                .map(purpose -> " · " + Texts.t("learn.spend.institution", purpose.institution()))
                .findFirst()
                .orElse("");
        Span small = new Span(Texts.t("learn.holds.amount", amount) + institution);
        small.addClassName("jx-quiet");
        Badge state = new Badge(
                Texts.t(hold.open() ? "learn.holds.open" : "learn.holds.closed"),
                hold.open() ? Badge.Tone.ACCENT : Badge.Tone.NEUTRAL);
        Div body = new Div(title, small, state);
        body.addClassName("jx-row-body");
        Button release = Buttons.plain(Texts.t("learn.holds.release"), () -> ask(hold, amount));
        release.setAriaLabel(
                Texts.t("learn.holds.release") + " · " + Words.now().of(hold.title()));
        release.addClassName("jx-release");
        Div row = new Div(body, release);
        row.addClassNames("jx-row", "jx-row-wrap");
        return row;
    }

    /** Said before it is done: an open application then has less to rest on. */
    private void ask(HeldCredit hold, String amount) {
        String about = Words.now().of(hold.title());
        Paragraph text =
                new Paragraph(Texts.t(hold.open() ? "learn.holds.ask.open" : "learn.holds.ask.closed", amount, about));
        new FormDialog(Texts.t("learn.holds.release"), text)
                .asking(Texts.t("learn.holds.release"), () -> credit.release(hold.id()), entry -> {
                    changed.run();
                    Pages.say(Texts.t("learn.holds.released", amount));
                })
                .open();
    }
}
