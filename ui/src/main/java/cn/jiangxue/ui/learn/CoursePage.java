package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.ChapterView;
import cn.jiangxue.contract.CatalogApi.CompletionRules;
import cn.jiangxue.contract.CatalogApi.CourseView;
import cn.jiangxue.contract.CatalogApi.LessonView;
import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.LearningApi.Enrol;
import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.LearningApi.EnrolmentState;
import cn.jiangxue.contract.Role;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Facts;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.Meter;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Poster;
import cn.jiangxue.ui.shell.CurrentPerson;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A course: what it is, how it is passed, its chapters; enrolling, or where one stands. */
@Route("course/:courseId")
@PermitAll
class CoursePage extends Page implements BeforeEnterObserver {

    private final transient CatalogApi catalog;
    private final transient LearningApi learning;
    private final transient FrameworkApi framework;
    private final transient StudyConsent consent;
    private final boolean learner;

    CoursePage(
            CatalogApi catalog,
            LearningApi learning,
            FrameworkApi framework,
            StudyConsent consent,
            CurrentPerson person) {
        super("learn.course");
        this.framework = framework;
        this.catalog = catalog;
        this.learning = learning;
        this.consent = consent;
        this.learner = person.get().has(Role.LEARNER);
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID courseId = Ids.of(event.getRouteParameters(), "courseId");
        Enrolment enrolment = learner
                ? learning.myEnrolments(courseId, null).items().stream()
                        .findFirst()
                        .orElse(null)
                : null;
        CourseView course = catalog.courseView(courseId, enrolment == null ? null : enrolment.courseVersion());
        titled(words().of(course.title()));
        removeAll();
        add(head(course, enrolment), body(course, enrolment));
    }

    private Component head(CourseView course, @Nullable Enrolment enrolment) {
        PageHeader header = new PageHeader(words().of(course.title()))
                .above(Links.back("/catalogue", t("shell.nav.catalogue")))
                .lead(words().of(course.summary()))
                .with(badges(course), standing(course, enrolment));
        Div hero = new Div(header, new Poster(course.occupation().code(), course.posterMediaId()));
        hero.addClassName("jx-hero");
        return hero;
    }

    private static Component badges(CourseView course) {
        Div badges = new Div(
                new Badge(words().of(course.occupation().name()), Badge.Tone.ACCENT),
                new Badge(words().grade(course.grade()), Badge.Tone.NEUTRAL),
                new Badge(t("parts.classHours", course.classHours()), Badge.Tone.NEUTRAL));
        badges.addClassName("jx-badges");
        return badges;
    }

    private Component standing(CourseView course, @Nullable Enrolment enrolment) {
        Div standing = new Div();
        standing.addClassName("jx-standing");
        if (enrolment == null) {
            if (course.withdrawn()) {
                standing.add(new Paragraph(t("learn.course.withdrawn")));
            } else if (learner) {
                Button enrol = Buttons.primary(t("learn.course.enrol"), () -> enrol(course));
                enrol.setId("enrol");
                standing.add(enrol);
            }
            return standing;
        }
        Paragraph percent =
                new Paragraph(t("learn.percentDone", enrolment.percent(), words().duration(enrolment.studySeconds())));
        percent.addClassName("jx-quiet");
        standing.add(new Meter(t("learn.progress"), enrolment.percent()), percent);
        if (enrolment.state() == EnrolmentState.COMPLETED) {
            standing.add(
                    new Badge(t("learn.completed"), Badge.Tone.GOOD),
                    Links.secondary("/account", t("learn.course.seeCredit")));
        } else if (enrolment.continueLessonId() != null) {
            standing.add(Links.primary(
                    "/lesson/" + enrolment.id() + "/" + enrolment.continueLessonId(), t("learn.home.go")));
        }
        return standing;
    }

    /** Study is recorded by the second, so the learner agrees to that first, once per version of the text. */
    private void enrol(CourseView course) {
        UUID id = Ids.next();
        consent.givenThen(() -> {
            Enrolment enrolment = learning.enrol(id, new Enrol(course.courseId()));
            String first = enrolment.continueLessonId() == null
                    ? "course/" + course.courseId()
                    : "lesson/" + enrolment.id() + "/" + enrolment.continueLessonId();
            UI.getCurrent().navigate(first);
        });
    }

    private Component body(CourseView course, @Nullable Enrolment enrolment) {
        Div chapters = new Div();
        chapters.addClassName("jx-column");
        int number = 1;
        for (ChapterView chapter : course.chapters()) {
            chapters.add(chapter(number++, chapter, enrolment));
        }
        Div side = new Div(howToPass(course.rules()), guarded(() -> new CreditTerms(framework.rules())), about(course));
        side.addClassName("jx-column");
        Div columns = new Div(chapters, side);
        columns.addClassName("jx-columns");
        return columns;
    }

    private static Component chapter(int number, ChapterView chapter, @Nullable Enrolment enrolment) {
        UnorderedList lessons = new UnorderedList();
        lessons.addClassName("jx-rows");
        for (LessonView lesson : chapter.lessons()) {
            lessons.add(new ListItem(LessonRow.of(lesson, enrolment, false)));
        }
        return new Panel(t("learn.chapter", number, words().of(chapter.title())), lessons);
    }

    private static Component howToPass(CompletionRules rules) {
        UnorderedList list = new UnorderedList(
                new ListItem(t("learn.rules.coverage", rules.coveragePercent())),
                new ListItem(t("learn.rules.text")),
                new ListItem(t("learn.rules.quiz")));
        if (rules.minimumStudyPercent() > 0) {
            list.add(new ListItem(t("learn.rules.study", rules.minimumStudyPercent())));
        }
        list.addClassName("jx-list");
        return new Panel(t("learn.rules"), list);
    }

    private static Component about(CourseView course) {
        return new Panel(
                t("learn.course.about"),
                new Facts()
                        .with(t("learn.course.by"), words().of(course.organisationName()))
                        .with(t("learn.course.version"), String.valueOf(course.version()))
                        .with(t("learn.course.published"), words().date(course.publishedAt())));
    }
}
