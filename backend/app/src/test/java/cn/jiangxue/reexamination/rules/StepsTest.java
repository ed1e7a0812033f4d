package cn.jiangxue.reexamination.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.ReexaminationApi.FindingKind;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationAct;
import cn.jiangxue.contract.ReexaminationApi.ReexaminationState;
import cn.jiangxue.contract.ReexaminationApi.RulingKind;
import cn.jiangxue.reexamination.rules.Standing.Found;
import cn.jiangxue.reexamination.rules.Standing.Ruled;
import cn.jiangxue.reexamination.rules.Steps.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class StepsTest {

    private static final UUID LEARNER = UUID.randomUUID();
    private static final UUID OFFICER = UUID.randomUUID();
    private static final UUID ASSESSOR = UUID.randomUUID();
    private static final UUID REVIEWER = UUID.randomUUID();
    private static final UUID SECOND = UUID.randomUUID();
    private static final UUID ID = UUID.randomUUID();
    private static final String REASON = "评分表与实物照片一致，过程记录完整。";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final LocalDate LAST = LocalDate.of(2026, 12, 10);
    private static final LocalDate HEAR_UNTIL = LocalDate.of(2026, 12, 3);
    private static final Took TOOK = new Took(LEARNER, Set.of(OFFICER), Set.of(ASSESSOR));

    @Test
    void whoever_had_no_part_takes_what_was_drawn() {
        assertThat(Steps.take(drawn(), REVIEWER, TODAY)).isEqualTo(new Answer.Accepted());
        assertThat(Steps.take(underReview(), REVIEWER, TODAY)).isEqualTo(new Answer.Repeated());
    }

    @Test
    void nobody_who_had_a_part_looks_at_it_or_decides() {
        for (var each : List.of(
                new Had(LEARNER, Took.Part.APPLIED),
                new Had(OFFICER, Took.Part.DECIDED),
                new Had(ASSESSOR, Took.Part.ASSESSED))) {
            Answer refused = new Answer.HadAPart(each.part());

            assertThat(Steps.take(drawn(), each.person(), TODAY)).isEqualTo(refused);
            assertThat(Steps.attach(underReview(), each.person())).isEqualTo(refused);
            assertThat(find(underReview(), each.person())).isEqualTo(refused);
            assertThat(rule(doubtful(null), each.person(), RulingKind.CONFIRM)).isEqualTo(refused);
        }
    }

    private record Had(UUID person, Took.Part part) {}

    @Test
    void a_second_reviewer_takes_over_only_when_the_time_is_over() {
        assertThat(Steps.take(underReview(), SECOND, LAST)).isEqualTo(new Answer.TakenBy(REVIEWER, LAST));
        assertThat(Steps.take(underReview(), SECOND, LAST.plusDays(1))).isEqualTo(new Answer.Accepted());
    }

    @ParameterizedTest
    @EnumSource(names = {"AWAITING_RULING", "UPHELD", "CONFIRMED", "OVERTURNED"})
    void what_was_found_is_not_taken_or_found_again(ReexaminationState state) {
        Standing standing = at(state);
        Answer refused = new Answer.NotAtThisStep(state);

        assertThat(Steps.take(standing, SECOND, TODAY)).isEqualTo(refused);
        assertThat(Steps.attach(standing, REVIEWER)).isEqualTo(refused);
        assertThat(find(standing, REVIEWER)).isEqualTo(refused);
    }

    @Test
    void only_the_reviewer_finds() {
        assertThat(find(drawn(), REVIEWER)).isEqualTo(new Answer.NotAtThisStep(ReexaminationState.DRAWN));
        assertThat(find(underReview(), SECOND)).isEqualTo(new Answer.NotTheReviewer());
        assertThat(find(underReview(), REVIEWER)).isEqualTo(new Answer.Accepted());
    }

    @Test
    void a_finding_again_is_the_same_answer_and_another_one_under_its_id_a_conflict() {
        Standing found = doubtful(null);

        assertThat(Steps.find(found, REVIEWER, ID, FindingKind.DOUBTFUL, REASON))
                .isEqualTo(new Answer.Repeated());
        assertThat(Steps.find(found, REVIEWER, ID, FindingKind.UPHELD, REASON)).isEqualTo(new Answer.Conflicting());
        assertThat(Steps.find(found, REVIEWER, ID, FindingKind.DOUBTFUL, REASON + "！"))
                .isEqualTo(new Answer.Conflicting());
        assertThat(Steps.find(found, SECOND, ID, FindingKind.DOUBTFUL, REASON))
                .isEqualTo(new Answer.NotAtThisStep(ReexaminationState.AWAITING_RULING));
        assertThat(Steps.find(found, REVIEWER, UUID.randomUUID(), FindingKind.DOUBTFUL, REASON))
                .isEqualTo(new Answer.NotAtThisStep(ReexaminationState.AWAITING_RULING));
    }

    @Test
    void ten_to_two_thousand_characters_say_why() {
        for (String words : List.of("", "字".repeat(9), " ".repeat(20), "字".repeat(2_001))) {
            assertThat(Steps.find(underReview(), REVIEWER, ID, FindingKind.UPHELD, words))
                    .isEqualTo(new Answer.WordsNeeded());
            assertThat(Steps.state(drawn(), words)).isEqualTo(new Answer.WordsNeeded());
            assertThat(Steps.rule(doubtful(null), SECOND, ID, RulingKind.CONFIRM, words, 3, TODAY))
                    .isEqualTo(new Answer.WordsNeeded());
        }
        for (String words : List.of("字".repeat(10), "字".repeat(2_000))) {
            assertThat(Steps.find(underReview(), REVIEWER, ID, FindingKind.UPHELD, words))
                    .isEqualTo(new Answer.Accepted());
        }
    }

    @Test
    void twenty_files_at_most() {
        assertThat(Steps.attach(files(19), REVIEWER)).isEqualTo(new Answer.Accepted());
        assertThat(Steps.attach(files(20), REVIEWER)).isEqualTo(new Answer.TooManyFiles(20));
    }

    @Test
    void the_learner_says_one_thing_while_it_is_open() {
        assertThat(Steps.state(drawn(), REASON)).isEqualTo(new Answer.Accepted());
        assertThat(Steps.state(doubtful(null), REASON)).isEqualTo(new Answer.Accepted());
        assertThat(Steps.state(doubtful(REASON), REASON)).isEqualTo(new Answer.Repeated());
        assertThat(Steps.state(doubtful(REASON), REASON + "。")).isEqualTo(new Answer.StatedBefore());
        assertThat(Steps.state(at(ReexaminationState.UPHELD), REASON))
                .isEqualTo(new Answer.NotAtThisStep(ReexaminationState.UPHELD));
    }

    @Test
    void whoever_found_it_doubtful_does_not_decide() {
        assertThat(rule(doubtful(null), REVIEWER, RulingKind.CONFIRM)).isEqualTo(new Answer.FoundIt());
        assertThat(rule(doubtful(null), SECOND, RulingKind.CONFIRM)).isEqualTo(new Answer.Accepted());
        assertThat(rule(underReview(), SECOND, RulingKind.CONFIRM))
                .isEqualTo(new Answer.NotAtThisStep(ReexaminationState.UNDER_REVIEW));
    }

    @Test
    void what_changed_since_it_was_read_is_read_again() {
        assertThat(Steps.rule(doubtful(null), SECOND, ID, RulingKind.CONFIRM, REASON, 2, TODAY))
                .isEqualTo(new Answer.ChangedMeanwhile());
    }

    @Test
    void a_grade_is_not_taken_back_before_the_learner_spoke_or_let_the_time_pass() {
        Answer early = new Answer.NotHeard(HEAR_UNTIL.plusDays(1));

        assertThat(overturn(doubtful(null), TODAY)).isEqualTo(early);
        assertThat(overturn(doubtful(null), HEAR_UNTIL)).isEqualTo(early);
        assertThat(overturn(doubtful(null), HEAR_UNTIL.plusDays(1))).isEqualTo(new Answer.Accepted());
        assertThat(overturn(doubtful(REASON), TODAY)).isEqualTo(new Answer.Accepted());
        assertThat(Steps.overturnFrom(doubtful(null))).isEqualTo(HEAR_UNTIL.plusDays(1));
        assertThat(Steps.overturnFrom(doubtful(REASON))).isNull();
        assertThat(Steps.overturnFrom(drawn())).isNull();
        assertThat(Steps.overturnFrom(at(ReexaminationState.CONFIRMED))).isNull();
    }

    @Test
    void the_first_decision_stands() {
        Standing ruled = at(ReexaminationState.OVERTURNED);

        assertThat(Steps.rule(ruled, SECOND, ID, RulingKind.OVERTURN, REASON, 1, TODAY))
                .isEqualTo(new Answer.Repeated());
        assertThat(Steps.rule(ruled, SECOND, ID, RulingKind.CONFIRM, REASON, 1, TODAY))
                .isEqualTo(new Answer.Conflicting());
        assertThat(Steps.rule(ruled, SECOND, ID, RulingKind.OVERTURN, REASON + "！", 1, TODAY))
                .isEqualTo(new Answer.Conflicting());
        assertThat(Steps.rule(ruled, UUID.randomUUID(), UUID.randomUUID(), RulingKind.CONFIRM, REASON, 1, TODAY))
                .isEqualTo(new Answer.RuledBefore(SECOND, RulingKind.OVERTURN));
        assertThat(Steps.rule(ruled, SECOND, UUID.randomUUID(), RulingKind.CONFIRM, REASON, 1, TODAY))
                .isEqualTo(new Answer.RuledBefore(SECOND, RulingKind.OVERTURN));
    }

    @Test
    void everybody_is_offered_what_they_may_do() {
        Actor learner = new Actor(LEARNER, true, true);
        Actor reviewer = new Actor(REVIEWER, true, false);
        Actor second = new Actor(SECOND, true, true);
        Actor administrator = new Actor(UUID.randomUUID(), false, false);

        assertThat(Steps.menu(drawn(), learner, TODAY)).containsExactly(ReexaminationAct.STATE);
        assertThat(Steps.menu(doubtful(REASON), learner, TODAY)).isEmpty();
        assertThat(Steps.menu(at(ReexaminationState.UPHELD), learner, TODAY)).isEmpty();
        assertThat(Steps.menu(drawn(), reviewer, TODAY)).containsExactly(ReexaminationAct.TAKE);
        assertThat(Steps.menu(underReview(), reviewer, TODAY))
                .containsExactlyInAnyOrder(ReexaminationAct.ATTACH, ReexaminationAct.FIND);
        assertThat(Steps.menu(underReview(), second, TODAY)).isEmpty();
        assertThat(Steps.menu(underReview(), second, LAST.plusDays(1))).containsExactly(ReexaminationAct.TAKE);
        assertThat(Steps.menu(doubtful(null), second, TODAY)).containsExactly(ReexaminationAct.RULE);
        assertThat(Steps.menu(doubtful(null), new Actor(SECOND, true, false), TODAY))
                .isEmpty();
        assertThat(Steps.menu(doubtful(null), new Actor(REVIEWER, true, true), TODAY))
                .isEmpty();
        assertThat(Steps.menu(at(ReexaminationState.OVERTURNED), second, TODAY)).isEmpty();
        assertThat(Steps.menu(drawn(), administrator, TODAY)).isEmpty();
        assertThat(Steps.menu(drawn(), new Actor(OFFICER, true, true), TODAY)).isEmpty();
        assertThat(Steps.menu(underReview(), new Actor(REVIEWER, false, false), TODAY))
                .isEmpty();
    }

    @Test
    void it_is_overdue_after_its_last_day() {
        assertThat(Steps.isOverdue(LAST, LAST)).isFalse();
        assertThat(Steps.isOverdue(LAST, LAST.plusDays(1))).isTrue();
        assertThat(Steps.isOverdue(null, LAST)).isFalse();
    }

    @Test
    void a_finding_and_a_decision_lead_on() {
        assertThat(Steps.after(FindingKind.UPHELD)).isEqualTo(ReexaminationState.UPHELD);
        assertThat(Steps.after(FindingKind.DOUBTFUL)).isEqualTo(ReexaminationState.AWAITING_RULING);
        assertThat(Steps.after(RulingKind.CONFIRM)).isEqualTo(ReexaminationState.CONFIRMED);
        assertThat(Steps.after(RulingKind.OVERTURN)).isEqualTo(ReexaminationState.OVERTURNED);
    }

    @Test
    void everybody_who_had_a_part_is_named() {
        assertThat(TOOK.everybody()).containsExactlyInAnyOrder(LEARNER, OFFICER, ASSESSOR);
        assertThat(TOOK.part(REVIEWER)).isEmpty();
    }

    /** Whatever is tried in any order: what the menu offers is accepted, and nobody acts twice or on what they had a part in. */
    @ParameterizedTest
    @ValueSource(longs = {3, 20_261_126, 777})
    void whoever_had_a_part_never_acts_and_reviewer_and_decider_differ(long seed) {
        Random random = new Random(seed);
        List<UUID> people = List.of(LEARNER, OFFICER, ASSESSOR, REVIEWER, SECOND);
        for (int round = 0; round < 500; round++) {
            Standing standing = drawn();
            LocalDate today = TODAY;
            for (int step = 0; step < 30 && Steps.isOpen(standing.state()); step++) {
                UUID person = people.get(random.nextInt(people.size()));
                today = today.plusDays(random.nextInt(3));
                standing = tried(standing, person, random, today);
            }
            Found found = standing.found();
            Ruled ruled = standing.ruled();
            if (standing.reviewer() != null) {
                assertThat(TOOK.part(standing.reviewer())).as("seed %d", seed).isEmpty();
            }
            if (found != null && ruled != null) {
                assertThat(ruled.by()).as("seed %d", seed).isNotEqualTo(found.by());
                assertThat(TOOK.part(ruled.by())).as("seed %d", seed).isEmpty();
            }
        }
    }

    @Test
    void the_learner_is_waited_for_while_a_doubt_stands_and_they_have_said_nothing() {
        assertThat(Steps.waitsForLearnerUntil(doubtful(null))).isEqualTo(HEAR_UNTIL);
        assertThat(Steps.waitsForLearnerUntil(doubtful(REASON))).isNull();
        for (ReexaminationState state : ReexaminationState.values()) {
            if (state != ReexaminationState.AWAITING_RULING) {
                assertThat(Steps.waitsForLearnerUntil(at(state)))
                        .as(state.name())
                        .isNull();
            }
        }
    }

    @Test
    void whoever_took_it_is_waited_for_until_something_is_found() {
        assertThat(Steps.waitsForReviewerUntil(drawn())).isNull();
        assertThat(Steps.waitsForReviewerUntil(underReview())).isEqualTo(LAST);
        assertThat(Steps.waitsForReviewerUntil(doubtful(null))).isNull();
    }

    private static Standing tried(Standing at, UUID person, Random random, LocalDate today) {
        Set<ReexaminationAct> offered = Steps.menu(at, new Actor(person, true, true), today);
        return switch (random.nextInt(3)) {
            case 0 -> {
                boolean accepted = Steps.take(at, person, today) instanceof Answer.Accepted;
                assertThat(accepted).isEqualTo(offered.contains(ReexaminationAct.TAKE));
                yield accepted ? with(at, ReexaminationState.UNDER_REVIEW, person, null, null) : at;
            }
            case 1 -> {
                boolean accepted = find(at, person) instanceof Answer.Accepted;
                assertThat(accepted).isEqualTo(offered.contains(ReexaminationAct.FIND));
                Found found = new Found(UUID.randomUUID(), FindingKind.DOUBTFUL, REASON, person, HEAR_UNTIL);
                yield accepted ? with(at, ReexaminationState.AWAITING_RULING, at.reviewer(), found, null) : at;
            }
            default -> {
                boolean accepted =
                        Steps.rule(at, person, UUID.randomUUID(), RulingKind.CONFIRM, REASON, at.revision(), today)
                                instanceof Answer.Accepted;
                assertThat(accepted).isEqualTo(offered.contains(ReexaminationAct.RULE));
                Ruled ruled = new Ruled(UUID.randomUUID(), RulingKind.CONFIRM, REASON, person);
                yield accepted ? with(at, ReexaminationState.CONFIRMED, at.reviewer(), at.found(), ruled) : at;
            }
        };
    }

    private static Standing with(
            Standing at,
            ReexaminationState state,
            @Nullable UUID reviewer,
            @Nullable Found found,
            @Nullable Ruled ruled) {
        return new Standing(
                state, at.revision() + 1, TOOK, reviewer, at.actBy(), at.files(), found, at.statement(), ruled);
    }

    private static Answer find(Standing standing, UUID person) {
        return Steps.find(standing, person, UUID.randomUUID(), FindingKind.UPHELD, REASON);
    }

    private static Answer rule(Standing standing, UUID person, RulingKind kind) {
        return Steps.rule(standing, person, UUID.randomUUID(), kind, REASON, standing.revision(), TODAY);
    }

    private static Answer overturn(Standing standing, LocalDate today) {
        return Steps.rule(standing, SECOND, ID, RulingKind.OVERTURN, REASON, standing.revision(), today);
    }

    private static Standing drawn() {
        return new Standing(ReexaminationState.DRAWN, 1, TOOK, null, LAST, 0, null, null, null);
    }

    private static Standing underReview() {
        return files(0);
    }

    private static Standing files(int files) {
        return new Standing(ReexaminationState.UNDER_REVIEW, 2, TOOK, REVIEWER, LAST, files, null, null, null);
    }

    private static Standing doubtful(@Nullable String statement) {
        Found found = new Found(ID, FindingKind.DOUBTFUL, REASON, REVIEWER, HEAR_UNTIL);
        return new Standing(ReexaminationState.AWAITING_RULING, 3, TOOK, REVIEWER, LAST, 0, found, statement, null);
    }

    private static Standing at(ReexaminationState state) {
        FindingKind kind = state == ReexaminationState.UPHELD ? FindingKind.UPHELD : FindingKind.DOUBTFUL;
        Found found = new Found(UUID.randomUUID(), kind, REASON, REVIEWER, HEAR_UNTIL);
        Ruled ruled =
                state == ReexaminationState.OVERTURNED ? new Ruled(ID, RulingKind.OVERTURN, REASON, SECOND) : null;
        return new Standing(state, 4, TOOK, REVIEWER, LAST, 0, found, null, ruled);
    }
}
