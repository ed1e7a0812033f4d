package cn.jiangxue.local.seed;

import cn.jiangxue.contract.AssessmentApi.Option;
import cn.jiangxue.contract.AssessmentApi.QuestionContent;
import cn.jiangxue.contract.AssessmentApi.QuestionKind;
import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CompletionRules;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.courses.SampleCourse;
import cn.jiangxue.courses.SampleQuestion;
import java.util.List;

/** A sample course in the words of the interfaces. */
final class CourseWire {
    private CourseWire() {}

    static CourseContent content(SampleCourse course) {
        return new CourseContent(
                course.title(),
                course.summary(),
                course.occupationCode(),
                course.grade(),
                course.classHours(),
                course.video().id(),
                new CompletionRules(
                        course.rules().coveragePercent(),
                        course.rules().minimumStudyPercent(),
                        course.rules().textCountsSeconds()),
                course.chapters().stream()
                        .map(chapter -> chapter(course, chapter))
                        .toList());
    }

    private static Chapter chapter(SampleCourse course, SampleCourse.Chapter chapter) {
        List<Lesson> lessons =
                chapter.lessons().stream().map(lesson -> lesson(course, lesson)).toList();
        return new Chapter(chapter.id(), chapter.title(), lessons);
    }

    private static Lesson lesson(SampleCourse course, SampleCourse.Lesson lesson) {
        int minutes = lesson.nominalMinutes();
        return switch (lesson) {
            case SampleCourse.TextLesson text ->
                new Lesson(text.id(), LessonKind.TEXT, text.title(), text.markdown(), null, null, minutes);
            case SampleCourse.VideoLesson video ->
                new Lesson(
                        video.id(),
                        LessonKind.VIDEO,
                        video.title(),
                        null,
                        course.video().id(),
                        null,
                        minutes);
            case SampleCourse.QuizLesson quiz ->
                new Lesson(
                        quiz.id(),
                        LessonKind.QUIZ,
                        quiz.title(),
                        null,
                        null,
                        new PaperRef(course.paper().id(), 1),
                        minutes);
        };
    }

    static QuestionContent question(SampleQuestion question) {
        return new QuestionContent(
                QuestionKind.valueOf(question.kind().name()),
                question.stem(),
                question.options().stream()
                        .map(option -> new Option(option.id(), option.text()))
                        .toList(),
                question.correct(),
                question.explanation(),
                question.points());
    }
}
