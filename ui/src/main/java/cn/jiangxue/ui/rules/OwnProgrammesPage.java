package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.ProgrammesApi;
import cn.jiangxue.contract.Role;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.ProgrammeSummary;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.recognise.InboxPage;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** The programmes of an officer's institutions: what is being drafted, what waits for a second person, what is in force. */
@Route("recognise/programmes")
@RolesAllowed({"RECOGNITION_OFFICER", "ADMINISTRATOR"})
class OwnProgrammesPage extends Page implements BeforeEnterObserver {

    private final transient ProgrammesApi programmes;
    private final transient RuleBookApi book;
    private final transient CurrentPerson person;
    private final transient Clock clock;

    OwnProgrammesPage(ProgrammesApi programmes, RuleBookApi book, CurrentPerson person, Clock clock) {
        super("rules.prog.own");
        this.programmes = programmes;
        this.book = book;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        show();
    }

    private void show() {
        removeAll();
        Button fresh = Buttons.primary(
                t("rules.prog.new"),
                () -> new NewProgrammeDialog(programmes, person.get(), words().today(clock.instant())).open());
        fresh.setId("new-programme");
        Button bring = Buttons.plain(
                t("rules.import"), () -> new RuleImportDialog(book, Acting.of(person.get()), this::show).open());
        bring.setId("import-programmes");
        add(
                new PageHeader(t("rules.prog.own"))
                        .lead(t("rules.prog.own.lead"))
                        .action(fresh, bring),
                beside(),
                Links.to("/rules/programmes", t("rules.prog.public")),
                new Panel(
                        t("rules.prog.drafts"),
                        new KeysetList<>(
                                programmes::programmeDrafts, ProgrammeRows::draft, OwnProgrammesPage::noDraft)),
                new Panel(t("rules.programmes.list"), inForce()));
    }

    /** Administrators come from their own pages. */
    private Component beside() {
        return person.get().has(Role.RECOGNITION_OFFICER)
                ? InboxPage.places("/recognise/programmes")
                : Links.back("/govern", t("shell.nav.govern"));
    }

    private static Component noDraft() {
        return new EmptyState(Icon.EDIT, t("rules.prog.drafts.none"), t("rules.prog.drafts.none.text"));
    }

    private Component inForce() {
        Set<UUID> own = Acting.of(person.get()).stream()
                .map(held -> held.organisationId())
                .collect(Collectors.toSet());
        List<ProgrammeSummary> found = book.publicProgrammes().stream()
                .filter(programme -> own.contains(programme.institution().id()))
                .toList();
        return found.isEmpty()
                ? new EmptyState(Icon.COURSES, t("rules.prog.inForce.none"), t("rules.prog.inForce.none.text"))
                : ProgrammesPage.rows(found);
    }
}
