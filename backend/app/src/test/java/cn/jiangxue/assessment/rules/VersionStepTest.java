package cn.jiangxue.assessment.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VersionStepTest {

    @ParameterizedTest(name = "newest {0}, edited from {1}, same text {2}: {3}")
    @CsvSource({
        "0, 0, false, CREATE",
        "0, 3, false, MISSING",
        "1, 0, true, REPEAT",
        "1, 0, false, CONFLICT",
        "2, 0, true, CONFLICT",
        "3, 3, false, APPEND",
        "3, 3, true, APPEND",
        "4, 3, true, REPEAT",
        "4, 3, false, STALE",
        "3, 5, false, STALE",
        "99, 99, false, APPEND",
        "100, 100, false, FULL",
    })
    void an_edit_is_what_its_version_says(int newest, int editedFrom, boolean same, VersionStep expected) {
        assertThat(VersionStep.decide(newest, editedFrom, same)).isEqualTo(expected);
    }
}
