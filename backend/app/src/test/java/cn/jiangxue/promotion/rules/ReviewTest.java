package cn.jiangxue.promotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.promotion.rules.Review.Answer;
import cn.jiangxue.promotion.rules.Review.Made;
import cn.jiangxue.promotion.rules.Review.Standing;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReviewTest {

    private static final UUID APPLICANT = new UUID(0, 1);
    private static final UUID OFFICER = new UUID(0, 2);
    private static final UUID ASSESSOR = new UUID(0, 5);
    private static final UUID DECISION = new UUID(0, 3);
    private static final String REASON = "材料不全，请补充工作证明。";
    private final Standing submitted = standing(CaseState.SUBMITTED, 4, null);

    @Test
    void an_open_application_is_decided() {
        assertThat(decide(submitted, edit(DecisionKind.APPROVE, "", 4)))
                .isEqualTo(new Answer.Accepted(CaseState.APPROVED));
        assertThat(decide(submitted, edit(DecisionKind.REFUSE, REASON, 4)))
                .isEqualTo(new Answer.Accepted(CaseState.REFUSED));
        assertThat(decide(submitted, edit(DecisionKind.ASK_FOR_MORE, REASON, 4)))
                .isEqualTo(new Answer.Accepted(CaseState.MORE_ASKED));
    }

    @Test
    void nobody_decides_on_themselves() {
        assertThat(Review.decide(submitted, APPLICANT, DECISION, edit(DecisionKind.APPROVE, "", 4)))
                .isEqualTo(new Answer.OwnCase());
    }

    @Test
    void the_second_officer_is_told_who_decided_what() {
        Made first = new Made(DECISION, DecisionKind.REFUSE, REASON, OFFICER, 5);
        Standing decided = standing(CaseState.REFUSED, 5, first);

        assertThat(Review.decide(decided, new UUID(0, 9), new UUID(0, 8), edit(DecisionKind.APPROVE, "", 4)))
                .isEqualTo(new Answer.DecidedBefore(first));
        assertThat(Review.decide(decided, new UUID(0, 9), new UUID(0, 8), edit(DecisionKind.APPROVE, "", 5)))
                .isEqualTo(new Answer.DecidedBefore(first));
    }

    @Test
    void a_request_for_more_is_a_decision_for_the_one_who_came_second() {
        Made first = new Made(DECISION, DecisionKind.ASK_FOR_MORE, REASON, OFFICER, 5);
        Standing asked = standing(CaseState.MORE_ASKED, 5, first);
        Standing answered = standing(CaseState.SUBMITTED, 6, first);

        assertThat(decide(asked, edit(DecisionKind.APPROVE, "", 4))).isEqualTo(new Answer.Conflicting());
        assertThat(other(asked, edit(DecisionKind.APPROVE, "", 4))).isEqualTo(new Answer.DecidedBefore(first));
        assertThat(other(asked, edit(DecisionKind.APPROVE, "", 5))).isEqualTo(new Answer.NotOpen(CaseState.MORE_ASKED));
        assertThat(other(answered, edit(DecisionKind.APPROVE, "", 6)))
                .isEqualTo(new Answer.Accepted(CaseState.APPROVED));
        assertThat(other(answered, edit(DecisionKind.APPROVE, "", 5))).isEqualTo(new Answer.ChangedMeanwhile());
    }

    @Test
    void the_same_decision_again_is_the_same_decision() {
        Made made = new Made(DECISION, DecisionKind.REFUSE, REASON, OFFICER, 5);
        Standing decided = standing(CaseState.REFUSED, 5, made);

        assertThat(decide(decided, edit(DecisionKind.REFUSE, " " + REASON + " ", 4)))
                .isEqualTo(new Answer.Repeated());
        assertThat(decide(decided, edit(DecisionKind.REFUSE, REASON + "又", 4))).isEqualTo(new Answer.Conflicting());
        assertThat(decide(decided, edit(DecisionKind.APPROVE, REASON, 4))).isEqualTo(new Answer.Conflicting());
    }

    @Test
    void an_application_that_changed_after_it_was_read_is_read_again() {
        assertThat(decide(submitted, edit(DecisionKind.APPROVE, "", 3))).isEqualTo(new Answer.ChangedMeanwhile());
        assertThat(decide(submitted, edit(DecisionKind.APPROVE, "", 5))).isEqualTo(new Answer.ChangedMeanwhile());
    }

    @Test
    void a_withdrawn_application_is_not_decided() {
        assertThat(decide(standing(CaseState.WITHDRAWN, 4, null), edit(DecisionKind.APPROVE, "", 4)))
                .isEqualTo(new Answer.NotOpen(CaseState.WITHDRAWN));
    }

    @Test
    void a_no_needs_a_reason_of_ten_to_two_thousand_characters() {
        Answer needed = new Answer.ReasonNeeded(10, 2_000);

        assertThat(decide(submitted, edit(DecisionKind.REFUSE, "x".repeat(9) + "   ", 4)))
                .isEqualTo(needed);
        assertThat(decide(submitted, edit(DecisionKind.ASK_FOR_MORE, "", 4))).isEqualTo(needed);
        assertThat(decide(submitted, edit(DecisionKind.REFUSE, "x".repeat(10), 4)))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(decide(submitted, edit(DecisionKind.APPROVE, "x".repeat(2_000), 4)))
                .isInstanceOf(Answer.Accepted.class);
        assertThat(decide(submitted, edit(DecisionKind.APPROVE, "x".repeat(2_001), 4)))
                .isEqualTo(needed);
    }

    @Test
    void who_is_examined_is_admitted_before_anything_is_approved() {
        Standing applied = examined(CaseState.SUBMITTED, ExamPart.THEORY, ExamPart.PRACTICE);

        assertThat(decide(applied, edit(DecisionKind.APPROVE, "", 4)))
                .isEqualTo(new Answer.MarksMissing(List.of(ExamPart.THEORY, ExamPart.PRACTICE)));
        assertThat(decide(applied, edit(DecisionKind.ADMIT, "", 4)))
                .isEqualTo(new Answer.Accepted(CaseState.IN_EXAMINATION));
        assertThat(decide(submitted, edit(DecisionKind.ADMIT, "", 4)))
                .isEqualTo(new Answer.NotAtThisStep(CaseState.SUBMITTED));
    }

    @Test
    void an_approval_waits_for_every_part_and_a_refusal_for_none() {
        Standing half = examined(CaseState.IN_EXAMINATION, ExamPart.PRACTICE);
        Standing passed = examined(CaseState.IN_EXAMINATION);

        assertThat(decide(half, edit(DecisionKind.APPROVE, "", 4)))
                .isEqualTo(new Answer.MarksMissing(List.of(ExamPart.PRACTICE)));
        assertThat(decide(half, edit(DecisionKind.REFUSE, REASON, 4)))
                .isEqualTo(new Answer.Accepted(CaseState.REFUSED));
        assertThat(decide(half, edit(DecisionKind.ADMIT, "", 4)))
                .isEqualTo(new Answer.NotAtThisStep(CaseState.IN_EXAMINATION));
        assertThat(decide(passed, edit(DecisionKind.APPROVE, "", 4)))
                .isEqualTo(new Answer.Accepted(CaseState.APPROVED));
        assertThat(decide(passed, edit(DecisionKind.ASK_FOR_MORE, REASON, 4)))
                .isEqualTo(new Answer.NotAtThisStep(CaseState.IN_EXAMINATION));
        assertThat(decide(passed, edit(DecisionKind.APPROVE, "", 3))).isEqualTo(new Answer.ChangedMeanwhile());
    }

    @Test
    void who_assessed_does_not_decide() {
        Standing passed = examined(CaseState.IN_EXAMINATION);

        for (DecisionKind kind : DecisionKind.values()) {
            assertThat(Review.decide(passed, ASSESSOR, DECISION, edit(kind, REASON, 4)))
                    .isEqualTo(new Answer.AssessedHere());
        }
    }

    @Test
    void what_is_decided_on_evidence_needs_a_file_and_a_reason() {
        for (PromotionPath path : List.of(PromotionPath.DIRECT, PromotionPath.CONTEST)) {
            assertThat(decide(onEvidence(path, CaseState.SUBMITTED, 0, null), edit(DecisionKind.APPROVE, REASON, 4)))
                    .isEqualTo(new Answer.EvidenceNeeded());
            assertThat(decide(onEvidence(path, CaseState.SUBMITTED, 1, null), edit(DecisionKind.APPROVE, "", 4)))
                    .isEqualTo(new Answer.ReasonNeeded(10, 2_000));
            assertThat(decide(onEvidence(path, CaseState.SUBMITTED, 1, null), edit(DecisionKind.APPROVE, REASON, 4)))
                    .isEqualTo(new Answer.Accepted(CaseState.APPROVED));
            assertThat(decide(onEvidence(path, CaseState.SUBMITTED, 0, null), edit(DecisionKind.REFUSE, REASON, 4)))
                    .isEqualTo(new Answer.Accepted(CaseState.REFUSED));
        }
    }

    @Test
    void an_exceptional_promotion_takes_two_officers() {
        Standing applied = onEvidence(PromotionPath.EXCEPTIONAL, CaseState.SUBMITTED, 1, null);
        Made proposal = new Made(DECISION, DecisionKind.PROPOSE, REASON, OFFICER, 4);
        Standing proposed = onEvidence(PromotionPath.EXCEPTIONAL, CaseState.AWAITING_SECOND, 1, proposal);

        assertThat(decide(applied, edit(DecisionKind.APPROVE, REASON, 4)))
                .isEqualTo(new Answer.NotAtThisStep(CaseState.SUBMITTED));
        assertThat(decide(applied, edit(DecisionKind.PROPOSE, "", 4))).isEqualTo(new Answer.ReasonNeeded(10, 2_000));
        assertThat(decide(applied, edit(DecisionKind.PROPOSE, REASON, 4)))
                .isEqualTo(new Answer.Accepted(CaseState.AWAITING_SECOND));
        assertThat(Review.decide(proposed, OFFICER, new UUID(0, 8), edit(DecisionKind.APPROVE, REASON, 4)))
                .isEqualTo(new Answer.SecondOfficerNeeded());
        assertThat(other(proposed, edit(DecisionKind.APPROVE, REASON, 4)))
                .isEqualTo(new Answer.Accepted(CaseState.APPROVED));
        assertThat(other(proposed, edit(DecisionKind.REFUSE, REASON, 4)))
                .isEqualTo(new Answer.Accepted(CaseState.REFUSED));
        assertThat(other(proposed, edit(DecisionKind.APPROVE, "", 4))).isEqualTo(new Answer.ReasonNeeded(10, 2_000));
    }

    private static Standing onEvidence(PromotionPath path, CaseState state, int files, @Nullable Made last) {
        return new Standing(state, 4, APPLICANT, path, files, false, List.of(), List.of(), Set.of(), Set.of(), last);
    }

    @Test
    void an_application_of_the_time_before_there_were_paths_is_decided_without_marks() {
        Standing early = new Standing(
                CaseState.SUBMITTED, 4, APPLICANT, null, 0, false, List.of(), List.of(), Set.of(), Set.of(), null);

        assertThat(Review.possible(early))
                .containsExactly(DecisionKind.APPROVE, DecisionKind.ASK_FOR_MORE, DecisionKind.REFUSE);
        assertThat(decide(early, edit(DecisionKind.APPROVE, "", 4))).isEqualTo(new Answer.Accepted(CaseState.APPROVED));
    }

    @Test
    void an_institution_is_late_the_day_after_its_last_one_and_only_while_it_is_waited_for() {
        LocalDate last = LocalDate.of(2026, 12, 18);

        for (CaseState state : CaseState.values()) {
            assertThat(Review.isLate(state, last, last))
                    .as("%s on the day", state)
                    .isFalse();
            assertThat(Review.isLate(state, null, last))
                    .as("%s without a day", state)
                    .isFalse();
        }
        assertThat(Arrays.stream(CaseState.values()).filter(state -> Review.isLate(state, last, last.plusDays(1))))
                .containsExactlyInAnyOrder(CaseState.SUBMITTED, CaseState.IN_EXAMINATION, CaseState.AWAITING_SECOND);
    }

    @Test
    void what_is_possible_is_what_is_accepted() {
        for (CaseState state : CaseState.values()) {
            for (Standing standing :
                    List.of(standing(state, 4, null), examined(state), examined(state, ExamPart.REVIEW))) {
                for (DecisionKind kind : DecisionKind.values()) {
                    assertThat(decide(standing, edit(kind, REASON, 4)) instanceof Answer.Accepted)
                            .as("%s in %s", kind, standing)
                            .isEqualTo(Review.possible(standing).contains(kind));
                }
            }
        }
    }

    @Test
    void nobody_is_offered_what_would_be_refused_to_them() {
        UUID proposer = UUID.randomUUID();
        Standing proposed = standing(
                CaseState.AWAITING_SECOND, 4, new Made(UUID.randomUUID(), DecisionKind.PROPOSE, REASON, proposer, 4));

        assertThat(Review.possible(proposed, proposer)).isEmpty();
        assertThat(Review.possible(proposed, UUID.randomUUID())).isEqualTo(Review.possible(proposed));
        assertThat(Review.possible(examined(CaseState.IN_EXAMINATION), ASSESSOR))
                .isEmpty();
        assertThat(Review.possible(examined(CaseState.IN_EXAMINATION), proposer))
                .containsExactly(DecisionKind.APPROVE, DecisionKind.REFUSE);
    }

    @Test
    void only_submitted_and_waiting_applications_are_open() {
        for (CaseState state : CaseState.values()) {
            assertThat(Review.isOpen(state))
                    .isEqualTo(
                            switch (state) {
                                case SUBMITTED, MORE_ASKED, IN_EXAMINATION, AWAITING_SECOND -> true;
                                case APPROVED, REFUSED, WITHDRAWN -> false;
                            });
        }
    }

    private static Answer decide(Standing standing, DecisionEdit edit) {
        return Review.decide(standing, OFFICER, DECISION, edit);
    }

    private static Answer other(Standing standing, DecisionEdit edit) {
        return Review.decide(standing, new UUID(0, 9), new UUID(0, 8), edit);
    }

    private static Standing standing(CaseState state, int revision, @Nullable Made last) {
        return new Standing(
                state,
                revision,
                APPLICANT,
                PromotionPath.EXAMINATION,
                0,
                false,
                List.of(),
                List.of(),
                Set.of(),
                Set.of(),
                last);
    }

    private static Standing examined(CaseState state, ExamPart... missing) {
        return new Standing(
                state,
                4,
                APPLICANT,
                PromotionPath.EXAMINATION,
                0,
                true,
                List.of(missing),
                List.of(),
                Set.of(ASSESSOR),
                Set.of(),
                null);
    }

    private static DecisionEdit edit(DecisionKind kind, String reason, int revision) {
        return new DecisionEdit(kind, reason, revision);
    }
}
