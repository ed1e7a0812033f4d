package cn.jiangxue.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.frameworks.data.BadData;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One standard or framework as text: the same checks as for the files, and everything wrong at once. */
class EditionReadingTest {

    private final FrameworkData data = Frameworks.load();
    private final List<String> files = Frameworks.editions();

    @Test
    void every_file_is_read_from_its_json_as_from_itself() {
        assertThat(files).hasSize(7);
        assertThat(EditionReading.framework(files.getFirst(), data.creditUnits()))
                .isEqualTo(data.framework());
        assertThat(files.stream().skip(1).map(EditionReading::standard))
                .containsExactlyInAnyOrderElementsOf(data.standards());
        assertThat(files.stream().map(EditionReading::isFramework))
                .containsExactly(true, false, false, false, false, false, false);
    }

    @Test
    void what_is_sound_has_no_faults() {
        assertThat(EditionReading.frameworkFaults(files.getFirst(), data.creditUnits()))
                .isEmpty();
        assertThat(files.stream().skip(1))
                .allSatisfy(
                        file -> assertThat(EditionReading.standardFaults(file)).isEmpty());
    }

    @Test
    void every_fault_is_told_at_once_with_its_place_in_both_languages() {
        String spoilt = turner().replaceFirst("\"weightPercent\":40", "\"weightPercent\":0")
                .replace("\"effectiveFrom\":\"2026-01-01\"", "\"effectiveFrom\":\"soon\"")
                .replaceFirst("\"years\":5", "\"years\":500")
                .replaceFirst("\"clause\":\"eight-grades\"", "\"clause\":\"nine-grades\"");

        List<BadData> faults = EditionReading.standardFaults(spoilt);

        assertThat(faults)
                .extracting(BadData::path)
                .contains("/effectiveFrom", "/grades/0/anyOf/0/allOf/1/clause")
                .anyMatch(path -> path.matches("/grades/0/units/\\d/weightPercent"))
                .anyMatch(path -> path.matches("/grades/\\d/anyOf/\\d/allOf/\\d/years"))
                .hasSize(4);
        assertThat(faults).allSatisfy(fault -> {
            assertThat(fault.inWords().zh()).containsPattern("\\p{IsHan}");
            assertThat(fault.inWords().en()).doesNotContainPattern("\\p{IsHan}");
        });
    }

    @Test
    void what_only_the_whole_shows_is_told_too() {
        String light = turner().replaceFirst("\"weightPercent\":40", "\"weightPercent\":39");

        assertThat(EditionReading.standardFaults(light)).singleElement().satisfies(fault -> {
            assertThat(fault.path()).isEqualTo("/grades/0/units");
            assertThat(fault.inWords().zh()).contains("99%");
        });
    }

    @Test
    void what_is_no_such_text_at_all_is_one_fault() {
        assertThat(EditionReading.standardFaults("{")).hasSize(1);
        assertThat(EditionReading.standardFaults("[1]")).hasSize(1);
        assertThat(EditionReading.standardFaults("{\"grades\":[]}")).isNotEmpty();
        assertThatExceptionOfType(BadData.class).isThrownBy(() -> EditionReading.standard("{}"));
    }

    @Test
    void the_version_of_a_framework_begins_with_its_year() {
        String nameless = files.getFirst().replace("\"version\":\"2026", "\"version\":\"二零二六");

        assertThat(EditionReading.frameworkFaults(nameless, data.creditUnits()))
                .extracting(BadData::path)
                .containsExactly("/version");
    }

    private String turner() {
        return files.stream()
                .filter(file -> file.contains("\"code\":\"6-18-01-01\""))
                .findFirst()
                .orElseThrow();
    }
}
