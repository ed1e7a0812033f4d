package cn.jiangxue.ui.teach;

import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CompletionRules;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Changes of a course's draft, each answering the whole draft as it is afterwards. */
final class Outline {

    private static final LocalText EMPTY = new LocalText("", "");
    private static final int COVERAGE_PERCENT = 90;
    private static final int LESSON_MINUTES = 10;

    private Outline() {}

    /** A course as it begins. */
    static CourseContent begin(LocalText title, String occupationCode, Grade grade) {
        return new CourseContent(
                title, EMPTY, occupationCode, grade, 1, null, new CompletionRules(COVERAGE_PERCENT, 0, 0), List.of());
    }

    static CourseContent titled(CourseContent c, LocalText title) {
        return new CourseContent(
                title,
                c.summary(),
                c.occupationCode(),
                c.grade(),
                c.classHours(),
                c.posterMediaId(),
                c.rules(),
                c.chapters());
    }

    static CourseContent summarised(CourseContent c, LocalText summary) {
        return new CourseContent(
                c.title(),
                summary,
                c.occupationCode(),
                c.grade(),
                c.classHours(),
                c.posterMediaId(),
                c.rules(),
                c.chapters());
    }

    static CourseContent serving(CourseContent c, String occupationCode, Grade grade, int classHours) {
        return new CourseContent(
                c.title(), c.summary(), occupationCode, grade, classHours, c.posterMediaId(), c.rules(), c.chapters());
    }

    static CourseContent ruled(CourseContent c, CompletionRules rules) {
        return new CourseContent(
                c.title(),
                c.summary(),
                c.occupationCode(),
                c.grade(),
                c.classHours(),
                c.posterMediaId(),
                rules,
                c.chapters());
    }

    /** With these chapters; the card's picture is the first video's unless one was chosen that is still there. */
    static CourseContent with(CourseContent c, List<Chapter> chapters) {
        List<UUID> videos = chapters.stream()
                .flatMap(chapter -> chapter.lessons().stream())
                .map(Lesson::mediaId)
                .filter(java.util.Objects::nonNull)
                .toList();
        UUID poster = c.posterMediaId();
        if (poster == null || !videos.contains(poster)) {
            poster = videos.isEmpty() ? null : videos.getFirst();
        }
        return new CourseContent(
                c.title(),
                c.summary(),
                c.occupationCode(),
                c.grade(),
                c.classHours(),
                poster,
                c.rules(),
                List.copyOf(chapters));
    }

    static CourseContent addChapter(CourseContent c, UUID id, LocalText title) {
        List<Chapter> chapters = new ArrayList<>(c.chapters());
        chapters.add(new Chapter(id, title, List.of()));
        return with(c, chapters);
    }

    static CourseContent renameChapter(CourseContent c, UUID chapter, LocalText title) {
        return chapter(c, chapter, each -> new Chapter(each.id(), title, each.lessons()));
    }

    static CourseContent removeChapter(CourseContent c, UUID chapter) {
        return with(
                c,
                c.chapters().stream().filter(each -> !each.id().equals(chapter)).toList());
    }

    /** {@code by} −1: one place up, +1: one down. At the end it stays. */
    static CourseContent moveChapter(CourseContent c, UUID chapter, int by) {
        List<Chapter> chapters = new ArrayList<>(c.chapters());
        int at = chapters.stream().map(Chapter::id).toList().indexOf(chapter);
        swap(chapters, at, by);
        return with(c, chapters);
    }

    static CourseContent addLesson(CourseContent c, UUID chapter, UUID id, LessonKind kind, LocalText title) {
        Lesson lesson = new Lesson(id, kind, title, kind == LessonKind.TEXT ? EMPTY : null, null, null, LESSON_MINUTES);
        return chapter(c, chapter, each -> {
            List<Lesson> lessons = new ArrayList<>(each.lessons());
            lessons.add(lesson);
            return new Chapter(each.id(), each.title(), lessons);
        });
    }

    static CourseContent removeLesson(CourseContent c, UUID lesson) {
        return lessons(
                c, all -> all.stream().filter(each -> !each.id().equals(lesson)).toList());
    }

    /** Within its chapter; past its end, into the neighbouring chapter. */
    static CourseContent moveLesson(CourseContent c, UUID lesson, int by) {
        List<Chapter> chapters = new ArrayList<>(c.chapters());
        for (int at = 0; at < chapters.size(); at++) {
            List<Lesson> lessons = new ArrayList<>(chapters.get(at).lessons());
            int place = lessons.stream().map(Lesson::id).toList().indexOf(lesson);
            if (place < 0) {
                continue;
            }
            int to = place + by;
            int neighbour = at + by;
            if (to >= 0 && to < lessons.size()) {
                swap(lessons, place, by);
            } else if (neighbour >= 0 && neighbour < chapters.size()) {
                Lesson moved = lessons.remove(place);
                List<Lesson> others = new ArrayList<>(chapters.get(neighbour).lessons());
                others.add(by < 0 ? others.size() : 0, moved);
                chapters.set(neighbour, holding(chapters.get(neighbour), others));
            }
            chapters.set(at, holding(chapters.get(at), lessons));
            return with(c, chapters);
        }
        return c;
    }

    static CourseContent lesson(CourseContent c, UUID lesson, UnaryOperator<Lesson> change) {
        return lessons(
                c,
                all -> all.stream()
                        .map(each -> each.id().equals(lesson) ? change.apply(each) : each)
                        .toList());
    }

    static Optional<Lesson> find(CourseContent c, UUID lesson) {
        return c.chapters().stream()
                .flatMap(chapter -> chapter.lessons().stream())
                .filter(each -> each.id().equals(lesson))
                .findFirst();
    }

    private static CourseContent chapter(CourseContent c, UUID chapter, UnaryOperator<Chapter> change) {
        return with(
                c,
                c.chapters().stream()
                        .map(each -> each.id().equals(chapter) ? change.apply(each) : each)
                        .toList());
    }

    private static CourseContent lessons(CourseContent c, UnaryOperator<List<Lesson>> change) {
        return with(
                c,
                c.chapters().stream()
                        .map(each -> holding(each, change.apply(each.lessons())))
                        .toList());
    }

    private static Chapter holding(Chapter chapter, List<Lesson> lessons) {
        return new Chapter(chapter.id(), chapter.title(), List.copyOf(lessons));
    }

    private static void swap(List<?> list, int at, int by) {
        if (at >= 0 && at + by >= 0 && at + by < list.size()) {
            Collections.swap(list, at, at + by);
        }
    }
}
