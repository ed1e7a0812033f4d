package cn.jiangxue.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.frameworks.data.BadData;
import cn.jiangxue.frameworks.data.DataFile;
import org.junit.jupiter.api.Test;

/** Each test spoils one line of the real data and expects to be told the file, the place and the reason. */
class BadFrameworkDataTest {
    private static final String TURNER = "standards/6-18-01-01.yaml";

    @Test
    void weights_that_do_not_make_100_percent() {
        assertThat(complaint(TURNER, "weightPercent: 40}", "weightPercent: 41}"))
                .startsWith(TURNER + " at /grades/0/units: the weights of a grade make 100 percent, these make 101");
    }

    @Test
    void a_grade_left_out() {
        assertThat(complaint(TURNER, "(?s)  - grade: CHIEF_TECHNICIAN.*", ""))
                .contains("/grades: all eight grades are needed, missing: [CHIEF_TECHNICIAN]");
    }

    @Test
    void a_grade_written_twice() {
        assertThat(complaint(TURNER, "- grade: APPRENTICE\n", "- grade: JUNIOR\n"))
                .contains("grade more than once: JUNIOR");
    }

    @Test
    void a_clause_that_is_not_in_the_table() {
        assertThat(complaint(TURNER, "clause: eight-grades", "clause: nine-grades"))
                .contains("/grades/0/anyOf/0/allOf/1/clause: no clause is called 'nine-grades'");
    }

    @Test
    void a_text_without_english() {
        assertThat(complaint(TURNER, "zh: 车工, en: Turner", "zh: 车工")).contains("/occupation/name/en: missing");
    }

    @Test
    void a_blank_text() {
        assertThat(complaint(TURNER, "zh: 车工, en: Turner", "zh: ' ', en: Turner"))
                .contains("/occupation/name/zh: a text that is not blank was expected");
    }

    @Test
    void a_misspelt_key() {
        assertThat(complaint(TURNER, "sinceYears: 3", "sinceYear: 3")).contains("/sinceYear: unknown key");
    }

    @Test
    void a_key_written_twice() {
        assertThat(complaint(TURNER, "edition: ", "edition: first\nedition: "))
                .contains("'edition' stands twice in one place");
    }

    @Test
    void a_grade_that_asks_for_itself() {
        assertThat(complaint(
                        TURNER, "grade: JUNIOR\n            sinceYears", "grade: INTERMEDIATE\n            sinceYears"))
                .contains("'junior-3-years' asks for a grade that is not below INTERMEDIATE");
    }

    @Test
    void an_unknown_type_of_condition() {
        assertThat(complaint(TURNER, "type: minimum-age", "type: minimum-height"))
                .contains("/grades/0/anyOf/0/allOf/0/type: unknown type of condition 'minimum-height'");
    }

    @Test
    void years_that_are_not_a_whole_number() {
        assertThat(complaint(TURNER, "years: 16", "years: sixteen")).contains("/years: a whole number was expected");
        assertThat(complaint(TURNER, "years: 16", "years: 600")).contains("/years: must lie in 1 … 60, is 600");
    }

    @Test
    void a_pass_mark_beyond_the_scale_or_finer_than_a_tenth() {
        assertThat(complaint(TURNER, "passMark: 60", "passMark: 101")).contains("/passMark: must lie in 0 … 100");
        assertThat(complaint(TURNER, "passMark: 60", "passMark: 60.05"))
                .contains("/passMark: a mark above 0 with at most one decimal was expected");
        assertThat(complaint(TURNER, "passMark: 60", "passMark: 0"))
                .contains("/passMark: a mark above 0 with at most one decimal was expected");
    }

    @Test
    void a_part_of_the_examination_written_twice() {
        assertThat(complaint(TURNER, "part: PRACTICE", "part: THEORY")).contains("part more than once: THEORY");
    }

    @Test
    void an_occupation_code_of_another_form() {
        assertThat(complaint(TURNER, "code: 6-18-01-01", "code: 6-18-1-1")).contains("/occupation/code:");
    }

    @Test
    void two_standards_of_one_occupation() {
        assertThat(complaint(TURNER, "code: 6-18-01-01", "code: 6-31-01-03"))
                .contains("index.yaml at /standards: occupation more than once: 6-31-01-03");
    }

    @Test
    void a_credit_unit_nobody_defined() {
        assertThat(complaint("framework.yaml", "creditUnit: class-16", "creditUnit: class-17"))
                .contains("/creditUnit: no credit unit has the id 'class-17'");
    }

    @Test
    void a_grade_at_no_level_and_levels_out_of_order() {
        assertThat(complaint("framework.yaml", "grades: \\[SENIOR\\]", "grades: []"))
                .contains("/levels: every grade stands at a level, missing: [SENIOR]");
        assertThat(complaint("framework.yaml", "- number: 3", "- number: 5")).contains("number 5 stands at place 3");
    }

    @Test
    void two_versions_of_a_rule_in_force_on_one_day() {
        assertThat(complaint("transfer-rules.yaml", "effectiveUntil: 2026-01-01", "effectiveUntil: 2026-01-02"))
                .contains("on 2026-01-01 two versions hold");
    }

    @Test
    void a_rule_that_ends_before_it_begins() {
        assertThat(complaint("transfer-rules.yaml", "effectiveUntil: 2026-01-01", "effectiveUntil: 2024-01-01"))
                .contains("/rules/0/effectiveUntil: must lie after effectiveFrom");
    }

    @Test
    void a_file_that_is_missing() {
        assertThat(complaint("index.yaml", "framework.yaml", "nowhere.yaml"))
                .startsWith("nowhere.yaml at /: the file is missing");
    }

    private static String complaint(String file, String pattern, String replacement) {
        String sound = DataFile.text(Frameworks.class, file);
        String spoilt = sound.replaceFirst(pattern, replacement);
        assertThat(spoilt).as("the pattern must occur").isNotEqualTo(sound);
        return assertThatExceptionOfType(BadData.class)
                .isThrownBy(() -> Frameworks.load(name ->
                        DataFile.parse(name, name.equals(file) ? spoilt : DataFile.text(Frameworks.class, name))))
                .actual()
                .getMessage();
    }
}
