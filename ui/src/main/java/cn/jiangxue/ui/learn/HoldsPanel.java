package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.HeldCredit;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Pages;
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

/** Credit set aside: for what, how much, and the way to have it back. */
final class HoldsPanel extends Composite<Panel> {

    private final transient CreditApi credit;
    private final transient Runnable released;

    HoldsPanel(CreditApi credit, Runnable released) {
        this.credit = credit;
        this.released = released;
        Paragraph text = new Paragraph(Texts.t("learn.holds.text"));
        text.addClassName("jx-quiet");
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        rows.setId("holds");
        credit.myHolds().forEach(hold -> rows.add(new ListItem(row(hold))));
        getContent().add(text, rows);
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.t("learn.holds"));
    }

    private Component row(HeldCredit hold) {
        String amount = Words.credits(hold.amountMilli());
        Span title = new Span(Words.now().of(hold.title()));
        title.addClassName("jx-row-title");
        Span small = new Span(Texts.t("learn.holds.amount", amount));
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
                    Pages.say(Texts.t("learn.holds.released", amount));
                    released.run();
                })
                .open();
    }
}
