package cn.jiangxue.recognition.rules;

import cn.jiangxue.vocabulary.WorkingDays;
import java.time.LocalDate;

/** The civil day on which something is done, and the calendar by which deadlines are counted from it. */
public record Day(LocalDate today, WorkingDays calendar) {

    LocalDate in(int workingDays) {
        return calendar.after(today, workingDays);
    }

    boolean isAfter(LocalDate due) {
        return today.isAfter(due);
    }

    int left(LocalDate due) {
        return calendar.between(today, due);
    }
}
