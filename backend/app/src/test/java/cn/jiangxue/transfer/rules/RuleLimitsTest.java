package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.contract.RuleContent.CreditGiven;
import cn.jiangxue.contract.RuleContent.CreditWorth;
import cn.jiangxue.contract.RuleContent.DecayStep;
import cn.jiangxue.contract.RuleContent.GradeRecorded;
import cn.jiangxue.contract.RuleContent.KeepsFor;
import cn.jiangxue.contract.RuleContent.MarkBand;
import cn.jiangxue.contract.RuleContent.RecordedAs;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.RuleContent.WorthBy;
import cn.jiangxue.contract.RuleContent.WorthRow;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a rule may hold at most, draft or not: as much as is allowed, and one more. */
class RuleLimitsTest {

    private final Written rule = new Written();

    @Test
    void a_name_has_two_hundred_characters_at_most_in_either_language() {
        rule.name = new LocalText("名".repeat(200), "n".repeat(200));
        assertThat(limits()).isEmpty();
        rule.name = new LocalText("名", "n".repeat(201));
        assertThat(limits()).containsExactly("name");
        rule.name = new LocalText("名".repeat(201), "n");
        assertThat(limits()).containsExactly("name");
    }

    @Test
    void wording_and_clause_have_a_thousand_characters_each_at_most() {
        rule.grounds = grounds("w".repeat(1_000), "c".repeat(1_000));
        assertThat(limits()).isEmpty();
        rule.grounds = grounds("w".repeat(1_001), "c");
        assertThat(limits()).containsExactly("grounds.wording");
        rule.grounds = grounds("w", "c".repeat(1_001));
        assertThat(limits()).containsExactly("grounds.clause");
    }

    @Test
    void nine_parties_and_eight_outcomes_are_the_most() {
        rule.parties = Collections.nCopies(9, Written.COLLEGE);
        rule.sources = Collections.nCopies(8, source("c", null));
        assertThat(limits()).isEmpty();
        rule.parties = Collections.nCopies(10, Written.COLLEGE);
        assertThat(limits()).containsExactly("parties");
        rule.parties = List.of(Written.COLLEGE);
        rule.sources = Collections.nCopies(9, source("c", null));
        assertThat(limits()).containsExactly("sources");
    }

    @Test
    void twenty_targets_are_the_most() {
        rule.gives = new CreditGiven(null, Collections.nCopies(20, "machining"));
        assertThat(limits()).isEmpty();
        rule.gives = new CreditGiven(null, Collections.nCopies(21, "machining"));
        assertThat(limits()).containsExactly("gives.targets");
    }

    @Test
    void each_table_has_twenty_rows_at_most() {
        rule.worth = new CreditWorth(WorthBy.SCORE_TABLE, null, rows(20), null);
        rule.keeps = new KeepsFor(null, decay(20));
        rule.records = new GradeRecorded(RecordedAs.CONVERTED, bands(20));
        assertThat(limits()).isEmpty();

        rule.worth = new CreditWorth(WorthBy.SCORE_TABLE, null, rows(21), null);
        assertThat(limits()).containsExactly("worth.rows");
        rule.worth = new CreditWorth(WorthBy.SCORE_TABLE, null, rows(1), null);
        rule.keeps = new KeepsFor(null, decay(21));
        assertThat(limits()).containsExactly("worth.rows");
        rule.keeps = new KeepsFor(null, decay(1));
        rule.records = new GradeRecorded(RecordedAs.CONVERTED, bands(21));
        assertThat(limits()).containsExactly("worth.rows");
    }

    @Test
    void codes_have_a_hundred_characters_at_most() {
        rule.sources = List.of(source("c".repeat(100), "o".repeat(100)));
        assertThat(limits()).isEmpty();
        rule.sources = List.of(source("c".repeat(101), null));
        assertThat(limits()).containsExactly("sources");
        rule.sources = List.of(source(null, "o".repeat(101)));
        assertThat(limits()).containsExactly("sources");
    }

    @Test
    void the_programmes_id_has_a_hundred_characters_at_most() {
        assertThat(limits(ofProgramme("p".repeat(100)))).isEmpty();
        assertThat(limits(ofProgramme("p".repeat(101)))).containsExactly("programme");
    }

    @Test
    void wording_and_clause_are_asked_in_both_languages() {
        rule.grounds = new RuleGrounds(new LocalText("约定", ""), Written.GROUNDS.clause(), TrustedAs.SAMPLE);
        assertThat(faults()).containsExactly("grounds.wording");
        rule.grounds = new RuleGrounds(Written.GROUNDS.wording(), new LocalText("", "Article 5"), TrustedAs.SAMPLE);
        assertThat(faults()).containsExactly("grounds.clause");
    }

    @Test
    void what_a_draft_must_not_exceed_is_a_fault_of_the_finished_rule_too() {
        rule.name = new LocalText("名".repeat(201), "n");

        assertThat(faults()).containsExactly("name");
    }

    @Test
    void a_source_stands_at_levels_one_to_eight() {
        rule.sources = List.of(levelled(1), levelled(8));
        assertThat(faults()).isEmpty();
        rule.sources = List.of(levelled(0), levelled(9));
        assertThat(faults()).containsExactly("sources[0].leastLevel", "sources[1].leastLevel");
    }

    @Test
    void decay_begins_after_a_year_and_may_keep_all_or_nothing() {
        rule.keeps = new KeepsFor(1, List.of(new DecayStep(1, 100), new DecayStep(100, 0)));
        assertThat(faults()).isEmpty();
        rule.keeps = new KeepsFor(null, List.of(new DecayStep(0, 50)));
        assertThat(faults()).containsExactly("keeps.decay");
        rule.keeps = new KeepsFor(null, List.of(new DecayStep(1, 101)));
        assertThat(faults()).containsExactly("keeps.decay");
        rule.keeps = new KeepsFor(null, List.of(new DecayStep(1, -1)));
        assertThat(faults()).containsExactly("keeps.decay");
        rule.keeps = new KeepsFor(null, List.of(new DecayStep(101, 50)));
        assertThat(faults()).containsExactly("keeps.decay");
    }

    @Test
    void two_steps_of_decay_may_keep_the_same() {
        rule.keeps = new KeepsFor(null, List.of(new DecayStep(1, 50), new DecayStep(2, 50)));

        assertThat(faults()).isEmpty();
    }

    private List<String> limits() {
        return limits(rule.content());
    }

    private static List<String> limits(RuleContent content) {
        return RuleCheck.limits(content).stream().map(RuleFault::path).toList();
    }

    private List<String> faults() {
        return RuleCheck.faults(rule.content(), Written.PROGRAMME, Written.REGISTERED, Written.UNITS).stream()
                .map(RuleFault::path)
                .toList();
    }

    private RuleContent ofProgramme(String programme) {
        RuleContent content = rule.content();
        return new RuleContent(
                content.name(),
                programme,
                content.parties(),
                content.effectiveFrom(),
                content.effectiveUntil(),
                content.sources(),
                content.gives(),
                content.asks(),
                content.worth(),
                content.mostPerUseMilli(),
                content.keeps(),
                content.records(),
                content.review(),
                content.grounds());
    }

    private static SourceAsked source(@Nullable String code, @Nullable String occupation) {
        return new SourceAsked(AttainedKind.COURSE, code, null, occupation, null);
    }

    private static SourceAsked levelled(int level) {
        return new SourceAsked(AttainedKind.COURSE, null, (UUID) null, null, level);
    }

    private static RuleGrounds grounds(String wording, String clause) {
        return new RuleGrounds(new LocalText("约", wording), new LocalText("条", clause), TrustedAs.SAMPLE);
    }

    private static List<WorthRow> rows(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(row -> new WorthRow(BigDecimal.valueOf(row), row))
                .toList();
    }

    private static List<DecayStep> decay(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(step -> new DecayStep(step, 100 - step))
                .toList();
    }

    private static List<MarkBand> bands(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(band -> new MarkBand(BigDecimal.valueOf(band), new LocalText("良", "Good")))
                .toList();
    }
}
