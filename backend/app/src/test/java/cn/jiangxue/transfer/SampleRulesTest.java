package cn.jiangxue.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.RuleBookApi.SampleLearner;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.contract.RuleContent.SourceAsked;
import cn.jiangxue.framework.Standards;
import cn.jiangxue.frameworks.CreditUnit;
import cn.jiangxue.frameworks.Frameworks;
import cn.jiangxue.frameworks.RuleBookData;
import cn.jiangxue.frameworks.RuleBookData.AgreedRule;
import cn.jiangxue.frameworks.RuleBookData.ProgrammeVersion;
import cn.jiangxue.transfer.Outcome.Authenticity;
import cn.jiangxue.transfer.Outcome.Proof;
import cn.jiangxue.transfer.rules.ProgrammeCheck;
import cn.jiangxue.transfer.rules.RuleCheck;
import cn.jiangxue.transfer.rules.Transfers;
import cn.jiangxue.vocabulary.Credits;
import cn.jiangxue.vocabulary.OutcomeId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The sample rule book under the engine: nothing in it is dead, nothing contradicts itself. */
class SampleRulesTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final int LEVELS = 8;

    private final RuleBookData book = Frameworks.ruleBook();
    private final Standards standards = Standards.of(Frameworks.load());
    private final RuleContents contents = new RuleBookConfiguration().ruleContents(standards);

    @Test
    void every_rule_passes_its_check() {
        Set<UUID> institutions =
                book.institutions().stream().map(RuleBookData.Institution::id).collect(Collectors.toSet());
        Set<String> units = standards.creditUnits().stream().map(CreditUnit::id).collect(Collectors.toSet());

        assertThat(book.rules())
                .allSatisfy(rule -> assertThat(RuleCheck.faults(rule.content(), programme(rule), institutions, units))
                        .as(rule.id())
                        .isEmpty());
    }

    @Test
    void every_programme_passes_its_check() {
        Set<UUID> institutions =
                book.institutions().stream().map(RuleBookData.Institution::id).collect(Collectors.toSet());

        assertThat(book.programmes())
                .isNotEmpty()
                .allSatisfy(programme -> assertThat(ProgrammeCheck.faults(programme.content(), institutions))
                        .as(programme.id())
                        .isEmpty());
    }

    @Test
    void every_rule_can_be_met_by_some_outcomes() {
        List<String> dead = book.rules().stream()
                .filter(rule -> IntStream.rangeClosed(1, LEVELS).noneMatch(level -> grants(rule, level)))
                .map(AgreedRule::id)
                .toList();

        assertThat(dead).isEmpty();
    }

    @Test
    void the_sample_learners_are_judged_in_every_programme_and_each_is_granted_something_somewhere() {
        for (SampleLearner learner : book.learners()) {
            List<Outcome> outcomes = TriedOutcomes.of(learner.outcomes());
            List<Credits> granted = new ArrayList<>();
            for (ProgrammeVersion entry : book.programmes()) {
                Evaluation evaluation = Transfers.evaluate(request(entry, rulesOf(entry.id()), outcomes));
                assertThat(evaluation.answers()).isNotEmpty();
                assertThat(evaluation.optimality()).isInstanceOf(Optimality.Proven.class);
                granted.add(evaluation.granted());
            }
            assertThat(granted).as(learner.id()).anyMatch(Credits::isPositive);
        }
    }

    @Test
    void a_turner_who_passed_both_grades_is_credited_for_the_higher_one_only() {
        SampleLearner zhang = book.learners().getFirst();
        ProgrammeVersion account = book.programmes().stream()
                .filter(entry -> entry.id().equals("lifelong-account"))
                .findFirst()
                .orElseThrow();

        Evaluation evaluation =
                Transfers.evaluate(request(account, rulesOf(account.id()), TriedOutcomes.of(zhang.outcomes())));

        assertThat(evaluation.grants())
                .filteredOn(answer -> "certificates".equals(answer.category()))
                .extracting(Answer::granted)
                .containsExactly(Credits.whole(12));
    }

    private boolean grants(AgreedRule rule, int level) {
        ProgrammeVersion entry = entry(rule.content().programme());
        LocalDate from = rule.content().effectiveFrom();
        RuleVersion version = contents.version(
                new RuleRef(rule.id(), rule.version()),
                rule.content(),
                rule.content().parties(),
                from,
                rule.content().effectiveUntil());
        LocalDate asOf = from.plusDays(1);
        List<Outcome> outcomes = IntStream.range(0, rule.content().sources().size())
                .mapToObj(i -> outcome(rule.content(), i, level, asOf))
                .toList();
        Request request = new Request(
                ProgrammeContents.programme(entry.id(), entry.version(), entry.content()),
                List.of(version),
                outcomes,
                List.of(),
                List.of(),
                List.of(),
                asOf);
        return Transfers.evaluate(request).granted().isPositive();
    }

    /** As good as it can be: full score, all units, fresh. */
    private Outcome outcome(RuleContent rule, int slot, int level, LocalDate asOf) {
        SourceAsked asked = rule.sources().get(slot);
        Set<String> units = entry(rule.programme()).content().targets().stream()
                .flatMap(target -> target.units().keySet().stream())
                .collect(Collectors.toSet());
        return new Outcome(
                new OutcomeId(new UUID(0, slot + 1)),
                OutcomeKind.valueOf(asked.kind().name()),
                Objects.requireNonNullElse(asked.code(), "any-" + slot),
                rule.name(),
                asked.issuer() == null ? "somebody" : asked.issuer().toString(),
                asked.occupationCode(),
                level,
                160,
                Credits.whole(4),
                BigDecimal.valueOf(100),
                asOf.minusDays(10),
                null,
                new Proof("proof-" + slot, Authenticity.VERIFIED),
                null,
                units);
    }

    private Request request(ProgrammeVersion entry, List<RuleVersion> rules, List<Outcome> outcomes) {
        return new Request(
                ProgrammeContents.programme(entry.id(), entry.version(), entry.content()),
                rules,
                outcomes,
                List.of(),
                List.of(),
                List.of(),
                TODAY);
    }

    private List<RuleVersion> rulesOf(String programme) {
        return book.rules().stream()
                .filter(rule -> rule.content().programme().equals(programme))
                .map(rule -> contents.version(
                        new RuleRef(rule.id(), rule.version()),
                        rule.content(),
                        rule.signed(),
                        rule.content().effectiveFrom(),
                        rule.content().effectiveUntil()))
                .toList();
    }

    private ProgrammeContent programme(AgreedRule rule) {
        return entry(rule.content().programme()).content();
    }

    private ProgrammeVersion entry(String programme) {
        return book.programmes().stream()
                .filter(entry -> entry.id().equals(programme))
                .findFirst()
                .orElseThrow();
    }
}
