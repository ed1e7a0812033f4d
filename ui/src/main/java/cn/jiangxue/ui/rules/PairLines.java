package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.RuleContent.DecayStep;
import cn.jiangxue.contract.RuleContent.MarkBand;
import cn.jiangxue.contract.RuleContent.WorthRow;
import cn.jiangxue.ui.shell.Lines;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import com.vaadin.flow.component.textfield.TextField;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;

/** The tables of a rule: worth, decay, marks. */
final class PairLines {

    private static final int MOST = 20;

    private PairLines() {}

    static Lines<WorthRow> worth(List<WorthRow> rows, Runnable changed) {
        return new Lines<WorthRow>(
                        Texts.t("rules.table"),
                        Texts.t("rules.table.add"),
                        MOST,
                        () -> new WorthRow(BigDecimal.ZERO, 1_000),
                        WorthLine::new,
                        changed)
                .with(rows);
    }

    static Lines<DecayStep> decay(List<DecayStep> steps, Runnable changed) {
        return new Lines<DecayStep>(
                        Texts.t("rules.decay"),
                        Texts.t("rules.decay.add"),
                        MOST,
                        () -> new DecayStep(1, 100),
                        DecayLine::new,
                        changed)
                .with(steps);
    }

    static Lines<MarkBand> marks(List<MarkBand> bands, Runnable changed) {
        return new Lines<MarkBand>(
                        Texts.t("rules.bands"),
                        Texts.t("rules.bands.add"),
                        MOST,
                        () -> new MarkBand(BigDecimal.ZERO, new LocalText("", "")),
                        MarkLine::new,
                        changed)
                .with(bands);
    }

    private static final class WorthLine implements Lines.Line<WorthRow> {
        private final BigDecimalField from = new BigDecimalField(Texts.t("rules.table.from"));
        private final BigDecimalField credits = new BigDecimalField(Texts.t("rules.table.credits"));

        WorthLine(WorthRow row) {
            from.setValue(row.from());
            credits.setValue(RuleFields.credits(row.milli()));
        }

        @Override
        public List<Component> fields() {
            return List.of(from, credits);
        }

        @Override
        public WorthRow value() {
            return new WorthRow(
                    Objects.requireNonNullElse(from.getValue(), BigDecimal.ZERO),
                    Objects.requireNonNullElse(RuleFields.milli(credits.getValue()), 0L));
        }
    }

    private static final class DecayLine implements Lines.Line<DecayStep> {
        private final IntegerField years = RuleFields.number(Texts.t("rules.decay.years"), 1, 100);
        private final IntegerField kept = RuleFields.number(Texts.t("rules.decay.kept"), 0, 100);

        DecayLine(DecayStep step) {
            years.setValue(step.afterYears());
            kept.setValue(step.keptPercent());
        }

        @Override
        public List<Component> fields() {
            return List.of(years, kept);
        }

        @Override
        public DecayStep value() {
            return new DecayStep(
                    Objects.requireNonNullElse(years.getValue(), 0), Objects.requireNonNullElse(kept.getValue(), 0));
        }
    }

    private static final class MarkLine implements Lines.Line<MarkBand> {
        private final BigDecimalField from = new BigDecimalField(Texts.t("rules.bands.from"));
        private final TextField zh = new TextField(Texts.t("rules.bands.zh"));
        private final TextField en = new TextField(Texts.t("rules.bands.en"));

        MarkLine(MarkBand band) {
            from.setValue(band.fromPercent());
            zh.setValue(band.mark().zh());
            en.setValue(band.mark().en());
        }

        @Override
        public List<Component> fields() {
            return List.of(from, zh, en);
        }

        @Override
        public MarkBand value() {
            return new MarkBand(
                    Objects.requireNonNullElse(from.getValue(), BigDecimal.ZERO),
                    new LocalText(zh.getValue().strip(), en.getValue().strip()));
        }
    }
}
