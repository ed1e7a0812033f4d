package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.StatingApi;
import cn.jiangxue.contract.StatingApi.Import;
import cn.jiangxue.contract.StatingApi.ImportState;
import cn.jiangxue.contract.StatingApi.NewImport;
import cn.jiangxue.contract.StatingApi.Row;
import cn.jiangxue.contract.StatingApi.RowFault;
import cn.jiangxue.contract.StatingApi.RowResult;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.Meter;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.ProofDownloads;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One import: how far it is, what became of the rows, and what can be done next. */
@Route("recognise/outcome-imports/:import([0-9a-fA-F-]{36})")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class OutcomeImportPage extends Page implements BeforeEnterObserver {

    private static final int LOOK_EVERY_MILLIS = 1_500;

    private final transient StatingApi stating;
    private final Div progress = new Div();
    private final Div rows = new Div();
    private boolean refusedOnly;
    private transient Map<String, String> columns = Map.of();
    private @Nullable Registration polling;
    private @Nullable ImportState shown;

    OutcomeImportPage(StatingApi stating) {
        super("recognise.import");
        this.stating = stating;
        progress.addClassName("jx-form");
        progress.getElement().setAttribute("aria-live", "polite");
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = event.getRouteParameters().get("import").map(UUID::fromString).orElseThrow(NotFoundException::new);
        refusedOnly = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("rows")
                .isPresent();
        columns = stating.columns().stream()
                .collect(Collectors.toMap(StatingApi.Column::key, column -> words().of(column.name())));
        Import now = stating.get(id);
        titled(now.fileName());
        removeAll();
        add(
                new PageHeader(now.fileName())
                        .above(Links.back(
                                "/recognise/outcome-imports?institution=" + now.institutionId(),
                                t("recognise.imports")))
                        .lead(t(now.dryRun() ? "recognise.import.lead.dry" : "recognise.import.lead.real")),
                new Panel(t("recognise.import.progress"), progress),
                rows);
        show(now);
    }

    private void show(Import now) {
        progress.removeAll();
        int done = now.accepted() + now.already() + now.refused();
        Facts facts = new Facts()
                .with(t("recognise.import.state"), OutcomeImportsPage.state(now))
                .with(t("recognise.import.institution"), words().of(now.institution()))
                .with(t("recognise.import.by"), now.startedBy() + " · " + words().dateTime(now.createdAt()))
                .with(t("recognise.import.rows"), now.rows() == 0 ? t("recognise.import.notCounted") : "" + now.rows())
                .with(
                        t("recognise.import.result"),
                        t("recognise.import.counts", now.accepted(), now.already(), now.refused()));
        if (now.problem() != null) {
            facts.with(t("recognise.import.problem"), words().of(now.problem()));
        }
        progress.add(facts);
        boolean running = isOpen(now.state());
        if (running) {
            progress.add(
                    new Meter(t("recognise.import.progress"), now.rows() == 0 ? 0 : (int) (done * 100L / now.rows())));
            look(now.id());
        } else {
            getUI().ifPresent(this::stopLooking);
        }
        progress.add(actions(now, running));
        if (shown != now.state()) {
            shown = now.state();
            showRows(now, running);
        }
    }

    private static boolean isOpen(ImportState state) {
        return state == ImportState.RECEIVING || state == ImportState.WAITING || state == ImportState.RUNNING;
    }

    private Component actions(Import now, boolean running) {
        Div actions = new Div();
        actions.addClassName("jx-actions");
        if (running) {
            Button cancel = Buttons.plain(t("recognise.import.cancel"), () -> cancel(now));
            cancel.setId("import-cancel");
            actions.add(cancel);
        }
        if (now.state() == ImportState.DONE && now.dryRun() && now.accepted() > 0 && now.fileUntil() != null) {
            Button real = Buttons.primary(t("recognise.import.real", now.accepted()), () -> ask(now));
            real.setId("import-real");
            actions.add(real);
        }
        if (!running && now.rows() > 0) {
            actions.add(ProofDownloads.link(
                    t("recognise.import.download"),
                    "results-" + now.id() + ".csv",
                    "text/csv",
                    () -> stating.results(now.id())));
        }
        return actions;
    }

    private void cancel(Import now) {
        new FormDialog(t("recognise.import.cancel"), new Paragraph(t("recognise.import.cancel.text")))
                .asking(t("recognise.import.cancel"), () -> stating.cancel(now.id()), this::show)
                .open();
    }

    /** Its id is made once: a second tap is the same import. */
    private void ask(Import dry) {
        UUID id = Ids.next();
        Paragraph text = new Paragraph(t("recognise.import.real.text", dry.accepted(), words().of(dry.institution())));
        new FormDialog(t("recognise.import.real", dry.accepted()), text)
                .asking(
                        t("recognise.import.real.send"),
                        () -> again(id, dry),
                        begun -> UI.getCurrent().navigate("recognise/outcome-imports/" + begun.id()))
                .open();
    }

    private Import again(UUID id, Import dry) {
        stating.announce(
                id,
                new NewImport(
                        dry.institutionId(), dry.fileName(), dry.format(), dry.bytes(), dry.sha256(), false, dry.id()));
        return stating.start(id);
    }

    private void showRows(Import now, boolean running) {
        rows.removeAll();
        if (now.rows() == 0 || running) {
            return;
        }
        rows.add(new Panel(
                t(refusedOnly ? "recognise.import.refusedRows" : "recognise.import.allRows"),
                chips(now),
                new KeysetList<>(
                        cursor -> stating.rows(now.id(), refusedOnly, cursor),
                        this::row,
                        () -> new EmptyState(
                                Icon.CHECK, t("recognise.import.noRows"), t("recognise.import.noRows.text")))));
    }

    private Component chips(Import now) {
        Div chips = new Div();
        chips.addClassName("jx-chips");
        String path = "/recognise/outcome-imports/" + now.id();
        for (boolean refused : new boolean[] {false, true}) {
            var chip = Links.to(
                    refused ? path + "?rows=refused" : path,
                    t(refused ? "recognise.import.refusedRows" : "recognise.import.allRows"));
            chip.addClassName("jx-chip");
            if (refused == refusedOnly) {
                chip.getElement().setAttribute("aria-current", "true");
            }
            chips.add(chip);
        }
        return chips;
    }

    private Component row(Row row) {
        Span title =
                new Span(t("recognise.import.line", row.line()) + (row.number().isEmpty() ? "" : " · " + row.number()));
        title.addClassName("jx-row-title");
        Div body = new Div(title);
        row.faults().forEach(fault -> body.add(fault(fault)));
        body.addClassName("jx-row-body");
        Badge.Tone tone = switch (row.result()) {
            case ACCEPTED -> Badge.Tone.GOOD;
            case ALREADY -> Badge.Tone.NEUTRAL;
            case REFUSED -> Badge.Tone.BAD;
        };
        Div line = new Div(body, new Badge(t("recognise.import.row." + word(row.result())), tone));
        line.addClassName("jx-row");
        return line;
    }

    private static String word(RowResult result) {
        return result.name().toLowerCase(Locale.ROOT);
    }

    private Component fault(RowFault fault) {
        String why = words().of(fault.why());
        String column = fault.column();
        Span what =
                new Span(column == null ? why : t("recognise.import.fault", columns.getOrDefault(column, column), why));
        Span next = new Span(words().of(fault.next()));
        next.addClassName("jx-quiet");
        Div both = new Div(what, next);
        both.addClassName("jx-row-body");
        return both;
    }

    private void look(UUID id) {
        UI ui = UI.getCurrent();
        if (polling == null && ui != null) {
            ui.setPollInterval(LOOK_EVERY_MILLIS);
            polling = ui.addPollListener(e -> show(stating.get(id)));
        }
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopLooking(event.getUI());
    }

    private void stopLooking(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
