package cn.jiangxue.ui.govern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.contract.EvaluationApi.PartEdit;
import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.FrameworkApi.ExamRequirement;
import cn.jiangxue.contract.FrameworkApi.GradeRequirements;
import cn.jiangxue.contract.FrameworkApi.Standard;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ui.shell.FormDialog;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class PlanFormTest {

    private static final LocalText TEXT = new LocalText("电工", "Electrician");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final PersonName MA = new PersonName(new UUID(0, 1), "马超");
    private static final PersonName CHEN = new PersonName(new UUID(0, 2), "陈立");

    private final PlanForm form = new PlanForm(standard(), List.of(MA, CHEN), TODAY);

    @Test
    void what_is_sent_is_what_the_earlier_version_said() {
        VersionEdit earlier = new VersionEdit(
                List.of(Grade.JUNIOR),
                TODAY.plusDays(3),
                TODAY.plusYears(1),
                List.of("一号车间", "二号车间"),
                List.of(MA.personId()),
                List.of(new PartEdit(ExamPart.THEORY, 750, 2)));

        assertThat(form.with(earlier).content()).isEqualTo(earlier);
    }

    @Test
    void a_version_whose_days_are_over_begins_today_with_what_it_said_else() {
        VersionEdit over = new VersionEdit(
                List.of(Grade.JUNIOR),
                TODAY.minusYears(1),
                TODAY.minusDays(1),
                List.of("一号车间"),
                List.of(MA.personId()),
                List.of(new PartEdit(ExamPart.THEORY, 750, 2)));

        VersionEdit next = form.with(over).content();

        assertThat(next.from()).isEqualTo(TODAY);
        assertThat(next.until()).isEqualTo(TODAY.plusYears(3));
        assertThat(next.parts()).isEqualTo(over.parts());
    }

    @Test
    void an_assessor_who_left_is_not_named_again_and_the_standards_least_stands_in_for_less() {
        VersionEdit earlier = new VersionEdit(
                List.of(Grade.JUNIOR, Grade.TECHNICIAN),
                TODAY,
                TODAY.plusYears(1),
                List.of("一号车间"),
                List.of(CHEN.personId(), new UUID(0, 9)),
                List.of());

        VersionEdit next = form.with(earlier).content();

        assertThat(next.assessors()).containsExactly(CHEN.personId());
        assertThat(next.parts())
                .containsExactly(new PartEdit(ExamPart.THEORY, 600, 1), new PartEdit(ExamPart.REVIEW, 610, 2));
    }

    @Test
    void nothing_is_sent_while_something_is_missing() {
        assertThatExceptionOfType(FormDialog.Incomplete.class).isThrownBy(form::content);
    }

    private static Standard standard() {
        return new Standard(
                "6-31-01-03",
                TEXT,
                "2026-样例1",
                "SAMPLE",
                List.of(),
                List.of(
                        new GradeRequirements(Grade.APPRENTICE, TEXT, 1, List.of(), List.of()),
                        new GradeRequirements(Grade.JUNIOR, TEXT, 2, List.of(), List.of(part(ExamPart.THEORY, 600, 1))),
                        new GradeRequirements(
                                Grade.TECHNICIAN, TEXT, 5, List.of(), List.of(part(ExamPart.REVIEW, 605, 2)))));
    }

    private static ExamRequirement part(ExamPart part, int passTenths, int assessors) {
        return new ExamRequirement(part, passTenths, assessors, 3, TEXT, "第一条", "SAMPLE");
    }
}
