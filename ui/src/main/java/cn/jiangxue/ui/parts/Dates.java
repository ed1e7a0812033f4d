package cn.jiangxue.ui.parts;

import cn.jiangxue.ui.text.Languages;
import cn.jiangxue.ui.text.Texts;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.datepicker.DatePicker.DatePickerI18n;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;

/** Date fields in the reader's language. */
public final class Dates {

    private Dates() {}

    public static DatePicker picker(String label) {
        Locale locale = Languages.current();
        DatePicker picker = new DatePicker(label);
        picker.setLocale(locale);
        List<DayOfWeek> days = Stream.concat(
                        Stream.of(DayOfWeek.SUNDAY),
                        Arrays.stream(DayOfWeek.values()).filter(day -> day != DayOfWeek.SUNDAY))
                .toList();
        picker.setI18n(new DatePickerI18n()
                .setDateFormat("yyyy-MM-dd")
                .setMonthNames(
                        names(Arrays.asList(Month.values()), m -> m.getDisplayName(TextStyle.FULL_STANDALONE, locale)))
                .setWeekdays(names(days, d -> d.getDisplayName(TextStyle.FULL, locale)))
                .setWeekdaysShort(names(days, d -> d.getDisplayName(TextStyle.NARROW, locale)))
                .setFirstDayOfWeek(1)
                .setToday(Texts.t("parts.today"))
                .setCancel(Texts.t("parts.cancel"))
                .setBadInputErrorMessage(Texts.t("parts.badDate")));
        return picker;
    }

    private static <T> List<String> names(List<T> values, Function<T, String> name) {
        return values.stream().map(name).toList();
    }
}
