package cn.jiangxue.framework;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.FrameworkApi.Standard;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.OutcomeType;
import cn.jiangxue.platform.ProblemException;
import cn.jiangxue.vocabulary.GradeNames;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class FrameworkRoutesTest {

    private final Standards standards = Standards.of(Frameworks.load());
    private final FrameworkRoutes routes = new FrameworkRoutes(standards);

    @Test
    void the_framework_says_what_stands_at_each_level() {
        var framework = routes.framework();

        assertThat(framework.version()).isEqualTo(2026);
        assertThat(framework.levels()).hasSizeGreaterThanOrEqualTo(8);
        assertThat(framework.levels().getFirst().standsHere()).contains(GradeNames.of(Grade.APPRENTICE));
    }

    @Test
    void every_standard_shows_all_eight_grades_with_every_alternative() {
        assertThat(routes.standards())
                .hasSizeGreaterThanOrEqualTo(2)
                .allSatisfy(standard -> assertThat(standard.grades())
                        .hasSize(8)
                        .allSatisfy(grade -> assertThat(grade.paths())
                                .isNotEmpty()
                                .allSatisfy(
                                        path -> assertThat(path.conditions()).isNotEmpty())));
        Standard turner = routes.standard("6-18-01-01");
        assertThat(turner.occupation().zh()).isEqualTo("车工");
        assertThat(turner.grades().get(2).paths()).hasSize(3);
        assertThat(turner.grades().get(2).paths().getFirst().conditions()).hasSize(2);
    }

    @Test
    void an_occupation_without_a_standard_is_not_found() {
        assertThatThrownBy(() -> routes.standard("0-00-00-00"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.code()).isEqualTo(ProblemCode.NOT_FOUND));
        assertThat(standards.occupationName("0-00-00-00").zh()).isEqualTo("0-00-00-00");
    }

    @Test
    void rules_are_listed_by_version_and_found_by_civil_date() {
        assertThat(routes.rules()).extracting(rule -> rule.version()).containsExactly(1, 2, 3);
        assertThat(standards
                        .transferRule(OutcomeType.COURSE, LocalDate.of(2025, 6, 1))
                        .orElseThrow()
                        .version())
                .isEqualTo(1);
        assertThat(standards.transferRule(OutcomeType.COURSE, LocalDate.of(2024, 12, 31)))
                .isEmpty();
    }
}
