package cn.jiangxue.vocabulary;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** When somebody is reminded of a day by which they may or must act: once, from two working days before it on (sample figure), and no more when it is over. */
public final class Reminder {

    /** Working days that are left when the reminder goes out. */
    public static final int DAYS_BEFORE = 2;

    private Reminder() {}

    /**
     * Whether it goes out today.
     *
     * @param actBy the last civil day to act; null where nothing runs out
     * @param remindedFor the last day to act of which there was a reminder; null before the first
     */
    public static boolean isDue(
            @Nullable LocalDate actBy, @Nullable LocalDate remindedFor, LocalDate today, WorkingDays calendar) {
        return actBy != null
                && !actBy.equals(remindedFor)
                && !today.isAfter(actBy)
                && calendar.between(today, actBy) <= DAYS_BEFORE;
    }

    /** The latest of the working days that are near today: where to look for what is due. */
    public static LocalDate latest(LocalDate today, WorkingDays calendar) {
        return calendar.after(today, DAYS_BEFORE);
    }
}
