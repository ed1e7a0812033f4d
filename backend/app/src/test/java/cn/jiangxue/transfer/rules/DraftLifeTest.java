package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftAct;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.transfer.rules.DraftLife.Answer;
import cn.jiangxue.transfer.rules.DraftLife.Standing;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DraftLifeTest {

    private static final UUID OURS = new UUID(1, 1);
    private static final UUID WRITER = new UUID(2, 1);
    private static final UUID READER = new UUID(2, 2);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String HASH = "a".repeat(64);
    private static final String REASON = "十个字的理由刚刚好啊";

    @ParameterizedTest
    @EnumSource(ProgrammeDraftState.class)
    void only_a_draft_is_edited_and_submitted_and_only_at_the_revision_that_was_read(ProgrammeDraftState state) {
        boolean draft = state == ProgrammeDraftState.DRAFT;

        assertThat(DraftLife.edit(at(state), Set.of(OURS), 3))
                .isEqualTo(draft ? new Answer.Accepted(ProgrammeDraftState.DRAFT) : new Answer.NotOpen(state));
        assertThat(DraftLife.submit(at(state), Set.of(OURS), 3))
                .isEqualTo(draft ? new Answer.Accepted(ProgrammeDraftState.REVIEW) : new Answer.NotOpen(state));
        assertThat(DraftLife.edit(at(state), Set.of(OURS), 2))
                .isEqualTo(draft ? new Answer.ChangedMeanwhile() : new Answer.NotOpen(state));
    }

    @ParameterizedTest
    @EnumSource(ProgrammeDraftState.class)
    void whoever_does_not_act_for_the_institution_learns_nothing(ProgrammeDraftState state) {
        Set<UUID> elsewhere = Set.of(new UUID(9, 9));

        assertThat(DraftLife.edit(at(state), elsewhere, 3)).isEqualTo(new Answer.NotYours());
        assertThat(DraftLife.submit(at(state), elsewhere, 3)).isEqualTo(new Answer.NotYours());
        assertThat(DraftLife.abandon(at(state), elsewhere, 3)).isEqualTo(new Answer.NotYours());
        assertThat(DraftLife.giveBack(at(state), elsewhere, REASON)).isEqualTo(new Answer.NotYours());
        assertThat(DraftLife.publish(at(state), elsewhere, READER, HASH, TODAY, TODAY))
                .isEqualTo(new Answer.NotYours());
        assertThat(DraftLife.acts(at(state), elsewhere, READER)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(ProgrammeDraftState.class)
    void only_what_was_submitted_is_published_or_given_back(ProgrammeDraftState state) {
        boolean review = state == ProgrammeDraftState.REVIEW;

        assertThat(DraftLife.publish(at(state), Set.of(OURS), READER, HASH, TODAY, TODAY))
                .isEqualTo(review ? new Answer.Accepted(ProgrammeDraftState.PUBLISHED) : new Answer.NotOpen(state));
        assertThat(DraftLife.giveBack(at(state), Set.of(OURS), REASON))
                .isEqualTo(review ? new Answer.Accepted(ProgrammeDraftState.DRAFT) : new Answer.NotOpen(state));
    }

    @Test
    void a_writer_does_not_publish_and_nobody_publishes_what_they_did_not_read() {
        Standing review = at(ProgrammeDraftState.REVIEW);

        assertThat(DraftLife.publish(review, Set.of(OURS), WRITER, HASH, TODAY, TODAY))
                .isEqualTo(new Answer.SecondPersonNeeded());
        assertThat(DraftLife.publish(review, Set.of(OURS), READER, "b".repeat(64), TODAY, TODAY))
                .isEqualTo(new Answer.OtherContent());
        assertThat(DraftLife.acts(review, Set.of(OURS), WRITER)).doesNotContain(ProgrammeDraftAct.PUBLISH);
        assertThat(DraftLife.acts(review, Set.of(OURS), READER)).contains(ProgrammeDraftAct.PUBLISH);
    }

    @Test
    void it_holds_from_today_at_the_earliest_and_while_it_means_to() {
        LocalDate end = TODAY.plusDays(5);
        assertThat(publish(TODAY.minusDays(9), null, TODAY.minusDays(1)))
                .isEqualTo(new Answer.DateOutside(TODAY, null));
        assertThat(publish(TODAY.plusDays(2), null, TODAY.plusDays(1)))
                .isEqualTo(new Answer.DateOutside(TODAY.plusDays(2), null));
        assertThat(publish(TODAY, end, end)).isEqualTo(new Answer.DateOutside(TODAY, end.minusDays(1)));
        assertThat(publish(TODAY, end, end.minusDays(1))).isEqualTo(new Answer.Accepted(ProgrammeDraftState.PUBLISHED));
        assertThat(publish(TODAY, null, Lifecycle.NEVER)).isEqualTo(new Answer.DateOutside(TODAY, null));
    }

    @Test
    void a_reason_has_ten_characters_at_least_not_counting_blanks_around_it() {
        Standing review = at(ProgrammeDraftState.REVIEW);

        assertThat(DraftLife.giveBack(review, Set.of(OURS), REASON.substring(1) + " "))
                .isEqualTo(new Answer.ReasonNeeded(10, 2_000));
        assertThat(DraftLife.giveBack(review, Set.of(OURS), "长".repeat(2_001)))
                .isEqualTo(new Answer.ReasonNeeded(10, 2_000));
        assertThat(DraftLife.giveBack(review, Set.of(OURS), "长".repeat(2_000)))
                .isEqualTo(new Answer.Accepted(ProgrammeDraftState.DRAFT));
    }

    @Test
    void a_version_with_its_number_ends_it_as_published_or_overtaken() {
        assertThat(DraftLife.ended(HASH, HASH)).isEqualTo(ProgrammeDraftState.PUBLISHED);
        assertThat(DraftLife.ended(HASH, "b".repeat(64))).isEqualTo(ProgrammeDraftState.OVERTAKEN);
    }

    @ParameterizedTest
    @EnumSource(ProgrammeDraftState.class)
    void what_is_published_or_given_up_is_done_with(ProgrammeDraftState state) {
        boolean done = state == ProgrammeDraftState.PUBLISHED || state == ProgrammeDraftState.ABANDONED;

        assertThat(DraftLife.acts(at(state), Set.of(OURS), READER).isEmpty()).isEqualTo(done);
        assertThat(DraftLife.abandon(at(state), Set.of(OURS), 3))
                .isEqualTo(done ? new Answer.NotOpen(state) : new Answer.Accepted(ProgrammeDraftState.ABANDONED));
        assertThat(DraftLife.mayBeginAnew(state)).isEqualTo(state == ProgrammeDraftState.ABANDONED);
    }

    private static Answer publish(LocalDate meantFrom, @Nullable LocalDate meantUntil, LocalDate from) {
        Standing review =
                new Standing(ProgrammeDraftState.REVIEW, 3, OURS, Set.of(WRITER), HASH, meantFrom, meantUntil);
        return DraftLife.publish(review, Set.of(OURS), READER, HASH, from, TODAY);
    }

    private static Standing at(ProgrammeDraftState state) {
        return new Standing(state, 3, OURS, Set.of(WRITER), HASH, TODAY, null);
    }
}
