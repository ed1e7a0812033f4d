package cn.jiangxue.stating.rules;

import cn.jiangxue.contract.LocalText;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The values of one row while it is read; collects every fault, not the first. An empty value is an absent one. */
final class Cells {

    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final LocalText CORRECT_IT = new LocalText("改正这一格后重新导入", "Correct this cell and import again");

    private final Map<Column, String> values;
    private final List<Fault> faults = new ArrayList<>();

    Cells(Map<Column, String> values) {
        this.values = values;
    }

    List<Fault> faults() {
        return List.copyOf(faults);
    }

    void fault(@Nullable Column column, LocalText why, LocalText next) {
        faults.add(new Fault(column, why, next));
    }

    void malformed(Column column) {
        fault(
                column,
                new LocalText(
                        "应为：" + column.form().zh(), "Expected: " + column.form().en()),
                CORRECT_IT);
    }

    /** The value as it stands; empty when there is none. */
    String text(Column column) {
        return values.getOrDefault(column, "");
    }

    /** A text of this form; empty text and a fault when it is another, or absent although required. */
    String text(Column column, Pattern form) {
        String text = text(column);
        if (text.isEmpty() ? column.required() : !form.matcher(text).matches()) {
            malformed(column);
            return "";
        }
        return text;
    }

    @Nullable
    String textOrNull(Column column, Pattern form) {
        String text = text(column, form);
        return text.isEmpty() ? null : text;
    }

    /** What a reading makes of the text; null when absent or, with a fault, when the reading knows nothing of it. */
    <T> @Nullable T read(Column column, Function<String, @Nullable T> reading) {
        String text = text(column);
        if (text.isEmpty()) {
            if (column.required()) {
                malformed(column);
            }
            return null;
        }
        T value = reading.apply(text);
        if (value == null) {
            malformed(column);
        }
        return value;
    }

    @Nullable
    Integer whole(Column column, int least, int most) {
        Long value = scaled(column, 0, least, most);
        return value == null ? null : value.intValue();
    }

    /** A decimal number with at most so many places, as a whole number of its last place; never rounded. */
    @Nullable
    Long scaled(Column column, int places, long least, long most) {
        return read(column, text -> {
            try {
                if (text.length() > 20) {
                    return null;
                }
                BigDecimal exact = new BigDecimal(text).setScale(places);
                long value = exact.unscaledValue().longValueExact();
                return value < least || value > most ? null : value;
            } catch (ArithmeticException | NumberFormatException e) {
                return null;
            }
        });
    }

    @Nullable
    LocalDate date(Column column, LocalDate least, LocalDate most) {
        return read(column, text -> {
            LocalDate date = date(text);
            return date == null || date.isBefore(least) || date.isAfter(most) ? null : date;
        });
    }

    private static @Nullable LocalDate date(String text) {
        Matcher parts = DATE.matcher(text);
        try {
            return parts.matches()
                    ? LocalDate.of(
                            Integer.parseInt(parts.group(1)),
                            Integer.parseInt(parts.group(2)),
                            Integer.parseInt(parts.group(3)))
                    : null;
        } catch (DateTimeException e) {
            return null;
        }
    }
}
