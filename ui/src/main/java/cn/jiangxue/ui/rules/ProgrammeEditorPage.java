package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftAct;
import cn.jiangxue.contract.ProgrammesApi.ProgrammePart;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.QueryParameters;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writing a programme, one part at a time. Which part, and which field, is in the address. */
@Route("recognise/programmes/:programmeId/:version([0-9]{1,5})/edit")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class ProgrammeEditorPage extends Page implements BeforeEnterObserver {

    private final transient ProgrammesApi programmes;
    private final transient RuleBookApi book;
    private final Div chips = new Div();
    private @Nullable ProgrammeWriting writing;

    ProgrammeEditorPage(ProgrammesApi programmes, RuleBookApi book) {
        super("rules.prog.edit");
        this.programmes = programmes;
        this.book = book;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        String programmeId = event.getRouteParameters().get("programmeId").orElseThrow();
        int version = event.getRouteParameters().getInteger("version").orElseThrow();
        if (writing == null || !writing.isOf(programmeId, version)) {
            open(programmes.programmeDraft(programmeId, version));
        }
        if (writing != null) {
            QueryParameters query = event.getLocation().getQueryParameters();
            ProgrammePart part = part(query);
            chips.removeAll();
            chips.add(chips(ProgrammeRows.address(programmeId, version) + "/edit", part));
            writing.show(part, query.getSingleParameter("at").orElse(null));
        }
    }

    private void open(ProgrammeDraft draft) {
        String back = ProgrammeRows.address(draft.summary());
        removeAll();
        add(new PageHeader(t("rules.prog.edit"))
                .above(Links.back(back, ProgrammeRows.name(draft.summary())))
                .lead(t(
                        "rules.edit.lead",
                        draft.summary().programmeId(),
                        draft.summary().version())));
        if (draft.acts().contains(ProgrammeDraftAct.EDIT)) {
            writing = new ProgrammeWriting(programmes, book, draft);
            add(chips, writing);
        } else {
            writing = null;
            add(new EmptyState(
                    Icon.LOCK,
                    t("rules.prog.closed"),
                    t("rules.prog.closed.text"),
                    Links.secondary(back, t("rules.prog.toDraft"))));
        }
    }

    private static ProgrammePart part(QueryParameters query) {
        String wanted = query.getSingleParameter("part").orElse("");
        return Stream.of(ProgrammePart.values())
                .filter(part -> part.name().equals(wanted))
                .findFirst()
                .orElse(ProgrammePart.GENERAL);
    }

    private static Chips chips(String address, ProgrammePart here) {
        Chips chips = new Chips();
        for (ProgrammePart part : ProgrammePart.values()) {
            chips.with(address + "?part=" + part, t("rules.prog.part." + part), part == here);
        }
        return chips;
    }
}
