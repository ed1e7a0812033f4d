package cn.jiangxue.transfer.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleBookApi.RuleFault;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.contract.RuleContent.CreditGiven;
import cn.jiangxue.contract.RuleContent.CreditWorth;
import cn.jiangxue.contract.RuleContent.DecayStep;
import cn.jiangxue.contract.RuleContent.GradeRecorded;
import cn.jiangxue.contract.RuleContent.KeepsFor;
import cn.jiangxue.contract.RuleContent.MarkBand;
import cn.jiangxue.contract.RuleContent.OverlapShort;
import cn.jiangxue.contract.RuleContent.RecordedAs;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.contract.RuleContent.SourcesMeet;
import cn.jiangxue.contract.RuleContent.WorthBy;
import cn.jiangxue.contract.RuleContent.WorthRow;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RuleCheckTest {

    private final Written rule = new Written();

    @Test
    void a_sound_rule_has_no_fault() {
        assertThat(paths()).isEmpty();
    }

    @Test
    void words_are_asked_in_both_languages() {
        rule.name = new LocalText("名称", " ");

        assertThat(paths()).containsExactly("name");
    }

    @Test
    void the_institution_that_grants_is_a_party_and_each_is_registered_and_named_once() {
        rule.parties = List.of(Written.CENTRE);
        assertThat(paths()).containsExactly("parties");
        rule.parties = List.of(Written.CENTRE, Written.COLLEGE, new UUID(9, 9));
        assertThat(paths()).containsExactly("parties");
        rule.parties = List.of(Written.CENTRE, Written.COLLEGE, Written.COLLEGE);
        assertThat(paths()).containsExactly("parties");
        rule.parties = Collections.nCopies(10, Written.COLLEGE);
        assertThat(paths()).containsExactly("parties", "parties", "sources[0].issuer");
        rule.parties = List.of();
        assertThat(paths()).containsExactly("parties", "parties", "sources[0].issuer");
    }

    @Test
    void it_ends_after_it_begins() {
        rule.until = rule.from;
        assertThat(paths()).containsExactly("effectiveUntil");
        rule.until = rule.from.plusDays(1);
        assertThat(paths()).isEmpty();
    }

    @Test
    void one_to_eight_sources_of_levels_and_issuers_that_exist() {
        rule.sources = List.of();
        assertThat(paths()).containsExactly("sources");
        rule.sources = Collections.nCopies(9, new SourceAsked(AttainedKind.COURSE, null, null, null, null));
        assertThat(paths()).containsExactly("sources");
        rule.sources = List.of(
                new SourceAsked(AttainedKind.COURSE, null, new UUID(9, 9), null, 9),
                new SourceAsked(AttainedKind.COURSE, null, null, null, 0));
        assertThat(paths())
                .containsExactly(
                        "sources[0].issuer", "sources[0].issuer", "sources[0].leastLevel", "sources[1].leastLevel");
    }

    @Test
    void whoever_issues_what_the_rule_takes_is_a_party() {
        rule.sources = List.of(new SourceAsked(AttainedKind.COURSE, null, Written.CENTRE, null, null));
        rule.parties = List.of(Written.COLLEGE);
        assertThat(paths()).containsExactly("sources[0].issuer");
        rule.parties = List.of(Written.COLLEGE, Written.CENTRE);
        assertThat(paths()).isEmpty();
    }

    @Test
    void it_gives_either_a_category_or_courses_of_the_programme() {
        rule.gives = new CreditGiven(null, List.of());
        assertThat(paths()).containsExactly("gives");
        rule.gives = new CreditGiven("elective", List.of("machining"));
        assertThat(paths()).contains("gives");
        rule.gives = new CreditGiven(null, List.of("dancing"));
        assertThat(paths()).containsExactly("gives.targets");
        rule.gives = new CreditGiven(null, List.of("thesis"));
        assertThat(paths()).as("never exempted").containsExactly("gives.targets");
        rule.gives = new CreditGiven(null, List.of("drawing", "drawing"));
        assertThat(paths()).containsExactly("gives.targets");
        rule.gives = new CreditGiven("sports", List.of());
        rule.worth = new CreditWorth(WorthBy.STATED, null, List.of(), null);
        assertThat(paths()).containsExactly("gives.category");
    }

    @Test
    void a_programme_that_is_not_in_force_is_a_fault() {
        assertThat(RuleCheck.faults(rule.content(), null, Written.REGISTERED, Written.UNITS))
                .extracting(RuleFault::path)
                .containsExactly("programme");
    }

    @Test
    void a_category_has_neither_credit_nor_units_to_copy() {
        rule.gives = new CreditGiven("elective", List.of());
        rule.asks = new SourcesMeet(BigDecimal.TEN, OverlapShort.REFUSE, null, null, null, null);

        assertThat(paths()).containsExactly("asks.overlapPercent", "worth.by");
    }

    @Test
    void overlap_is_asked_only_where_there_are_units() {
        rule.gives = new CreditGiven(null, List.of("machining", "drawing"));
        rule.asks = new SourcesMeet(BigDecimal.TEN, OverlapShort.REFUSE, null, null, null, null);

        assertThat(paths()).containsExactly("asks.overlapPercent");
    }

    @Test
    void numbers_stay_within_their_bounds() {
        rule.asks = new SourcesMeet(new BigDecimal("100.1"), OverlapShort.REFUSE, new BigDecimal("-1"), 9, null, 0);
        assertThat(paths())
                .containsExactly(
                        "asks.scorePercent",
                        "asks.levelsBelow",
                        "asks.levelsBelow",
                        "asks.ageMonths",
                        "asks.overlapPercent");
        rule.asks = new SourcesMeet(new BigDecimal("100"), OverlapShort.REFUSE, new BigDecimal("0.125"), 8, 0, 1_200);
        assertThat(paths()).isEmpty();
        rule.asks = new SourcesMeet(null, OverlapShort.REFUSE, new BigDecimal("60.1234"), null, null, 1_201);
        assertThat(paths()).containsExactly("asks.scorePercent", "asks.ageMonths");
    }

    @Test
    void each_way_of_worth_has_its_own_numbers_and_no_others() {
        rule.worth = new CreditWorth(WorthBy.FIXED, null, List.of(), null);
        assertThat(paths()).containsExactly("worth.fixedMilli");
        rule.worth = new CreditWorth(WorthBy.FIXED, 0L, List.of(), null);
        assertThat(paths()).containsExactly("worth.fixedMilli");
        rule.worth = new CreditWorth(WorthBy.STATED, 1_000L, List.of(), "class-16");
        assertThat(paths()).containsExactly("worth.fixedMilli", "worth.creditUnit");
        rule.worth = new CreditWorth(WorthBy.HOURS, null, List.of(), "class-99");
        assertThat(paths()).containsExactly("worth.creditUnit");
        rule.worth = new CreditWorth(WorthBy.SCORE_TABLE, null, List.of(), null);
        assertThat(paths()).containsExactly("worth.rows");
        rule.worth = new CreditWorth(
                WorthBy.SCORE_TABLE,
                null,
                List.of(new WorthRow(BigDecimal.TEN, 1_000), new WorthRow(BigDecimal.TEN, 2_000)),
                null);
        assertThat(paths()).containsExactly("worth.rows");
        rule.worth = new CreditWorth(WorthBy.LEVEL_TABLE, null, List.of(new WorthRow(BigDecimal.ONE, 0)), null);
        assertThat(paths()).containsExactly("worth.rows");
        rule.worth = new CreditWorth(WorthBy.LEVEL_TABLE, null, List.of(new WorthRow(BigDecimal.ONE, 1)), null);
        assertThat(paths()).isEmpty();
    }

    @Test
    void the_most_of_one_use_is_above_zero() {
        rule.most = 0L;
        assertThat(paths()).containsExactly("mostPerUseMilli");
        rule.most = 1L;
        assertThat(paths()).isEmpty();
    }

    @Test
    void decay_goes_on_and_ends() {
        rule.keeps = new KeepsFor(0, List.of(new DecayStep(3, 80), new DecayStep(3, 50)));
        assertThat(paths()).containsExactly("keeps.years", "keeps.decay");
        rule.keeps = new KeepsFor(101, List.of(new DecayStep(3, 50), new DecayStep(5, 80)));
        assertThat(paths()).containsExactly("keeps.years", "keeps.decay");
        rule.keeps = new KeepsFor(100, List.of(new DecayStep(3, 80), new DecayStep(5, 0)));
        assertThat(paths()).isEmpty();
    }

    @Test
    void bands_belong_to_converted_marks() {
        rule.records = new GradeRecorded(RecordedAs.CONVERTED, List.of());
        assertThat(paths()).containsExactly("records.bands");
        rule.records =
                new GradeRecorded(RecordedAs.PASS, List.of(new MarkBand(BigDecimal.TEN, new LocalText("良", "Good"))));
        assertThat(paths()).containsExactly("records.bands");
        rule.records =
                new GradeRecorded(RecordedAs.CONVERTED, List.of(new MarkBand(BigDecimal.TEN, new LocalText("良", ""))));
        assertThat(paths()).containsExactly("records.bands");
        rule.records = new GradeRecorded(
                RecordedAs.CONVERTED, List.of(new MarkBand(BigDecimal.TEN, new LocalText("良", "Good"))));
        assertThat(paths()).isEmpty();
    }

    @Test
    void a_draft_may_be_unfinished_but_not_without_bounds() {
        rule.name = new LocalText("", "");
        rule.sources = List.of();
        assertThat(RuleCheck.limits(rule.content())).isEmpty();
        rule.name = new LocalText("长".repeat(201), "");
        assertThat(RuleCheck.limits(rule.content())).extracting(RuleFault::path).containsExactly("name");
    }

    private List<String> paths() {
        return RuleCheck.faults(rule.content(), Written.PROGRAMME, Written.REGISTERED, Written.UNITS).stream()
                .map(RuleFault::path)
                .toList();
    }
}
