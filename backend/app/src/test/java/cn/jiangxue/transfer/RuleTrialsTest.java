package cn.jiangxue.transfer;

import static cn.jiangxue.transfer.RuleBookFixture.PATIENCE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import cn.jiangxue.contract.CreditApi.Finding;
import cn.jiangxue.contract.ProblemCode;
import cn.jiangxue.contract.RuleBookApi.SampleLearner;
import cn.jiangxue.contract.RuleBookApi.Trial;
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
                                        .run(new TrialEdit(PROGRAMME, null, null, true, List.of(), null))
                                        .block(PATIENCE))
                        .code())
                .isEqualTo(ProblemCode.INVALID_FIELDS);
    }

    private Trial run(@org.jspecify.annotations.Nullable RuleContent rule, boolean withOthers) {
        return all.trials
                .run(new TrialEdit(PROGRAMME, rule, "turner-senior-cnc", withOthers, zhang.outcomes(), null))
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
