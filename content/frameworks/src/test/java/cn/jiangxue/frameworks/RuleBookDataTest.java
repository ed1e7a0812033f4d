package cn.jiangxue.frameworks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import cn.jiangxue.contract.ProgrammeContent.CapOver;
import cn.jiangxue.contract.ProgrammeContent.FloorOver;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.OverlapShort;
import cn.jiangxue.contract.RuleContent.RecordedAs;
import cn.jiangxue.contract.RuleContent.ReviewedBy;
import cn.jiangxue.contract.RuleContent.WorthBy;
import cn.jiangxue.frameworks.RuleBookReading.Entry;
import cn.jiangxue.frameworks.data.BadData;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RuleBookDataTest {

    private final RuleBookData book = Frameworks.ruleBook();

    @Test
    void a_dozen_institutions_agree_on_a_hundred_rules_for_a_handful_of_programmes() {
        assertThat(book.institutions()).hasSizeGreaterThanOrEqualTo(12);
        assertThat(book.rules()).hasSizeGreaterThanOrEqualTo(100);
        assertThat(book.programmes()).hasSizeBetween(5, 10);
        assertThat(book.learners()).hasSizeGreaterThanOrEqualTo(4);
    }

    @Test
    void rules_of_every_shape_are_among_them() {
        List<RuleContent> rules = contents();

        assertThat(rules).anyMatch(rule -> shape(rule, 1, 1));
        assertThat(rules)
                .anyMatch(rule ->
                        rule.sources().size() > 1 && rule.gives().targets().size() == 1);
        assertThat(rules)
                .anyMatch(rule ->
                        rule.sources().size() == 1 && rule.gives().targets().size() > 1);
        assertThat(rules)
                .anyMatch(rule ->
                        rule.sources().size() > 1 && rule.gives().targets().size() > 1);
        assertThat(rules).anyMatch(rule -> rule.gives().category() != null);
        assertThat(rules).anyMatch(rule -> rule.asks().overlapPercent() != null);
        assertThat(rules).anyMatch(rule -> rule.asks().scorePercent() != null);
        assertThat(rules).anyMatch(rule -> rule.asks().levelsAbove() != null);
        assertThat(rules).anyMatch(rule -> rule.asks().ageMonths() != null);
        assertThat(rules).anyMatch(rule -> rule.keeps().years() != null);
        assertThat(rules).anyMatch(rule -> !rule.keeps().decay().isEmpty());
        assertThat(rules.stream().map(rule -> rule.worth().by()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(WorthBy.values());
        assertThat(rules.stream().map(rule -> rule.records().as()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(RecordedAs.values());
        assertThat(rules.stream().map(RuleContent::review).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(ReviewedBy.values());
        assertThat(rules.stream().map(rule -> rule.asks().whenShort()).collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(OverlapShort.values());
    }

    @Test
    void programmes_have_caps_of_each_scope_and_floors_of_each_kind() {
        assertThat(book.programmes().stream()
                        .flatMap(programme -> programme.content().caps().stream())
                        .map(cap -> cap.over())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(CapOver.values());
        assertThat(book.programmes().stream()
                        .flatMap(programme -> programme.content().floors().stream())
                        .map(floor -> floor.over())
                        .collect(Collectors.toSet()))
                .containsExactlyInAnyOrder(FloorOver.values());
        assertThat(book.programmes())
                .anyMatch(programme -> programme.content().highestOnly() != null)
                .anyMatch(programme -> !programme.content().neverExemptible().isEmpty());
    }

    @Test
    void an_uploaded_file_is_read_entry_by_entry() {
        String file = """
                clauses:
                  c: {text: {zh: 样例第一条, en: 'Sample, article 1'}, source: SAMPLE}
                rules:
                  - {id: good-rule, version: 1, name: {zh: 好, en: good}, programme: mechatronics-diploma,
                     parties: [linjiang-centre, jiangdong-vocational], effectiveFrom: 2027-01-01,
                     from: [{kind: TRAINING}], to: {category: elective}, credit: {by: FIXED, fixed: 2},
                     recorded: {as: PASS}, review: PANEL, clause: c, wording: {zh: 一, en: one}}
                  - {id: bad-rule, version: 1, colour: red}
                """;

        List<Entry> entries = RuleBookReading.uploaded(file, book.institutions(), List.of());

        assertThat(entries).hasSize(2);
        assertThat(entries.get(0))
                .isInstanceOfSatisfying(
                        Entry.OfRule.class,
                        read -> assertThat(read.rule().content().worth().fixedMilli())
                                .isEqualTo(2_000));
        assertThat(entries.get(1)).isInstanceOfSatisfying(Entry.Bad.class, bad -> {
            assertThat(bad.place()).isEqualTo("/rules/1");
            assertThat(bad.problem()).hasMessageContaining("unknown key");
        });
    }

    @Test
    void what_is_no_such_file_is_refused_whole() {
        assertThatThrownBy(() -> RuleBookReading.uploaded("rules: []", List.of(), List.of()))
                .isInstanceOf(BadData.class);
        assertThatThrownBy(() -> RuleBookReading.uploaded("[".repeat(100_000), List.of(), List.of()))
                .isInstanceOf(BadData.class);
        assertThatThrownBy(() -> RuleBookReading.uploaded(bomb(), List.of(), List.of()))
                .isInstanceOf(BadData.class);
    }

    /** Ten levels of aliases, ten billion elements when they are spread out. */
    private static String bomb() {
        StringBuilder yaml = new StringBuilder("a0: &a0 [x]\n");
        for (int i = 1; i <= 10; i++) {
            yaml.append("a").append(i).append(": &a").append(i).append(" [");
            yaml.append(("*a" + (i - 1) + ", ").repeat(9))
                    .append("*a")
                    .append(i - 1)
                    .append("]\n");
        }
        return yaml.append("rules: *a10\n").toString();
    }

    private static boolean shape(RuleContent rule, int sources, int targets) {
        return rule.sources().size() == sources && rule.gives().targets().size() == targets;
    }

    private List<RuleContent> contents() {
        return book.rules().stream().map(rule -> rule.content()).toList();
    }
}
