package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ui.parts.Buttons;
import cn.jiangxue.ui.parts.EmptyState;
import cn.jiangxue.ui.parts.Icon;
import cn.jiangxue.ui.parts.LessonIcon;
import cn.jiangxue.ui.parts.Links;
import cn.jiangxue.ui.parts.Panel;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import com.vaadin.flow.component.select.Select;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Chapters and lessons in their order; every change is a button, so a keyboard does all of it. */
final class OutlinePanel extends Composite<Panel> {

    private static final LocalText EMPTY = new LocalText("", "");

    private final transient Draft draft;
    private final Div body = new Div();

    OutlinePanel(Draft draft) {
        this.draft = draft;
        body.addClassName("jx-form");
        Button add = Buttons.plain(Texts.t("teach.chapter.add"), this::addChapter);
        add.setIcon(Icon.PLUS.svg());
        add.setId("add-chapter");
        getContent().add(body, add);
        show();
    }

    @Override
    protected Panel initContent() {
        return new Panel(Texts.t("teach.outline"));
    }

    private void change(UnaryOperator<CourseContent> change) {
        draft.change(change);
        show();
    }

    private void show() {
        body.removeAll();
        if (draft.content().chapters().isEmpty()) {
            body.add(new EmptyState(Icon.COURSES, Texts.t("teach.outline.none"), Texts.t("teach.outline.none.text")));
        }
        int number = 1;
        for (Chapter chapter : draft.content().chapters()) {
            body.add(chapter(chapter, number++));
        }
    }

    private static String name(LocalText title) {
        String name = Words.now().of(title);
        return name.isBlank() ? Texts.t("teach.untitled") : name;
    }

    private Component chapter(Chapter chapter, int number) {
        String name = name(chapter.title());
        H3 heading = new H3(Texts.t("teach.chapter", number, name));
        Div tools = tools(
                name,
                () -> change(c -> Outline.moveChapter(c, chapter.id(), -1)),
                () -> change(c -> Outline.moveChapter(c, chapter.id(), 1)),
                () -> removeChapter(chapter));
        tools.addComponentAsFirst(
                Buttons.icon(Icon.EDIT, Texts.t("teach.chapter.rename", name), () -> rename(chapter)));
        Div head = new Div(heading, tools);
        head.addClassName("jx-spread");
        UnorderedList rows = new UnorderedList();
        rows.addClassName("jx-rows");
        chapter.lessons().forEach(lesson -> rows.add(new ListItem(lesson(lesson))));
        Button add = Buttons.quiet(Texts.t("teach.lesson.add"), () -> addLesson(chapter));
        add.setIcon(Icon.PLUS.svg());
        add.setAriaLabel(Texts.t("teach.lesson.addTo", name));
        add.addClassName("jx-add-lesson");
        Div box = new Div(head, rows, add);
        box.addClassName("jx-chapter");
        return box;
    }

    private Component lesson(Lesson lesson) {
        String name = name(lesson.title());
        Span mark = new Span(LessonIcon.of(lesson.kind()).svg());
        mark.addClassName("jx-lesson-mark");
        Anchor title = Links.to("/teach/courses/" + draft.course().id() + "/lessons/" + lesson.id(), name);
        title.addClassName("jx-row-title");
        Span small = new Span(Texts.t("teach.kind." + lesson.kind()) + " · "
                + Words.now().minutes(lesson.nominalMinutes())
                + (isComplete(lesson) ? "" : " · " + Texts.t("teach.lesson.unfinished")));
        small.addClassName("jx-quiet");
        Div words = new Div(title, small);
        words.addClassName("jx-row-body");
        Div row = new Div(
                mark,
                words,
                tools(
                        name,
                        () -> change(c -> Outline.moveLesson(c, lesson.id(), -1)),
                        () -> change(c -> Outline.moveLesson(c, lesson.id(), 1)),
                        () -> removeLesson(lesson)));
        row.addClassNames("jx-row", "jx-row-tools");
        return row;
    }

    static boolean isComplete(Lesson lesson) {
        LocalText text = lesson.markdown();
        return switch (lesson.kind()) {
            case TEXT -> text != null && !text.zh().isBlank();
            case VIDEO -> lesson.mediaId() != null;
            case QUIZ -> lesson.paper() != null;
        };
    }

    private static Div tools(String name, Runnable up, Runnable down, Runnable remove) {
        Div tools = new Div(
                Buttons.icon(Icon.UP, Texts.t("teach.up", name), up),
                Buttons.icon(Icon.DOWN, Texts.t("teach.down", name), down),
                Buttons.icon(Icon.TRASH, Texts.t("teach.remove", name), remove));
        tools.addClassName("jx-tree-actions");
        return tools;
    }

    private void addChapter() {
        TwoTexts title = TwoTexts.line(Texts.t("teach.chapter.title"), EMPTY, CoursesPage.MOST_TITLE)
                .named("chapter-title");
        new FormDialog(Texts.t("teach.chapter.add"), title)
                .sending(
                        Texts.t("teach.add"),
                        title::demand,
                        () -> change(c -> Outline.addChapter(c, Ids.next(), title.value())))
                .open();
    }

    private void rename(Chapter chapter) {
        TwoTexts title = TwoTexts.line(Texts.t("teach.chapter.title"), chapter.title(), CoursesPage.MOST_TITLE);
        new FormDialog(Texts.t("teach.chapter.edit"), title)
                .sending(
                        Texts.t("teach.save"),
                        title::demand,
                        () -> change(c -> Outline.renameChapter(c, chapter.id(), title.value())))
                .open();
    }

    private void removeChapter(Chapter chapter) {
        new FormDialog(
                        Texts.t("teach.remove", name(chapter.title())),
                        new Paragraph(Texts.t(
                                "teach.chapter.remove.text", chapter.lessons().size())))
                .risking(Texts.t("teach.remove.yes"), chapter::id, id -> change(c -> Outline.removeChapter(c, id)))
                .open();
    }

    private void removeLesson(Lesson lesson) {
        new FormDialog(
                        Texts.t("teach.remove", name(lesson.title())),
                        new Paragraph(Texts.t("teach.lesson.remove.text")))
                .risking(Texts.t("teach.remove.yes"), lesson::id, id -> change(c -> Outline.removeLesson(c, id)))
                .open();
    }

    private void addLesson(Chapter chapter) {
        UUID id = Ids.next();
        TwoTexts title = TwoTexts.line(Texts.t("teach.lesson.title"), EMPTY, CoursesPage.MOST_TITLE)
                .named("lesson-title");
        Select<LessonKind> kind = new Select<>();
        kind.setId("lesson-kind");
        kind.setLabel(Texts.t("teach.lesson.kind"));
        kind.setItems(LessonKind.values());
        kind.setItemLabelGenerator(each -> Texts.t("teach.kind." + each));
        kind.setValue(LessonKind.VIDEO);
        new FormDialog(Texts.t("teach.lesson.add"), kind, title)
                .sending(Texts.t("teach.add"), title::demand, () -> {
                    if (draft.change(c -> Outline.addLesson(c, chapter.id(), id, kind.getValue(), title.value()))) {
                        UI.getCurrent()
                                .navigate("teach/courses/" + draft.course().id() + "/lessons/" + id);
                    }
                })
                .open();
    }
}
