package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CreditApi;
import cn.jiangxue.contract.CreditApi.Balance;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.PromotionApi;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.learn.NextStep.Nearness;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.Meter;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Poster;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.SignedIn;
import cn.jiangxue.ui.shell.WorkDesk;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Home: what to do first, for each role the person has. */
@Route("")
@PermitAll
class HomeView extends Page {

    private static final int MOST_DUE = 5;

    private final LocalDate today;

    HomeView(
            CurrentPerson current,
            LearningApi learning,
            PromotionApi promotion,
            CreditApi credit,
            List<WorkDesk> desks,
            Clock clock) {
        super("shell.nav.home");
        today = words().today(clock.instant());
        SignedIn person = current.get();
        add(new PageHeader(t("learn.home.greeting", person.me().displayName())).lead(t(leadKey(person))));
        desks.stream().filter(desk -> person.has(desk.role())).forEach(desk -> add(guarded(desk::first)));
        if (person.has(Role.LEARNER)) {
            Div column = new Div(guarded(() -> study(learning)));
            column.addClassName("jx-column");
            Div side = new Div(
                    guarded(() -> credit(credit.account(null).balance())),
                    guarded(() -> grade(NextStep.nearest(promotion.paths(null)))));
            side.addClassName("jx-column");
            Div columns = new Div(column, side);
            columns.addClassName("jx-columns");
            add(columns);
        }
    }

    private static String leadKey(SignedIn person) {
        return person.has(Role.LEARNER) ? "learn.home.lead" : "learn.home.leadWork";
    }

    private Component study(LearningApi learning) {
        List<Enrolment> mine = learning.myEnrolments(null, null).items();
        Div study = new Div();
        study.addClassName("jx-column");
        if (mine.isEmpty()) {
            study.add(firstSteps());
            return study;
        }
        Optional<Enrolment> next = NextStep.toContinue(mine);
        next.ifPresentOrElse(e -> study.add(continueCard(e)), () -> study.add(allDone()));
        List<Enrolment> due = NextStep.due(mine);
        if (!due.isEmpty()) {
            study.add(new Panel(t("learn.home.due"), dueList(due)));
        }
        List<Enrolment> others = mine.stream()
                .filter(e -> next.isEmpty() || !e.id().equals(next.get().id()))
                .filter(e -> !due.contains(e))
                .toList();
        if (!others.isEmpty()) {
            study.add(new Panel(t("learn.home.others"), enrolments(others)));
        }
        return study;
    }

    private static Component continueCard(Enrolment e) {
        Words words = words();
        Div text = new Div();
        text.addClassName("jx-continue-text");
        Span eyebrow = new Span(t("learn.home.continue"));
        eyebrow.addClassName("jx-eyebrow");
        text.add(eyebrow, new H2(words.of(e.courseTitle())));
        if (e.continueLessonTitle() != null) {
            Paragraph lesson = new Paragraph(t("learn.home.nextLesson", words.of(e.continueLessonTitle())));
            lesson.addClassName("jx-quiet");
            text.add(lesson);
        }
        Meter meter = new Meter(t("learn.progress"), e.percent());
        Span percent = new Span(t("learn.percentDone", e.percent(), words.duration(e.studySeconds())));
        percent.addClassName("jx-quiet");
        Anchor go = Links.primary("/lesson/" + e.id() + "/" + e.continueLessonId(), t("learn.home.go"));
        go.setId("continue");
        text.add(meter, percent, go);
        Section card = new Section(new Poster(e.courseId().toString(), e.posterMediaId()), text);
        card.addClassNames("jx-panel", "jx-continue");
        card.setAriaLabel(t("learn.home.continue"));
        return card;
    }

    private static Component firstSteps() {
        OrderedList steps = new OrderedList(
                step("learn.home.step1", "learn.home.step1.text"),
                step("learn.home.step2", "learn.home.step2.text"),
                step("learn.home.step3", "learn.home.step3.text"));
        steps.addClassName("jx-steps");
        return new Panel(t("learn.home.first"), steps, Links.primary("/catalogue", t("learn.home.find")));
    }

    private static ListItem step(String title, String text) {
        Span heading = new Span(t(title));
        heading.addClassName("jx-row-title");
        return new ListItem(new Div(heading, new Paragraph(t(text))));
    }

    private static Component allDone() {
        return new Panel(
                t("learn.home.allDone"),
                new Paragraph(t("learn.home.allDone.text")),
                Links.primary("/catalogue", t("learn.home.find")));
    }

    private Component dueList(List<Enrolment> due) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        due.stream().limit(MOST_DUE).forEach(e -> rows.add(new ListItem(dueRow(e))));
        return rows;
    }

    private Component dueRow(Enrolment e) {
        LocalDate on = e.dueOn() == null ? today : e.dueOn();
        boolean late = on.isBefore(today);
        Badge badge = new Badge(
                words().due(on, today),
                late ? Badge.Tone.BAD : on.isBefore(today.plusDays(8)) ? Badge.Tone.WARNING : Badge.Tone.NEUTRAL);
        return row(e, badge);
    }

    private static Component enrolments(List<Enrolment> enrolments) {
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        enrolments.forEach(e -> rows.add(new ListItem(row(
                e,
                e.completedAt() == null
                        ? new Badge(t("learn.percent", e.percent()), Badge.Tone.NEUTRAL)
                        : new Badge(t("learn.completed"), Badge.Tone.GOOD)))));
        return rows;
    }

    private static Component row(Enrolment e, Component end) {
        Span title = new Span(words().of(e.courseTitle()));
        title.addClassName("jx-row-title");
        Span small = new Span(t("learn.percentDone", e.percent(), words().duration(e.studySeconds())));
        small.addClassName("jx-quiet");
        Div body = new Div(title, small);
        body.addClassName("jx-row-body");
        Anchor row = Links.to("/course/" + e.courseId(), body, end, Icon.CHEVRON.svg());
        row.addClassName("jx-row");
        return row;
    }

    private static Component credit(Balance balance) {
        Span number = new Span(Words.credits(balance.availableMilli()));
        number.addClassNames("jx-big-number", "jx-number");
        Div line = new Div(number, new Span(t("learn.credits")));
        line.addClassName("jx-big-line");
        Panel panel = new Panel(t("learn.home.credit"), line);
        if (balance.heldMilli() > 0) {
            panel.add(new Paragraph(t("learn.account.held", Words.credits(balance.heldMilli()))));
        }
        panel.add(Links.to("/account", t("learn.home.entries")));
        return panel;
    }

    private static Component grade(Optional<Nearness> nearest) {
        if (nearest.isEmpty()) {
            return new Panel(
                    t("learn.home.grade"),
                    new Paragraph(t("learn.home.grade.none")),
                    Links.to("/path", t("learn.home.grade.open")));
        }
        Nearness near = nearest.get();
        var eligibility = near.eligibility();
        Span what = new Span(words().of(eligibility.occupation()) + " · " + words().of(eligibility.gradeName()));
        what.addClassName("jx-row-title");
        Panel panel = new Panel(t("learn.home.grade"), what);
        if (eligibility.eligible()) {
            panel.add(
                    new Badge(t("learn.path.eligible"), Badge.Tone.GOOD),
                    Links.secondary("/path", t("learn.path.apply")));
        } else {
            panel.add(
                    new Meter(t("learn.path.conditions"), near.asked() == 0 ? 0 : near.met() * 100 / near.asked()),
                    new Paragraph(t("learn.path.metOf", near.met(), near.asked())),
                    Links.to("/path", t("learn.home.grade.open")));
        }
        return panel;
    }
}
