package cn.jiangxue.courses;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.courses.SampleCourse.TextLesson;
import cn.jiangxue.courses.SampleQuestion.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleCoursesTest {
    private static final List<SampleCourse> COURSES = SampleCourses.load();

    static List<SampleCourse> courses() {
        return COURSES;
    }

    @Test
    void at_least_three_courses_serve_different_trades() {
        assertThat(COURSES).hasSizeGreaterThanOrEqualTo(3);
        assertThat(COURSES).extracting(SampleCourse::occupationCode).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("courses")
    void every_course_has_texts_of_substance_in_both_languages(SampleCourse course) {
        assertThat(course.lessons().filter(TextLesson.class::isInstance).map(TextLesson.class::cast))
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(text -> {
                    assertThat(text.markdown().zh().codePoints().filter(Character::isIdeographic))
                            .hasSizeBetween(250, 1500);
                    assertThat(text.markdown().en().split("\\s+")).hasSizeBetween(120, 900);
                    assertThat(text.markdown().en().codePoints()).noneMatch(Character::isIdeographic);
                });
    }

    @ParameterizedTest
    @MethodSource("courses")
    void every_film_lasts_one_to_three_minutes_and_is_small(SampleCourse course) throws IOException {
        assertThat(course.video().seconds()).isBetween(60.0, 180.0);
        try (InputStream in = course.video().file().openStream()) {
            assertThat(in.readAllBytes().length).isLessThan(1_600_000);
        }
        assertThat(ImageIO.read(course.video().poster()).getWidth()).isEqualTo(1280);
    }

    @ParameterizedTest
    @MethodSource("courses")
    void captions_say_the_same_at_the_same_time_in_both_languages_within_the_film(SampleCourse course) {
        var zh = course.video().captions().getFirst();
        var en = course.video().captions().getLast();

        assertThat(zh.cues()).hasSizeGreaterThan(12);
        assertThat(zh.cues())
                .extracting(WebVtt.Cue::fromSeconds)
                .isEqualTo(en.cues().stream().map(WebVtt.Cue::fromSeconds).toList());
        assertThat(zh.cues()).allSatisfy(cue -> {
            assertThat(cue.toSeconds()).isLessThanOrEqualTo(course.video().seconds());
            assertThat(cue.text().codePoints()).anyMatch(Character::isIdeographic);
        });
        assertThat(en.cues())
                .allSatisfy(cue -> assertThat(cue.text().codePoints()).noneMatch(Character::isIdeographic));
    }

    @ParameterizedTest
    @MethodSource("courses")
    void every_bank_has_ten_explained_questions_of_all_kinds(SampleCourse course) {
        assertThat(course.questions()).hasSizeGreaterThanOrEqualTo(10);
        assertThat(course.questions()).extracting(SampleQuestion::kind).contains(Kind.values());
        assertThat(course.questions()).allSatisfy(question -> {
            assertThat(bothLanguages(question.stem())).isTrue();
            assertThat(bothLanguages(question.explanation())).isTrue();
            assertThat(question.explanation().zh().length()).isGreaterThan(15);
        });
    }

    @Test
    void right_answers_do_not_always_stand_at_the_same_place() {
        assertThat(COURSES.stream()
                        .flatMap(course -> course.questions().stream())
                        .filter(question -> question.kind() == Kind.SINGLE)
                        .map(question -> question.correct().getFirst())
                        .distinct())
                .hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void ids_are_of_version_seven() {
        assertThat(COURSES.stream()
                        .flatMap(course -> Stream.concat(
                                Stream.of(
                                        course.id(),
                                        course.video().id(),
                                        course.paper().id()),
                                course.questions().stream().map(SampleQuestion::id))))
                .allSatisfy(id -> assertThat(id.version()).isEqualTo(7));
    }

    private static boolean bothLanguages(LocalText text) {
        return text.zh().codePoints().anyMatch(Character::isIdeographic)
                && !text.en().isBlank()
                && text.en().codePoints().noneMatch(Character::isIdeographic);
    }
}
