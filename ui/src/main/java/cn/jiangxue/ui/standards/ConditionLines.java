package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.StandardContent.Clause;
import cn.jiangxue.contract.StandardContent.ConditionAsked;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.shell.TwoTexts;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.checkbox.CheckboxGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Conditions, one line each: what kind, its values, the wording and the paper that asks it. */
final class ConditionLines {

    private static final int MOST = 20;
    private static final int YEARS = 60;
    private static final int WORDING = 500;
    private static final int DECIMALS = 3;

    private ConditionLines() {}

    static Lines<ConditionAsked> of(
            String title, List<ConditionAsked> asked, Map<String, Clause> clauses, Runnable changed) {
        return new Lines<ConditionAsked>(
                        title,
                        Texts.t("standards.condition.add"),
                        MOST,
                        () -> fresh(clauses),
                        condition -> new ConditionLine(condition, clauses, changed),
                        changed)
                .with(asked);
    }

    private static ConditionAsked fresh(Map<String, Clause> clauses) {
        return new ConditionAsked(
                StandardFields.fresh("c"),
                "work-years",
                new LocalText("", ""),
                StandardFields.first(clauses),
                1,
                null,
                null,
                null,
                null,
                null);
    }

    private static final class ConditionLine implements Lines.Line<ConditionAsked> {

        private final String id;
        private final Select<String> type;
        private final IntegerField years;
        private final Select<Grade> grade;
        private final IntegerField since;
        private final Select<String> level;
        private final CheckboxGroup<String> diplomas = new CheckboxGroup<>(Texts.t("standards.diplomas"));
        private final BigDecimalField credits = new BigDecimalField(Texts.t("standards.credits"));
        private final Select<String> clause;
        private final TwoTexts wording;

        ConditionLine(ConditionAsked asked, Map<String, Clause> clauses, Runnable changed) {
            id = asked.id();
            type = StandardFields.word(
                    Texts.t("standards.condition.type"), "standards.type.", ConditionAsked.TYPES, asked.type());
            years = StandardFields.number(Texts.t("standards.years"), 1, YEARS, asked.years());
            grade = StandardFields.grade(asked.grade());
            since = StandardFields.number(Texts.t("standards.sinceYears"), 0, YEARS, asked.sinceYears());
            level = StandardFields.title(asked.level());
            diplomas.setItems(ConditionAsked.DIPLOMAS);
            diplomas.setItemLabelGenerator(kind -> Texts.t("standards.diploma." + kind));
            if (asked.anyOf() != null) {
                diplomas.setValue(asked.anyOf().stream()
                        .filter(ConditionAsked.DIPLOMAS::contains)
                        .collect(Collectors.toSet()));
            }
            credits.setValue(asked.milliCredits() == null ? null : credits(asked.milliCredits()));
            clause = StandardFields.clause(clauses, asked.clause());
            wording = TwoTexts.area(Texts.t("standards.wording"), asked.wording(), WORDING, 2)
                    .typed(text -> changed.run())
                    .wide();
            type.addValueChangeListener(e -> show());
            show();
        }

        private static BigDecimal credits(int milli) {
            return new BigDecimal(
                    BigDecimal.valueOf(milli, DECIMALS).stripTrailingZeros().toPlainString());
        }

        private void show() {
            String kind = type.getValue();
            years.setVisible(kind.equals("minimum-age") || kind.equals("work-years"));
            grade.setVisible(kind.equals("holds-grade"));
            level.setVisible(kind.equals("holds-title"));
            since.setVisible(grade.isVisible() || level.isVisible());
            diplomas.setVisible(kind.equals("holds-diploma"));
            credits.setVisible(kind.equals("credits-in-occupation"));
        }

        @Override
        public List<Component> fields() {
            return List.of(type, years, grade, level, since, diplomas, credits, clause, wording);
        }

        @Override
        public ConditionAsked value() {
            return new ConditionAsked(
                    id,
                    type.getValue(),
                    wording.value(),
                    Objects.requireNonNullElse(clause.getValue(), ""),
                    years.isVisible() ? years.getValue() : null,
                    grade.isVisible() ? grade.getValue() : null,
                    since.isVisible() ? since.getValue() : null,
                    level.isVisible() ? level.getValue() : null,
                    diplomas.isVisible()
                            ? ConditionAsked.DIPLOMAS.stream()
                                    .filter(diplomas.getValue()::contains)
                                    .toList()
                            : null,
                    credits.isVisible() ? milli(credits.getValue()) : null);
        }

        private static @Nullable Integer milli(@Nullable BigDecimal credits) {
            return credits == null
                    ? null
                    : Integer.valueOf(credits.setScale(DECIMALS, RoundingMode.HALF_UP)
                            .movePointRight(DECIMALS)
                            .intValue());
        }
    }
}
