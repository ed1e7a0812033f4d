package cn.jiangxue.promotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.ExaminationApi.PartState;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.frameworks.ExamRequirement;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.frameworks.Source;
import cn.jiangxue.promotion.rules.Examination.Answer;
import cn.jiangxue.promotion.rules.Examination.Mark;
import cn.jiangxue.promotion.rules.Examination.Result;
import cn.jiangxue.promotion.rules.Examination.Sheet;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExaminationTest {

    private static final UUID APPLICANT = new UUID(0, 1);
    private static final UUID OFFICER = new UUID(0, 2);
    private static final UUID CHEN = new UUID(0, 3);
    private static final UUID LIN = new UUID(0, 4);
    private static final UUID NEW = new UUID(9, 9);
    private static final String REASON = "登分时看错了一行，以原始评分表为准。";
    private static final Instant AT = Instant.parse("2026-11-20T02:00:00Z");

    private final List<ExamRequirement> asked = List.of(part(ExamPart.THEORY, 1, 3), part(ExamPart.PRACTICE, 2, 2));

    @Test
    void a_mark_of_exactly_sixty_passes_and_a_tenth_less_does_not() {
        assertThat(theory(mark(1, ExamPart.THEORY, 1, 600, CHEN)).state()).isEqualTo(PartState.PASSED);

        Result failed = theory(mark(1, ExamPart.THEORY, 1, 599, CHEN));
        assertThat(failed.state()).isEqualTo(PartState.OPEN);
        assertThat(failed.sitting()).isEqualTo(2);
        assertThat(failed.meanTenths()).isEqualTo(599);
    }

    @Test
    void the_mean_of_two_assessors_counts_and_is_never_rounded_up_to_a_pass() {
        Mark first = mark(1, ExamPart.PRACTICE, 1, 599, CHEN);

        assertThat(practice(first)).satisfies(one -> {
            assertThat(one.state()).isEqualTo(PartState.OPEN);
            assertThat(one.sitting()).isEqualTo(1);
            assertThat(one.marksIn()).isEqualTo(1);
            assertThat(one.meanTenths()).isNull();
        });
        assertThat(practice(first, mark(2, ExamPart.PRACTICE, 1, 601, LIN)).state())
                .isEqualTo(PartState.PASSED);
        Result failed = practice(first, mark(2, ExamPart.PRACTICE, 1, 600, LIN));
        assertThat(failed.sitting()).isEqualTo(2);
        assertThat(failed.meanTenths()).as("59.95 is shown as 59.9").isEqualTo(599);
    }

    @Test
    void a_part_failed_may_be_taken_again_until_no_sitting_is_left() {
        List<Mark> marks = new ArrayList<>();
        for (int sitting = 1; sitting <= 3; sitting++) {
            assertThat(answer(marks, CHEN, edit(ExamPart.THEORY, sitting, 300))).isEqualTo(new Answer.Accepted());
            marks.add(mark(sitting, ExamPart.THEORY, sitting, 300, CHEN));
        }

        assertThat(theory(marks.toArray(Mark[]::new)).state()).isEqualTo(PartState.USED_UP);
        assertThat(theory(marks.toArray(Mark[]::new)).sitting()).isEqualTo(3);
        assertThat(answer(marks, CHEN, edit(ExamPart.THEORY, 4, 900))).isEqualTo(new Answer.SittingsUsedUp(3));
        assertThat(Examination.missing(Examination.results(asked, marks, Oversight.NONE)))
                .containsExactly(ExamPart.THEORY, ExamPart.PRACTICE);
    }

    @Test
    void the_second_of_two_assessors_at_once_does_not_open_the_next_sitting_unawares() {
        List<Mark> first = List.of(mark(1, ExamPart.THEORY, 1, 500, CHEN));

        assertThat(answer(first, LIN, edit(ExamPart.THEORY, 1, 700))).isEqualTo(new Answer.SittingNotOpen(2));
        assertThat(answer(first, LIN, edit(ExamPart.THEORY, 2, 700))).isEqualTo(new Answer.Accepted());
    }

    @Test
    void a_part_that_is_passed_takes_no_more_marks() {
        List<Mark> passed = List.of(mark(1, ExamPart.THEORY, 1, 700, CHEN));

        assertThat(answer(passed, LIN, edit(ExamPart.THEORY, 1, 900))).isEqualTo(new Answer.PartPassed());
        assertThat(answer(passed, LIN, edit(ExamPart.PRACTICE, 1, 900))).isEqualTo(new Answer.Accepted());
    }

    @Test
    void each_assessor_marks_a_sitting_once() {
        List<Mark> one = List.of(mark(1, ExamPart.PRACTICE, 1, 700, CHEN));

        assertThat(answer(one, CHEN, edit(ExamPart.PRACTICE, 1, 710))).isEqualTo(new Answer.MarkedAlready());
        assertThat(answer(one, LIN, edit(ExamPart.PRACTICE, 1, 710))).isEqualTo(new Answer.Accepted());
    }

    @Test
    void nobody_assesses_themselves_and_who_decided_does_not_assess() {
        MarkEdit edit = edit(ExamPart.THEORY, 1, 700);

        assertThat(answer(List.of(), APPLICANT, edit)).isEqualTo(new Answer.OwnCase());
        assertThat(answer(List.of(), OFFICER, edit)).isEqualTo(new Answer.DecidedHere());
    }

    @Test
    void marks_are_recorded_while_it_is_examined_only() {
        for (CaseState state : CaseState.values()) {
            Sheet sheet = new Sheet(state, APPLICANT, Set.of(OFFICER), asked, List.of(), Oversight.NONE, null);
            Answer answer = Examination.mark(sheet, CHEN, NEW, edit(ExamPart.THEORY, 1, 700));
            assertThat(answer)
                    .isEqualTo(
                            state == CaseState.IN_EXAMINATION
                                    ? new Answer.Accepted()
                                    : new Answer.NotInExamination(state));
        }
    }

    @Test
    void a_mark_lies_on_the_scale_and_the_part_is_one_that_is_asked() {
        assertThat(answer(List.of(), CHEN, edit(ExamPart.THEORY, 1, 0))).isEqualTo(new Answer.Accepted());
        assertThat(answer(List.of(), CHEN, edit(ExamPart.THEORY, 1, 1_000))).isEqualTo(new Answer.Accepted());
        assertThat(answer(List.of(), CHEN, edit(ExamPart.THEORY, 1, -1))).isEqualTo(new Answer.OffTheScale(1_000));
        assertThat(answer(List.of(), CHEN, edit(ExamPart.THEORY, 1, 1_001))).isEqualTo(new Answer.OffTheScale(1_000));
        assertThat(answer(List.of(), CHEN, edit(ExamPart.REVIEW, 1, 700))).isEqualTo(new Answer.PartNotAsked());
    }

    @Test
    void the_same_mark_again_is_the_same_mark_whatever_came_since() {
        Mark recorded = new Mark(NEW, ExamPart.THEORY, 1, 700, CHEN, AT, null, "");
        Sheet closed = new Sheet(
                CaseState.APPROVED, APPLICANT, Set.of(OFFICER), asked, List.of(recorded), Oversight.NONE, null);

        assertThat(Examination.mark(closed, CHEN, NEW, edit(ExamPart.THEORY, 1, 700)))
                .isEqualTo(new Answer.Repeated());
        for (MarkEdit other : List.of(
                edit(ExamPart.THEORY, 1, 701),
                edit(ExamPart.THEORY, 2, 700),
                edit(ExamPart.PRACTICE, 1, 700),
                correction(ExamPart.THEORY, 1, 700, NEW, REASON))) {
            assertThat(Examination.mark(closed, CHEN, NEW, other)).isEqualTo(new Answer.Conflicting());
        }
        assertThat(Examination.mark(closed, LIN, NEW, edit(ExamPart.THEORY, 1, 700)))
                .isEqualTo(new Answer.Conflicting());
    }

    @Test
    void a_mark_is_corrected_by_a_new_one_with_a_reason_and_stays() {
        Mark wrong = mark(1, ExamPart.THEORY, 1, 300, CHEN);
        MarkEdit edit = correction(ExamPart.THEORY, 1, 830, wrong.id(), "  " + REASON + " ");

        assertThat(answer(List.of(wrong), CHEN, edit)).isEqualTo(new Answer.Accepted());
        Mark right = new Mark(NEW, ExamPart.THEORY, 1, 830, CHEN, AT, wrong.id(), Examination.reason(edit));
        assertThat(right.reason()).isEqualTo(REASON);
        assertThat(Examination.inForce(List.of(wrong, right))).containsExactly(right);
        assertThat(theory(wrong, right).state()).isEqualTo(PartState.PASSED);
        assertThat(Examination.mark(sheet(List.of(wrong, right)), CHEN, NEW, edit))
                .isEqualTo(new Answer.Repeated());
        assertThat(answer(List.of(wrong, right), CHEN, edit))
                .as("corrected once")
                .isEqualTo(new Answer.NotCorrectable());
    }

    @Test
    void a_correction_can_take_a_pass_back() {
        Mark passed = mark(1, ExamPart.THEORY, 1, 830, CHEN);
        Mark corrected = new Mark(NEW, ExamPart.THEORY, 1, 380, CHEN, AT, passed.id(), REASON);

        assertThat(theory(passed, corrected).state()).isEqualTo(PartState.OPEN);
        assertThat(theory(passed, corrected).sitting()).isEqualTo(2);
    }

    @Test
    void only_ones_own_mark_of_the_newest_sitting_is_corrected() {
        Mark first = mark(1, ExamPart.THEORY, 1, 300, CHEN);
        Mark second = mark(2, ExamPart.THEORY, 2, 300, CHEN);
        Answer no = new Answer.NotCorrectable();

        assertThat(answer(List.of(first), LIN, correction(ExamPart.THEORY, 1, 700, first.id(), REASON)))
                .isEqualTo(no);
        assertThat(answer(List.of(first, second), CHEN, correction(ExamPart.THEORY, 1, 700, first.id(), REASON)))
                .isEqualTo(no);
        assertThat(answer(List.of(first), CHEN, correction(ExamPart.THEORY, 2, 700, first.id(), REASON)))
                .isEqualTo(no);
        assertThat(answer(List.of(first), CHEN, correction(ExamPart.PRACTICE, 1, 700, first.id(), REASON)))
                .isEqualTo(no);
        assertThat(answer(List.of(first), CHEN, correction(ExamPart.THEORY, 1, 700, LIN, REASON)))
                .isEqualTo(no);
    }

    @Test
    void a_correction_says_why_in_ten_to_two_thousand_characters() {
        Mark wrong = mark(1, ExamPart.THEORY, 1, 300, CHEN);
        Answer needed = new Answer.ReasonNeeded(10, 2_000);

        for (String reason : List.of("", "x".repeat(9), "x".repeat(9) + "   ", "x".repeat(2_001))) {
            assertThat(answer(List.of(wrong), CHEN, correction(ExamPart.THEORY, 1, 700, wrong.id(), reason)))
                    .isEqualTo(needed);
        }
        for (String reason : List.of("x".repeat(10), "x".repeat(2_000))) {
            assertThat(answer(List.of(wrong), CHEN, correction(ExamPart.THEORY, 1, 700, wrong.id(), reason)))
                    .isEqualTo(new Answer.Accepted());
        }
    }

    @Test
    void twenty_corrections_are_enough() {
        List<Mark> marks = new ArrayList<>(List.of(mark(100, ExamPart.THEORY, 1, 300, CHEN)));
        for (int i = 0; i < 20; i++) {
            UUID last = marks.getLast().id();
            assertThat(answer(marks, CHEN, correction(ExamPart.THEORY, 1, 301 + i, last, REASON)))
                    .isEqualTo(new Answer.Accepted());
            marks.add(new Mark(new UUID(1, i), ExamPart.THEORY, 1, 301 + i, CHEN, AT, last, REASON));
        }

        assertThat(answer(
                        marks,
                        CHEN,
                        correction(ExamPart.THEORY, 1, 700, marks.getLast().id(), REASON)))
                .isEqualTo(new Answer.CorrectionsAtLimit(20));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 7, 42, 2026, 987_654_321})
    void whatever_is_accepted_keeps_the_laws_of_marks(long seed) {
        Random random = new Random(seed);
        for (int round = 0; round < 200; round++) {
            List<Mark> marks = accepted(random);
            List<Mark> inForce = Examination.inForce(marks);

            assertThat(inForce)
                    .as("seed %d: each correction puts one mark out of force", seed)
                    .hasSize(marks.size()
                            - (int) marks.stream()
                                    .filter(mark -> mark.corrects() != null)
                                    .count());
            for (Result result : Examination.results(asked, marks, Oversight.NONE)) {
                ExamPart part = result.asked().part();
                assertThat(inForce.stream().filter(mark -> mark.part() == part))
                        .as("seed %d: no more marks than sittings and assessors", seed)
                        .hasSizeLessThanOrEqualTo(
                                result.asked().sittings() * result.asked().assessors());
                assertThat(result.sitting()).isBetween(1, result.asked().sittings());
            }
            assertThat(Examination.results(asked, shuffled(marks, random), Oversight.NONE))
                    .as("seed %d: the order of marks does not matter", seed)
                    .isEqualTo(Examination.results(asked, marks, Oversight.NONE));
            assertThat(Examination.missing(Examination.results(asked, raised(marks), Oversight.NONE)))
                    .as("seed %d: a higher mark never fails a part", seed)
                    .isSubsetOf(Examination.missing(Examination.results(asked, marks, Oversight.NONE)));
        }
    }

    private List<Mark> accepted(Random random) {
        List<Mark> marks = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            ExamPart part = ExamPart.values()[random.nextInt(3)];
            UUID assessor = random.nextBoolean() ? CHEN : LIN;
            UUID corrects = random.nextInt(3) == 0 && !marks.isEmpty()
                    ? marks.get(random.nextInt(marks.size())).id()
                    : null;
            MarkEdit edit = new MarkEdit(part, 1 + random.nextInt(3), 500 + random.nextInt(200), corrects, REASON);
            UUID id = new UUID(5, i);
            if (Examination.mark(sheet(marks), assessor, id, edit) instanceof Answer.Accepted) {
                marks.add(new Mark(
                        id, part, edit.sitting(), edit.tenths(), assessor, AT, corrects, Examination.reason(edit)));
            }
        }
        return marks;
    }

    private static List<Mark> shuffled(List<Mark> marks, Random random) {
        List<Mark> other = new ArrayList<>(marks);
        Collections.shuffle(other, random);
        return other;
    }

    private static List<Mark> raised(List<Mark> marks) {
        return marks.stream()
                .map(mark -> new Mark(
                        mark.id(),
                        mark.part(),
                        mark.sitting(),
                        mark.tenths() + 10,
                        mark.assessor(),
                        mark.at(),
                        mark.corrects(),
                        mark.reason()))
                .toList();
    }

    private Result theory(Mark... marks) {
        return Examination.results(asked, List.of(marks), Oversight.NONE).getFirst();
    }

    private Result practice(Mark... marks) {
        return Examination.results(asked, List.of(marks), Oversight.NONE).getLast();
    }

    private Answer answer(List<Mark> marks, UUID assessor, MarkEdit edit) {
        return Examination.mark(sheet(marks), assessor, new UUID(8, 8), edit);
    }

    private Sheet sheet(List<Mark> marks) {
        return new Sheet(CaseState.IN_EXAMINATION, APPLICANT, Set.of(OFFICER), asked, marks, Oversight.NONE, null);
    }

    private static MarkEdit edit(ExamPart part, int sitting, int tenths) {
        return new MarkEdit(part, sitting, tenths, null, "");
    }

    private static MarkEdit correction(ExamPart part, int sitting, int tenths, @Nullable UUID corrects, String reason) {
        return new MarkEdit(part, sitting, tenths, corrects, reason);
    }

    private static Mark mark(int number, ExamPart part, int sitting, int tenths, UUID assessor) {
        return new Mark(new UUID(7, number), part, sitting, tenths, assessor, AT, null, "");
    }

    private static ExamRequirement part(ExamPart part, int assessors, int sittings) {
        LocalText text = new LocalText("样例", "sample");
        return new ExamRequirement(part, 600, assessors, sittings, new Grounds(text, text, Source.SAMPLE));
    }
}
