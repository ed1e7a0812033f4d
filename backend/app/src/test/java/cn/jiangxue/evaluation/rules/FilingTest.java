package cn.jiangxue.evaluation.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PartEdit;
import cn.jiangxue.contract.EvaluationApi.VersionEdit;
import cn.jiangxue.contract.ExamPart;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.evaluation.rules.Filing.Flaw;
import cn.jiangxue.frameworks.ExamRequirement;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.OccupationalStandard;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FilingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 26);
    private static final UUID CHEN = new UUID(0, 1);
    private static final UUID ZHOU = new UUID(0, 2);
    private static final OccupationalStandard TURNER = Frameworks.load().standards().stream()
            .filter(standard -> standard.occupation().code().equals("6-18-01-01"))
            .findFirst()
            .orElseThrow();

    private List<Grade> grades = List.of(Grade.JUNIOR, Grade.SENIOR);
    private LocalDate from = TODAY;
    private LocalDate until = TODAY.plusYears(3);
    private List<String> places = List.of("一号车间");
    private List<UUID> assessors = List.of(CHEN, ZHOU);
    private List<PartEdit> parts = List.of(part(ExamPart.THEORY, 600, 1), part(ExamPart.PRACTICE, 600, 2));

    @Test
    void a_whole_plan_can_be_filed() {
        assertThat(flaws()).isEmpty();
    }

    @Test
    void grades_are_examined_ones_each_once() {
        for (List<Grade> wrong :
                List.of(List.<Grade>of(), List.of(Grade.JUNIOR, Grade.JUNIOR), List.of(Grade.APPRENTICE))) {
            grades = wrong;
            assertThat(fields()).contains("grades");
        }
    }

    @Test
    void it_begins_today_at_the_earliest_and_ends_within_three_years() {
        from = TODAY.minusDays(1);
        assertThat(fields()).containsExactly("from", "until");
        from = TODAY;
        until = TODAY;
        assertThat(fields()).containsExactly("until");
        until = TODAY.plusYears(3).plusDays(1);
        assertThat(fields()).containsExactly("until");
        until = TODAY.plusDays(1);
        assertThat(fields()).isEmpty();
    }

    @Test
    void places_are_named_and_not_too_many() {
        for (List<String> wrong : List.of(
                List.<String>of(),
                List.of("间"),
                List.of(" 间 "),
                List.of("间".repeat(EvaluationApi.PLACE_MOST + 1)),
                Collections.nCopies(EvaluationApi.PLACES_MOST + 1, "车间"))) {
            places = wrong;
            assertThat(fields()).containsExactly("places");
        }
        places = Collections.nCopies(EvaluationApi.PLACES_MOST, "间".repeat(EvaluationApi.PLACE_MOST));
        assertThat(fields()).isEmpty();
        places = List.of("车间");
        assertThat(fields()).isEmpty();
    }

    @Test
    void assessors_are_of_the_enterprise_and_as_many_as_a_part_needs() {
        for (List<UUID> wrong : List.of(
                List.of(CHEN),
                List.of(CHEN, CHEN),
                List.of(CHEN, new UUID(0, 9)),
                many(EvaluationApi.ASSESSORS_MOST + 1))) {
            assessors = wrong;
            assertThat(fields()).containsExactly("assessors");
        }
        parts = List.of();
        assessors = List.of();
        assertThat(fields()).containsExactly("assessors", "parts");
    }

    @Test
    void fifty_assessors_are_not_too_many() {
        assessors = many(EvaluationApi.ASSESSORS_MOST);

        assertThat(Filing.flaws(edit(), TURNER, Set.copyOf(assessors), TODAY)).isEmpty();
    }

    @Test
    void every_part_of_the_standard_is_named_once_and_no_other() {
        PartEdit theory = part(ExamPart.THEORY, 600, 1);
        for (List<PartEdit> wrong : List.of(
                List.of(theory),
                List.of(theory, theory),
                List.of(theory, part(ExamPart.PRACTICE, 600, 1), part(ExamPart.REVIEW, 600, 1)))) {
            parts = wrong;
            assertThat(fields()).containsExactly("parts");
        }
        grades = List.of(Grade.TECHNICIAN);
        parts = List.of(theory, part(ExamPart.PRACTICE, 600, 2), part(ExamPart.REVIEW, 600, 2));
        assertThat(fields()).isEmpty();
    }

    @Test
    void an_enterprise_asks_no_less_than_the_standard() {
        grades = List.of(Grade.SENIOR, Grade.TECHNICIAN);
        parts = List.of(
                part(ExamPart.THEORY, 599, 1), part(ExamPart.PRACTICE, 600, 1), part(ExamPart.REVIEW, 1_001, 6));
        assessors = many(6);

        List<Flaw> flaws = Filing.flaws(edit(), TURNER, Set.copyOf(assessors), TODAY);

        assertThat(flaws)
                .extracting(Flaw::field)
                .containsExactly(
                        "parts[0].passTenths", "parts[1].assessors", "parts[2].passTenths", "parts[2].assessors");
        assertThat(flaws.get(0).why().en()).contains("standard's 60 at least");
        assertThat(flaws.get(1).why().en()).contains("standard's 2 assessors");
        parts = List.of(
                part(ExamPart.THEORY, 1_000, 5), part(ExamPart.PRACTICE, 600, 2), part(ExamPart.REVIEW, 600, 2));
        assertThat(Filing.flaws(edit(), TURNER, Set.copyOf(assessors), TODAY)).isEmpty();
    }

    @Test
    void what_is_pinned_says_what_the_plan_asks() {
        parts = List.of(part(ExamPart.THEORY, 705, 1), part(ExamPart.PRACTICE, 800, 2));

        List<GradeParts> pinned = Filing.pinned(edit(), TURNER, 4);

        assertThat(pinned).extracting(GradeParts::grade).containsExactly(Grade.JUNIOR, Grade.SENIOR);
        ExamRequirement theory = pinned.getFirst().parts().getFirst();
        assertThat(theory.passTenths()).isEqualTo(705);
        assertThat(theory.grounds().wording().en()).contains("70.5 or more").contains("marked by 1");
        assertThat(theory.grounds().clause().zh()).startsWith("企业评价方案第4版；");
        assertThat(pinned.getLast().parts().getLast().assessors()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whatever_can_be_filed_asks_at_least_what_the_standard_asks(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 300; i++) {
            Grade grade = Grade.values()[1 + random.nextInt(5)];
            grades = List.of(grade);
            parts = TURNER.requirements(grade).examination().stream()
                    .map(asked -> part(asked.part(), 550 + random.nextInt(500), 1 + random.nextInt(5)))
                    .toList();
            assessors = many(5);
            if (Filing.flaws(edit(), TURNER, Set.copyOf(assessors), TODAY).isEmpty()) {
                List<ExamRequirement> pinned =
                        Filing.pinned(edit(), TURNER, 1).getFirst().parts();
                List<ExamRequirement> asked = TURNER.requirements(grade).examination();
                assertThat(pinned).as("seed %d, round %d", seed, i).hasSameSizeAs(asked);
                for (int p = 0; p < asked.size(); p++) {
                    assertThat(pinned.get(p).part()).isEqualTo(asked.get(p).part());
                    assertThat(pinned.get(p).passTenths())
                            .isGreaterThanOrEqualTo(asked.get(p).passTenths());
                    assertThat(pinned.get(p).assessors())
                            .isGreaterThanOrEqualTo(asked.get(p).assessors());
                    assertThat(pinned.get(p).sittings()).isEqualTo(asked.get(p).sittings());
                }
            }
        }
    }

    private static List<UUID> many(int count) {
        return Stream.iterate(1L, n -> n + 1)
                .limit(count)
                .map(n -> new UUID(0, n))
                .toList();
    }

    private List<Flaw> flaws() {
        return Filing.flaws(edit(), TURNER, Set.of(CHEN, ZHOU), TODAY);
    }

    private List<String> fields() {
        return flaws().stream().map(Flaw::field).toList();
    }

    private VersionEdit edit() {
        return new VersionEdit(grades, from, until, places, assessors, parts);
    }

    private static PartEdit part(ExamPart part, int passTenths, int assessors) {
        return new PartEdit(part, passTenths, assessors);
    }
}
