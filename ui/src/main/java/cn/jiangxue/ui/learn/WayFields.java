package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.EvaluationApi;
import cn.jiangxue.contract.EvaluationApi.PlanChoice;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.PromotionApi.Achievement;
import cn.jiangxue.contract.PromotionApi.Application;
import cn.jiangxue.contract.PromotionApi.ContestRank;
import cn.jiangxue.contract.PromotionApi.ContestResult;
import cn.jiangxue.contract.PromotionApi.Eligibility;
import cn.jiangxue.contract.PromotionApi.PromotionPath;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** By which way a grade is applied for, and what that way asks to be filled in: only what belongs to the way chosen is shown. */
final class WayFields {

    private static final int MOST_PLACE = 1_000;
    private static final int MOST_NAME = 100;

    /** As they are offered: those that are examined first. */
    private static final List<PromotionPath> ORDER = List.of(
            PromotionPath.EXAMINATION,
            PromotionPath.ENTERPRISE,
            PromotionPath.DIRECT,
            PromotionPath.EXCEPTIONAL,
            PromotionPath.CONTEST);

    private final EvaluationApi evaluation;
    private final Consumer<PromotionPath> chosenWay;
    private final Eligibility eligibility;
    private final RadioButtonGroup<PromotionPath> way = new RadioButtonGroup<>();
    private final Paragraph about = new Paragraph();
    private final Select<Grade> grade;
    private final RadioButtonGroup<PlanChoice> plan = new RadioButtonGroup<>();
    private final Paragraph noPlan = new Paragraph(Texts.t("learn.apply.plan.none"));
    private final Select<Achievement> achievement;
    private final Select<ContestRank> rank;
    private final TextField contest = new TextField(Texts.t("learn.apply.contest"));
    private final IntegerField place = new IntegerField(Texts.t("learn.apply.place"));
    private final RadioButtonGroup<Boolean> student = new RadioButtonGroup<>();
    private final DatePicker heldOn = Dates.picker(Texts.t("learn.apply.heldOn"));

    WayFields(EvaluationApi evaluation, Eligibility eligibility, Consumer<PromotionPath> chosenWay) {
        this.evaluation = evaluation;
        this.eligibility = eligibility;
        this.chosenWay = chosenWay;
        way.setLabel(Texts.t("learn.apply.way"));
        way.setItems(ORDER);
        way.setItemLabelGenerator(each -> Texts.t("parts.path." + each));
        way.setId("apply-way");
        about.addClassName("jx-quiet");
        noPlan.addClassNames("jx-note", "jx-note-warning");
        grade = select(
                "learn.apply.grade",
                above(eligibility.current()),
                each -> Words.now().grade(each));
        grade.setValue(eligibility.grade());
        achievement = select(
                "learn.apply.achievement",
                List.of(Achievement.values()),
                each -> Texts.t("learn.apply.achievement." + each));
        rank = select("learn.apply.rank", List.of(ContestRank.values()), each -> Texts.t("learn.apply.rank." + each));
        contest.setMaxLength(MOST_NAME);
        place.setMin(1);
        place.setMax(MOST_PLACE);
        place.setStepButtonsVisible(true);
        student.setLabel(Texts.t("learn.apply.group"));
        student.setItems(List.of(false, true));
        student.setItemLabelGenerator(each -> Texts.t(each ? "learn.apply.group.student" : "learn.apply.group.worker"));
        student.setValue(false);
        plan.setLabel(Texts.t("learn.apply.plan"));
        plan.setItemLabelGenerator(WayFields::name);
        plan.setId("apply-plan");
        grade.addValueChangeListener(chosen -> showPlans());
        way.addValueChangeListener(chosen -> show(chosen.getValue()));
        way.setValue(eligibility.eligible() ? PromotionPath.EXAMINATION : PromotionPath.DIRECT);
    }

    /** Nobody applies for what they hold. */
    private static List<Grade> above(@Nullable Grade current) {
        return Stream.of(Grade.values())
                .filter(each -> current == null || each.compareTo(current) > 0)
                .toList();
    }

    private static <T> Select<T> select(String key, List<T> items, Function<T, String> name) {
        Select<T> select = new Select<>();
        select.setLabel(Texts.t(key));
        select.setItems(items);
        select.setItemLabelGenerator(name::apply);
        return select;
    }

    Component[] fields() {
        return new Component[] {way, about, grade, plan, noPlan, achievement, rank, contest, place, student, heldOn};
    }

    private void show(PromotionPath chosen) {
        about.setText(Texts.t("learn.apply.way." + chosen));
        achievement.setVisible(chosen == PromotionPath.EXCEPTIONAL);
        chosenWay.accept(chosen);
        showPlans();
        for (Component field : List.<Component>of(rank, contest, place, student, heldOn)) {
            field.setVisible(chosen == PromotionPath.CONTEST);
        }
    }

    /** Plans of the own enterprises for the grade; asked for only on their way. */
    private void showPlans() {
        boolean own = way.getValue() == PromotionPath.ENTERPRISE;
        List<PlanChoice> plans = own && grade.getValue() != null
                ? evaluation.myPlans(eligibility.occupationCode(), grade.getValue())
                : List.of();
        plan.setItems(plans);
        plan.setVisible(!plans.isEmpty());
        noPlan.setVisible(own && plans.isEmpty());
        if (plans.size() == 1) {
            plan.setValue(plans.getFirst());
        }
    }

    private static String name(PlanChoice choice) {
        return Texts.t(
                "learn.apply.plan.choice",
                Words.now().of(choice.employerName()),
                choice.version(),
                Words.now().of(choice.institutionName()));
    }

    /** Which institution decides follows from the plan. */
    Optional<UUID> decidingInstitution() {
        if (way.getValue() != PromotionPath.ENTERPRISE) {
            return Optional.empty();
        }
        FormDialog.demand(plan);
        return Optional.of(plan.getValue().institutionId());
    }

    /** Marks what is missing and stops the sending. */
    Application application(UUID institution, String statement) {
        PromotionPath chosen = way.getValue();
        if (chosen == PromotionPath.EXCEPTIONAL) {
            FormDialog.demand(achievement);
        }
        ContestResult result = chosen == PromotionPath.CONTEST ? result() : null;
        return new Application(
                eligibility.occupationCode(),
                grade.getValue(),
                institution,
                statement,
                chosen,
                chosen == PromotionPath.EXCEPTIONAL ? achievement.getValue() : null,
                result,
                chosen == PromotionPath.ENTERPRISE ? plan.getValue().planId() : null);
    }

    private ContestResult result() {
        FormDialog.demand(rank);
        FormDialog.demand(contest);
        FormDialog.demand(place);
        FormDialog.demand(heldOn);
        return new ContestResult(
                rank.getValue(), contest.getValue().strip(), place.getValue(), student.getValue(), heldOn.getValue());
    }
}
