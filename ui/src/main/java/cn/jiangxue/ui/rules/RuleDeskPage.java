package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleBookApi.RuleAct;
import cn.jiangxue.contract.RuleBookApi.RuleEdit;
import cn.jiangxue.contract.RuleBookApi.RuleReason;
import cn.jiangxue.contract.RuleBookApi.RuleSending;
import cn.jiangxue.contract.RuleBookApi.RuleSigning;
import cn.jiangxue.contract.RuleBookApi.RuleVersionView;
import cn.jiangxue.contract.RuleBookApi.VersionState;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.Pages;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One version of a rule at its parties: read it, try it, send it, sign it, refuse it, take it back, follow it by another. */
@Route("recognise/rules/:ruleId/:version([0-9]{1,5})")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class RuleDeskPage extends Page implements BeforeEnterObserver {

    private static final int MOST_REASON = 2_000;

    private final transient RuleBookApi book;
    private final transient FrameworkApi framework;
    private final transient CurrentPerson person;

    RuleDeskPage(RuleBookApi book, FrameworkApi framework, CurrentPerson person) {
        super("rules.own");
        this.book = book;
        this.framework = framework;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(book.rule(
                event.getRouteParameters().get("ruleId").orElseThrow(),
                event.getRouteParameters().getInteger("version").orElseThrow()));
    }

    private void show(RuleVersionView rule) {
        String name = words().of(rule.content().name());
        titled(name);
        removeAll();
        Div side = new Div(
                RuleParts.signatures(rule),
                RuleParts.versions(rule, "/recognise/rules/"),
                RuleParts.history(book, rule.ruleId()));
        side.addClassName("jx-column");
        Div main = new Div(
                RuleParts.said(rule),
                new TrialPanel(book, framework, () -> TrialPanel.Tried.ofRule(rule.content(), rule.ruleId())));
        main.addClassName("jx-column");
        Div columns = new Div(main, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(name)
                        .above(Links.back("/recognise/rules", t("rules.own")))
                        .lead(t("rules.version", rule.version())),
                RuleParts.reason(rule),
                RuleParts.facts(rule),
                acts(rule),
                another(rule),
                columns);
    }

    /** Where an institution of the reader has to sign and they may not: who may. */
    private Component another(RuleVersionView rule) {
        Set<UUID> signed = rule.signatures().stream()
                .map(signature -> signature.institution().id())
                .collect(Collectors.toSet());
        boolean waits = rule.state() == VersionState.CONSULTATION
                && mine(rule).stream().anyMatch(held -> !signed.contains(held.organisationId()));
        Paragraph note = new Paragraph(t("rules.sign.another"));
        note.addClassName("jx-note");
        note.setVisible(waits && !rule.acts().contains(RuleAct.SIGN));
        return note;
    }

    private Component acts(RuleVersionView rule) {
        Div acts = new Div();
        acts.addClassName("jx-actions");
        if (rule.acts().contains(RuleAct.EDIT)) {
            acts.add(Links.secondary(address(rule) + "/edit", t("rules.act.EDIT")));
        }
        button(acts, rule, RuleAct.SEND, () -> send(rule));
        button(acts, rule, RuleAct.SIGN, () -> sign(rule));
        button(
                acts,
                rule,
                RuleAct.REFUSE,
                () -> withReason(
                        rule, RuleAct.REFUSE, reason -> book.refuseRule(rule.ruleId(), rule.version(), reason)));
        button(acts, rule, RuleAct.NEXT_VERSION, () -> next(rule));
        button(
                acts,
                rule,
                RuleAct.WITHDRAW,
                () -> withReason(
                        rule, RuleAct.WITHDRAW, reason -> book.withdrawRule(rule.ruleId(), rule.version(), reason)));
        return acts;
    }

    private static void button(Div acts, RuleVersionView rule, RuleAct act, Runnable action) {
        if (!rule.acts().contains(act)) {
            return;
        }
        boolean first = act == RuleAct.SEND || act == RuleAct.SIGN;
        Button button =
                first ? Buttons.primary(t("rules.act." + act), action) : Buttons.plain(t("rules.act." + act), action);
        button.setId("act-" + act.name().toLowerCase(Locale.ROOT));
        acts.add(button);
    }

    private static String address(RuleVersionView rule) {
        return "/recognise/rules/" + rule.ruleId() + "/" + rule.version();
    }

    private void send(RuleVersionView rule) {
        new FormDialog(t("rules.act.SEND"), new Paragraph(t("rules.send.text", RuleRows.names(rule.parties()))))
                .asking(
                        t("rules.act.SEND"),
                        () -> book.sendRule(rule.ruleId(), rule.version(), new RuleSending(rule.revision())),
                        this::done)
                .open();
    }

    private void sign(RuleVersionView rule) {
        List<HeldRole> open = mine(rule).stream()
                .filter(held -> rule.signatures().stream()
                        .noneMatch(signature -> signature.institution().id().equals(held.organisationId())))
                .toList();
        Select<HeldRole> institution = Acting.choice(open);
        Paragraph hash = new Paragraph(rule.hash());
        hash.addClassNames("jx-quiet", "jx-hash");
        new FormDialog(t("rules.act.SIGN"), new Paragraph(t("rules.sign.text")), hash, institution)
                .asking(
                        t("rules.act.SIGN"),
                        () -> book.signRule(
                                rule.ruleId(),
                                rule.version(),
                                institution.getValue().organisationId(),
                                new RuleSigning(rule.hash())),
                        this::done)
                .open();
    }

    private void withReason(RuleVersionView rule, RuleAct act, Function<RuleReason, RuleVersionView> send) {
        Select<HeldRole> institution = Acting.choice(mine(rule));
        TextArea reason = new TextArea(t("rules.reason"));
        reason.setMinRows(3);
        reason.setMaxLength(MOST_REASON);
        reason.setHelperText(t("rules.reason.help"));
        reason.setId("rule-reason");
        new FormDialog(t("rules.act." + act), new Paragraph(t("rules.actText." + act)), institution, reason)
                .risking(
                        t("rules.act." + act),
                        () -> {
                            FormDialog.demand(reason);
                            return send.apply(
                                    new RuleReason(institution.getValue().organisationId(), reason.getValue()));
                        },
                        this::done)
                .open();
    }

    private List<HeldRole> mine(RuleVersionView rule) {
        return Acting.among(
                person.get(), rule.parties().stream().map(NamedInstitution::id).toList());
    }

    private void next(RuleVersionView rule) {
        int version = rule.versions().getLast() + 1;
        RuleVersionView made = book.saveRule(
                rule.ruleId(), version, new RuleEdit(mine(rule).getFirst().organisationId(), rule.content(), 0));
        UI.getCurrent().navigate("recognise/rules/" + made.ruleId() + "/" + made.version() + "/edit");
    }

    private void done(RuleVersionView rule) {
        show(rule);
        Pages.say(t("rules.done", t("rules.state." + rule.state())));
    }
}
