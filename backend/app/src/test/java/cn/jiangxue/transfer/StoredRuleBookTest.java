package cn.jiangxue.transfer;

import static cn.jiangxue.transfer.RuleBookFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.RuleBookApi.BookChange;
import cn.jiangxue.contract.RuleBookApi.RuleBookChange;
import java.time.LocalDate;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StoredRuleBookTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

    private RuleBookFixture all;

    @BeforeEach
    void open() {
        all = new RuleBookFixture().withSample();
    }

    @AfterEach
    void close() throws Exception {
        all.close();
    }

    @Test
    void programmes_are_those_in_force_on_the_day() {
        assertThat(all.book.programmes(TODAY).map(Programme::id).collectList().block(PATIENCE))
                .hasSize(RuleBookFixture.SAMPLE.programmes().size())
                .isSorted();
        assertThat(all.book.programmes(LocalDate.of(2020, 1, 1)).collectList().block(PATIENCE))
                .isEmpty();
        assertThat(all.book.programme("welding-diploma", TODAY).block(PATIENCE).version())
                .isEqualTo(1);
        assertThat(all.book
                        .programme("welding-diploma", LocalDate.of(2020, 1, 1))
                        .block(PATIENCE))
                .isNull();
    }

    @Test
    void one_exact_version_is_found_in_force_or_not() {
        assertThat(all.book.programme("welding-diploma", 1).block(PATIENCE).targets())
                .isNotEmpty();
        assertThat(all.book.programme("welding-diploma", 2).block(PATIENCE)).isNull();
    }

    @Test
    void what_comes_back_is_what_the_data_says() {
        Programme programme = all.book.programme("mechatronics-diploma", 1).block(PATIENCE);

        assertThat(programme)
                .isEqualTo(ProgrammeContents.programme(
                        "mechatronics-diploma",
                        1,
                        RuleBookFixture.SAMPLE.programmes().stream()
                                .filter(entry -> entry.id().equals("mechatronics-diploma"))
                                .findFirst()
                                .orElseThrow()
                                .content()));
    }

    @Test
    void rules_are_the_published_versions_only_by_rule_and_version() {
        Programme programme = all.book.programme("mechatronics-diploma", TODAY).block(PATIENCE);

        List<RuleVersion> rules = all.book.rules(programme).block(PATIENCE);

        assertThat(rules).extracting(RuleVersion::ref).isSorted().doesNotContain(new RuleRef("turner-senior-cnc", 2));
        assertThat(rules).allSatisfy(rule -> assertThat(rule.unsigned()).isEmpty());
        assertThat(rules).hasSizeLessThanOrEqualTo(Request.RULES_LIMIT);
        long expected = RuleBookFixture.SAMPLE.rules().stream()
                .filter(rule -> rule.content().programme().equals("mechatronics-diploma"))
                .filter(rule -> rule.signed().containsAll(rule.content().parties()))
                .count();
        assertThat(rules).hasSize((int) expected);
    }

    @Test
    void a_newer_version_ends_the_older_one_and_the_record_says_so() {
        Programme programme = all.book.programme("welding-diploma", TODAY).block(PATIENCE);
        List<RuleVersion> versions = all.book.rules(programme).block(PATIENCE).stream()
                .filter(rule -> rule.ref().id().equals("welder-intermediate-arc"))
                .toList();

        assertThat(versions).hasSize(2);
        assertThat(versions.getFirst().effectiveUntil()).isEqualTo(LocalDate.of(2026, 7, 1));
        assertThat(versions.getFirst().inForceOn(LocalDate.of(2026, 6, 30))).isTrue();
        assertThat(versions.getFirst().inForceOn(TODAY)).isFalse();
        assertThat(versions.getLast().inForceOn(TODAY)).isTrue();
    }

    @Test
    void bringing_it_in_again_changes_nothing() {
        int lines = RuleBookFixture.SAMPLE.rules().size()
                + RuleBookFixture.SAMPLE.programmes().size();
        List<RuleBookChange> before = all.record(null, lines);

        assertThat(all.imports.bringIn(RuleBookFixture.SAMPLE).block(PATIENCE)).isZero();

        assertThat(all.record(null, lines)).isEqualTo(before);
        assertThat(before).extracting(RuleBookChange::what).containsOnly(BookChange.IMPORTED);
        assertThat(before).hasSize(lines);
    }

    @Test
    void every_change_is_told_until_nothing_is_left_to_tell() {
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> assertThat(
                                all.rules.find("turner-senior-cnc", 1).block().outbox())
                        .isEmpty());
    }
}
