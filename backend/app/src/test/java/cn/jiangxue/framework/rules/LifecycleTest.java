package cn.jiangxue.framework.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.StandardsApi.StandardAct;
import cn.jiangxue.contract.StandardsApi.StandardState;
import cn.jiangxue.framework.rules.Lifecycle.Answer;
import cn.jiangxue.framework.rules.Lifecycle.Answer.Accepted;
import cn.jiangxue.framework.rules.Lifecycle.Stage;
import cn.jiangxue.framework.rules.Lifecycle.Standing;
import java.time.LocalDate;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LifecycleTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final UUID AUTHOR = new UUID(0, 1);
    private static final UUID SECOND = new UUID(0, 2);
    private static final String HASH = "a".repeat(64);
    private static final String REASON = "企业反映四级年限与现场不符。";

    private static Standing standing(Stage stage, @Nullable LocalDate closesOn) {
        return new Standing(stage, 3, Set.of(AUTHOR), closesOn, HASH, TODAY.minusYears(1));
    }

    private static Standing closed() {
        return standing(Stage.CONSULTATION, TODAY.minusDays(1));
    }

    @Test
    void a_draft_is_edited_under_the_revision_that_was_read() {
        Standing draft = standing(Stage.DRAFT, null);

        assertThat(Lifecycle.edit(draft, 3)).isEqualTo(new Accepted(Stage.DRAFT));
        assertThat(Lifecycle.edit(draft, 2)).isInstanceOf(Answer.ChangedMeanwhile.class);
    }

    @Test
    void what_is_in_consultation_or_given_up_is_not_edited_and_what_was_adopted_never() {
        assertThat(Lifecycle.edit(standing(Stage.CONSULTATION, TODAY), 3)).isInstanceOf(Answer.NotOpen.class);
        assertThat(Lifecycle.edit(standing(Stage.ABANDONED, null), 3)).isInstanceOf(Answer.NotOpen.class);
        assertThat(Lifecycle.edit(standing(Stage.ADOPTED, null), 3)).isInstanceOf(Answer.InUse.class);
    }

    @Test
    void a_consultation_is_open_for_seven_days_at_least_and_180_at_most() {
        Standing draft = standing(Stage.DRAFT, null);

        assertThat(Lifecycle.consult(draft, 3, TODAY.plusDays(6), TODAY))
                .isEqualTo(new Answer.DateOutside(TODAY.plusDays(7), TODAY.plusDays(180)));
        assertThat(Lifecycle.consult(draft, 3, TODAY.plusDays(7), TODAY)).isInstanceOf(Accepted.class);
        assertThat(Lifecycle.consult(draft, 3, TODAY.plusDays(180), TODAY)).isInstanceOf(Accepted.class);
        assertThat(Lifecycle.consult(draft, 3, TODAY.plusDays(181), TODAY)).isInstanceOf(Answer.DateOutside.class);
        assertThat(Lifecycle.consult(draft, 2, TODAY.plusDays(1), TODAY)).isInstanceOf(Answer.ChangedMeanwhile.class);
    }

    @Test
    void it_is_adopted_from_the_day_after_the_consultation_closed() {
        Standing lastDay = standing(Stage.CONSULTATION, TODAY);

        assertThat(Lifecycle.adopt(lastDay, SECOND, HASH, TODAY, TODAY)).isEqualTo(new Answer.StillConsulted(TODAY));
        assertThat(Lifecycle.adopt(lastDay, SECOND, HASH, TODAY.plusDays(1), TODAY.plusDays(1)))
                .isEqualTo(new Accepted(Stage.ADOPTED));
    }

    @Test
    void whoever_wrote_any_of_it_does_not_adopt_it() {
        assertThat(Lifecycle.adopt(closed(), AUTHOR, HASH, TODAY, TODAY)).isInstanceOf(Answer.SecondPersonNeeded.class);
    }

    @Test
    void only_what_was_read_is_adopted() {
        assertThat(Lifecycle.adopt(closed(), SECOND, "b".repeat(64), TODAY, TODAY))
                .isInstanceOf(Answer.OtherContent.class);
    }

    @Test
    void it_never_holds_before_its_adoption_nor_before_it_was_meant_to() {
        Standing later =
                new Standing(Stage.CONSULTATION, 3, Set.of(AUTHOR), TODAY.minusDays(1), HASH, TODAY.plusDays(30));

        assertThat(Lifecycle.adopt(closed(), SECOND, HASH, TODAY.minusDays(1), TODAY))
                .isInstanceOf(Answer.DateOutside.class);
        assertThat(Lifecycle.adopt(closed(), SECOND, HASH, TODAY, TODAY)).isInstanceOf(Accepted.class);
        assertThat(Lifecycle.adopt(later, SECOND, HASH, TODAY.plusDays(29), TODAY))
                .isInstanceOf(Answer.DateOutside.class);
        assertThat(Lifecycle.adopt(later, SECOND, HASH, TODAY.plusDays(30), TODAY))
                .isInstanceOf(Accepted.class);
        assertThat(Lifecycle.adopt(closed(), SECOND, HASH, Lifecycle.NEVER, TODAY))
                .isInstanceOf(Answer.DateOutside.class);
    }

    @ParameterizedTest
    @EnumSource(Stage.class)
    void nothing_but_what_was_consulted_on_is_adopted(Stage stage) {
        Answer answer = Lifecycle.adopt(standing(stage, TODAY.minusDays(1)), SECOND, HASH, TODAY, TODAY);

        assertThat(answer instanceof Accepted).isEqualTo(stage == Stage.CONSULTATION);
    }

    @Test
    void it_goes_back_to_draft_or_is_given_up_with_a_reason() {
        assertThat(Lifecycle.redraft(closed(), REASON)).isEqualTo(new Accepted(Stage.DRAFT));
        assertThat(Lifecycle.redraft(closed(), "太短")).isInstanceOf(Answer.ReasonNeeded.class);
        assertThat(Lifecycle.redraft(standing(Stage.DRAFT, null), REASON)).isInstanceOf(Answer.NotOpen.class);
        assertThat(Lifecycle.abandon(standing(Stage.DRAFT, null), REASON)).isEqualTo(new Accepted(Stage.ABANDONED));
        assertThat(Lifecycle.abandon(closed(), REASON)).isEqualTo(new Accepted(Stage.ABANDONED));
        assertThat(Lifecycle.abandon(standing(Stage.ABANDONED, null), REASON)).isInstanceOf(Answer.NotOpen.class);
        assertThat(Lifecycle.abandon(standing(Stage.ADOPTED, null), REASON)).isInstanceOf(Answer.InUse.class);
    }

    @Test
    void comments_are_taken_until_the_end_of_the_last_day() {
        assertThat(Lifecycle.isHeard(standing(Stage.CONSULTATION, TODAY), TODAY))
                .isTrue();
        assertThat(Lifecycle.isHeard(closed(), TODAY)).isFalse();
        assertThat(Lifecycle.isHeard(standing(Stage.DRAFT, TODAY), TODAY)).isFalse();
    }

    @Test
    void everyone_may_comment_and_only_the_national_body_acts() {
        Standing open = standing(Stage.CONSULTATION, TODAY);

        assertThat(Lifecycle.acts(open, SECOND, false, TODAY)).containsExactly(StandardAct.COMMENT);
        assertThat(Lifecycle.acts(open, SECOND, true, TODAY))
                .containsExactly(StandardAct.COMMENT, StandardAct.REDRAFT, StandardAct.ABANDON);
        assertThat(Lifecycle.acts(closed(), SECOND, true, TODAY)).contains(StandardAct.ADOPT);
        assertThat(Lifecycle.acts(closed(), AUTHOR, true, TODAY)).doesNotContain(StandardAct.ADOPT);
        assertThat(Lifecycle.acts(standing(Stage.ADOPTED, null), AUTHOR, true, TODAY))
                .containsExactly(StandardAct.NEXT_VERSION);
        assertThat(Lifecycle.acts(standing(Stage.ADOPTED, null), AUTHOR, false, TODAY))
                .isEmpty();
    }

    @Test
    void a_version_ends_on_the_day_on_which_the_next_begins() {
        LocalDate next = TODAY.plusDays(10);

        assertThat(state(TODAY.minusDays(1), TODAY, next)).isEqualTo(StandardState.UPCOMING);
        assertThat(state(TODAY, TODAY, next)).isEqualTo(StandardState.IN_FORCE);
        assertThat(state(next.minusDays(1), TODAY, next)).isEqualTo(StandardState.IN_FORCE);
        assertThat(state(next, TODAY, next)).isEqualTo(StandardState.SUPERSEDED);
    }

    private static StandardState state(LocalDate day, LocalDate from, LocalDate until) {
        return Lifecycle.state(Stage.ADOPTED, from, until, day);
    }

    @Test
    void whatever_is_tried_what_was_adopted_stays_and_was_consulted_on_by_two() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 2_000; run++) {
            Standing now = standing(Stage.DRAFT, null);
            LocalDate today = TODAY;
            boolean adopted = false;
            for (int step = 0; step < 12; step++) {
                today = today.plusDays(random.nextInt(10));
                UUID who = random.nextBoolean() ? AUTHOR : SECOND;
                LocalDate date = today.plusDays(random.nextInt(20) - 3L);
                Answer answer = switch (random.nextInt(5)) {
                    case 0 -> Lifecycle.edit(now, 3);
                    case 1 -> Lifecycle.consult(now, 3, date, today);
                    case 2 -> Lifecycle.adopt(now, who, HASH, date, today);
                    case 3 -> Lifecycle.redraft(now, REASON);
                    default -> random.nextInt(8) == 0 ? Lifecycle.abandon(now, REASON) : Lifecycle.edit(now, 3);
                };
                if (answer instanceof Accepted(Stage next)) {
                    assertThat(adopted)
                            .as("seed %d: moved after it was adopted", seed)
                            .isFalse();
                    if (next == Stage.ADOPTED) {
                        adopted = true;
                        assertThat(who).as("seed %d", seed).isEqualTo(SECOND);
                        assertThat(date).as("seed %d", seed).isAfterOrEqualTo(today);
                        assertThat(today).as("seed %d", seed).isAfter(now.closesOn());
                    }
                    now = standing(next, next == Stage.CONSULTATION ? date : null);
                }
            }
        }
    }
}
