package cn.jiangxue.ui.learn;

import cn.jiangxue.contract.CatalogApi.Occupation;
import cn.jiangxue.contract.CreditApi.OutcomeType;
import cn.jiangxue.contract.DeclaredOutcomeApi;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredFile;
import cn.jiangxue.contract.DeclaredOutcomeApi.DeclaredOutcomeEdit;
import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.OutcomeLimits;
import cn.jiangxue.ui.parts.Dates;
import cn.jiangxue.ui.shell.FormDialog;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a learner says of an outcome of elsewhere. Occupation and grade are asked where they belong; what few certificates have is folded away. */
final class DeclaredFields {

    private static final int MILLI = 3;
    private static final int HUNDREDTHS = 2;

    private final Select<OutcomeType> type = new Select<>();
    private final TextField title = text("title", OutcomeLimits.TITLE_MOST);
    private final TextField issuer = text("issuer", DeclaredOutcomeApi.ISSUER_MOST);
    private final TextField number = text("number", OutcomeLimits.NUMBER_MOST);
    private final TextField code = text("code", OutcomeLimits.NUMBER_MOST);
    private final Select<Occupation> occupation;
    private final Select<Grade> grade = new Select<>();
    private final IntegerField level = whole("level", 1, OutcomeLimits.LEVEL_MOST);
    private final IntegerField hours = whole("hours", 0, OutcomeLimits.CLASS_HOURS_MOST);
    private final BigDecimalField credits = new BigDecimalField(Texts.t("learn.declared.credits"));
    private final BigDecimalField score = new BigDecimalField(Texts.t("learn.declared.score"));
    private final DatePicker on = Dates.picker(Texts.t("learn.declared.on"));
    private final DatePicker through = Dates.picker(Texts.t("learn.declared.through"));

    DeclaredFields(List<Occupation> occupations) {
        type.setLabel(Texts.t("learn.declared.type"));
        type.setItems(Stream.of(OutcomeType.values())
                .filter(each -> each != OutcomeType.PRIOR_LEARNING)
                .toList());
        type.setItemLabelGenerator(each -> Texts.t("learn.outcome." + each));
        type.setId("declared-type");
        title.setRequiredIndicatorVisible(true);
        issuer.setRequiredIndicatorVisible(true);
        issuer.setHelperText(Texts.t("learn.declared.issuer.help"));
        number.setHelperText(Texts.t("learn.declared.number.help"));
        code.setHelperText(Texts.t("learn.declared.code.help"));
        occupation = OccupationNames.choice(occupations, null);
        occupation.setId("declared-occupation");
        grade.setLabel(Texts.t("learn.declared.grade"));
        grade.setItems(Grade.values());
        grade.setItemLabelGenerator(each -> Words.now().grade(each));
        grade.setId("declared-grade");
        credits.setId("declared-credits");
        score.setId("declared-score");
        on.setRequiredIndicatorVisible(true);
        on.setId("declared-on");
        through.setHelperText(Texts.t("learn.declared.through.help"));
        through.setId("declared-through");
        type.addValueChangeListener(chosen -> show(chosen.getValue()));
        type.setValue(OutcomeType.TRAINING);
    }

    private static TextField text(String name, int most) {
        TextField field = new TextField(Texts.t("learn.declared." + name));
        field.setMaxLength(most);
        field.setId("declared-" + name);
        return field;
    }

    private static IntegerField whole(String name, int least, int most) {
        IntegerField field = new IntegerField(Texts.t("learn.declared." + name));
        field.setMin(least);
        field.setMax(most);
        field.setId("declared-" + name);
        return field;
    }

    private void show(OutcomeType chosen) {
        grade.setVisible(chosen == OutcomeType.SKILL_GRADE);
    }

    Component[] fields() {
        Div more = new Div(code, level, through);
        more.addClassName("jx-form");
        return new Component[] {
            type,
            title,
            issuer,
            number,
            occupation,
            grade,
            FormDialog.row(hours, credits),
            FormDialog.row(score, on),
            new Details(Texts.t("learn.declared.more"), more)
        };
    }

    /** Marks what is missing and stops the sending. */
    DeclaredOutcomeEdit said(List<DeclaredFile> files) {
        FormDialog.demand(title, issuer);
        FormDialog.demand(on);
        boolean graded = type.getValue() == OutcomeType.SKILL_GRADE;
        if (graded) {
            FormDialog.demand(occupation);
            FormDialog.demand(grade);
        }
        return new DeclaredOutcomeEdit(
                type.getValue(),
                title.getValue().strip(),
                issuer.getValue().strip(),
                orNull(number),
                orNull(code),
                occupation.getValue() == null ? null : occupation.getValue().code(),
                graded ? grade.getValue() : null,
                level.getValue(),
                hours.getValue() == null ? 0 : hours.getValue(),
                credits.getValue() == null ? null : Long.valueOf(scaled(credits.getValue(), MILLI)),
                score.getValue() == null ? null : Integer.valueOf((int) scaled(score.getValue(), HUNDREDTHS)),
                on.getValue(),
                through.getValue(),
                files);
    }

    private static @Nullable String orNull(TextField field) {
        return field.getValue().isBlank() ? null : field.getValue().strip();
    }

    private static long scaled(BigDecimal value, int decimals) {
        return value.setScale(decimals, RoundingMode.HALF_UP)
                .movePointRight(decimals)
                .longValue();
    }
}
