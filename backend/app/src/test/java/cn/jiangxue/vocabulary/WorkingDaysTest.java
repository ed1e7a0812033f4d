package cn.jiangxue.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkingDaysTest {

    private static final WorkingDays DAYS = WorkingDays.PUBLISHED;

    @Test
    void deadlines_leave_out_weekends() {
        LocalDate friday = LocalDate.of(2026, 11, 20);

        assertThat(DAYS.after(friday, 1)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(DAYS.after(friday, 5)).isEqualTo(LocalDate.of(2026, 11, 27));
        assertThat(DAYS.after(friday, 6)).isEqualTo(LocalDate.of(2026, 11, 30));
        assertThat(DAYS.after(LocalDate.of(2026, 11, 21), 1)).isEqualTo(LocalDate.of(2026, 11, 23));
        assertThat(DAYS.after(friday, 0)).isEqualTo(friday);
    }

    @Test
    void spring_festival_is_left_out_and_the_saturday_on_which_work_is_made_up_counts() {
        LocalDate before = LocalDate.of(2026, 2, 13);

        assertThat(DAYS.after(before, 1)).as("Saturday the 14th is worked").isEqualTo(LocalDate.of(2026, 2, 14));
        assertThat(DAYS.after(before, 2)).isEqualTo(LocalDate.of(2026, 2, 24));
        assertThat(DAYS.isWorkingDay(LocalDate.of(2026, 2, 28))).isTrue();
        assertThat(DAYS.between(before, LocalDate.of(2026, 2, 24))).isEqualTo(2);
    }

    @Test
    void national_day_of_2026_is_seven_days_and_two_are_made_up() {
        assertThat(DAYS.after(LocalDate.of(2026, 9, 30), 1)).isEqualTo(LocalDate.of(2026, 10, 8));
        assertThat(DAYS.isWorkingDay(LocalDate.of(2026, 9, 20))).isTrue();
        assertThat(DAYS.isWorkingDay(LocalDate.of(2026, 10, 10))).isTrue();
    }

    @Test
    void a_year_that_is_not_announced_has_free_weekends_only() {
        assertThat(DAYS.isWorkingDay(LocalDate.of(2027, 10, 1))).isTrue();
        assertThat(DAYS.isWorkingDay(LocalDate.of(2027, 10, 2))).isFalse();
    }

    @Test
    void a_line_that_is_no_day_is_refused() {
        assertThatThrownBy(() -> WorkingDays.parsed(List.of("2026-01-01 off 元旦")))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> WorkingDays.parsed(List.of("2026-01-01")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void as_many_working_days_lie_between_as_were_counted(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 200; i++) {
            LocalDate from = LocalDate.of(2026, 1, 1).plusDays(random.nextInt(700));
            int days = 1 + random.nextInt(60);

            LocalDate due = DAYS.after(from, days);

            assertThat(DAYS.between(from, due))
                    .as("seed %d: %s + %d", seed, from, days)
                    .isEqualTo(days);
            assertThat(DAYS.isWorkingDay(due)).as("seed %d: %s", seed, due).isTrue();
        }
    }
}
