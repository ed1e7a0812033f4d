package cn.jiangxue.ui.recognise;

import cn.jiangxue.contract.PriorLearningApi;
import cn.jiangxue.contract.PriorLearningApi.AppointmentEdit;
import cn.jiangxue.contract.PriorLearningApi.AssessmentEdit;
import cn.jiangxue.contract.PriorLearningApi.Claim;
import cn.jiangxue.contract.PriorLearningApi.ClaimDecisionEdit;
import cn.jiangxue.contract.PriorLearningApi.ClaimedUnit;
import cn.jiangxue.contract.PriorLearningApi.Criterion;
import cn.jiangxue.contract.PriorLearningApi.Method;
import cn.jiangxue.contract.PriorLearningApi.MoreEdit;
import cn.jiangxue.contract.PriorLearningApi.UnitDecision;
import cn.jiangxue.ui.parts.ClaimDossier;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.timepicker.TimePicker;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/** What assessors and officers write into a claim. The id of each act is made once: a second tap is the same act. */
final class ClaimActs {

    private static final int PLACE_MOST = 200;
    private static final LocalTime MORNING = LocalTime.of(9, 0);

    private final PriorLearningApi claims;
    private final Claim claim;
    private final Consumer<Claim> changed;

    ClaimActs(PriorLearningApi claims, Claim claim, Consumer<Claim> changed) {
        this.claims = claims;
        this.claim = claim;
        this.changed = changed;
    }

    void assess(ClaimedUnit unit, Method method) {
        UUID id = Ids.next();
        DatePicker on = Dates.picker(Texts.t("recognise.prior.heldOn"));
        on.setValue(Words.now().today(Clock.systemUTC().instant()));
        on.setId("assess-on");
        CheckboxGroup<Criterion> criteria = criteria();
        RadioButtonGroup<Boolean> met = met();
        IntegerField mark = new IntegerField(Texts.t("recognise.prior.mark"));
        mark.setMin(0);
        mark.setMax(100);
        mark.setId("assess-mark");
        Component found = switch (method) {
            case PORTFOLIO -> criteria;
            case INTERVIEW -> met;
            case PRACTICAL -> mark;
        };
        TextArea words = words("recognise.prior.words");
        new FormDialog(
                        Texts.t("recognise.prior.assess." + method),
                        new Paragraph(Words.now().of(unit.name())),
                        new Paragraph(Texts.t("recognise.prior.assess." + method + ".text")),
                        on,
                        found,
                        words)
                .asking(
                        Texts.t("recognise.prior.record"),
                        () -> {
                            FormDialog.demand(on);
                            FormDialog.demand(words);
                            if (method == Method.INTERVIEW) {
                                FormDialog.demand(met);
                            }
                            if (method == Method.PRACTICAL) {
                                FormDialog.demand(mark);
                            }
                            return claims.assess(
                                    claim.id(),
                                    id,
                                    new AssessmentEdit(
                                            unit.id(),
                                            method,
                                            on.getValue(),
                                            method == Method.PORTFOLIO ? criteria.getValue() : Set.of(),
                                            method == Method.INTERVIEW ? met.getValue() : null,
                                            method == Method.PRACTICAL ? mark.getValue() : null,
                                            words.getValue().strip()));
                        },
                        changed)
                .open();
    }

    private static CheckboxGroup<Criterion> criteria() {
        CheckboxGroup<Criterion> criteria = new CheckboxGroup<>(Texts.t("recognise.prior.criteria"));
        criteria.setItems(Criterion.values());
        criteria.setItemLabelGenerator(each -> Texts.t("parts.claim.criterion." + each)
                + Texts.t("parts.claim.colon")
                + Texts.t("recognise.prior.criterion." + each));
        criteria.setId("assess-criteria");
        return criteria;
    }

    private static RadioButtonGroup<Boolean> met() {
        RadioButtonGroup<Boolean> met = new RadioButtonGroup<>(Texts.t("recognise.prior.met"));
        met.setItems(true, false);
        met.setItemLabelGenerator(each -> Texts.t(each ? "parts.claim.shown" : "parts.claim.notShown"));
        met.setId("assess-met");
        return met;
    }

    private static TextArea words(String key) {
        TextArea words = new TextArea(Texts.t(key));
        words.setMinRows(4);
        words.setMaxLength(PriorLearningApi.WORDS_MOST);
        words.setHelperText(Texts.t("learn.prior.statement.help"));
        words.setId("claim-words");
        return words;
    }

    void appoint() {
        UUID id = Ids.next();
        Select<Method> method = new Select<>();
        method.setLabel(Texts.t("recognise.prior.method"));
        method.setItems(Method.INTERVIEW, Method.PRACTICAL);
        method.setItemLabelGenerator(ClaimDossier::method);
        method.setValue(Method.INTERVIEW);
        DatePicker on = Dates.picker(Texts.t("recognise.prior.on"));
        TimePicker at = new TimePicker(Texts.t("recognise.prior.at"));
        at.setStep(Duration.ofMinutes(30));
        at.setValue(MORNING);
        TextField place = new TextField(Texts.t("recognise.prior.place"));
        place.setMaxLength(PLACE_MOST);
        place.setId("appoint-place");
        new FormDialog(
                        Texts.t("recognise.prior.act.appoint"),
                        new Paragraph(Texts.t("recognise.prior.appoint.text")),
                        method,
                        FormDialog.row(on, at),
                        place)
                .asking(
                        Texts.t("recognise.prior.appoint.send"),
                        () -> {
                            FormDialog.demand(on);
                            FormDialog.demand(at);
                            FormDialog.demand(place);
                            return claims.appoint(
                                    claim.id(),
                                    id,
                                    new AppointmentEdit(
                                            method.getValue(),
                                            on.getValue()
                                                    .atTime(at.getValue())
                                                    .atZone(Words.now().zone())
                                                    .toInstant(),
                                            place.getValue().strip()));
                        },
                        changed)
                .open();
    }

    void askForMore() {
        UUID id = Ids.next();
        TextArea reason = words("recognise.prior.more");
        new FormDialog(Texts.t("recognise.prior.act.more"), new Paragraph(Texts.t("recognise.prior.more.text")), reason)
                .asking(
                        Texts.t("recognise.prior.more.send"),
                        () -> {
                            FormDialog.demand(reason);
                            return claims.askForMore(
                                    claim.id(),
                                    id,
                                    new MoreEdit(reason.getValue().strip(), claim.revision()));
                        },
                        changed)
                .open();
    }

    void decide() {
        UUID id = Ids.next();
        List<UnitChoice> choices = new ArrayList<>();
        claim.units().forEach(unit -> choices.add(new UnitChoice(unit)));
        FormDialog dialog = new FormDialog(
                Texts.t("recognise.prior.act.decide"), new Paragraph(Texts.t("recognise.prior.decide.text")));
        dialog.ask(choices.toArray(Component[]::new));
        dialog.asking(
                        Texts.t("recognise.prior.decide.send"),
                        () -> {
                            choices.forEach(UnitChoice::demand);
                            return claims.decide(
                                    claim.id(),
                                    id,
                                    new ClaimDecisionEdit(
                                            choices.stream()
                                                    .map(UnitChoice::decision)
                                                    .toList(),
                                            claim.revision()));
                        },
                        changed)
                .open();
    }

    /** Award or not, and why not. */
    private static final class UnitChoice extends com.vaadin.flow.component.html.Div {

        private final ClaimedUnit unit;
        private final RadioButtonGroup<Boolean> award = new RadioButtonGroup<>();
        private final TextArea reason = new TextArea(Texts.t("recognise.prior.reason"));

        UnitChoice(ClaimedUnit unit) {
            this.unit = unit;
            award.setLabel(Words.now().of(unit.name()) + " · " + Texts.t("parts.claim.weight", unit.weightPercent()));
            award.setItems(true, false);
            award.setItemLabelGenerator(each -> Texts.t(each ? "parts.claim.awarded" : "parts.claim.notAwarded"));
            award.setItemEnabledProvider(each -> !each || unit.supported());
            award.setHelperText(Texts.t(unit.supported() ? "parts.claim.supported" : "recognise.prior.unsupported"));
            reason.setMinRows(2);
            reason.setMaxLength(PriorLearningApi.WORDS_MOST);
            reason.setHelperText(Texts.t("learn.prior.statement.help"));
            reason.setAriaLabel(
                    Texts.t("recognise.prior.reason") + " · " + Words.now().of(unit.name()));
            award.addValueChangeListener(changed -> reason.setVisible(!changed.getValue()));
            award.setValue(unit.supported());
            reason.setVisible(!unit.supported());
            addClassName("jx-form");
            add(award, reason);
        }

        void demand() {
            if (!award.getValue()) {
                FormDialog.demand(reason);
            }
        }

        UnitDecision decision() {
            return new UnitDecision(
                    unit.id(),
                    award.getValue(),
                    award.getValue() ? "" : reason.getValue().strip());
        }
    }
}
