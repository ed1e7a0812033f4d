package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.Account;
import cn.jiangxue.contract.CreditApi.Ending;
import cn.jiangxue.contract.CreditApi.Entry;
import cn.jiangxue.contract.CreditApi.EntryKind;
import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.CreditApi.Withdrawn;
import cn.jiangxue.contract.Page;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.TransparencyApi;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.ProofDownloads;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.shell.Unanswered;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The lifelong learning account: balance, every entry, every outcome. */
@Route("account")
@RolesAllowed("LEARNER")
class AccountPage extends cn.jiangxue.ui.shell.Page implements BeforeEnterObserver {

    private final transient CreditApi credit;
    private final transient TransparencyApi logs;
    private final transient PromotionApi promotion;
    private final transient Unanswered unanswered = new Unanswered();

    AccountPage(CreditApi credit, TransparencyApi logs, PromotionApi promotion) {
        super("learn.account");
        this.credit = credit;
        this.logs = logs;
        this.promotion = promotion;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        EntryKind kind = event.getLocation().getQueryParameters().getSingleParameter("kind").stream()
                .flatMap(name -> Arrays.stream(EntryKind.values())
                        .filter(each -> each.name().equals(name)))
                .findFirst()
                .orElse(null);
        open(kind);
    }

    private void open(@Nullable EntryKind kind) {
        removeAll();
        Account account = credit.account(null);
        Div main = new Div(kinds(kind), entries(account, kind));
        main.addClassName("jx-column");
        Component holds = guarded(
                () -> new HoldsPanel(credit, credit.myHolds(), Purpose.open(promotion), unanswered, () -> open(kind)));
        Div side = new Div(balance(account), holds, guarded(() -> outcomes(credit)), papers(account));
        side.addClassName("jx-column");
        Div columns = new Div(main, side);
        columns.addClassNames("jx-columns", "jx-side-first");
        add(
                new PageHeader(t("learn.account"))
                        .lead(t("learn.account.lead"))
                        .action(Links.secondary("/recognition", t("learn.recognitions"))),
                columns);
    }

    private Component papers(Account account) {
        return new Panel(
                t("learn.proof"),
                ProofDownloads.onPaper(credit, account.balance().seq()),
                ProofDownloads.ofAccount(logs));
    }

    /** All: the page that came with the balance, then the following ones. */
    private Component entries(Account account, @Nullable EntryKind kind) {
        Function<@Nullable String, Page<Entry>> load =
                cursor -> kind == null && cursor == null ? account.entries() : credit.entries(kind, cursor);
        return new Panel(
                kind == null ? t("learn.account.entries") : t("learn.entry." + kind),
                new KeysetList<>(
                        load,
                        AccountPage::row,
                        () -> kind == null ? nothing() : new Span(t("learn.account.noneOfKind"))));
    }

    private static Component nothing() {
        return new EmptyState(
                Icon.ACCOUNT,
                t("learn.account.none"),
                t("learn.account.none.text"),
                Links.primary("/catalogue", t("learn.home.find")));
    }

    private static Component kinds(@Nullable EntryKind chosen) {
        Chips chips = new Chips().with("/account", t("learn.account.all"), chosen == null);
        for (EntryKind kind : EntryKind.values()) {
            chips.with("/account?kind=" + kind, t("learn.entry." + kind), kind == chosen);
        }
        return chips;
    }

    private static Component balance(Account account) {
        Span number = new Span(Words.credits(account.balance().availableMilli()));
        number.addClassNames("jx-big-number", "jx-number");
        number.setId("balance");
        Div line = new Div(number, new Span(t("learn.credits")));
        line.addClassName("jx-big-line");
        Panel panel = new Panel(t("learn.account.available"), line);
        if (account.balance().heldMilli() > 0) {
            Span held = new Span(
                    t("learn.account.held", Words.credits(account.balance().heldMilli())));
            held.addClassName("jx-quiet");
            panel.add(held);
        }
        if (!account.ending().isEmpty()) {
            panel.add(ending(account.ending()));
        }
        return panel.named("jx-balance");
    }

    /** What ends soon, by the last day on which it can be used. */
    private static Component ending(List<Ending> ending) {
        UnorderedList rows = new UnorderedList();
        ending.forEach(each -> rows.add(new ListItem(t(
                "learn.account.ending",
                Words.credits(each.milli()),
                words().date(each.until().minusDays(1))))));
        rows.setId("ending");
        return rows;
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
        if (outcome.title().zh().equals(outcome.title().en())) {
            // Its issuer named it in Chinese only.
            title.getElement().setAttribute("lang", "zh-CN");
        }
        String number = outcome.details().number();
        Span small = new Span(words().of(outcome.issuer()) + " · " + words().date(outcome.attainedOn())
                + (number == null ? "" : " · " + t("learn.outcome.number", number)));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Withdrawn withdrawn = outcome.withdrawn();
        if (withdrawn != null) {
            Span when = new Span(
                    t("learn.outcome.withdrawn.line", words().date(withdrawn.at()), words().of(withdrawn.ground())));
            body.add(when, new Quoted(withdrawn.reason()));
        }
        Div row = new Div(
                body,
                withdrawn == null
                        ? new Badge(t("learn.outcome." + outcome.type()), Badge.Tone.ACCENT)
                        : new Badge(t("learn.outcome.withdrawn"), Badge.Tone.BAD));
        row.addClassName("jx-row");
        return row;
    }
}
