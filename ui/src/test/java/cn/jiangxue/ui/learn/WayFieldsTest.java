package cn.jiangxue.ui.learn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PlanChoice;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.ui.shell.FormDialog;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import java.lang.reflect.Proxy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class WayFieldsTest {

    private static final LocalText TEXT = new LocalText("匠心精工", "Jiangxin");
    private static final UUID INSTITUTION = new UUID(0, 3);
    private static final PlanChoice PLAN =
            new PlanChoice(new UUID(0, 1), 2, new UUID(0, 2), TEXT, INSTITUTION, TEXT, LocalDate.of(2027, 1, 1));

    private final List<PromotionPath> heard = new ArrayList<>();

    @Test
    void on_the_way_of_the_own_enterprise_the_only_plan_is_chosen_and_says_who_decides() {
        WayFields fields = fields(List.of(PLAN));

        assertThat(fields.decidingInstitution()).contains(INSTITUTION);
        Application application = fields.application(INSTITUTION, "");
        assertThat(application.path()).isEqualTo(PromotionPath.ENTERPRISE);
        assertThat(application.planId()).isEqualTo(PLAN.planId());
        assertThat(heard).endsWith(PromotionPath.ENTERPRISE);
    }

    @Test
    void without_a_plan_nothing_is_sent_on_that_way() {
        WayFields fields = fields(List.of());

        assertThatExceptionOfType(FormDialog.Incomplete.class).isThrownBy(fields::decidingInstitution);
    }

    @Test
    void no_other_way_names_a_plan() {
        WayFields fields = fields(List.of(PLAN));
        way(fields).setValue(PromotionPath.EXAMINATION);

        assertThat(fields.decidingInstitution()).isEmpty();
        assertThat(fields.application(INSTITUTION, "").planId()).isNull();
    }

    private WayFields fields(List<PlanChoice> plans) {
        EvaluationApi evaluation = (EvaluationApi) Proxy.newProxyInstance(
                EvaluationApi.class.getClassLoader(),
                new Class<?>[] {EvaluationApi.class},
                (proxy, method, arguments) -> plans);
        Eligibility eligible = new Eligibility(
                "6-31-01-03",
                TEXT,
                "2026-样例1",
                null,
                Grade.JUNIOR,
                TEXT,
                true,
                LocalDate.of(2026, 11, 26),
                List.of(),
                null);
        WayFields fields = new WayFields(evaluation, eligible, heard::add);
        way(fields).setValue(PromotionPath.ENTERPRISE);
        return fields;
    }

    @SuppressWarnings("unchecked")
    private static RadioButtonGroup<PromotionPath> way(WayFields fields) {
        return (RadioButtonGroup<PromotionPath>) fields.fields()[0];
    }
}
