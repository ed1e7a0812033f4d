package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.Account;
import cn.jiangxue.contract.CreditApi.Balance;
import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.TransparencyApi;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** The lifelong learning account: balance, every entry, every outcome. */
@Route("account")
@RolesAllowed("LEARNER")
class AccountPage extends cn.jiangxue.ui.shell.Page {

    private @Nullable Account first;

    AccountPage(CreditApi credit, TransparencyApi logs) {
        super("learn.account");
        Account account = credit.account(null);
        first = account;
        Panel entries = new Panel(
                t("learn.account.entries"),
                new KeysetList<>(
                        cursor -> entries(credit, cursor),
                        AccountPage::row,
                        () -> new EmptyState(
                                Icon.ACCOUNT,
                                t("learn.account.none"),
                                t("learn.account.none.text"),
                                Links.primary("/catalogue", t("learn.home.find")))));
        first = null;
        Div side = new Div(balance(account.balance()), guarded(() -> outcomes(credit)), proof(logs));
        side.addClassName("jx-column");
        Div columns = new Div(entries, side);
        columns.addClassNames("jx-columns", "jx-side-first");
        add(new PageHeader(t("learn.account")).lead(t("learn.account.lead")), columns);
    }

    private static Component proof(TransparencyApi logs) {
        return new Panel(t("learn.proof"), ProofDownloads.ofAccount(logs));
    }

    /** The page that came with the balance, then the following ones. */
    private Page<Entry> entries(CreditApi credit, @Nullable String cursor) {
        Account known = first;
        return known != null && cursor == null
                ? known.entries()
                : credit.account(cursor).entries();
    }

    private static Component balance(Balance balance) {
        Span number = new Span(Words.credits(balance.availableMilli()));
        number.addClassNames("jx-big-number", "jx-number");
        number.setId("balance");
        Div line = new Div(number, new Span(t("learn.credits")));
        line.addClassName("jx-big-line");
        Panel panel = new Panel(t("learn.account.available"), line);
        if (balance.heldMilli() > 0) {
            Span held = new Span(t("learn.account.held", Words.credits(balance.heldMilli())));
            held.addClassName("jx-quiet");
            panel.add(held);
        }
        return panel.named("jx-balance");
    }

    private static Component row(Entry entry) {
        Span title = new Span(words().of(entry.reason()));
        title.addClassName("jx-row-title");
        Span small = new Span(
                t("learn.entry." + entry.kind()) + " · " + words().dateTime(entry.postedAt()) + " · #" + entry.seq());
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Span change = new Span(Words.change(entry.availableChangeMilli()));
        change.addClassNames("jx-change", "jx-number", entry.availableChangeMilli() < 0 ? "jx-minus" : "jx-plus");
        Span after = new Span(t("learn.entry.after", Words.credits(entry.balanceAfterMilli())));
        after.addClassNames("jx-quiet", "jx-number");
        Div end = new Div(change, after);
        end.addClassName("jx-row-end");
        Anchor row = Links.to("/account/entries/" + entry.seq(), body, end, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    private static Component outcomes(CreditApi credit) {
        return new Panel(
                t("learn.outcomes"),
                new KeysetList<>(credit::outcomes, AccountPage::outcome, () -> new Span(t("learn.outcomes.none"))));
    }

    private static Component outcome(Outcome outcome) {
        Span title = new Span(words().of(outcome.title()));
        title.addClassName("jx-row-title");
        Span small = new Span(words().of(outcome.issuer()) + " · " + words().date(outcome.attainedOn()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div row = new Div(body, new Badge(t("learn.outcome." + outcome.type()), Badge.Tone.ACCENT));
        row.addClassName("jx-row");
        return row;
    }
}
