package cn.jiangxue.ui.standards;

import cn.jiangxue.contract.Grade;
import cn.jiangxue.contract.RuleContent.TrustedAs;
import cn.jiangxue.contract.StandardContent.Clause;
import cn.jiangxue.contract.StandardContent.ConditionAsked;
import cn.jiangxue.ui.shell.Ids;
import cn.jiangxue.ui.text.Texts;
import cn.jiangxue.ui.text.Words;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.IntegerField;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields that the parts of a standard share. */
final class StandardFields {

    private static final int SHORT = 8;

    private StandardFields() {}

    static Select<TrustedAs> trust() {
        Select<TrustedAs> select = new Select<>();
        select.setLabel(Texts.t("rules.trust"));
        select.setItems(TrustedAs.values());
        select.setItemLabelGenerator(each -> Texts.t("rules.trust." + each));
        select.setValue(TrustedAs.SAMPLE);
        return select;
    }

    /** One of these words; {@code keys} begins the texts that name them. */
    static Select<String> word(String label, String keys, List<String> words, @Nullable String value) {
        Select<String> select = new Select<>();
        select.setLabel(label);
        select.setItems(words);
        select.setItemLabelGenerator(each -> each == null ? "" : Texts.known(keys + each, each));
        select.setValue(value != null && words.contains(value) ? value : words.getFirst());
        return select;
    }

    /** A level of professional titles. */
    static Select<String> title(@Nullable String value) {
        return word(Texts.t("standards.titleLevel"), "standards.title.", ConditionAsked.TITLES, value);
    }

    /** A paper of the standard by its short name, shown with its text; one that is no longer there stays chosen, so that it is seen. */
    static Select<String> clause(Map<String, Clause> clauses, String value) {
        List<String> names = new ArrayList<>(clauses.keySet());
        if (!value.isEmpty() && !names.contains(value)) {
            names.add(value);
        }
        Select<String> select = new Select<>();
        select.setLabel(Texts.t("standards.clause"));
        select.setItems(names);
        select.setItemLabelGenerator(name -> {
            Clause clause = clauses.get(name);
            return clause == null ? name : Words.now().of(clause.text());
        });
        if (names.contains(value)) {
            select.setValue(value);
        }
        return select;
    }

    /** The clause that a new line begins with. */
    static String first(Map<String, Clause> clauses) {
        return clauses.keySet().stream().findFirst().orElse("");
    }

    static Select<Grade> grade(@Nullable Grade value) {
        Select<Grade> select = new Select<>();
        select.setLabel(Texts.t("standards.heldGrade"));
        select.setItems(Grade.values());
        select.setItemLabelGenerator(each -> each == null ? "" : Words.now().grade(each));
        select.setValue(value == null ? Grade.JUNIOR : value);
        return select;
    }

    static IntegerField number(String label, int least, int most, @Nullable Integer value) {
        IntegerField field = new IntegerField(label);
        field.setMin(least);
        field.setMax(most);
        field.setValue(value);
        return field;
    }

    /** An id for a line that is new; nobody reads it. */
    static String fresh(String kind) {
        String id = Ids.next().toString();
        return kind + "-" + id.substring(id.length() - SHORT);
    }
}
