package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.RebuildState;
import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Meter;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.AttachEvent;
import com.vaadin.flow.component.DetachEvent;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.shared.Registration;
import jakarta.annotation.security.RolesAllowed;
import org.jspecify.annotations.Nullable;

/** The index of the course search: its state, and building it anew beside the one in use. National administrators; the service refuses others. */
@Route("govern/search-index")
@RolesAllowed("ADMINISTRATOR")
class SearchIndexPage extends Page {

    private static final int LOOK_EVERY_MILLIS = 2_000;

    private final transient CatalogApi catalog;
    private final Div state = new Div();
    private @Nullable Registration polling;

    SearchIndexPage(CatalogApi catalog, OrganisationApi organisations, CurrentPerson person) {
        super("govern.index");
        this.catalog = catalog;
        addClassName("jx-narrow");
        state.addClassName("jx-form");
        state.getElement().setAttribute("aria-live", "polite");
        Button rebuild = Buttons.primary(t("govern.index.rebuild"), () -> show(catalog.rebuild()));
        rebuild.setId("rebuild");
        add(
                new PageHeader(t("govern.index")).lead(t("govern.index.lead")),
                GovernNav.at(
                        GovernNav.INDEX,
                        Administered.of(organisations, person.get()).national()),
                new Panel(t("govern.index.state"), state, new Paragraph(t("govern.index.text")), rebuild));
    }

    @Override
    protected void onAttach(AttachEvent event) {
        show(catalog.rebuildState());
    }

    @Override
    protected void onDetach(DetachEvent event) {
        stopLooking(event.getUI());
    }

    private void show(RebuildState now) {
        state.removeAll();
        String known = now.index();
        Facts facts = new Facts().with(t("govern.index.now"), t("govern.index." + key(now.state())));
        if (now.total() > 0) {
            facts.with(t("govern.index.done"), now.done() + " / " + now.total());
        }
        facts.with(t("govern.index.name"), known == null ? t("govern.none") : known);
        if (now.finishedAt() != null) {
            facts.with(t("govern.index.finished"), words().dateTime(now.finishedAt()));
        }
        state.add(facts);
        if (isRunning(now)) {
            state.add(new Meter(
                    t("govern.index.progress"), now.total() == 0 ? 0 : (int) (now.done() * 100 / now.total())));
            look();
        } else {
            getUI().ifPresent(this::stopLooking);
        }
    }

    private static boolean isRunning(RebuildState now) {
        return key(now.state()).equals("RUNNING");
    }

    /** States the service may add later read as not known rather than as an error. */
    private static String key(String state) {
        return switch (state) {
            case "RUNNING", "DONE", "FAILED", "IDLE" -> state;
            default -> "OTHER";
        };
    }

    private void look() {
        if (polling == null) {
            UI ui = UI.getCurrent();
            ui.setPollInterval(LOOK_EVERY_MILLIS);
            polling = ui.addPollListener(e -> show(catalog.rebuildState()));
        }
    }

    private void stopLooking(UI ui) {
        if (polling != null) {
            polling.remove();
            polling = null;
            ui.setPollInterval(-1);
        }
    }
}
