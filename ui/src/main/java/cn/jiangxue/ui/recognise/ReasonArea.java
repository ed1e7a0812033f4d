package cn.jiangxue.ui.recognise;

import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.textfield.TextArea;

/** Where an officer writes why. */
final class ReasonArea {

    private static final int ROWS = 4;

    private ReasonArea() {}

    /**
     * @param most characters
     * @param help what is asked of it
     */
    static TextArea of(String id, int most, String help) {
        TextArea reason = new TextArea(Texts.t("recognise.reason"));
        reason.setMinRows(ROWS);
        reason.setMaxLength(most);
        reason.setHelperText(help);
        reason.setId(id);
        return reason;
    }
}
