package cn.jiangxue.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class ShelfLifeTest {

    @Test
    void full_years_end_on_the_day_itself() {
        assertThat(until(7, "2019-09-01")).isEqualTo("2026-09-01");
        assertThat(until(1, "2026-02-28")).isEqualTo("2027-02-28");
        assertThat(until(1, "2023-02-28")).isEqualTo("2024-02-28");
    }

    @Test
    void what_is_made_on_a_leap_day_ends_on_the_first_of_march_of_a_common_year() {
        assertThat(until(7, "2020-02-29")).isEqualTo("2027-03-01");
        assertThat(until(4, "2020-02-29")).isEqualTo("2024-02-29");
        assertThat(until(80, "2020-02-29")).isEqualTo("2100-03-01");
    }

    @Test
    void years_have_bounds() {
        assertThat(new ShelfLife(100).years()).isEqualTo(100);
        assertThatThrownBy(() -> new ShelfLife(0)).hasMessageContaining("1 to 100");
        assertThatThrownBy(() -> new ShelfLife(101)).hasMessageContaining("1 to 100");
    }

    private static String until(int years, String made) {
        return new ShelfLife(years).until(LocalDate.parse(made)).toString();
    }
}
