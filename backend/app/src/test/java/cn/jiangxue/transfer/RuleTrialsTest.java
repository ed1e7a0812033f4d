package cn.jiangxue.transfer;

import static cn.jiangxue.transfer.RuleBookFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammeContent.CapOver;
import cn.jiangxue.contract.ProgrammeContent.ProgrammeCap;
import cn.jiangxue.contract.RuleBookApi.SampleLearner;
import cn.jiangxue.contract.RuleBookApi.Trial;
import cn.jiangxue.contract.RuleBookApi.TrialAnswer;
import cn.jiangxue.contract.RuleBookApi.TrialEdit;
import cn.jiangxue.contract.RuleBookApi.TrialVerdict;
import cn.jiangxue.contract.RuleContent;
import cn.jiangxue.platform.ProblemException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RuleTrialsTest {

    private static final String PROGRAMME = "mechatronics-diploma";

    private final SampleLearner zhang = RuleBookFixture.SAMPLE.learners().getFirst();
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
    void a_draft_is_tried_by_itself_with_every_condition_shown() {
        Trial trial = run(rule("turner-senior-cnc"), false);

        assertThat(trial.answers()).filteredOn(answer -> answer.rule() != null).anySatisfy(answer -> {
            assertThat(answer.verdict()).isEqualTo(TrialVerdict.GRANTED);
            assertThat(answer.grantedMilli()).isEqualTo(4_000);
            assertThat(answer.findings()).extracting(Finding::clause).noneMatch(String::isBlank);
        });
        assertThat(trial.exact()).isTrue();
    }

    @Test
    void beside_the_others_in_force_it_competes_for_the_same_outcomes() {
        Trial alone = run(rule("turner-senior-cnc"), false);
        Trial together = run(rule("turner-senior-cnc"), true);

        assertThat(together.answers()).hasSizeGreaterThan(alone.answers().size());
        assertThat(together.grantedMilli()).isGreaterThanOrEqualTo(alone.grantedMilli());
    }

    @Test
    void the_programme_is_tried_as_it_is_in_force() {
        assertThat(run(null, true).grantedMilli()).isPositive();
    }

    @Test
    void a_rule_with_faults_is_not_tried() {
        RuleContent sound = rule("turner-senior-cnc");
        RuleContent unsound = new RuleContent(
                sound.name(),
                sound.programme(),
                List.of(),
                sound.effectiveFrom(),
                null,
                sound.sources(),
                sound.gives(),
                sound.asks(),
                sound.worth(),
                null,
                sound.keeps(),
                sound.records(),
                sound.review(),
                sound.grounds());

        assertThat(catchThrowableOfType(ProblemException.class, () -> run(unsound, false))
                        .code())
                .isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    @Test
    void a_trial_needs_outcomes() {
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> all.trials
                                        .run(new TrialEdit(PROGRAMME, null, null, null, true, List.of(), null))
                                        .block(PATIENCE))
                        .code())
                .isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    @Test
    void a_draft_of_a_programme_is_tried_with_the_rules_in_force_and_nothing_is_written() {
        WrittenProgramme same = new WrittenProgramme();
        Trial inForce = run(null, true);
        assertThat(drafted(PROGRAMME, same.content()).grantedMilli())
                .as("a draft that says the same")
                .isEqualTo(inForce.grantedMilli());

        WrittenProgramme tighter = new WrittenProgramme();
        tighter.caps = List.of(new ProgrammeCap("all", CapOver.PROGRAMME, null, 1_000L, null, null, tighter.grounds));
        Trial tried = drafted(PROGRAMME, tighter.content());

        assertThat(tried.grantedMilli()).isPositive().isLessThanOrEqualTo(1_000);
        assertThat(inForce.grantedMilli()).isGreaterThan(1_000);
        assertThat(tried.answers())
                .flatExtracting(TrialAnswer::findings)
                .as("with its trace")
                .isNotEmpty();
        assertThat(all.programmes.versions(PROGRAMME).block(PATIENCE)).hasSize(1);
        assertThat(run(null, true).grantedMilli()).isEqualTo(inForce.grantedMilli());
    }

    @Test
    void a_draft_without_a_part_that_rules_name_and_a_brand_new_programme_are_answered_too() {
        WrittenProgramme bare = new WrittenProgramme();
        bare.targets = bare.targets.subList(0, 1);
        bare.never = List.of();
        bare.neverGrounds = null;
        bare.floors = List.of();

        assertThat(drafted(PROGRAMME, bare.content()).grantedMilli())
                .isLessThan(run(null, true).grantedMilli());
        assertThat(drafted("brand-new", bare.content()).grantedMilli())
                .as("no rule gives into it yet")
                .isZero();
    }

    @Test
    void a_draft_with_faults_is_not_tried_and_each_is_named_and_never_beside_a_draft_of_a_rule() {
        WrittenProgramme unfinished = new WrittenProgramme();
        unfinished.categories = java.util.Map.of();

        ProblemException refusal =
                catchThrowableOfType(ProblemException.class, () -> drafted(PROGRAMME, unfinished.content()));
        assertThat(refusal.code()).isEqualTo(ProblemCode.INVALID_FIELDS);
        assertThat(refusal.fields())
                .isNotEmpty()
                .allSatisfy(field -> assertThat(field.path()).startsWith("content."));

        TrialEdit both = new TrialEdit(
                PROGRAMME,
                rule("turner-senior-cnc"),
                null,
                new WrittenProgramme().content(),
                true,
                zhang.outcomes(),
                null);
        assertThat(catchThrowableOfType(
                                ProblemException.class,
                                () -> all.trials.run(both).block(PATIENCE))
                        .fields())
                .extracting(ProblemException.Field::path)
                .containsExactly("rule");
    }

    private Trial drafted(String programme, ProgrammeContent content) {
        return all.trials
                .run(new TrialEdit(programme, null, null, content, true, zhang.outcomes(), null))
                .block(PATIENCE);
    }

    private Trial run(@org.jspecify.annotations.Nullable RuleContent rule, boolean withOthers) {
        return all.trials
                .run(new TrialEdit(PROGRAMME, rule, "turner-senior-cnc", null, withOthers, zhang.outcomes(), null))
                .block(PATIENCE);
    }

    private static RuleContent rule(String id) {
        return RuleBookFixture.SAMPLE.rules().stream()
                .filter(rule -> rule.id().equals(id))
                .findFirst()
                .orElseThrow()
                .content();
    }
}
