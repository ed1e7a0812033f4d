package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.CatalogApi;
import cn.jiangxue.contract.CatalogApi.ChapterView;
import cn.jiangxue.contract.CatalogApi.CourseView;
import cn.jiangxue.contract.CatalogApi.LessonView;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ui.parts.Badge;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.PageHeader;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.parts.Poster;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.Page;
import cn.jiangxue.ui.shell.SafeHtml;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import jakarta.annotation.security.RolesAllowed;
import java.util.UUID;
import java.util.function.Supplier;

/** The draft as a learner would see it. */
@Route("teach/courses/:courseId/preview")
@RolesAllowed("TRAINER")
class PreviewPage extends Page implements BeforeEnterObserver {

    private final transient CatalogApi catalog;

    PreviewPage(CatalogApi catalog) {
        super("teach.preview");
        this.catalog = catalog;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        UUID id = Ids.of(event.getRouteParameters(), "courseId");
        CourseView course = catalog.preview(id);
        String name = words().of(course.title());
        titled(name);
        removeAll();
        PageHeader header = new PageHeader(name)
                .above(Links.back("/teach/courses/" + id, t("teach.preview.back")))
                .lead(words().of(course.summary()))
                .with(new Badge(t("teach.preview"), Badge.Tone.WARNING));
        Div hero = new Div(header, new Poster(course.occupation().code(), course.posterMediaId()));
        hero.addClassName("jx-hero");
        add(hero);
        int number = 1;
        for (ChapterView chapter : course.chapters()) {
            Panel panel = new Panel(t("teach.chapter", number++, words().of(chapter.title())));
            chapter.lessons().forEach(lesson -> panel.add(lesson(id, lesson)));
            add(panel);
        }
    }

    private Component lesson(UUID course, LessonView lesson) {
        String title = words().of(lesson.title());
        UUID video = lesson.mediaId();
        if (video != null) {
            return onceOpened(title, () -> new VideoPreview(catalog, course, video, title));
        }
        Div body = new Div();
        body.addClassName("jx-prose");
        LocalText html = lesson.html();
        if (html != null && !words().of(html).isBlank()) {
            body.add(SafeHtml.of(words().of(html)));
        } else {
            body.add(
                    new Paragraph(t("teach.kind." + lesson.kind()) + " · " + words().minutes(lesson.nominalMinutes())));
        }
        return new Details(title, body);
    }

    /** A grant is asked for only when somebody looks. */
    private static Component onceOpened(String title, Supplier<Component> content) {
        Details details = new Details(title);
        details.addOpenedChangeListener(event -> {
            details.removeAll();
            if (event.isOpened()) {
                details.add(content.get());
            }
        });
        return details;
    }
}
