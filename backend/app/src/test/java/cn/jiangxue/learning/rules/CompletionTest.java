package cn.jiangxue.learning.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.learning.rules.Completion.Complete;
import cn.jiangxue.learning.rules.Completion.LessonStanding;
import cn.jiangxue.learning.rules.Completion.NotYet;
import cn.jiangxue.learning.rules.Completion.Reason.LessonOpen;
import cn.jiangxue.learning.rules.Completion.Reason.TooLittleStudy;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CompletionTest {

    private static final UUID VIDEO = new UUID(0, 1);
    private static final UUID QUIZ = new UUID(0, 2);

    @Test
    void a_course_is_passed_when_every_lesson_is_complete_and_the_study_suffices() {
        var lessons = List.of(video(true, 60, 120), quiz(true));

        assertThat(Completion.decide(lessons, 50)).isEqualTo(new Complete());
        assertThat(Completion.percent(lessons)).isEqualTo(100);
    }

    @Test
    void every_missing_thing_is_named_not_only_the_first() {
        var lessons = List.of(video(false, 59, 120), quiz(false));

        assertThat(Completion.decide(lessons, 50))
                .isEqualTo(
                        new NotYet(List.of(new LessonOpen(VIDEO), new LessonOpen(QUIZ), new TooLittleStudy(59, 60))));
        assertThat(Completion.percent(lessons)).isZero();
    }

    @Test
    void shares_are_rounded_against_the_learner_never_below_the_rule() {
        assertThat(Completion.neededSeconds(101, 90)).isEqualTo(91);
        assertThat(Completion.neededSeconds(100, 90)).isEqualTo(90);
        assertThat(Completion.neededSeconds(7, 100)).isEqualTo(7);
        assertThat(Completion.askedStudySeconds(List.of(video(true, 0, 101)), 50))
                .isEqualTo(51);
    }

    @Test
    void without_a_least_share_no_study_seconds_are_asked() {
        assertThat(Completion.decide(List.of(video(true, 0, 120)), 0)).isEqualTo(new Complete());
    }

    @Test
    void two_of_three_lessons_are_66_percent_and_no_lessons_are_none() {
        assertThat(Completion.percent(List.of(video(true, 1, 1), quiz(true), quiz(false))))
                .isEqualTo(66);
        assertThat(Completion.percent(List.of())).isZero();
    }

    @Test
    void a_text_earns_what_the_rule_grants_and_never_more_than_the_clock() {
        var now = Instant.parse("2026-11-20T01:00:00Z");

        assertThat(Reading.studyMillis(60, now.minusSeconds(300), now)).isEqualTo(60_000);
        assertThat(Reading.studyMillis(60, now.minusMillis(4_500), now)).isEqualTo(4_500);
        assertThat(Reading.studyMillis(60, now.plusSeconds(5), now)).isZero();
        assertThat(Reading.studyMillis(0, now.minusSeconds(300), now)).isZero();
    }

    private static LessonStanding video(boolean complete, long studySeconds, int videoSeconds) {
        return new LessonStanding(VIDEO, complete, studySeconds, videoSeconds);
    }

    private static LessonStanding quiz(boolean complete) {
        return new LessonStanding(QUIZ, complete, 0, 0);
    }
}
