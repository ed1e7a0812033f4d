package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeTarget;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeSentence;
import cn.jiangxue.contract.StandardsApi.ComparedRow;
import cn.jiangxue.contract.StandardsApi.RowChange;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.transfer.WrittenProgramme;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Programmes read aloud, and two of them side by side. */
class ProgrammesComparedTest {

    private final WrittenProgramme before = new WrittenProgramme();
    private final WrittenProgramme now = new WrittenProgramme();

    @Test
    void every_sample_programme_is_read_aloud_in_both_languages_with_a_key_for_each_sentence() {
        assertThat(Frameworks.ruleBook().programmes()).allSatisfy(programme -> {
            List<ProgrammeSentence> said = PlainProgramme.of(programme.content(), Map.of());
            assertThat(said).allSatisfy(sentence -> {
                assertThat(sentence.text().zh()).isNotBlank();
                assertThat(sentence.text().en()).isNotBlank();
            });
            assertThat(said)
                    .extracting(ProgrammeSentence::key)
                    .doesNotHaveDuplicates()
                    .hasSizeGreaterThan(programme.content().targets().size());
        });
    }

    @Test
    void amounts_shares_and_what_they_are_of_are_said() {
        List<ProgrammeSentence> said = said(now);

        assertThat(text(said, "cap/one-source").zh()).startsWith("至多12学分。");
        assertThat(text(said, "cap/total").en()).startsWith("At most 50% of the total.");
        assertThat(text(said, "floor/practice").zh()).startsWith("至少20学分。");
        assertThat(text(said, "target/drawing").en()).isEqualTo("4 credits, category Core, level 3.");
        assertThat(text(said, "never").zh()).startsWith("毕业设计。");
    }

    @Test
    void the_same_programme_differs_in_nothing() {
        assertThat(compared().rows()).isEmpty();
        assertThat(compared().same()).isEqualTo(said(now).size());
    }

    @Test
    void what_is_added_removed_and_changed_is_told_part_by_part() {
        now.totalMilli = 130_000;
        List<ProgrammeCap> caps = new ArrayList<>(now.caps);
        caps.removeFirst();
        now.caps = caps;
        List<ProgrammeTarget> targets = new ArrayList<>(now.targets);
        targets.add(new ProgrammeTarget("robots", new LocalText("机器人", "Robots"), 3_000, "core", 4, Map.of()));
        now.targets = targets;

        assertThat(compared().rows())
                .extracting(ComparedRow::change)
                .containsExactly(RowChange.CHANGED, RowChange.ADDED, RowChange.CHANGED, RowChange.REMOVED);
        assertThat(compared().rows().get(1).newer().en()).contains("3 credits");
        assertThat(compared().rows().getLast().newer()).isNull();
    }

    @Test
    void another_order_of_targets_is_a_difference_because_it_decides_between_equals() {
        now.targets = now.targets.reversed();

        assertThat(compared().rows())
                .singleElement()
                .satisfies(row -> assertThat(row.place().en()).isEqualTo("Order"));
    }

    @Test
    void a_cap_that_speaks_of_something_else_says_of_what_on_both_sides() {
        now.caps = now.caps.stream()
                .map(cap -> cap.id().equals("elective")
                        ? new ProgrammeCap(cap.id(), cap.over(), "general", cap.mostMilli(), null, null, cap.grounds())
                        : cap)
                .toList();

        assertThat(compared().rows()).singleElement().satisfies(row -> {
            assertThat(row.older().zh()).startsWith("类别：选修");
            assertThat(row.newer().zh()).startsWith("类别：公共基础");
        });
    }

    private ProgrammesCompared.Result compared() {
        return ProgrammesCompared.of(said(before), said(now));
    }

    private static List<ProgrammeSentence> said(WrittenProgramme programme) {
        return PlainProgramme.of(programme.content(), Map.of());
    }

    private static LocalText text(List<ProgrammeSentence> said, String key) {
        return said.stream()
                .filter(sentence -> sentence.key().equals(key))
                .map(ProgrammeSentence::text)
                .findFirst()
                .orElseThrow();
    }
}
