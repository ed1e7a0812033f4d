package cn.jiangxue.ui.govern;

import cn.jiangxue.contract.OrganisationApi;
import cn.jiangxue.contract.OrganisationApi.Organisation;
import cn.jiangxue.contract.OrganisationApi.OrganisationKind;
import cn.jiangxue.contract.ReexaminationApi;
import cn.jiangxue.contract.ReexaminationApi.Counts;
import cn.jiangxue.contract.ReexaminationApi.Draw;
import cn.jiangxue.contract.ReexaminationApi.Period;
import cn.jiangxue.contract.ReexaminationApi.PeriodInFull;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Chips;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.KeysetList;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.ReexaminationDossier;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Random re-examination for whoever supervises: the period with its seed, how its grades stand, what was drawn, and every draw to check. */
@Route("govern/reexaminations")
@RolesAllowed("ADMINISTRATOR")
class ReexaminationsPage extends Page implements BeforeEnterObserver {

    private final transient ReexaminationApi reexaminations;
    private final transient OrganisationApi organisations;
    private final transient CurrentPerson person;
    private final transient Clock clock;

    ReexaminationsPage(
            ReexaminationApi reexaminations, OrganisationApi organisations, CurrentPerson person, Clock clock) {
        super("govern.reexam");
        this.reexaminations = reexaminations;
        this.organisations = organisations;
        this.person = person;
        this.clock = clock;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        Administered administered = Administered.of(organisations, person.get());
        List<Organisation> may = administered.organisations(OrganisationKind.INSTITUTION::equals);
        Optional<Organisation> institution = Administered.chosen(may, event);
        List<Period> periods = reexaminations.periods();
        LocalDate today = words().today(clock.instant());
        Optional<Period> period = event.getLocation()
                .getQueryParameters()
                .getSingleParameter("period")
                .flatMap(wanted -> periods.stream()
                        .filter(each -> each.id().equals(wanted))
                        .findFirst())
                .or(() -> periods.stream()
                        .filter(each -> !each.firstDay().isAfter(today))
                        .findFirst());
        removeAll();
        add(
                new PageHeader(t("govern.reexam")).lead(t("govern.reexam.lead")),
                GovernNav.at(GovernNav.REEXAMINATIONS, administered.national()));
        if (institution.isEmpty() || period.isEmpty()) {
            add(new EmptyState(Icon.EYE, t("govern.reexam.nothing"), t("govern.reexam.nothing.text")));
            return;
        }
        show(may, institution.get(), periods, period.get());
    }

    private void show(List<Organisation> may, Organisation institution, List<Period> periods, Period chosen) {
        PeriodInFull full = reexaminations.period(chosen.id(), institution.id());
        add(
                OrganisationPicker.choosing(
                        t("govern.keys.institution"), may, institution, other -> address(other, chosen)),
                chips(institution, periods, chosen),
                seed(full.period()),
                counts(full.counts()),
                new Panel(
                        t("govern.reexam.drawn"),
                        new KeysetList<>(
                                cursor -> reexaminations.drawn(chosen.id(), institution.id(), cursor),
                                summary ->
                                        ReexaminationDossier.line("/recognise/reexaminations/" + summary.id(), summary),
                                () -> new EmptyState(
                                        Icon.EYE, t("govern.reexam.drawn.none"), t("govern.reexam.drawn.none.text")))),
                draws(institution, chosen));
    }

    private static Chips chips(Organisation institution, List<Period> periods, Period chosen) {
        Chips chips = new Chips();
        periods.forEach(each ->
                chips.with(address(institution, each), each.id(), each.id().equals(chosen.id())));
        return chips;
    }

    private static String address(Organisation institution, Period period) {
        return GovernNav.REEXAMINATIONS + "?org=" + institution.id() + "&period=" + period.id();
    }

    private static Component seed(Period period) {
        Facts facts = new Facts()
                .with(t("govern.reexam.days"), words().date(period.firstDay()) + " – " + words().date(period.lastDay()))
                .with(
                        t("govern.reexam.share"),
                        BigDecimal.valueOf(period.shareBasisPoints(), 2)
                                        .stripTrailingZeros()
                                        .toPlainString()
                                + "%")
                .with(t("govern.reexam.committed"), words().dateTime(period.committedAt()))
                .with(t("govern.reexam.commitment"), hash(period.commitment()))
                .with(
                        t("govern.reexam.seed"),
                        period.seed() == null
                                ? new Span(t("govern.reexam.seed.later", words().date(period.lastDay())))
                                : hash(period.seed()));
        Paragraph why = new Paragraph(t("govern.reexam.seed.text"));
        why.addClassName("jx-quiet");
        return new Panel(t("govern.reexam.period", period.id()), facts, why);
    }

    private static Span hash(String hex) {
        Span hash = new Span(hex);
        hash.addClassName("jx-hash");
        return hash;
    }

    private static Component counts(Counts counts) {
        return new Panel(
                t("govern.reexam.counts"),
                new Facts()
                        .with(t("govern.reexam.counts.approved"), number(counts.approved()))
                        .with(t("govern.reexam.counts.drawn"), number(counts.drawn()))
                        .with(t("govern.reexam.counts.open"), number(counts.open()))
                        .with(t("govern.reexam.counts.overdue"), number(counts.overdue()))
                        .with(t("govern.reexam.counts.upheld"), number(counts.upheld()))
                        .with(t("govern.reexam.counts.confirmed"), number(counts.confirmed()))
                        .with(t("govern.reexam.counts.overturned"), number(counts.overturned())));
    }

    private static String number(int count) {
        return count + (count >= ReexaminationApi.COUNT_MOST ? "+" : "");
    }

    private Component draws(Organisation institution, Period chosen) {
        Paragraph how = new Paragraph(t("govern.reexam.draws.text"));
        how.addClassName("jx-quiet");
        return new Panel(
                t("govern.reexam.draws"),
                how,
                new KeysetList<>(
                        cursor -> reexaminations.draws(chosen.id(), institution.id(), cursor),
                        draw -> row(draw, chosen),
                        () -> new EmptyState(
                                Icon.EYE, t("govern.reexam.draws.none"), t("govern.reexam.draws.none.text"))));
    }

    private static Component row(Draw draw, Period period) {
        Span id = new Span(draw.credentialId().toString());
        id.addClassName("jx-hash");
        Span small = new Span(t(
                "govern.reexam.draw",
                words().dateTime(draw.decidedAt()),
                String.valueOf(draw.ticket()),
                String.valueOf(period.shareBasisPoints())));
        small.addClassName("jx-quiet");
        Div body = new Div(id, small);
        body.addClassName("jx-row-body");
        Div row = new Div(
                body,
                draw.drawn()
                        ? new Badge(t("govern.reexam.draw.yes"), Badge.Tone.ACCENT)
                        : new Badge(t("govern.reexam.draw.no"), Badge.Tone.NEUTRAL));
        row.addClassName("jx-row");
        return row;
    }
}
