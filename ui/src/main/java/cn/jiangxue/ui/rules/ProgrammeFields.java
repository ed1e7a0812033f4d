package cn.jiangxue.ui.rules;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.contract.ProgrammeContent;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.select.Select;
import java.math.BigDecimal;
import java.math.RoundingMode;
import org.jspecify.annotations.Nullable;

/** Fields that the parts of a programme share. */
final class ProgrammeFields {

    private ProgrammeFields() {}

    /** How an amount is meant. */
    enum Amount {
        CREDITS,
        PERCENT,
        OUTCOMES
    }

    static Select<String> category(String label, ProgrammeContent content, @Nullable String chosen) {
        Select<String> select = new Select<>();
        select.setLabel(label);
        select.setItems(content.categories().keySet().stream().sorted().toList());
        select.setItemLabelGenerator(id -> called(content, id));
        if (chosen != null && content.categories().containsKey(chosen)) {
            select.setValue(chosen);
        }
        return select;
    }

    /** What a category is called; its id while it has no name. */
    static String called(ProgrammeContent content, @Nullable String category) {
        if (category == null) {
            return "";
        }
        LocalText name = content.categories().getOrDefault(category, new LocalText("", ""));
        return name.zh().isBlank() && name.en().isBlank()
                ? category
                : Words.now().of(name);
    }

    static @Nullable Long milli(Amount meant, @Nullable BigDecimal typed) {
        return meant == Amount.CREDITS ? RuleFields.milli(typed) : null;
    }

    static @Nullable BigDecimal percent(Amount meant, @Nullable BigDecimal typed) {
        return meant == Amount.PERCENT ? typed : null;
    }

    static @Nullable Integer outcomes(Amount meant, @Nullable BigDecimal typed) {
        return meant == Amount.OUTCOMES && typed != null
                ? Integer.valueOf(typed.setScale(0, RoundingMode.DOWN).intValue())
                : null;
    }
}
