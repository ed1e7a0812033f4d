package cn.jiangxue.courses;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataFile;
import org.junit.jupiter.api.Test;

/** Each test spoils one line of a real course and expects to be told the file, the place and the reason. */
class BadCourseDataTest {
    private static final String COURSE = "vernier-caliper/course.yaml";
    private static final String QUESTIONS = "vernier-caliper/questions.yaml";
    private static final String CAPTIONS = "vernier-caliper/captions.zh.vtt";

    @Test
    void an_occupation_without_a_standard() {
        assertThat(complaint(COURSE, "6-18-01-01", "6-18-01-99"))
                .startsWith(COURSE + " at /occupationCode: no standard covers the occupation 6-18-01-99");
    }

    @Test
    void a_right_answer_that_is_no_option() {
        assertThat(complaint(QUESTIONS, "correct: \\[b\\]", "correct: [x]"))
                .contains("/questions/0/correct: answers [x] are not all among the options [a, b, c, d]");
    }

    @Test
    void two_right_answers_to_a_single_choice() {
        assertThat(complaint(QUESTIONS, "correct: \\[b\\]", "correct: [a, b]"))
                .contains("SINGLE cannot have 2 right answers");
    }

    @Test
    void an_explanation_left_out() {
        assertThat(complaint(QUESTIONS, "explanation:", "explained:")).contains("/questions/0/explained: unknown key");
    }

    @Test
    void an_id_used_twice() {
        String first = DataFile.text(SampleCourses.class, COURSE)
                .lines()
                .filter(line -> line.startsWith("id: "))
                .findFirst()
                .orElseThrow()
                .substring(4);

        assertThat(complaint(QUESTIONS, "id: 0[0-9a-f-]+", "id: " + first)).contains("id more than once: " + first);
    }

    @Test
    void an_id_that_is_no_uuid() {
        assertThat(complaint(COURSE, "\nid: 0", "\nid: x0")).contains("/id: a UUID was expected");
    }

    @Test
    void more_questions_drawn_than_there_are() {
        assertThat(complaint(COURSE, "drawCount: 8", "drawCount: 80")).contains("/paper/drawCount: must lie in 1 … ");
    }

    @Test
    void a_text_that_is_missing() {
        assertThat(complaint(COURSE, "text: 1-principle", "text: 1-nowhere"))
                .startsWith("vernier-caliper/lessons/1-nowhere.zh.md at /: the file is missing");
    }

    @Test
    void a_course_without_a_video() {
        assertThat(complaint(COURSE, "kind: VIDEO", "kind: QUIZ")).contains("exactly one video lesson is expected");
    }

    @Test
    void captions_that_outlast_the_film() {
        assertThat(complaint(CAPTIONS, "--> 00:01:3\\d\\.\\d{3}\n([^\n]*)\n*$", "--> 00:09:00.000\n$1\n"))
                .contains("the last caption ends at 540.0 s");
    }

    @Test
    void captions_that_overlap() {
        assertThat(complaint(CAPTIONS, "00:00:00.600 --> 00:00:04.800", "00:00:00.600 --> 00:00:14.800"))
                .contains("overlaps");
    }

    @Test
    void captions_without_a_header() {
        assertThat(complaint(CAPTIONS, "WEBVTT", "SUBTITLES")).contains("must begin with a line WEBVTT");
    }

    @Test
    void a_file_that_is_no_film() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> Mp4.seconds("not a film at all".getBytes(java.nio.charset.StandardCharsets.UTF_8)))
                .withMessageContaining("moov");
    }

    private static String complaint(String file, String pattern, String replacement) {
        String sound = DataFile.text(SampleCourses.class, file);
        String spoilt = sound.replaceFirst(pattern, replacement);
        assertThat(spoilt).as("the pattern must occur").isNotEqualTo(sound);
        return assertThatExceptionOfType(BadData.class)
                .isThrownBy(() -> SampleCourses.load(
                        name -> name.equals(file) ? spoilt : DataFile.text(SampleCourses.class, name)))
                .actual()
                .getMessage();
    }
}
