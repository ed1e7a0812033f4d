package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.OutcomeWithdrawal;
import cn.jiangxue.contract.StatingApi.StatedOutcome;
import cn.jiangxue.contract.StatingApi.WithdrawalDecision;
import cn.jiangxue.contract.StatingApi.WithdrawalEdit;
import cn.jiangxue.contract.StatingApi.WithdrawalState;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Quoted;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Outcomes that an institution stated by mistake and takes back; it takes a second person. */
@Route("recognise/withdrawals")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class WithdrawalsPage extends Page implements BeforeEnterObserver {

    private static final String PATH = "/recognise/withdrawals?institution=%s&state=%s";
    private static final int MOST_REASON = 2_000;
    private static final int MOST_NUMBER = 200;

    private final transient StatingApi stating;
    private final transient CurrentPerson person;
    private final Div found = new Div();
    private transient @Nullable Institutions institutions;
    private WithdrawalState state = WithdrawalState.PROPOSED;

    WithdrawalsPage(StatingApi stating, CurrentPerson person) {
        super("recognise.withdrawals");
        this.stating = stating;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        institutions = Institutions.of(person.get(), event);
        state = event.getLocation().getQueryParameters().getSingleParameter("state").stream()
                .flatMap(name -> Arrays.stream(WithdrawalState.values())
                        .filter(each -> each.name().equals(name)))
                .findFirst()
                .orElse(WithdrawalState.PROPOSED);
        show();
    }

    private void show() {
        removeAll();
        found.removeAll();
        add(
                new PageHeader(t("recognise.withdrawals"))
                        .above(Links.back("/recognise/outcome-imports", t("recognise.imports")))
                        .lead(t("recognise.withdrawals.lead")),
                chips(),
                new Panel(t("recognise.withdrawals.find", words().of(chosen().organisationName())), search(), found),
                states(),
                new Panel(
                        t("recognise.withdrawal." + state),
                        new KeysetList<>(
                                cursor -> stating.withdrawals(institution(), state, cursor),
                                this::row,
                                () -> new EmptyState(
                                        Icon.UPLOAD,
                                        t("recognise.withdrawals.none"),
                                        t("recognise.withdrawals.none.text")))));
    }

    private HeldRole chosen() {
        return Objects.requireNonNull(institutions, "the page was entered").chosen();
    }

    private UUID institution() {
        return chosen().organisationId();
    }

    private Component chips() {
        Chips chips = new Chips();
        List<HeldRole> all =
                Objects.requireNonNull(institutions, "the page was entered").all();
        if (all.size() > 1) {
            for (HeldRole held : all) {
                chips.with(
                        PATH.formatted(held.organisationId(), state),
                        words().of(held.organisationName()),
                        held.equals(chosen()));
            }
        }
        chips.setVisible(chips.getComponentCount() > 0);
        return chips;
    }

    private Component states() {
        Chips chips = new Chips();
        for (WithdrawalState each : WithdrawalState.values()) {
            chips.with(PATH.formatted(institution(), each), t("recognise.withdrawal." + each), each == state);
        }
        return chips;
    }

    private Component search() {
        TextField number = new TextField(t("recognise.withdrawals.number"));
        number.setMaxLength(MOST_NUMBER);
        number.setId("stated-number");
        Button look = Buttons.primary(t("recognise.withdrawals.look"), () -> look(number));
        look.setId("look-up-outcome");
        Div line = new Div(number, look);
        line.addClassName("jx-actions");
        return line;
    }

    private void look(TextField number) {
        found.removeAll();
        List<StatedOutcome> outcomes = number.isEmpty() ? List.of() : stating.stated(institution(), number.getValue());
        if (outcomes.isEmpty()) {
            found.add(new Paragraph(t("recognise.withdrawals.unknown")));
            return;
        }
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        outcomes.forEach(outcome -> rows.add(new ListItem(stated(outcome))));
        found.add(rows);
    }

    private Component stated(StatedOutcome outcome) {
        Component title = title(outcome.learnerName(), outcome.title());
        Span small = new Span(t("learn.outcome.number", outcome.number()) + " · " + words().date(outcome.attainedOn()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        if (outcome.withdrawn() == null) {
            Button withdraw = Buttons.plain(t("recognise.withdrawal.propose"), () -> propose(outcome));
            withdraw.setAriaLabel(t("recognise.withdrawal.propose") + " · " + outcome.learnerName());
            withdraw.addClassName("jx-withdraw");
            row.add(withdraw);
        } else {
            row.add(new Badge(t("learn.outcome.withdrawn"), Badge.Tone.BAD));
        }
        row.addClassNames("jx-row", "jx-row-wrap");
        return row;
    }

    private Component row(OutcomeWithdrawal withdrawal) {
        Component title = title(withdrawal.learnerName(), withdrawal.title());
        Span number = new Span(t("learn.outcome.number", withdrawal.number()));
        Div why = new Div(new Span(t("recognise.correction.why", "")), new Quoted(withdrawal.reason()));
        Span who = new Span(
                t("recognise.correction.by", withdrawal.proposedBy(), words().dateTime(withdrawal.proposedAt())));
        who.addClassName("jx-quiet");
        Div body = new Div(title, number, why, who, badge(withdrawal.state()));
        String decidedBy = withdrawal.decidedBy();
        if (decidedBy != null) {
            String reason = withdrawal.decisionReason();
            Div decided = new Div(
                    new Span(t("recognise.correction.decidedBy", decidedBy, "")),
                    new Quoted(reason == null ? "" : reason));
            decided.addClassName("jx-quiet");
            body.add(decided);
        }
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        if (withdrawal.state() == WithdrawalState.PROPOSED) {
            row.add(actions(withdrawal));
        }
        row.addClassNames("jx-row", "jx-row-wrap");
        return row;
    }

    /** Whose, and what its institution called it, maybe in Chinese only. */
    private static Component title(String learnerName, LocalText title) {
        Div line = new Div(new Span(learnerName + " · "), new Quoted(words().of(title)));
        line.addClassName("jx-row-title");
        return line;
    }

    private static Badge badge(WithdrawalState state) {
        Badge.Tone tone = switch (state) {
            case PROPOSED -> Badge.Tone.ACCENT;
            case APPROVED -> Badge.Tone.GOOD;
            case REFUSED -> Badge.Tone.NEUTRAL;
        };
        return new Badge(t("recognise.withdrawal." + state), tone);
    }

    private Component actions(OutcomeWithdrawal withdrawal) {
        Button approve = Buttons.plain(t("recognise.correction.approve"), () -> decide(withdrawal, true));
        approve.setAriaLabel(t("recognise.correction.approve") + " · " + withdrawal.number());
        approve.addClassName("jx-approve-withdrawal");
        Button refuse = Buttons.plain(t("recognise.correction.refuse"), () -> decide(withdrawal, false));
        refuse.setAriaLabel(t("recognise.correction.refuse") + " · " + withdrawal.number());
        Div actions = new Div(approve, refuse);
        actions.addClassName("jx-actions");
        return actions;
    }

    /** Its id is made once: a second tap is the same proposal. */
    private void propose(StatedOutcome outcome) {
        UUID id = Ids.next();
        TextArea reason = reason(t("recognise.withdrawal.reason.needed"));
        new FormDialog(
                        t("recognise.withdrawal.propose"),
                        title(outcome.learnerName(), outcome.title()),
                        new Paragraph(t("recognise.withdrawal.propose.text")),
                        reason)
                .asking(
                        t("recognise.correction.send"),
                        () -> {
                            FormDialog.demand(reason);
                            return stating.proposeWithdrawal(
                                    id, new WithdrawalEdit(outcome.outcomeId(), reason.getValue()));
                        },
                        this::changed)
                .open();
    }

    private void decide(OutcomeWithdrawal withdrawal, boolean approve) {
        TextArea reason =
                reason(t(approve ? "recognise.withdrawal.reason.optional" : "recognise.withdrawal.reason.needed"));
        String text = t(approve ? "recognise.correction.approve" : "recognise.correction.refuse");
        new FormDialog(
                        text,
                        title(withdrawal.learnerName(), withdrawal.title()),
                        new Paragraph(t("recognise.withdrawal.ask")),
                        reason)
                .asking(
                        text,
                        () -> stating.decideWithdrawal(
                                withdrawal.id(), new WithdrawalDecision(approve, reason.getValue())),
                        this::changed)
                .open();
    }

    private static TextArea reason(String help) {
        return ReasonArea.of("withdrawal-reason", MOST_REASON, help);
    }

    private void changed(OutcomeWithdrawal withdrawal) {
        show();
        Pages.say(t("recognise.withdrawal.now", t("recognise.withdrawal." + withdrawal.state())));
    }
}
