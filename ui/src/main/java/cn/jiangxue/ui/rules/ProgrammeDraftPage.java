package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftAct;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;

/** The draft of a programme: what it says, what is still wrong, what it would give to whom, and what may be done with it now. */
@Route("recognise/programmes/:programmeId/:version([0-9]{1,5})")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class ProgrammeDraftPage extends Page implements BeforeEnterObserver {

    private final transient ProgrammesApi programmes;
    private final transient RuleBookApi book;
    private final transient FrameworkApi framework;

    ProgrammeDraftPage(ProgrammesApi programmes, RuleBookApi book, FrameworkApi framework) {
        super("rules.prog.own");
        this.programmes = programmes;
        this.book = book;
        this.framework = framework;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show(programmes.programmeDraft(
                event.getRouteParameters().get("programmeId").orElseThrow(),
                event.getRouteParameters().getInteger("version").orElseThrow()));
    }

    private void show(ProgrammeDraft draft) {
        String name = ProgrammeRows.name(draft.summary());
        titled(name);
        removeAll();
        Div main = new Div(new Panel(t("rules.prog.says"), ProgrammeRows.sentences(draft.sentences())));
        if (isOpen(draft)) {
            main.add(TrialPanel.ofDraft(book, framework, draft));
        }
        main.addClassName("jx-column");
        Div side = new Div(versions(draft), hash(draft));
        if (draft.acts().contains(ProgrammeDraftAct.EDIT)) {
            side.addComponentAsFirst(new Panel(t("rules.faults"), ProgrammeRows.faults(draft)));
        }
        side.addClassName("jx-column");
        Div columns = new Div(main, side);
        columns.addClassName("jx-columns");
        add(
                new PageHeader(name)
                        .above(Links.back("/recognise/programmes", t("rules.prog.own")))
                        .lead(t("rules.version", draft.summary().version())),
                note(draft),
                facts(draft),
                new ProgrammeActs(programmes, draft, this::show),
                columns);
    }

    /** Whether it may still become a version as it is. */
    private static boolean isOpen(ProgrammeDraft draft) {
        return draft.summary().state() == ProgrammeDraftState.DRAFT
                || draft.summary().state() == ProgrammeDraftState.REVIEW;
    }

    /** What whoever looks at it has to know first. */
    private static Component note(ProgrammeDraft draft) {
        ProgrammeDraftState state = draft.summary().state();
        String reason = draft.reason();
        Paragraph note = new Paragraph(
                switch (state) {
                    case DRAFT -> reason == null ? t("rules.prog.note.DRAFT") : t("rules.prog.returned", reason);
                    case REVIEW -> t(draft.own() ? "rules.prog.note.REVIEW.own" : "rules.prog.note.REVIEW");
                    case PUBLISHED, OVERTAKEN, ABANDONED -> t("rules.prog.note." + state);
                });
        boolean warns =
                state == ProgrammeDraftState.OVERTAKEN || (state == ProgrammeDraftState.DRAFT && reason != null);
        note.addClassName("jx-note");
        note.setClassName("jx-note-warning", warns);
        return note;
    }

    private static Facts facts(ProgrammeDraft draft) {
        return new Facts()
                .with(t("rules.state"), ProgrammeRows.state(draft.summary().state()))
                .with(
                        t("rules.institution"),
                        words().of(draft.summary().institution().name()))
                .with(t("rules.effectiveFrom"), words().date(draft.content().effectiveFrom()))
                .with(t("rules.prog.id"), draft.summary().programmeId());
    }

    private static Panel versions(ProgrammeDraft draft) {
        Panel panel = new Panel(t("rules.versions"));
        if (draft.published().isEmpty()) {
            panel.add(new Paragraph(t("rules.prog.versions.none")));
            return panel;
        }
        String id = draft.summary().programmeId();
        int version = draft.summary().version();
        draft.published().reversed().forEach(published -> {
            panel.add(Links.to("/rules/programmes/" + id + "/" + published, t("rules.version", published)));
            if (published != version) {
                panel.add(Links.to(
                        ProgrammeRows.address(id, version) + "/compare/" + published,
                        t("rules.compare", published, version)));
            }
        });
        panel.add(Links.to("/rules/changes", t("rules.changes")));
        return panel;
    }

    private static Panel hash(ProgrammeDraft draft) {
        Span hash = new Span(draft.hash());
        hash.addClassNames("jx-quiet", "jx-hash");
        return new Panel(t("rules.prog.hash"), new Paragraph(t("rules.prog.hash.text")), hash);
    }
}
