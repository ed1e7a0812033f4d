package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.ApprovalEdit;
import cn.jiangxue.contract.CreditApi.Correction;
import cn.jiangxue.contract.CreditApi.CorrectionEdit;
import cn.jiangxue.contract.CreditApi.CorrectionState;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
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
import java.util.UUID;

/** Entries of the credit ledger that somebody wants taken back; it takes a second person. */
@Route("recognise/corrections")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class CorrectionsPage extends Page implements BeforeEnterObserver {

    private static final int MOST_REASON = 2_000;

    private final transient CreditApi credit;
    private final transient CurrentPerson person;
    private CorrectionState state = CorrectionState.PROPOSED;

    CorrectionsPage(CreditApi credit, CurrentPerson person) {
        super("recognise.corrections");
        this.credit = credit;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        state = event.getLocation().getQueryParameters().getSingleParameter("state").stream()
                .flatMap(name -> Arrays.stream(CorrectionState.values())
                        .filter(each -> each.name().equals(name)))
                .findFirst()
                .orElse(CorrectionState.PROPOSED);
        show();
    }

    private void show() {
        removeAll();
        Button propose = Buttons.primary(t("recognise.correction.propose"), this::propose);
        propose.setId("propose");
        Button look = Buttons.plain(t("recognise.entry.look"), this::look);
        look.setId("look-up-entry");
        Div actions = new Div(propose, look);
        actions.addClassName("jx-actions");
        add(
                new PageHeader(t("recognise.corrections")).lead(t("recognise.corrections.lead")),
                beside(),
                actions,
                states(),
                new Panel(
                        t("recognise.correction." + state),
                        new KeysetList<>(
                                cursor -> credit.corrections(state, cursor),
                                this::row,
                                () -> new EmptyState(
                                        Icon.ACCOUNT,
                                        t("recognise.corrections.none"),
                                        t("recognise.corrections.none.text")))));
    }

    /** Administrators come from their own pages and reach no application. */
    private Component beside() {
        boolean officer =
                !person.get().organisationsAs(Role.RECOGNITION_OFFICER).isEmpty();
        return officer ? InboxPage.places("/recognise/corrections") : Links.back("/govern", t("shell.nav.govern"));
    }

    private Component states() {
        UnorderedList chips = new UnorderedList();
        for (CorrectionState each : CorrectionState.values()) {
            Anchor chip = Links.to("/recognise/corrections?state=" + each, t("recognise.correction." + each));
            chip.addClassName("jx-chip");
            if (each == state) {
                chip.getElement().setAttribute("aria-current", "true");
            }
            chips.add(new ListItem(chip));
        }
        chips.addClassName("jx-chips");
        return chips;
    }

    private Component row(Correction correction) {
        long moved = correction.availableChangeMilli() == 0
                ? correction.heldChangeMilli()
                : correction.availableChangeMilli();
        Span title = new Span(correction.learnerName() + " · #" + correction.seq() + " · " + Words.change(moved));
        title.addClassName("jx-row-title");
        Span what = new Span(words().of(correction.entryReason()));
        Span why = new Span(t("recognise.correction.why", correction.reason()));
        Span who = new Span(
                t("recognise.correction.by", correction.proposedBy(), words().dateTime(correction.proposedAt())));
        who.addClassName("jx-quiet");
        Div body = new Div(
                title, what, why, who, new Badge(t("recognise.correction." + correction.state()), tone(correction)));
        body.addClassName("jx-row-body");
        String decidedBy = correction.decidedBy();
        if (decidedBy != null) {
            body.add(decision(correction, decidedBy));
        }
        body.add(Links.to("/recognise/entries/" + correction.entryId(), t("recognise.entry.open")));
        Div row = new Div(body);
        if (correction.state() == CorrectionState.PROPOSED) {
            row.add(actions(correction));
        }
        row.addClassNames("jx-row", "jx-row-wrap");
        return row;
    }

    private static Component decision(Correction correction, String decidedBy) {
        String reason = correction.hindrance() != null
                ? words().of(correction.hindrance())
                : correction.decisionReason() == null ? "" : correction.decisionReason();
        Span decided = new Span(t("recognise.correction.decidedBy", decidedBy, reason));
        decided.addClassName("jx-quiet");
        return decided;
    }

    private static Badge.Tone tone(Correction correction) {
        return switch (correction.state()) {
            case PROPOSED, APPROVED -> Badge.Tone.ACCENT;
            case POSTED -> Badge.Tone.GOOD;
            case REFUSED -> Badge.Tone.NEUTRAL;
            case NOT_POSSIBLE -> Badge.Tone.WARNING;
        };
    }

    private Component actions(Correction correction) {
        Button approve = Buttons.plain(t("recognise.correction.approve"), () -> decide(correction, true));
        approve.setAriaLabel(t("recognise.correction.approve") + " #" + correction.seq());
        Button refuse = Buttons.plain(t("recognise.correction.refuse"), () -> decide(correction, false));
        refuse.setAriaLabel(t("recognise.correction.refuse") + " #" + correction.seq());
        Div actions = new Div(approve, refuse);
        actions.addClassName("jx-actions");
        return actions;
    }

    private static TextField entryField() {
        TextField entry = new TextField(t("recognise.correction.entry"));
        entry.setHelperText(t("recognise.correction.entry.help"));
        entry.setPattern("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
        entry.setId("correction-entry");
        return entry;
    }

    /** Opens an entry by the number its holder named. */
    private void look() {
        TextField entry = entryField();
        new FormDialog(t("recognise.entry.look"), new Paragraph(t("recognise.entry.look.text")), entry)
                .asking(
                        t("recognise.entry.open"),
                        () -> {
                            FormDialog.demand(entry);
                            return credit.entryOfOthers(
                                    UUID.fromString(entry.getValue().strip()));
                        },
                        found -> UI.getCurrent()
                                .navigate("recognise/entries/" + found.entry().entryId()))
                .open();
    }

    /** Its id is made once: a second tap is the same proposal. */
    private void propose() {
        UUID id = Ids.next();
        TextField entry = entryField();
        TextArea reason = reason(t("recognise.reason.needed"));
        new FormDialog(t("recognise.correction.propose"), entry, reason)
                .asking(
                        t("recognise.correction.send"),
                        () -> {
                            FormDialog.demand(entry, reason);
                            UUID wanted = UUID.fromString(entry.getValue().strip());
                            return credit.propose(id, new CorrectionEdit(wanted, reason.getValue()));
                        },
                        this::changed)
                .open();
    }

    private void decide(Correction correction, boolean approve) {
        TextArea reason = reason(t(approve ? "recognise.reason.optional" : "recognise.reason.needed"));
        String text = t(approve ? "recognise.correction.approve" : "recognise.correction.refuse");
        new FormDialog(
                        text,
                        new Paragraph(t(
                                "recognise.correction.ask", correction.learnerName(), Long.toString(correction.seq()))),
                        reason)
                .asking(
                        text,
                        () -> credit.decide(correction.id(), new ApprovalEdit(approve, reason.getValue())),
                        this::changed)
                .open();
    }

    private static TextArea reason(String help) {
        return ReasonArea.of("correction-reason", MOST_REASON, help);
    }

    private void changed(Correction correction) {
        show();
        Pages.say(t("recognise.correction.now", t("recognise.correction." + correction.state())));
    }
}
