package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.ChapterView;
import cn.jiangxue.contract.CatalogApi.CourseView;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.CatalogApi.LessonView;
import cn.jiangxue.contract.LearningApi;
import cn.jiangxue.contract.LearningApi.Enrolment;
import cn.jiangxue.contract.LearningApi.EnrolmentState;
import cn.jiangxue.contract.LearningApi.LessonProgress;
import cn.jiangxue.contract.LearningApi.LessonState;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.SafeHtml;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Aside;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One lesson of a course one is enrolled in: a film, a text or a quiz; beside it the whole course. */
@Route("lesson/:enrolmentId/:lessonId")
@PermitAll
class LessonPage extends Page implements BeforeEnterObserver {

    private final transient CatalogApi catalog;
    private final transient LearningApi learning;
    private final transient AssessmentApi assessment;
    private final Div next = new Div();
    private final Aside outline = new Aside();

    LessonPage(CatalogApi catalog, LearningApi learning, AssessmentApi assessment) {
        super("learn.lesson");
        this.catalog = catalog;
        this.learning = learning;
        this.assessment = assessment;
        next.addClassName("jx-lesson-next");
        outline.addClassName("jx-column");
        outline.getElement().setAttribute("aria-label", t("learn.outline"));
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID enrolmentId = Ids.of(event.getRouteParameters(), "enrolmentId");
        UUID lessonId = Ids.of(event.getRouteParameters(), "lessonId");
        Enrolment enrolment = learning.enrolment(enrolmentId);
        CourseView course = catalog.courseView(enrolment.courseId(), enrolment.courseVersion());
        LessonView lesson = lessons(course).stream()
                .filter(each -> each.id().equals(lessonId))
                .findFirst()
                .orElseThrow(NotFoundException::new);
        titled(words().of(lesson.title()));
        removeAll();
        Div column = new Div(content(enrolment, lesson, course), next);
        column.addClassName("jx-column");
        Div columns = new Div(column, outline);
        columns.addClassNames("jx-columns", "jx-lesson");
        add(
                new PageHeader(words().of(lesson.title()))
                        .above(Links.back("/course/" + course.courseId(), words().of(course.title()))),
                columns);
        showStanding(enrolment, lesson, course);
    }

    private static List<LessonView> lessons(CourseView course) {
        return course.chapters().stream()
                .flatMap(chapter -> chapter.lessons().stream())
                .toList();
    }

    private Component content(Enrolment enrolment, LessonView lesson, CourseView course) {
        return switch (lesson.kind()) {
            case VIDEO -> video(enrolment.id(), lesson, course);
            case TEXT -> text(enrolment, lesson, course);
            case QUIZ -> new QuizPanel(assessment, enrolment.id(), lesson);
        };
    }

    private Component video(UUID enrolmentId, LessonView lesson, CourseView course) {
        Player player = new Player(
                lesson.id(),
                words().of(lesson.title()),
                lesson.mediaId(),
                () -> learning.openStream(enrolmentId, lesson.id()),
                () -> progress(learning.enrolment(enrolmentId), lesson.id()),
                done -> showStanding(learning.enrolment(enrolmentId), lesson, course));
        Div box = new Div(player, keys(enrolmentId, lesson.id()));
        box.addClassName("jx-column");
        return box;
    }

    private static Component keys(UUID enrolmentId, UUID lessonId) {
        Paragraph keys = new Paragraph(t("learn.player.keys"));
        keys.addClassNames("jx-quiet", "jx-desk-only");
        Div line = new Div(Links.to("/account/study/" + enrolmentId + "/" + lessonId, t("learn.record.open")), keys);
        line.addClassName("jx-spread");
        return line;
    }

    private Component text(Enrolment enrolment, LessonView lesson, CourseView course) {
        Div text = new Div(SafeHtml.of(lesson.html() == null ? "" : words().of(lesson.html())));
        text.addClassName("jx-prose");
        Panel panel = new Panel(t("learn.kind.TEXT"), text);
        LessonProgress progress = progress(enrolment, lesson.id());
        if (progress == null || progress.state() != LessonState.COMPLETE) {
            Div actions = new Div();
            Button read = Buttons.primary(t("learn.text.read"), () -> {
                Enrolment changed = learning.markRead(enrolment.id(), lesson.id());
                actions.setVisible(false);
                showStanding(changed, lesson, course);
            });
            read.setId("mark-read");
            actions.add(read);
            panel.add(actions);
        }
        return panel;
    }

    private static @Nullable LessonProgress progress(Enrolment enrolment, UUID lessonId) {
        return enrolment.lessons().stream()
                .filter(p -> p.lessonId().equals(lessonId))
                .findFirst()
                .orElse(null);
    }

    /** The outline with what is done by now, and the way on. */
    private void showStanding(Enrolment enrolment, LessonView lesson, CourseView course) {
        outline.removeAll();
        Panel panel = new Panel(t("learn.outline"));
        int number = 1;
        for (ChapterView chapter : course.chapters()) {
            UnorderedList rows = new UnorderedList();
            rows.addClassNames("jx-rows", "jx-outline");
            chapter.lessons()
                    .forEach(each -> rows.add(
                            new ListItem(LessonRow.of(each, enrolment, each.id().equals(lesson.id())))));
            panel.add(new H3(t("learn.chapter", number++, words().of(chapter.title()))), rows);
        }
        outline.add(panel);
        showNext(enrolment, lesson, lessons(course));
    }

    private void showNext(Enrolment enrolment, LessonView lesson, List<LessonView> all) {
        next.removeAll();
        if (enrolment.state() == EnrolmentState.COMPLETED) {
            Div done = new Div(Icon.CHECK.svg(), new Paragraph(t("learn.course.done")));
            done.addClassName("jx-note");
            done.getElement().setAttribute("role", "status");
            next.add(done, Links.primary("/account", t("learn.course.seeCredit")));
            return;
        }
        int at = all.indexOf(lesson);
        if (at + 1 < all.size()) {
            LessonView following = all.get(at + 1);
            LessonProgress mine = progress(enrolment, lesson.id());
            boolean done = mine != null && mine.state() == LessonState.COMPLETE;
            String path = "/lesson/" + enrolment.id() + "/" + following.id();
            String text = t("learn.next", words().of(following.title()));
            next.add(
                    done || lesson.kind() == LessonKind.QUIZ ? Links.primary(path, text) : Links.secondary(path, text));
        } else {
            next.add(Links.secondary("/course/" + enrolment.courseId(), t("learn.backToCourse")));
        }
    }
}
