package cn.jiangxue.promotion.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.ExaminationApi.ConfirmationEdit;
import cn.jiangxue.contract.ExaminationApi.MarkEdit;
import cn.jiangxue.contract.ExaminationApi.PartState;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.CaseState;
import cn.jiangxue.contract.PromotionApi.DecisionEdit;
import cn.jiangxue.contract.PromotionApi.DecisionKind;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.frameworks.ExamRequirement;
import cn.jiangxue.frameworks.Grounds;
import cn.jiangxue.frameworks.Source;
import cn.jiangxue.promotion.rules.EnterpriseWay.PlanFacts;
import cn.jiangxue.promotion.rules.Examination.Mark;
import cn.jiangxue.promotion.rules.Examination.Result;
import cn.jiangxue.promotion.rules.Examination.Sheet;
import cn.jiangxue.promotion.rules.Ladder.Check;
import cn.jiangxue.promotion.rules.Ladder.PathCheck;
import cn.jiangxue.promotion.rules.Oversight.Answer;
import cn.jiangxue.promotion.rules.Oversight.Confirmation;
import cn.jiangxue.promotion.rules.Oversight.PlanToday;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sittings that count only when somebody from outside has confirmed them. */
class OversightTest {

    private static final UUID APPLICANT = new UUID(0, 1);
    private static final UUID OFFICER = new UUID(0, 2);
    private static final UUID CHEN = new UUID(0, 3);
    private static final UUID SUN = new UUID(0, 4);
    private static final String WHY = "考场没有按方案布置，监控中断。";
    private static final Instant AT = Instant.parse("2026-11-26T02:00:00Z");
    private static final Grounds GROUNDS =
            new Grounds(new LocalText("考", "asked"), new LocalText("第一条", "article 1"), Source.SAMPLE);
    private static final List<ExamRequirement> ASKED = List.of(
            new ExamRequirement(ExamPart.THEORY, 600, 1, 2, GROUNDS),
            new ExamRequirement(ExamPart.PRACTICE, 600, 1, 2, GROUNDS));
    private static final PlanToday PLAN = new PlanToday(true, Set.of(CHEN), Set.of(SUN));

    @Test
    void a_sitting_counts_only_once_it_is_confirmed() {
        List<Mark> marks = List.of(mark(ExamPart.THEORY, 1, 900));

        assertThat(theory(marks).state()).isEqualTo(PartState.UNCONFIRMED);
        assertThat(theory(marks).meanTenths()).isNull();
        assertThat(theory(marks, said(1, true)).state()).isEqualTo(PartState.PASSED);
        assertThat(Oversight.awaited(Examination.results(ASKED, marks, oversight())))
                .containsExactly(ExamPart.THEORY);
        assertThat(Examination.results(ASKED, marks, Oversight.NONE).getFirst().state())
                .as("an institution by itself")
                .isEqualTo(PartState.PASSED);
    }

    @Test
    void a_void_sitting_opens_the_next_and_uses_none_up() {
        List<Mark> marks =
                List.of(mark(ExamPart.THEORY, 1, 900), mark(ExamPart.THEORY, 2, 500), mark(ExamPart.THEORY, 3, 600));

        Result second = theory(marks.subList(0, 1), said(1, false));
        assertThat(second.state()).isEqualTo(PartState.OPEN);
        assertThat(second.sitting()).isEqualTo(2);
        assertThat(second.meanTenths()).as("a void sitting has no mean").isNull();
        Result failed = theory(marks.subList(0, 2), said(1, false), said(2, true));
        assertThat(failed.sitting()).isEqualTo(3);
        assertThat(failed.meanOf()).isEqualTo(2);
        assertThat(theory(marks, said(1, false), said(2, true), said(3, true)).state())
                .as("the second that counts")
                .isEqualTo(PartState.PASSED);
        assertThat(theory(marks, said(1, true), said(2, true)).state())
                .as("passed at the first")
                .isEqualTo(PartState.PASSED);
    }

    @Test
    void after_three_void_sittings_or_two_failed_ones_a_part_is_used_up() {
        List<Mark> marks =
                List.of(mark(ExamPart.THEORY, 1, 500), mark(ExamPart.THEORY, 2, 500), mark(ExamPart.THEORY, 3, 900));

        assertThat(theory(marks, said(1, false), said(2, false), said(3, false)).state())
                .isEqualTo(PartState.USED_UP);
        assertThat(theory(marks.subList(0, 2), said(1, false), said(2, false)).state())
                .isEqualTo(PartState.OPEN);
        assertThat(theory(marks, said(1, true), said(2, true)).state()).isEqualTo(PartState.USED_UP);
    }

    @Test
    void a_complete_sitting_is_confirmed_by_who_was_there() {
        Sheet sheet = sheet(PLAN, List.of(mark(ExamPart.THEORY, 1, 800)));

        assertThat(confirm(sheet, edit(1, true, true, ""))).isInstanceOf(Answer.Accepted.class);
        assertThat(confirm(sheet, edit(1, false, true, ""))).isInstanceOf(Answer.NotPresent.class);
        assertThat(confirm(sheet, edit(1, false, false, WHY))).isInstanceOf(Answer.Accepted.class);
        assertThat(confirm(sheet, edit(1, true, false, "字".repeat(9)))).isEqualTo(new Answer.ReasonNeeded(10, 2_000));
        assertThat(confirm(sheet, edit(1, true, false, "字".repeat(10)))).isInstanceOf(Answer.Accepted.class);
        assertThat(confirm(sheet, edit(1, true, true, "字".repeat(2_000)))).isInstanceOf(Answer.Accepted.class);
        assertThat(confirm(sheet, edit(1, true, true, "字".repeat(2_001)))).isEqualTo(new Answer.ReasonNeeded(0, 2_000));
        assertThat(confirm(sheet, edit(2, true, true, ""))).isInstanceOf(Answer.NotComplete.class);
        assertThat(confirm(sheet, new ConfirmationEdit(ExamPart.PRACTICE, 1, true, true, "")))
                .isInstanceOf(Answer.NotComplete.class);
    }

    @Test
    void whoever_applied_marked_or_decided_does_not_supervise() {
        Sheet sheet = sheet(PLAN, List.of(mark(ExamPart.THEORY, 1, 800)));
        ConfirmationEdit edit = edit(1, true, true, "");

        assertThat(Oversight.confirm(sheet, APPLICANT, new UUID(1, 1), edit)).isInstanceOf(Answer.OwnCase.class);
        assertThat(Oversight.confirm(sheet, CHEN, new UUID(1, 1), edit)).isInstanceOf(Answer.ActedHere.class);
        assertThat(Oversight.confirm(sheet, OFFICER, new UUID(1, 1), edit)).isInstanceOf(Answer.ActedHere.class);
    }

    @Test
    void what_was_said_of_a_sitting_stands() {
        Confirmation said = said(1, true);
        Sheet sheet = sheet(PLAN, List.of(mark(ExamPart.THEORY, 1, 800)), said);

        assertThat(Oversight.confirm(sheet, SUN, said.id(), edit(1, true, true, "")))
                .isInstanceOf(Answer.Repeated.class);
        for (ConfirmationEdit other : List.of(
                edit(1, true, false, WHY),
                edit(2, true, true, ""),
                edit(1, true, true, WHY),
                new ConfirmationEdit(ExamPart.PRACTICE, 1, true, true, ""))) {
            assertThat(Oversight.confirm(sheet, SUN, said.id(), other)).isInstanceOf(Answer.Conflicting.class);
        }
        assertThat(Oversight.confirm(sheet, new UUID(0, 9), said.id(), edit(1, true, true, "")))
                .isInstanceOf(Answer.Conflicting.class);
        assertThat(confirm(sheet, edit(1, true, false, WHY))).isInstanceOf(Answer.ConfirmedBefore.class);
        Sheet closed = new Sheet(
                CaseState.APPROVED, APPLICANT, Set.of(OFFICER), ASKED, sheet.marks(), sheet.oversight(), PLAN);
        assertThat(confirm(closed, edit(1, true, true, ""))).isEqualTo(new Answer.NotInExamination(CaseState.APPROVED));
    }

    @Test
    void under_a_plan_its_assessors_mark_while_it_is_in_force() {
        assertThat(mark(sheet(PLAN, List.of()), CHEN, 1)).isInstanceOf(Examination.Answer.Accepted.class);
        assertThat(mark(sheet(PLAN, List.of()), SUN, 1)).isInstanceOf(Examination.Answer.SupervisesHere.class);
        assertThat(mark(sheet(PLAN, List.of()), new UUID(0, 9), 1)).isInstanceOf(Examination.Answer.NotInPlan.class);
        PlanToday suspended = new PlanToday(false, Set.of(CHEN), Set.of(SUN));
        assertThat(mark(sheet(suspended, List.of()), CHEN, 1)).isInstanceOf(Examination.Answer.PlanNotInForce.class);
        PlanToday renamed = new PlanToday(true, Set.of(CHEN, SUN), Set.of());
        Sheet seen = sheet(renamed, List.of(mark(ExamPart.THEORY, 1, 100)), said(1, true));
        assertThat(mark(seen, SUN, 2))
                .as("who supervised before")
                .isInstanceOf(Examination.Answer.SupervisesHere.class);
        assertThat(mark(sheet(PLAN, List.of(mark(ExamPart.THEORY, 1, 800))), CHEN, 2))
                .isInstanceOf(Examination.Answer.SupervisorAwaited.class);
    }

    @Test
    void a_sitting_that_began_is_marked_to_its_end_though_the_plan_is_suspended() {
        List<ExamRequirement> two = List.of(new ExamRequirement(ExamPart.THEORY, 600, 2, 1, GROUNDS));
        UUID zhou = new UUID(0, 5);
        PlanToday suspended = new PlanToday(false, Set.of(CHEN, zhou), Set.of(SUN));
        Sheet begun = new Sheet(
                CaseState.IN_EXAMINATION,
                APPLICANT,
                Set.of(OFFICER),
                two,
                List.of(mark(ExamPart.THEORY, 1, 800)),
                oversight(),
                suspended);

        assertThat(mark(begun, zhou, 1)).isInstanceOf(Examination.Answer.Accepted.class);
    }

    @Test
    void a_mark_that_was_confirmed_is_not_corrected_and_one_that_waits_is() {
        Mark first = mark(ExamPart.THEORY, 1, 100);
        MarkEdit correction = new MarkEdit(ExamPart.THEORY, 1, 200, first.id(), WHY);

        assertThat(Examination.mark(sheet(PLAN, List.of(first)), CHEN, new UUID(1, 9), correction))
                .isInstanceOf(Examination.Answer.Accepted.class);
        assertThat(Examination.mark(sheet(PLAN, List.of(first), said(1, true)), CHEN, new UUID(1, 9), correction))
                .isInstanceOf(Examination.Answer.NotCorrectable.class);
    }

    @Test
    void who_supervises_does_not_decide_and_nothing_unconfirmed_is_approved() {
        Review.Standing standing = new Review.Standing(
                CaseState.IN_EXAMINATION,
                4,
                APPLICANT,
                PromotionPath.ENTERPRISE,
                0,
                true,
                List.of(ExamPart.THEORY, ExamPart.PRACTICE),
                List.of(ExamPart.PRACTICE),
                Set.of(CHEN),
                Set.of(SUN),
                null);
        DecisionEdit approve = new DecisionEdit(DecisionKind.APPROVE, "", 4);

        assertThat(Review.decide(standing, SUN, new UUID(1, 1), approve))
                .isInstanceOf(Review.Answer.SupervisesHere.class);
        assertThat(Review.possible(standing, SUN)).isEmpty();
        assertThat(Review.possible(standing, OFFICER)).containsExactly(DecisionKind.REFUSE);
        assertThat(Review.decide(standing, OFFICER, new UUID(1, 1), approve))
                .isEqualTo(new Review.Answer.SupervisorAwaited(List.of(ExamPart.PRACTICE)));
    }

    @Test
    void the_way_asks_for_a_plan_in_force_that_covers_the_grade_and_employs_the_applicant() {
        LocalText employer = new LocalText("匠心精工", "Jiangxin");
        Check ladder = new Check(Grade.SENIOR, List.of(new PathCheck(new LocalText("甲", "one"), List.of())));
        LocalText suspended = new LocalText("已暂停", "suspended");

        assertThat(EnterpriseWay.check(ladder, new PlanFacts(employer, 2, true, Optional.empty(), true))
                        .eligible())
                .isTrue();
        for (PlanFacts wrong : List.of(
                new PlanFacts(employer, 2, false, Optional.empty(), true),
                new PlanFacts(employer, 2, true, Optional.of(suspended), true),
                new PlanFacts(employer, 2, true, Optional.empty(), false))) {
            Check check = EnterpriseWay.check(ladder, wrong);
            assertThat(check.eligible()).isFalse();
            assertThat(check.paths().getFirst().findings())
                    .filteredOn(finding -> !finding.met())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void no_part_is_passed_without_a_confirmed_sitting_that_passed(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            List<Mark> marks = new ArrayList<>();
            List<Confirmation> said = new ArrayList<>();
            for (int sitting = 1; sitting <= 5; sitting++) {
                Mark mark = mark(ExamPart.THEORY, sitting, random.nextInt(1_001));
                marks.add(mark);
                if (random.nextInt(4) > 0) {
                    said.add(said(sitting, random.nextBoolean()));
                }
            }
            Result result = theory(marks, said.toArray(Confirmation[]::new));
            boolean carried = said.stream()
                    .filter(Confirmation::counts)
                    .anyMatch(one -> one.sitting() == result.sitting()
                            && marks.get(one.sitting() - 1).tenths() >= 600);
            assertThat(result.state() == PartState.PASSED)
                    .as("seed %d, round %d: %s", seed, i, result)
                    .isEqualTo(carried);
        }
    }

    private static Result theory(List<Mark> marks, Confirmation... said) {
        return Examination.results(ASKED, marks, oversight(said)).getFirst();
    }

    private static Oversight oversight(Confirmation... said) {
        return new Oversight(true, List.of(said));
    }

    private static Sheet sheet(@Nullable PlanToday plan, List<Mark> marks, Confirmation... said) {
        return new Sheet(CaseState.IN_EXAMINATION, APPLICANT, Set.of(OFFICER), ASKED, marks, oversight(said), plan);
    }

    private static Answer confirm(Sheet sheet, ConfirmationEdit edit) {
        return Oversight.confirm(sheet, SUN, new UUID(1, 1), edit);
    }

    private static ConfirmationEdit edit(int sitting, boolean present, boolean counts, String words) {
        return new ConfirmationEdit(ExamPart.THEORY, sitting, present, counts, words);
    }

    private static Examination.Answer mark(Sheet sheet, UUID assessor, int sitting) {
        return Examination.mark(sheet, assessor, new UUID(1, 1), new MarkEdit(ExamPart.THEORY, sitting, 700, null, ""));
    }

    private static Mark mark(ExamPart part, int sitting, int tenths) {
        return new Mark(new UUID(2, sitting), part, sitting, tenths, CHEN, AT, null, "");
    }

    private static Confirmation said(int sitting, boolean counts) {
        return new Confirmation(new UUID(3, sitting), ExamPart.THEORY, sitting, counts, counts ? "" : WHY, SUN, AT);
    }
}
