package cn.jiangxue.ui.shell;

import cn.jiangxue.contract.LocalText;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.Composite;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.TextArea;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.textfield.TextFieldBase;
import com.vaadin.flow.data.value.HasValueChangeMode;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.util.function.Consumer;

/** One text in both languages, Chinese first. */
public final class TwoTexts extends Composite<Div> {

    private static final int TYPING_MILLIS = 800;

    private final TextFieldBase<?, String> zh;
    private final TextFieldBase<?, String> en;

    private TwoTexts(TextFieldBase<?, String> zh, TextFieldBase<?, String> en, String label, LocalText value) {
        this.zh = zh;
        this.en = en;
        zh.setLabel(label + " · " + Texts.t("teach.zh"));
        en.setLabel(label + " · " + Texts.t("teach.en"));
        zh.setValue(value.zh());
        en.setValue(value.en());
        getContent().add(FormDialog.row(zh, en));
    }

    /** {@code most}: characters in each language. */
    public static TwoTexts line(String label, LocalText value, int most) {
        TextField zh = new TextField();
        TextField en = new TextField();
        zh.setMaxLength(most);
        en.setMaxLength(most);
        return new TwoTexts(zh, en, label, value);
    }

    public static TwoTexts area(String label, LocalText value, int most, int rows) {
        TextArea zh = new TextArea();
        TextArea en = new TextArea();
        zh.setMaxLength(most);
        en.setMaxLength(most);
        zh.setMinRows(rows);
        en.setMinRows(rows);
        return new TwoTexts(zh, en, label, value);
    }

    /** Hears of every change shortly after the typing pauses. */
    public TwoTexts typed(Consumer<LocalText> heard) {
        for (TextFieldBase<?, String> field : java.util.List.of(zh, en)) {
            if (field instanceof HasValueChangeMode lazy) {
                lazy.setValueChangeMode(ValueChangeMode.LAZY);
                lazy.setValueChangeTimeout(TYPING_MILLIS);
            }
            field.addValueChangeListener(e -> {
                if (e.isFromClient()) {
                    heard.accept(value());
                }
            });
        }
        return this;
    }

    public TwoTexts named(String id) {
        zh.setId(id);
        return this;
    }

    /** In a line of fields it takes the whole width. */
    public TwoTexts wide() {
        getContent().addClassName("jx-wide");
        return this;
    }

    public LocalText value() {
        return new LocalText(zh.getValue().strip(), en.getValue().strip());
    }

    /** Puts the cursor where something is missing, else into the Chinese. */
    public void focus() {
        if (en.isEmpty() && !zh.isEmpty()) {
            en.focus();
        } else {
            zh.focus();
        }
    }

    /** Chinese must be there; English may follow. */
    public void demand() {
        FormDialog.demand(zh);
    }
}
