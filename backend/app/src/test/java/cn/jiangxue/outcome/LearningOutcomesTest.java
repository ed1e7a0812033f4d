package cn.jiangxue.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.CreditApi.Outcome;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.Page;
import cn.jiangxue.ground.Ground;
import cn.jiangxue.learning.CourseCompleted;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.LearnerId;
import cn.jiangxue.vocabulary.OutcomeId;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

class LearningOutcomesTest {

    private final UUID li = UUID.randomUUID();
    private final LearnerId learner = new LearnerId(li);
    private Ground ground;
    private LearningOutcomes outcomes;

    @BeforeEach
    void open() {
        ground = new Ground();
        outcomes = OutcomeFixture.over(ground, ground.outbox(List.of(), List.of()));
    }

    @AfterEach
    void close() throws Exception {
        ground.close();
    }

    @Test
    void a_passed_course_told_fifty_times_at_once_is_one_outcome() {
        CourseCompleted told = Completions.of(li, UUID.randomUUID(), 16);

        Flux.range(0, 50).flatMap(i -> outcomes.record(told), 50).blockLast();

        Outcome only = outcomes.page(learner, null).block().items().getFirst();
        assertThat(outcomes.page(learner, null).block().items()).hasSize(1);
        assertThat(only.type()).isEqualTo(OutcomeType.COURSE);
        assertThat(only.evidenceHash()).isEqualTo(told.evidenceHash());
        assertThat(only.attainedOn()).isEqualTo(LocalDate.of(2026, 11, 20));
        assertThat(only.classHours()).isEqualTo(16);
    }

    @Test
    void it_keeps_the_lessons_and_seconds_it_rests_on() {
        CourseCompleted told = Completions.of(li, UUID.randomUUID(), 16);
        outcomes.record(told).block();
        UUID id = outcomes.page(learner, null).block().items().getFirst().id();

        var attained = outcomes.find(learner, new OutcomeId(id)).block();

        assertThat(attained.study().lessons()).isEqualTo(told.lessons());
        assertThat(attained.study().studySeconds()).isEqualTo(120);
        assertThat(outcomes.find(new LearnerId(UUID.randomUUID()), new OutcomeId(id))
                        .blockOptional())
                .isEmpty();
    }

    @Test
    void evidence_that_does_not_fit_is_not_recorded() {
        CourseCompleted told = Completions.of(li, UUID.randomUUID(), 16);
        CourseCompleted forged =
                Completions.with(li, told.enrolmentId(), 16, told.lessons(), told.evidenceHash(), 7_200);

        assertThatThrownBy(() -> outcomes.record(forged).block()).hasMessageContaining("not proven");
        assertThat(outcomes.page(learner, null).block().items()).isEmpty();
    }

    @Test
    void a_skill_grade_is_recorded_once_per_case() {
        SkillGradeAttained told = new SkillGradeAttained(
                li,
                UUID.randomUUID(),
                new LocalText("车工中级工", "Turner, grade 4"),
                UUID.randomUUID(),
                new LocalText("认定中心", "Centre"),
                "6-18-01-01",
                Grade.INTERMEDIATE,
                LocalDate.of(2026, 11, 20));

        outcomes.record(told).block();
        outcomes.record(told).block();

        Page<Outcome> page = outcomes.page(learner, null).block();
        assertThat(page.items()).extracting(Outcome::type).containsExactly(OutcomeType.SKILL_GRADE);
        assertThat(page.items().getFirst().grade()).isEqualTo(Grade.INTERMEDIATE);
    }

    @Test
    void pages_follow_each_other_without_gap_or_overlap() {
        for (int i = 0; i < 45; i++) {
            ground.clock.advanceSeconds(1);
            outcomes.record(Completions.of(li, UUID.randomUUID(), 16)).block();
        }
        Page<Outcome> first = outcomes.page(learner, null).block();
        Page<Outcome> second = outcomes.page(learner, first.next()).block();
        Page<Outcome> third = outcomes.page(learner, second.next()).block();

        assertThat(Stream.of(first, second, third).map(page -> page.items().size()))
                .containsExactly(20, 20, 5);
        assertThat(third.next()).isNull();
        assertThat(Stream.of(first, second, third)
                        .flatMap(page -> page.items().stream())
                        .map(Outcome::recordedAt))
                .isSortedAccordingTo(java.util.Comparator.reverseOrder())
                .doesNotHaveDuplicates();
        assertThatThrownBy(() -> outcomes.page(learner, "nonsense")).isInstanceOf(ProblemException.class);
    }
}
