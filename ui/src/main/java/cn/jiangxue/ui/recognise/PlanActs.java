package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PersonName;
import cn.jiangxue.contract.EvaluationApi.Plan;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionEdit;
import cn.jiangxue.contract.EvaluationApi.PlanDecisionKind;
import cn.jiangxue.contract.EvaluationApi.SupervisorsEdit;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What officers decide on a plan. The id of each decision is made once: a second tap is the same decision. */
final class PlanActs {

    private final EvaluationApi evaluation;
    private final Plan plan;
    private final Consumer<Plan> changed;

    PlanActs(EvaluationApi evaluation, Plan plan, Consumer<Plan> changed) {
        this.evaluation = evaluation;
        this.plan = plan;
        this.changed = changed;
    }

    void decide(PlanDecisionKind kind) {
        UUID id = Ids.next();
        TextArea reason = new TextArea(Texts.t("recognise.reason"));
        reason.setMinRows(3);
        reason.setMaxLength(EvaluationApi.REASON_MOST);
        boolean needed = kind != PlanDecisionKind.APPROVE;
        reason.setHelperText(Texts.t(needed ? "recognise.reason.needed" : "recognise.reason.optional"));
        reason.setId("plan-reason");
        FormDialog dialog = new FormDialog(
                Texts.t("recognise.plan.decide." + kind),
                new Paragraph(Texts.t("recognise.plan.decide." + kind + ".text")),
                reason);
        String send = Texts.t("recognise.plan.decide." + kind);
        if (kind == PlanDecisionKind.WITHDRAW) {
            dialog.risking(send, () -> decided(kind, id, reason), changed).open();
        } else {
            dialog.asking(send, () -> decided(kind, id, reason), changed).open();
        }
    }

    private Plan decided(PlanDecisionKind kind, UUID id, TextArea reason) {
        if (kind != PlanDecisionKind.APPROVE) {
            FormDialog.demand(reason);
        }
        return evaluation.decide(
                plan.id(), id, new PlanDecisionEdit(kind, reason.getValue().strip(), plan.revision()));
    }

    void nameSupervisors() {
        List<PersonName> candidates = evaluation.supervisorCandidates(plan.id());
        CheckboxGroup<PersonName> people = new CheckboxGroup<>(Texts.t("parts.plan.supervisors"));
        people.setItems(candidates);
        people.setItemLabelGenerator(PersonName::name);
        people.setId("plan-supervisors");
        people.setValue(candidates.stream().filter(plan.supervisors()::contains).collect(Collectors.toSet()));
        new FormDialog(
                        Texts.t("recognise.plan.supervisors"),
                        new Paragraph(Texts.t("recognise.plan.supervisors.text")),
                        people)
                .asking(
                        Texts.t("recognise.plan.supervisors.send"),
                        () -> {
                            FormDialog.demand(people);
                            return evaluation.nameSupervisors(
                                    plan.id(),
                                    new SupervisorsEdit(
                                            people.getValue().stream()
                                                    .map(PersonName::personId)
                                                    .sorted()
                                                    .toList(),
                                            plan.revision()));
                        },
                        changed)
                .open();
    }
}
