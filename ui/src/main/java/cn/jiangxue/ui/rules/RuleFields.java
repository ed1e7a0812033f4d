package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.FrameworkApi;
import cn.jiangxue.contract.RuleBookApi.NamedInstitution;
import cn.jiangxue.contract.RuleContent.AttainedKind;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.BigDecimalField;
import com.vaadin.flow.component.textfield.IntegerField;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Fields that rules and outcomes share. */
final class RuleFields {

    private static final int DECIMALS = 3;

    private RuleFields() {}

    static Select<AttainedKind> kind() {
        return choice(Texts.t("rules.kind"), "rules.kind.", AttainedKind.values());
    }

    /** One constant of an enum; {@code keys} begins the texts that name them. */
    static <E extends Enum<E>> Select<E> choice(String label, String keys, E[] values) {
        Select<E> select = new Select<>();
        select.setLabel(label);
        select.setItems(values);
        select.setItemLabelGenerator(each -> Texts.t(keys + each));
        return select;
    }

    static ComboBox<NamedInstitution> institution(String label, List<NamedInstitution> all) {
        ComboBox<NamedInstitution> choice = new ComboBox<>(label);
        choice.setItems(all);
        choice.setItemLabelGenerator(each -> Words.now().of(each.name()));
        choice.setClearButtonVisible(true);
        return choice;
    }

    static ComboBox<FrameworkApi.Standard> occupation(List<FrameworkApi.Standard> all) {
        ComboBox<FrameworkApi.Standard> choice = new ComboBox<>(Texts.t("rules.occupation"));
        choice.setItems(all);
        choice.setItemLabelGenerator(each -> Words.now().of(each.occupation()));
        choice.setClearButtonVisible(true);
        return choice;
    }

    static IntegerField number(String label, int least, int most) {
        IntegerField field = new IntegerField(label);
        field.setMin(least);
        field.setMax(most);
        return field;
    }

    static BigDecimalField decimal(String label, @Nullable BigDecimal value) {
        BigDecimalField field = new BigDecimalField(label);
        field.setValue(value);
        return field;
    }

    /** Credits as people write them, in thousandths. */
    static @Nullable Long milli(@Nullable BigDecimal credits) {
        return credits == null
                ? null
                : Long.valueOf(credits.setScale(DECIMALS, RoundingMode.HALF_UP)
                        .movePointRight(DECIMALS)
                        .longValue());
    }

    static @Nullable BigDecimal credits(@Nullable Long milli) {
        return milli == null
                ? null
                : new BigDecimal(
                        BigDecimal.valueOf(milli, DECIMALS).stripTrailingZeros().toPlainString());
    }
}
