package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.IdentityApi.HeldRole;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.Column;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.ProofDownloads;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;

/** Files of outcomes that an institution states: what a file looks like, sending one, and those that were sent. */
@Route("recognise/outcome-imports")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class OutcomeImportsPage extends Page implements BeforeEnterObserver {

    private final transient StatingApi stating;
    private final transient CurrentPerson person;

    OutcomeImportsPage(StatingApi stating, CurrentPerson person) {
        super("recognise.imports");
        this.stating = stating;
        this.person = person;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        removeAll();
        Institutions institutions = Institutions.of(person.get(), event);
        HeldRole chosen = institutions.chosen();
        UUID institution = chosen.organisationId();
        add(
                new PageHeader(t("recognise.imports"))
                        .lead(t("recognise.imports.lead"))
                        .action(Links.secondary(
                                "/recognise/withdrawals?institution=" + institution, t("recognise.withdrawals"))),
                beside(),
                chips(institutions),
                new Panel(
                        t("recognise.imports.send", words().of(chosen.organisationName())),
                        new Paragraph(t("recognise.imports.send.text")),
                        new ImportUpload(stating, institution, OutcomeImportsPage::open),
                        form()),
                new Panel(
                        t("recognise.imports.sent"),
                        new KeysetList<>(
                                cursor -> stating.imports(institution, cursor),
                                OutcomeImportsPage::row,
                                () -> new EmptyState(
                                        Icon.UPLOAD, t("recognise.imports.none"), t("recognise.imports.none.text")))));
    }

    private static void open(Import sent) {
        com.vaadin.flow.component.UI.getCurrent().navigate("recognise/outcome-imports/" + sent.id());
    }

    private Component beside() {
        boolean officer =
                !person.get().organisationsAs(Role.RECOGNITION_OFFICER).isEmpty();
        return officer ? InboxPage.places("/recognise/outcome-imports") : Links.back("/govern", t("shell.nav.govern"));
    }

    private static Component chips(Institutions institutions) {
        Chips chips = new Chips();
        if (institutions.all().size() > 1) {
            for (HeldRole held : institutions.all()) {
                chips.with(
                        "/recognise/outcome-imports?institution=" + held.organisationId(),
                        words().of(held.organisationName()),
                        held.equals(institutions.chosen()));
            }
        }
        chips.setVisible(chips.getComponentCount() > 0);
        return chips;
    }

    /** What a file must look like, and an empty one to fill in. */
    private Component form() {
        UnorderedList columns = new UnorderedList();
        columns.addClassName("jx-rows");
        stating.columns().forEach(column -> columns.add(new ListItem(column(column))));
        Div template = new Div(
                ProofDownloads.link(t("recognise.imports.template"), "outcomes.csv", "text/csv", stating::template));
        template.addClassName("jx-actions");
        return new Div(template, new Details(t("recognise.imports.columns"), columns));
    }

    private static Component column(Column column) {
        Span title = new Span(words().of(column.name()));
        title.addClassName("jx-row-title");
        Span form = new Span(words().of(column.form()));
        Span key = new Span(column.key());
        key.addClassName("jx-quiet");
        Div body = new Div(title, form, key);
        if (!column.example().isEmpty()) {
            Span example = new Span(column.example());
            example.getElement().setAttribute("lang", "zh-CN");
            body.add(example);
        }
        body.addClassName("jx-row-body");
        Div row = new Div(body);
        if (column.required()) {
            row.add(new Badge(t("recognise.imports.required"), Badge.Tone.ACCENT));
        }
        row.addClassName("jx-row");
        return row;
    }

    private static Component row(Import sent) {
        Span title = new Span(sent.fileName());
        title.addClassName("jx-row-title");
        Span small = new Span(sent.startedBy() + " · " + words().dateTime(sent.createdAt()) + " · "
                + t("recognise.import.counts", sent.accepted(), sent.already(), sent.refused()));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Anchor row = Links.to("/recognise/outcome-imports/" + sent.id(), body, state(sent), Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    static Badge state(Import sent) {
        Badge.Tone tone = switch (sent.state()) {
            case RECEIVING, WAITING, RUNNING -> Badge.Tone.ACCENT;
            case DONE -> sent.refused() > 0 ? Badge.Tone.WARNING : Badge.Tone.GOOD;
            case CANCELLED -> Badge.Tone.NEUTRAL;
            case FAILED -> Badge.Tone.BAD;
        };
        String text = t("recognise.import." + sent.state());
        return new Badge(sent.dryRun() ? t("recognise.import.dry", text) : text, tone);
    }
}
