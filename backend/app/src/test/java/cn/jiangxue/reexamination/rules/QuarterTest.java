package cn.jiangxue.reexamination.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class QuarterTest {

    @Test
    void every_day_lies_in_one_quarter() {
        for (LocalDate day = LocalDate.of(2026, 1, 1); day.getYear() < 2029; day = day.plusDays(1)) {
            Quarter quarter = Quarter.of(day);

            assertThat(day).isBetween(quarter.first(), quarter.last());
            assertThat(quarter.next().first()).isEqualTo(quarter.last().plusDays(1));
            assertThat(Quarter.parse(quarter.id())).contains(quarter);
        }
    }

    @Test
    void a_quarter_is_named_by_year_and_number() {
        assertThat(Quarter.of(LocalDate.of(2026, 11, 26)).id()).isEqualTo("2026-Q4");
        assertThat(new Quarter(2026, 4).next()).isEqualTo(new Quarter(2027, 1));
        assertThat(new Quarter(2026, 4).first()).isEqualTo(LocalDate.of(2026, 10, 1));
        assertThat(new Quarter(2026, 4).last()).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(new Quarter(2027, 1).id()).isGreaterThan(new Quarter(2026, 4).id());
    }

    @Test
    void what_is_no_quarter_is_not_read_as_one() {
        for (String text : new String[] {"", "2026-Q5", "2026-Q0", "26-Q1", "2026-q1", "2026-Q4 ", "02026-Q4"}) {
            assertThat(Quarter.parse(text)).as(text).isEmpty();
        }
    }

    @Test
    void it_is_over_on_the_day_after_its_last() {
        Quarter quarter = new Quarter(2026, 4);

        assertThat(quarter.isOver(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(quarter.isOver(LocalDate.of(2027, 1, 1))).isTrue();
    }

    @Test
    void the_next_seed_is_due_thirty_days_ahead() {
        Quarter quarter = new Quarter(2026, 4);

        assertThat(quarter.nextIsDue(LocalDate.of(2026, 12, 1))).isFalse();
        assertThat(quarter.nextIsDue(LocalDate.of(2026, 12, 2))).isTrue();
    }
}
