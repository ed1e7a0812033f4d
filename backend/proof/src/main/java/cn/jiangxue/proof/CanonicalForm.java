package cn.jiangxue.proof;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one form of a record as bytes: a first line that names the form and its version, then UTF-8 lines {@code name=value}, line breaks and backslashes escaped, absent
 * values left out.
 */
public final class CanonicalForm {

    private final StringBuilder text;

    /** Starts a form; its name ends with a version. */
    public CanonicalForm(String name) {
        text = new StringBuilder(name).append('\n');
    }

    public void line(String name, @Nullable Object value) {
        if (value != null) {
            String escaped =
                    value.toString().replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
            text.append(name).append('=').append(escaped).append('\n');
        }
    }

    public String text() {
        return text.toString();
    }

    public byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** The first value of this name in a form that was written before. */
    public static Optional<String> value(String form, String name) {
        return values(form, name).stream().findFirst();
    }

    /** Every value of this name, in order. */
    public static List<String> values(String form, String name) {
        List<String> values = new ArrayList<>();
        for (String line : form.split("\n")) {
            if (line.startsWith(name + "=")) {
                values.add(unescaped(line.substring(name.length() + 1)));
            }
        }
        return values;
    }

    /** What the form calls itself. */
    public static String name(String form) {
        return form.substring(0, Math.max(0, form.indexOf('\n')));
    }

    private static String unescaped(String value) {
        StringBuilder plain = new StringBuilder();
        for (int i = 0; i < value.length(); i++) {
            char one = value.charAt(i);
            if (one == '\\' && i + 1 < value.length()) {
                i++;
                plain.append(
                        switch (value.charAt(i)) {
                            case 'n' -> '\n';
                            case 'r' -> '\r';
                            default -> value.charAt(i);
                        });
            } else {
                plain.append(one);
            }
        }
        return plain.toString();
    }
}
