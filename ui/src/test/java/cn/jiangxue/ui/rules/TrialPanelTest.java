package cn.jiangxue.ui.rules;

import static org.assertj.core.api.Assertions.assertThat;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraft;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftState;
import cn.jiangxue.contract.ProgrammesApi.ProgrammeDraftSummary;
import cn.jiangxue.contract.RuleBookApi;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleBookApi.SampleLearner;
import cn.jiangxue.contract.RuleBookApi.Trial;
import cn.jiangxue.contract.RuleBookApi.TrialAnswer;
import cn.jiangxue.contract.RuleBookApi.TrialEdit;
import cn.jiangxue.contract.RuleBookApi.TrialVerdict;
import cn.jiangxue.contract.RuleBookApi.TriedOutcome;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.contract.RuleContent.RuleGrounds;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.checkbox.Checkbox;
import java.lang.reflect.Proxy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A draft of a programme is sent with the trial as it stands, and the answer is shown. */
class TrialPanelTest {

    private static final LocalText NAME = new LocalText("机电", "Mechatronics");
    private static final LocalDate DAY = LocalDate.of(2027, 9, 1);
    private static final NamedInstitution COLLEGE = new NamedInstitution(new UUID(1, 1), NAME);
    private static final ProgrammeContent CONTENT = new ProgrammeContent(
            NAME,
            COLLEGE.id(),
            4,
            120_000,
            DAY,
            null,
            Map.of(),
            List.of(),
            List.of(),
            List.of(),
            null,
            List.of(),
            null,
            List.of(),
            List.of(),
            new RuleGrounds(NAME, NAME, TrustedAs.SAMPLE));
    private static final TriedOutcome OUTCOME = new TriedOutcome(
            AttainedKind.TRAINING,
            "T-1",
            NAME,
            COLLEGE.id(),
            null,
            null,
            40,
            null,
            null,
            DAY,
            null,
            null,
            null,
            List.of());

    private final List<TrialEdit> tried = new ArrayList<>();

    @Test
    void the_draft_goes_with_the_outcomes_of_the_learner_and_the_answer_says_what_is_granted() {
        TrialPanel panel = TrialPanel.ofDraft(book(), framework(), draft());
        assertThat(find(panel, Checkbox.class).getFirst().isVisible()).isFalse();

        find(panel, Button.class).stream()
                .filter(button -> button.getId().orElse("").equals("trial-run"))
                .findFirst()
                .orElseThrow()
                .click();

        assertThat(tried).singleElement().satisfies(edit -> {
            assertThat(edit.programme()).isEqualTo("p-1");
            assertThat(edit.content()).isEqualTo(CONTENT);
            assertThat(edit.rule()).isNull();
            assertThat(edit.outcomes()).containsExactly(OUTCOME);
        });
        assertThat(panel.getElement().getTextRecursively()).contains("转换 2.0 学分");
    }

    private static ProgrammeDraft draft() {
        return new ProgrammeDraft(
                new ProgrammeDraftSummary("p-1", 2, NAME, COLLEGE, ProgrammeDraftState.DRAFT, Instant.EPOCH),
                CONTENT,
                1,
                "00",
                DAY,
                null,
                true,
                List.of(),
                List.of(),
                List.of(1),
                List.of());
    }

    private RuleBookApi book() {
        return (RuleBookApi) Proxy.newProxyInstance(
                RuleBookApi.class.getClassLoader(),
                new Class<?>[] {RuleBookApi.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "sampleLearners" -> List.of(new SampleLearner("zhang", NAME, NAME, List.of(OUTCOME)));
                    case "tryRule" -> trial((TrialEdit) arguments[0]);
                    default -> throw new AssertionError(method.getName());
                });
    }

    private Trial trial(TrialEdit edit) {
        tried.add(edit);
        TrialAnswer granted =
                new TrialAnswer(List.of(NAME), NAME, NAME, TrialVerdict.GRANTED, 2_000, 0, null, null, List.of());
        return new Trial(DAY, List.of(granted), List.of(), true, 2_000, 0, true, 2_000);
    }

    private static FrameworkApi framework() {
        return (FrameworkApi) Proxy.newProxyInstance(
                FrameworkApi.class.getClassLoader(),
                new Class<?>[] {FrameworkApi.class},
                (proxy, method, arguments) -> {
                    throw new AssertionError(method.getName());
                });
    }

    private static <C extends Component> List<C> find(Component within, Class<C> type) {
        return all(within).filter(type::isInstance).map(type::cast).toList();
    }

    private static Stream<Component> all(Component within) {
        return Stream.concat(Stream.of(within), within.getChildren().flatMap(TrialPanelTest::all));
    }
}
