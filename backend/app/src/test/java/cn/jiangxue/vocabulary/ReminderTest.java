package cn.jiangxue.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReminderTest {

    private static final WorkingDays CALENDAR = WorkingDays.PUBLISHED;
    private static final LocalDate MONDAY = LocalDate.of(2026, 11, 30);

    private static boolean isDue(LocalDate actBy, LocalDate today) {
        return Reminder.isDue(actBy, null, today, CALENDAR);
    }

    @Test
    void a_reminder_goes_out_two_working_days_before_and_not_earlier() {
        assertThat(isDue(MONDAY, LocalDate.of(2026, 11, 25))).as("Wednesday").isFalse();
        assertThat(isDue(MONDAY, LocalDate.of(2026, 11, 26))).as("Thursday").isTrue();
        assertThat(isDue(MONDAY, LocalDate.of(2026, 11, 29))).as("Sunday").isTrue();
    }

    @Test
    void it_goes_out_late_rather_than_not_at_all_but_not_when_the_day_is_over() {
        assertThat(isDue(MONDAY, MONDAY)).isTrue();
        assertThat(isDue(MONDAY, MONDAY.plusDays(1))).isFalse();
    }

    @Test
    void public_holidays_are_left_out() {
        LocalDate after = LocalDate.of(2026, 10, 8);

        assertThat(isDue(after, LocalDate.of(2026, 9, 28))).isFalse();
        assertThat(isDue(after, LocalDate.of(2026, 9, 29))).isTrue();
    }

    @Test
    void there_is_one_for_each_day_to_act() {
        assertThat(Reminder.isDue(MONDAY, MONDAY, MONDAY, CALENDAR)).isFalse();
        assertThat(Reminder.isDue(MONDAY, MONDAY.minusDays(20), MONDAY, CALENDAR))
                .isTrue();
    }

    @Test
    void where_nothing_runs_out_there_is_none() {
        assertThat(isDue(null, MONDAY)).isFalse();
    }

    @Test
    void what_is_due_is_never_later_than_the_latest_day_that_is_looked_for() {
        Random random = new Random(20261126);
        for (int i = 0; i < 2_000; i++) {
            LocalDate today = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
            LocalDate actBy = CALENDAR.after(today.minusDays(random.nextInt(10)), 1 + random.nextInt(10));

            assertThat(isDue(actBy, today))
                    .as("%s for %s", today, actBy)
                    .isEqualTo(!actBy.isBefore(today) && !actBy.isAfter(Reminder.latest(today, CALENDAR)));
        }
    }
}
