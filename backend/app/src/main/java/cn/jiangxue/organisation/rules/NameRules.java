package cn.jiangxue.organisation.rules;

import cn.jiangxue.contract.LocalText;
import java.util.ArrayList;
import java.util.List;

/** What an organisation may be called. */
public final class NameRules {

    /** Longest name, in characters, in either language. */
    public static final int MAX_LENGTH = 80;

    private NameRules() {}

    /** What is wrong with a name, by field. */
    public record Fault(String field, LocalText message) {}

    /** Every fault of the name: Chinese is required, English may be empty, both have a greatest length. */
    public static List<Fault> faults(LocalText name) {
        List<Fault> faults = new ArrayList<>();
        if (name.zh().isBlank()) {
            faults.add(new Fault("name.zh", new LocalText("请填写中文名称", "Give a Chinese name")));
        }
        if (tooLong(name.zh())) {
            faults.add(new Fault("name.zh", lengthText()));
        }
        if (tooLong(name.en())) {
            faults.add(new Fault("name.en", lengthText()));
        }
        return List.copyOf(faults);
    }

    private static boolean tooLong(String text) {
        return text.codePointCount(0, text.length()) > MAX_LENGTH;
    }

    private static LocalText lengthText() {
        return new LocalText("不超过 " + MAX_LENGTH + " 个字符", "At most " + MAX_LENGTH + " characters");
    }
}
