package cn.jiangxue.ui.teach;

import cn.jiangxue.content.contract.MediaApi;
import cn.jiangxue.contract.AssessmentApi;
import cn.jiangxue.contract.AssessmentApi.Paper;
import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.CourseForTrainer;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonView;
import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.SafeHtml;
import cn.jiangxue.ui.shell.TwoTexts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.NotFoundException;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** One lesson of a draft: a text with its preview, a video with its upload, or a quiz with its paper. */
@Route("teach/courses/:courseId/lessons/:lessonId")
@RolesAllowed("TRAINER")
class LessonEditorPage extends Page implements BeforeEnterObserver {

    private static final int MOST_MARKDOWN = 100_000;
    private static final int MOST_MINUTES = 600;
    private static final int ROWS = 12;

    private final transient CatalogApi catalog;
    private final transient AssessmentApi assessment;
    private final transient MediaApi media;

    LessonEditorPage(CatalogApi catalog, AssessmentApi assessment, MediaApi media) {
        super("teach.lesson");
        this.catalog = catalog;
        this.assessment = assessment;
        this.media = media;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        CourseForTrainer course = catalog.course(Ids.of(event.getRouteParameters(), "courseId"));
        UUID lessonId = Ids.of(event.getRouteParameters(), "lessonId");
        Lesson lesson = Outline.find(course.draft(), lessonId).orElseThrow(NotFoundException::new);
        String name = words().of(lesson.title());
        titled(name);
        removeAll();
        Draft draft = new Draft(catalog, course);
        add(
                new PageHeader(name.isBlank() ? t("teach.untitled") : name)
                        .above(Links.back(
                                "/teach/courses/" + course.id(),
                                words().of(course.draft().title())))
                        .with(draft),
                about(draft, lesson),
                switch (lesson.kind()) {
                    case TEXT -> text(draft, lesson);
                    case VIDEO -> video(draft, lesson);
                    case QUIZ -> quiz(draft, lesson);
                });
    }

    private static void change(Draft draft, UUID lesson, UnaryOperator<Lesson> change) {
        draft.change(c -> Outline.lesson(c, lesson, change));
    }

    private static Component about(Draft draft, Lesson lesson) {
        IntegerField minutes = CourseFields.number(t("teach.lesson.minutes"), 1, MOST_MINUTES, lesson.nominalMinutes());
        minutes.addValueChangeListener(e -> {
            Integer value = e.getValue();
            if (value != null && !minutes.isInvalid()) {
                change(draft, lesson.id(), l -> with(l, l.title(), l.markdown(), l.mediaId(), l.paper(), value));
            }
        });
        return new Panel(
                t("teach.about." + lesson.kind()),
                TwoTexts.line(t("teach.lesson.title"), lesson.title(), CoursesPage.MOST_TITLE)
                        .typed(text -> change(
                                draft,
                                lesson.id(),
                                l -> with(l, text, l.markdown(), l.mediaId(), l.paper(), l.nominalMinutes()))),
                minutes);
    }

    private static Lesson with(
            Lesson l,
            LocalText title,
            @org.jspecify.annotations.Nullable LocalText markdown,
            @org.jspecify.annotations.Nullable UUID mediaId,
            @org.jspecify.annotations.Nullable PaperRef paper,
            int minutes) {
        return new Lesson(l.id(), l.kind(), title, markdown, mediaId, paper, minutes);
    }

    private Component text(Draft draft, Lesson lesson) {
        LocalText written = lesson.markdown() == null ? new LocalText("", "") : lesson.markdown();
        Div shown = new Div();
        shown.addClassName("jx-prose");
        Component preview = Buttons.plain(t("teach.text.preview"), () -> {
            shown.removeAll();
            shown.add(guarded(() -> preview(draft.course().id(), lesson.id())));
        });
        return new Panel(
                t("teach.text"),
                new Paragraph(t("teach.text.help")),
                TwoTexts.area(t("teach.text"), written, MOST_MARKDOWN, ROWS)
                        .named("lesson-markdown")
                        .typed(text -> change(
                                draft, lesson.id(), l -> with(l, l.title(), text, null, null, l.nominalMinutes()))),
                preview,
                shown);
    }

    /** As the service renders and sanitises it for learners. */
    private Component preview(UUID course, UUID lesson) {
        LocalText html = catalog.preview(course).chapters().stream()
                .flatMap(chapter -> chapter.lessons().stream())
                .filter(each -> each.id().equals(lesson))
                .findFirst()
                .map(LessonView::html)
                .orElse(null);
        return html == null ? new Paragraph(t("teach.text.empty")) : SafeHtml.of(words().of(html));
    }

    private Component video(Draft draft, Lesson lesson) {
        return new Panel(
                t("teach.video"),
                new VideoBox(
                        media,
                        draft.course().organisationId(),
                        lesson.id(),
                        lesson.mediaId(),
                        id -> new VideoPreview(catalog, draft.course().id(), id, words().of(lesson.title())),
                        id -> change(draft, lesson.id(), l -> with(l, l.title(), null, id, null, l.nominalMinutes()))));
    }

    private Component quiz(Draft draft, Lesson lesson) {
        List<Paper> papers =
                assessment.papers(draft.course().organisationId(), null).items();
        if (papers.isEmpty()) {
            return new EmptyState(
                    Icon.QUIZ,
                    t("teach.papers.none"),
                    t("teach.papers.none.text"),
                    Links.secondary("/teach/papers", t("teach.papers")));
        }
        Select<Paper> paper = new Select<>();
        paper.setId("lesson-paper");
        paper.setLabel(t("teach.paper"));
        paper.setHelperText(t("teach.paper.version.help"));
        paper.setItems(papers);
        paper.setItemLabelGenerator(
                each -> words().of(each.content().title()) + " · " + t("teach.version", each.version()));
        papers.stream()
                .filter(each -> lesson.paper() != null
                        && each.id().equals(lesson.paper().paperId()))
                .findFirst()
                .ifPresent(paper::setValue);
        paper.addValueChangeListener(e -> {
            PaperRef chosen = new PaperRef(e.getValue().id(), e.getValue().version());
            change(draft, lesson.id(), l -> with(l, l.title(), null, null, chosen, l.nominalMinutes()));
        });
        return new Panel(t("teach.quiz"), paper, Links.to("/teach/papers", t("teach.papers.open")));
    }
}
