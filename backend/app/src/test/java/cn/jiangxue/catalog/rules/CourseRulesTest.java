package cn.jiangxue.catalog.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.CatalogApi.Chapter;
import cn.jiangxue.contract.CatalogApi.CompletionRules;
import cn.jiangxue.contract.CatalogApi.CourseContent;
import cn.jiangxue.contract.CatalogApi.Lesson;
import cn.jiangxue.contract.CatalogApi.LessonKind;
import cn.jiangxue.contract.CatalogApi.PaperRef;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.vocabulary.Flaw;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CourseRulesTest {

    private static final CompletionRules USUAL = new CompletionRules(90, 0, 0);
    private static final Set<String> TRADES = Set.of("6-18-01-01");

    @Test
    void a_finished_course_lacks_nothing_and_keeps_to_every_limit() {
        var course = course("车工入门", 16, USUAL, chapter(text("图文"), video(UUID.randomUUID()), quiz()));

        assertThat(PublicationRules.missing(course, TRADES)).isEmpty();
        assertThat(CourseLimits.flaws(course)).isEmpty();
    }

    @Test
    void everything_that_is_missing_is_named_with_its_place() {
        var empty = new CourseContent(
                new LocalText("", "Only English"),
                new LocalText("", ""),
                "9-99-99-99",
                Grade.JUNIOR,
                0,
                null,
                USUAL,
                List.of(
                        new Chapter(UUID.randomUUID(), new LocalText("", ""), List.of()),
                        chapter(
                                new Lesson(UUID.randomUUID(), LessonKind.TEXT, zh("一"), null, null, null, 5),
                                new Lesson(UUID.randomUUID(), LessonKind.TEXT, zh("一"), zh(" "), null, null, 5),
                                new Lesson(UUID.randomUUID(), LessonKind.VIDEO, zh("二"), null, null, null, 5),
                                new Lesson(UUID.randomUUID(), LessonKind.QUIZ, zh(""), null, null, null, 5))));

        assertThat(PublicationRules.missing(empty, TRADES))
                .extracting(Flaw::field)
                .containsExactly(
                        "title",
                        "summary",
                        "occupationCode",
                        "classHours",
                        "chapters[0].title",
                        "chapters[0].lessons",
                        "chapters[1].lessons[0].markdown",
                        "chapters[1].lessons[1].markdown",
                        "chapters[1].lessons[2].mediaId",
                        "chapters[1].lessons[3].title",
                        "chapters[1].lessons[3].paper");
        assertThat(PublicationRules.missing(course("空课", 1, USUAL), TRADES))
                .extracting(Flaw::field)
                .containsExactly("chapters");
        assertThat(CourseLimits.flaws(empty)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "50,0,0,0",
        "100,100,3600,0",
        "49,0,0,1",
        "101,0,0,1",
        "90,-1,0,1",
        "90,101,0,1",
        "90,0,-1,1",
        "90,0,3601,1"
    })
    void completion_rules_stay_in_their_ranges(int coverage, int study, int seconds, int flaws) {
        var course = course("课", 16, new CompletionRules(coverage, study, seconds), chapter(text("图文")));

        assertThat(CourseLimits.flaws(course)).hasSize(flaws);
    }

    @ParameterizedTest
    @CsvSource({"90,0,0", "90,45,0", "90,46,1", "100,50,0", "100,51,1", "51,25,0", "51,26,1"})
    void study_time_asked_is_within_reach_of_who_saw_it_all_at_double_speed(int coverage, int study, int flaws) {
        var rules = new CompletionRules(coverage, study, 0);

        assertThat(PublicationRules.missing(course("课", 1, rules, chapter(video(UUID.randomUUID()))), TRADES))
                .hasSize(flaws)
                .allSatisfy(flaw -> assertThat(flaw.field()).isEqualTo("rules.minimumStudyPercent"));
    }

    @Test
    void without_videos_there_is_no_study_time_to_reach() {
        var course = course("课", 1, new CompletionRules(90, 100, 0), chapter(text("图文")));

        assertThat(PublicationRules.missing(course, TRADES)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "2000,0", "2001,1", "-1,1"})
    void class_hours_are_0_to_2000(int hours, int flaws) {
        assertThat(CourseLimits.flaws(course("课", hours, USUAL, chapter(text("图文")))))
                .hasSize(flaws);
    }

    @ParameterizedTest
    @CsvSource({"1,0", "600,0", "0,1", "601,1"})
    void a_lesson_plans_1_to_600_minutes(int minutes, int flaws) {
        var lesson = new Lesson(UUID.randomUUID(), LessonKind.TEXT, zh("课"), zh("文"), null, null, minutes);

        assertThat(CourseLimits.flaws(course("课", 1, USUAL, chapter(lesson)))).hasSize(flaws);
    }

    @Test
    void lengths_are_limited_in_either_language_and_the_limit_itself_is_allowed() {
        assertThat(CourseLimits.flaws(course("字".repeat(120), 1, USUAL, chapter(text("文")))))
                .isEmpty();
        assertThat(CourseLimits.flaws(course("字".repeat(121), 1, USUAL, chapter(text("文")))))
                .extracting(Flaw::field)
                .containsExactly("title");
        assertThat(CourseLimits.flaws(course("课", 1, USUAL, chapter(text("文".repeat(100_000))))))
                .isEmpty();
        assertThat(CourseLimits.flaws(course("课", 1, USUAL, chapter(text("文".repeat(100_001))))))
                .extracting(Flaw::field)
                .containsExactly("chapters[0].lessons[0].markdown");
        var english = new Lesson(
                UUID.randomUUID(), LessonKind.TEXT, new LocalText("课", "x".repeat(121)), zh("文"), null, null, 5);
        assertThat(CourseLimits.flaws(course("课", 1, USUAL, chapter(english)))).hasSize(1);
    }

    @Test
    void a_course_has_at_most_40_chapters_200_lessons_and_two_million_characters() {
        Chapter[] chapters =
                IntStream.range(0, 41).mapToObj(i -> chapter(text("文"))).toArray(Chapter[]::new);
        assertThat(CourseLimits.flaws(course("课", 1, USUAL, chapters))).hasSize(1);
        Lesson[] lessons = IntStream.range(0, 201).mapToObj(i -> text("文")).toArray(Lesson[]::new);
        assertThat(CourseLimits.flaws(course("课", 1, USUAL, chapter(lessons)))).hasSize(1);
        Lesson[] long20 =
                IntStream.range(0, 20).mapToObj(i -> text("文".repeat(100_000))).toArray(Lesson[]::new);
        assertThat(CourseLimits.flaws(course("课", 1, USUAL, chapter(long20)))).isEmpty();
        Lesson[] long21 =
                IntStream.range(0, 21).mapToObj(i -> text("文".repeat(100_000))).toArray(Lesson[]::new);
        assertThat(CourseLimits.flaws(course("课", 1, USUAL, chapter(long21)))).hasSize(1);
    }

    @Test
    void no_two_parts_of_a_course_share_an_id() {
        var lesson = text("文");

        assertThat(CourseLimits.flaws(course("课", 1, USUAL, chapter(lesson, lesson))))
                .hasSize(1);
        var chapter = new Chapter(UUID.randomUUID(), zh("章"), List.of());
        assertThat(CourseLimits.flaws(course("课", 1, USUAL, chapter, chapter))).hasSize(1);
    }

    private static CourseContent course(String title, int hours, CompletionRules rules, Chapter... chapters) {
        return new CourseContent(
                zh(title), zh("简介"), "6-18-01-01", Grade.JUNIOR, hours, null, rules, List.of(chapters));
    }

    private static Chapter chapter(Lesson... lessons) {
        return new Chapter(UUID.randomUUID(), zh("章"), List.of(lessons));
    }

    private static Lesson text(String markdown) {
        return new Lesson(UUID.randomUUID(), LessonKind.TEXT, zh("图文"), zh(markdown), null, null, 5);
    }

    private static Lesson video(UUID media) {
        return new Lesson(UUID.randomUUID(), LessonKind.VIDEO, zh("视频"), null, media, null, 5);
    }

    private static Lesson quiz() {
        return new Lesson(
                UUID.randomUUID(), LessonKind.QUIZ, zh("测验"), null, null, new PaperRef(UUID.randomUUID(), 1), 5);
    }

    private static LocalText zh(String text) {
        return new LocalText(text, "");
    }
}
